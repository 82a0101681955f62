/** One sentence being written: its field, its citations as objects, saving, and what happens when somebody was quicker. */
import { ask } from "../core/dialog.js";
import { postJSON, Problem } from "../core/http.js";
import { message } from "../core/messages.js";
import { toast } from "../core/toast.js";
import { Citations, citesIn, type Cite } from "./citations.js";
import { decide, type Current } from "./conflict.js";
import { sentencesOf, type Desk } from "./desk.js";
import { forget, keep, type Kept } from "./kept.js";
import { Meter } from "./meter.js";
import { announce, button, element } from "./page.js";

/** What is opened again: kept text, under the name it was kept. */
export type Entry = Kept & { name: string };
interface Answer { sentence: Current & { id: string } }

/** What saving does to a draft that is out of the writer's hands, by its state. */
const REOPENS: Record<string, string> = {
  in_review: "draft.reopens", approved: "draft.reopens_approved", returned: "draft.reopens_returned",
};

/** Told here in the words of what was tried, instead of by a bare toast. */
const TOLD = { quiet: [0, 400, 403, 404, 409] };

export class Editor {
  private readonly box = element("span", "sentence-edit");
  private readonly field = element("textarea");
  private meter: Meter | null = null;
  private readonly note = element("span", "edit-note");
  private readonly save = button("button primary small", message("draft.save"), () => void this.send());
  private readonly citations: Citations;
  private readonly name: string;
  private sentence: string;
  private version: number;
  private before: { text: string; cites: string };
  private sending = false;

  constructor(private readonly desk: Desk, private readonly statement: HTMLElement, entry?: Entry) {
    this.sentence = statement.dataset["sentence"] ?? "";
    this.version = Number(statement.dataset["version"] ?? 0);
    this.name = entry?.name ?? (this.sentence || `new-${crypto.randomUUID()}`);
    const text = wordsOf(statement);
    const cites = citesIn(statement);
    this.before = { text, cites: idsOf(cites) };
    if (entry) this.version = entry.version || this.version;
    this.citations = new Citations(entry?.cites ?? cites, this.paragraph, () => this.changed());
    this.build(entry?.text ?? text);
    if (!entry) this.focus();
    else if (this.sentence && this.version !== Number(statement.dataset["version"])) this.say(message("draft.changed_meanwhile"));
  }

  private get paragraph(): HTMLElement { return this.statement.closest<HTMLElement>("[data-paragraph]") as HTMLElement; }

  get dirty(): boolean {
    return this.field.value !== this.before.text || this.citations.ids.join(" ") !== this.before.cites;
  }

  focus(): void {
    this.field.focus({ preventScroll: true });
    this.box.scrollIntoView({ block: "nearest" });
  }

  private build(text: string): void {
    const { field, note, box, save } = this;
    field.value = text;
    field.maxLength = 4000;
    field.rows = 3;
    field.setAttribute("aria-label", message(this.sentence ? "draft.text" : "draft.new"));
    if (!this.sentence) field.placeholder = message("draft.new");
    note.hidden = true;
    note.setAttribute("role", "status");
    const actions = element("span", "form-actions");
    const hint = message(REOPENS[this.desk.state] ?? "draft.hint");
    actions.append(save, button("button small", message("draft.cancel"), () => void this.cancel()), element("span", "edit-hint", hint));
    this.meter = this.desk.total.url ? new Meter(field, () => this.sentence, this.desk.total) : null;
    box.append(this.meter?.box ?? field, ...(this.meter ? [this.meter.below] : []), this.citations.element, note, actions);
    this.statement.dataset["editing"] = "";
    this.statement.append(box);
    field.addEventListener("input", () => this.changed());
    box.addEventListener("keydown", (event) => this.onKey(event));
  }

