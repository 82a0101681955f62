/** The desk: which sentence is chosen, the margin about it, moving and removing, and following what others do. */
import { freed, isHeld } from "../core/hand.js";
import { process } from "../core/htmx.js";
import { postJSON, Problem } from "../core/http.js";
import { onLive } from "../core/live.js";
import { message } from "../core/messages.js";
import { toast } from "../core/toast.js";
import { startDeskKeys } from "./desk-keys.js";
import { Editor, type Entry } from "./editor.js";
import { keptEntries } from "./kept.js";
import { Total } from "./meter.js";
import { announce, element, gathered, need } from "./page.js";
import { startPopover } from "./popover.js";
import { fragment, renew } from "./renew.js";

export class Desk {
  readonly draft: string;
  readonly url: string;
  readonly mayWrite: boolean;
  readonly editors = new Map<HTMLElement, Editor>();
  readonly total = new Total();
  chosen: string | null = null;
  private panelAsked = 0;
  private fresh = 0;

  constructor() {
    this.draft = this.root.dataset["draft"] ?? "";
    this.url = this.root.dataset["url"] ?? location.pathname;
    this.mayWrite = this.root.dataset["mayWrite"] !== undefined;
  }

  get root(): HTMLElement { return need<HTMLElement>("#desk"); }
  get state(): string { return this.root.dataset["state"] ?? ""; }

  statement(id: string): HTMLElement | null { return document.getElementById(`s-${id}`); }
  statements(): HTMLElement[] { return [...this.root.querySelectorAll<HTMLElement>(".statement[data-sentence]")]; }
  current(): HTMLElement | null { return this.chosen ? this.statement(this.chosen) : null; }

  /** Makes a sentence the chosen one and shows in the margin what is known about it; null clears. */
  choose(id: string | null, focus = false): void {
    this.root.querySelectorAll(".sentence[aria-current]").forEach((one) => one.removeAttribute("aria-current"));
    this.chosen = id;
    const statement = this.current();
    const sentence = statement?.querySelector<HTMLElement>(".sentence");
    sentence?.setAttribute("aria-current", "true");
    if (focus && sentence) {
      sentence.focus({ preventScroll: true });
      sentence.scrollIntoView({ block: "center" });
    }
    if (!statement) need("#panel-place").replaceChildren();
    else void this.showPanel(statement);
  }

  private async showPanel(statement: HTMLElement): Promise<void> {
    const asked = ++this.panelAsked;
    const place = need<HTMLElement>("#panel-place");
    if (!place.hasChildNodes()) place.replaceChildren(element("span", "skeleton"), element("span", "skeleton"));
    const panel = await fragment(statement.dataset["url"] ?? "");
    if (asked !== this.panelAsked) return;
    const open = place.querySelector<HTMLDetailsElement>("details.history")?.open ?? false;
    if (!panel) return place.replaceChildren();
    keepReason(place, panel);
    const history = panel.querySelector<HTMLDetailsElement>("details.history");
    if (history) history.open = open && place.querySelector("[data-panel]")?.id === panel.id;
    const seen = place.querySelector("[data-panel]")?.id !== panel.id || hidden(statement, place) <= 0;
    place.replaceChildren(panel);
    process(panel);
    if (seen) uncover(statement, place);
  }

  /** The whole desk as the server has it now; what somebody is writing here stays. */
  async refresh(): Promise<void> {
    const asked = ++this.fresh;
    const next = await fragment(this.url);
    while (isHeld(this.root)) await freed();
    if (!next || asked !== this.fresh) return;
    if (next.id !== "desk") return location.reload();
    renew(this.root, next, {
      prepare: (part) => {
        if (this.chosen) part.querySelector(`#s-${this.chosen} > .sentence`)?.setAttribute("aria-current", "true");
      },
      held: (held, now) => this.editors.get(held)?.heard(now instanceof HTMLElement ? now : null),
    });
    for (const field of document.querySelectorAll<HTMLInputElement>("[data-revision-field]")) {
      // An open question is about the revision that was read when it was opened.
      if (!field.closest("dialog")?.open) field.value = this.root.dataset["revision"] ?? field.value;
    }
    if (this.chosen && !this.statement(this.chosen)) this.choose(null);
    else if (this.chosen) void this.showPanel(this.current() as HTMLElement);
  }

  edit(statement: HTMLElement, entry?: Entry): void {
    if (!this.mayWrite) return;
    const open = this.editors.get(statement);
    if (open) return open.focus();
    this.editors.set(statement, new Editor(this, statement, entry));
  }