  private onKey(event: KeyboardEvent): void {
    // An input method uses Enter and Escape itself.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void this.send();
    else if (event.key === "Escape") void this.cancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private changed(): void {
    if (!this.dirty) return forget(this.desk.draft, this.name);
    keep(this.name, this.entry());
  }

  private entry(): Kept {
    return {
      draft: this.desk.draft, paragraph: this.paragraph.dataset["paragraph"] ?? "", sentence: this.sentence, version: this.version,
      text: this.field.value, cites: this.citations.list.map(({ id, quote, source }) => ({ id, quote, source })),
    };
  }

  /** Somebody else changed the sentence that is being written (or took it out: null). */
  heard(now: HTMLElement | null): void {
    if (this.sending || !this.sentence) return;
    if (now === null) return this.gone();
    const version = Number(now.dataset["version"] ?? 0);
    if (version > this.version && wordsOf(now) !== this.before.text) this.say(message("draft.changed_meanwhile"));
  }

  private say(text: string, ...more: Node[]): void {
    this.note.replaceChildren(text, ...more);
    this.note.hidden = false;
  }

  private gone(): void {
    this.say(message("draft.gone") + " ", button("button small", message("draft.keep_as_new"), () => {
      this.sentence = "";
      delete this.statement.dataset["sentence"];
      this.note.hidden = true;
      void this.send();
    }));
  }

  private async send(): Promise<void> {
    if (this.sending) return;
    if (this.sentence && !this.dirty) return this.leave();
    this.sending = true;
    this.save.disabled = true;
    try {
      const { sentence } = await this.post(this.version);
      this.close();
      announce(message(this.sentence ? "draft.saved" : "draft.added"));
      await this.desk.refresh();
      this.desk.choose(sentence.id);
      this.desk.statement(sentence.id)?.querySelector<HTMLElement>(".sentence")?.focus({ preventScroll: true });
    } catch (error) {
      await this.refused(error);
    } finally {
      this.sending = false;
      this.save.disabled = false;
    }
  }

  private post(version: number): Promise<Answer> {
    const body = { text: this.field.value, cites: this.citations.ids };
    if (this.sentence) return postJSON<Answer>(`${this.statement.dataset["url"] ?? ""}edit`, { ...body, version }, TOLD);
    const before = [...this.paragraph.querySelectorAll(":scope > .statement")];
    const at = before.slice(0, before.indexOf(this.statement)).filter((one) => sentencesOf(this.paragraph).includes(one as HTMLElement));
    return postJSON<Answer>(this.paragraph.dataset["addUrl"] ?? "", { ...body, position: at.length }, TOLD);
  }

  private async refused(error: unknown): Promise<void> {
    if (!(error instanceof Problem)) throw error;
    const current = error.document["current"] as Partial<Current> | null | undefined;
    if (error.status === 409 && typeof current?.text === "string") return this.resolve(current as Current);
    if (error.status === 404 && this.sentence) return this.gone();
    if (TOLD.quiet.includes(error.status)) toast(message("draft.failed", { reason: error.message }), { level: "error" });
    this.field.focus();
  }

  /** Both texts side by side; nothing is lost whatever is chosen before it is saved. */
  private async resolve(current: Current): Promise<void> {
    const sameText = current.text === this.before.text && current.cites.join(" ") === this.before.cites;
    this.version = current.version;
    if (sameText) {
      // Only its number moved on: what was written is still written on this text.
      this.sending = false;
      return this.send();
    }
    const choice = await decide(this.field.value, current);
    this.before = { text: current.text, cites: current.cites.join(" ") };
    if (choice === "theirs") return this.setAside(current.version);
    if (choice === "mine") {
      this.sending = false;
      return this.send();
    }
    this.say(`${message("draft.theirs", { name: current.by })} ${current.text}`);
    this.changed();
    this.field.focus();
  }

  /** Theirs stands; one's own can be had back as long as the notice is there. */
  private async setAside(version: number): Promise<void> {
    const mine: Entry = { ...this.entry(), version, name: this.name };
    await this.leave();
    const again = (): void => {
      const statement = this.desk.statement(mine.sentence);
      if (statement) this.desk.edit(statement, mine);
    };
    toast(message("draft.set_aside"), { stay: 20_000, action: { label: message("draft.undo"), run: again } });
  }

  private async cancel(): Promise<void> {
    if (this.sending) return;
    if (this.dirty && !(await ask({ text: message("draft.leave"), yes: message("draft.discard"), danger: true }))) return this.field.focus();
    await this.leave();
  }

  private async leave(): Promise<void> {
    this.close();
    // What others saved meanwhile was held back.
    await this.desk.refresh();
  }

  /** Ends the writing without saving. */
  close(): void {
    forget(this.desk.draft, this.name);
    this.meter?.close();
    this.box.remove();
    delete this.statement.dataset["editing"];
    this.desk.closed(this.statement);
  }
}

/** A sentence's own characters, without marks and signs. */
const wordsOf = (statement: Element): string => statement.querySelector(".words")?.textContent ?? "";
const idsOf = (cites: Cite[]): string => cites.map((one) => one.id).join(" ");