  /** An empty place after a sentence (or at the end of a paragraph) for a new one. */
  addAfter(paragraph: HTMLElement, after: HTMLElement | null, entry?: Entry): void {
    if (!this.mayWrite) return;
    const statement = element("span", "statement");
    statement.id = `s-new-${crypto.randomUUID()}`;
    if (after) after.after(statement);
    else paragraph.insertBefore(statement, paragraph.querySelector(":scope > [data-add]"));
    this.editors.set(statement, new Editor(this, statement, entry));
  }

  closed(statement: HTMLElement): void {
    this.editors.delete(statement);
    if (statement.dataset["sentence"] === undefined) statement.remove();
    else statement.querySelector<HTMLElement>(".sentence")?.focus({ preventScroll: true });
  }

  remove(statement: HTMLElement): void {
    if (!this.mayWrite || this.editors.has(statement)) return;
    const url = statement.dataset["url"] ?? "";
    const next = this.neighbour(statement, 1) ?? this.neighbour(statement, -1);
    this.doing(async () => {
      await postJSON(`${url}remove`);
      if (this.chosen === statement.dataset["sentence"]) this.choose(null);
      await this.refresh();
      next?.querySelector<HTMLElement>(".sentence")?.focus({ preventScroll: true });
      const undo = (): void => this.doing(async () => {
        await postJSON(`${url}restore`);
        await this.refresh();
      });
      toast(message("draft.removed"), { action: { label: message("draft.undo"), run: undo } });
    });
  }

  /** One place up or down; beyond the edge of its paragraph into the one before or after. */
  move(statement: HTMLElement, by: 1 | -1): void {
    if (!this.mayWrite || this.editors.has(statement)) return;
    const paragraph = statement.closest<HTMLElement>("[data-paragraph]");
    if (!paragraph) return;
    const here = sentencesOf(paragraph);
    let position = here.indexOf(statement) + by;
    let target: HTMLElement | undefined = paragraph;
    if (position < 0 || position >= here.length) {
      const all = [...this.root.querySelectorAll<HTMLElement>("[data-paragraph]")];
      target = all[all.indexOf(paragraph) + by];
      position = by < 0 && target ? sentencesOf(target).length : 0;
    }
    if (!target) return;
    const to = target.dataset["paragraph"] ?? "";
    this.doing(async () => {
      await postJSON(`${statement.dataset["url"] ?? ""}move`, { paragraph: to, position });
      await this.refresh();
      const moved = this.statement(statement.dataset["sentence"] ?? "")?.querySelector<HTMLElement>(".sentence");
      moved?.focus({ preventScroll: true });
      moved?.scrollIntoView({ block: "nearest" });
      announce(message("draft.moved"));
    });
  }

  neighbour(statement: HTMLElement, by: 1 | -1): HTMLElement | undefined {
    const all = this.statements();
    return all[all.indexOf(statement) + by];
  }

  private queue: Promise<void> = Promise.resolve();

  /** Commands one after the other; a refusal has been told, and the desk shows what is true. */
  doing(work: () => Promise<void>): void {
    this.queue = this.queue.then(work).catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error;
      void this.refresh();
    });
  }
}

/** On a narrow screen the panel lies over the foot of the page: the sentence it is about is brought out from under it. */
function uncover(statement: HTMLElement, place: HTMLElement): void {
  const under = hidden(statement, place);
  if (under > 0 && getComputedStyle(place).position === "fixed") scrollBy({ top: under + 12 });
}

/** By how many pixels a sentence ends below the upper edge of the panel. */
const hidden = (statement: HTMLElement, place: HTMLElement): number =>
  statement.getBoundingClientRect().bottom - place.getBoundingClientRect().top;

export const sentencesOf = (paragraph: Element): HTMLElement[] =>
  [...paragraph.querySelectorAll<HTMLElement>(":scope > .statement[data-sentence]")];

export function startDesk(): void {
  const desk = new Desk();
  document.addEventListener("click", (event) => onClick(desk, event));
  startDeskKeys(desk);
  document.addEventListener("submit", (event) => onDecision(desk, event), true);
  startPopover();
  follow(desk);
  recover(desk);
  void desk.total.measure();
  addEventListener("beforeunload", (event) => {
    if ([...desk.editors.values()].some((one) => one.dirty)) event.preventDefault();
  });
  const wanted = /^#s-([\w-]{36})$/.exec(location.hash)?.[1];
  if (wanted && desk.statement(wanted)) desk.choose(wanted, true);
}

/** What is decided in the margin about the chosen sentence is to be seen on it: an editor with nothing written gives way. */
function onDecision(desk: Desk, event: SubmitEvent): void {
  const statement = desk.current();
  const editor = statement ? desk.editors.get(statement) : undefined;
  if (editor && !editor.dirty && event.target instanceof Element && event.target.closest("#panel-place")) editor.close();
}

function onClick(desk: Desk, event: MouseEvent): void {
  const target = event.target;
  if (!(target instanceof Element) || event.defaultPrevented) return;
  const goto = target.closest<HTMLElement>("[data-goto]");
  if (goto) {
    event.preventDefault();
    return desk.choose(goto.dataset["goto"] ?? null, true);
  }
  const add = target.closest<HTMLElement>("[data-add]");
  const paragraph = add?.closest<HTMLElement>("[data-paragraph]");
  if (paragraph) return desk.addAfter(paragraph, null);
  if (target.closest("[data-panel-close]")) {
    const sentence = desk.current()?.querySelector<HTMLElement>(".sentence");
    desk.choose(null);
    return sentence?.focus({ preventScroll: true });
  }
  const act = target.closest<HTMLElement>("[data-act]")?.dataset["act"];
  const chosen = desk.current();
  if (act && chosen) return perform(desk, chosen, act);
  const statement = target.closest<HTMLElement>(".sentence")?.closest<HTMLElement>(".statement");
  // Whoever selects words to copy them wants no editor.
  if (!statement || !(getSelection()?.isCollapsed ?? true)) return;
  const id = statement.dataset["sentence"] ?? null;
  if (id && desk.chosen === id) desk.edit(statement);
  else desk.choose(id);
}

export function perform(desk: Desk, statement: HTMLElement, act: string): void {
  const paragraph = statement.closest<HTMLElement>("[data-paragraph]");
  if (act === "edit") desk.edit(statement);
  else if (act === "add" && paragraph) desk.addAfter(paragraph, statement);
  else if (act === "remove") desk.remove(statement);
  else if (act === "up") desk.move(statement, -1);
  else if (act === "down") desk.move(statement, 1);
}

function follow(desk: Desk): void {
  const soon = gathered(() => void desk.refresh(), 100);
  const later = gathered(() => void desk.refresh(), 600);
  const mine = (detail: Record<string, unknown>): boolean => detail["draft"] === desk.draft;
  onLive("sentence.changed", (detail) => { if (mine(detail)) soon(); });
  onLive("draft.changed", (detail) => {
    if (!mine(detail)) return;
    if (detail["state"] === "deleted") toast(message("draft.deleted"), { level: "error" });
    else soon();
  });
  // A draft that is written again shows how far that is.
  onLive("job.changed", () => { if (document.getElementById("desk-rewriting")) later(); });
  // A citation may be out of date now.
  for (const kind of ["excerpt.created", "excerpt.changed", "excerpt.deleted", "source.changed"]) onLive(kind, later);
  // What others write counts, too, and so do sources that come and go.
  for (const kind of ["sentence.changed", "draft.changed", "source.changed", "source.deleted"]) onLive(kind, desk.total.soon);
}

/** What had been written and not saved when the page was left. */
function recover(desk: Desk): void {
  let found = 0;
  for (const entry of keptEntries(desk.draft)) {
    const paragraph = document.getElementById(`p-${entry.paragraph}`);
    const statement = entry.sentence ? desk.statement(entry.sentence) : null;
    if (statement) desk.edit(statement, entry);
    else if (paragraph) desk.addAfter(paragraph, null, entry);
    else continue;
    found += 1;
  }
  if (found) toast(message("draft.recovered"), { level: "info" });
}

/** A panel that renews itself takes along what a person is writing in it: the reason why a sentence may stand. */
function keepReason(place: HTMLElement, panel: HTMLElement): void {
  const old = place.querySelector<HTMLDetailsElement>("details.overrule[open]");
  const fresh = panel.querySelector<HTMLDetailsElement>("details.overrule");
  if (!old || !fresh || place.querySelector("[data-panel]")?.id !== panel.id) return;
  fresh.open = true;
  const [was, now] = [old.querySelector("textarea"), fresh.querySelector("textarea")];
  if (!was || !now) return;
  now.value = was.value;
  if (document.activeElement === was) queueMicrotask(() => now.focus());
}
