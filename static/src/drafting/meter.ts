/**
 * The meter: what is typed is compared with all sources of the workspace whenever its writer pauses. Copied runs are
 * underlined in the field and listed below it with their sources; the draft's total stands in the margin.
 */
import { postJSON, Problem } from "../core/http.js";
import { message } from "../core/messages.js";
import { Under } from "./meter-under.js";
import { element, gathered } from "./page.js";
import { hidePopover, showPopover } from "./popover.js";

interface Figures { counted: number; matched: number; ratio: number; longest_run: number }
export interface Run {
  own: [number, number]; length: number; others: number; url: string;
  source: { title: string }; before: string; passage: string; after: string;
}
interface Answer { state: "ready" | "preparing" | "too_much"; sources: number; sentence?: Figures; draft?: Figures; runs: Run[] }

/** After the last key; with the way to the server and back it stays well below a quarter of a second. */
const PAUSE = 80;
/** What is being made takes a moment, and so does being let in again. */
const AGAIN = 1000;
const TOLD = { quiet: [0, 400, 401, 403, 404, 429, 500, 502, 503, 504] };

/** One question at a time to the server; a newer one ends an older one. */
class Asking {
  private ending: AbortController | null = null;
  private again: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly url: string) {}

  stop(): void {
    this.ending?.abort();
    clearTimeout(this.again);
  }

  /** `done` gets the answer, or null with the reason why there is none; not called for a question that was overtaken. */
  async ask(body: { text: string; sentence: string }, done: (answer: Answer | null, reason: string) => void): Promise<void> {
    this.stop();
    const ending = new AbortController();
    this.ending = ending;
    try {
      const answer = await postJSON<Answer>(this.url, body, { ...TOLD, signal: ending.signal });
      if (ending.signal.aborted) return;
      if (answer.state === "preparing") this.later(body, done);
      else done(answer, "");
    } catch (error) {
      if (ending.signal.aborted) return;
      if (!(error instanceof Problem)) throw error;
      if (error.status === 429) this.later(body, done);
      else done(null, error.message);
    }
  }

  private later(body: { text: string; sentence: string }, done: (answer: Answer | null, reason: string) => void): void {
    this.again = setTimeout(() => void this.ask(body, done), AGAIN);
  }
}

/** The draft's total, in the margin. */
export class Total {
  private readonly place = document.getElementById("draft-meter");
  private readonly asking = new Asking(this.url);
  /** Editors that are open: theirs is the total with what is being written. */
  readonly writing = new Set<Meter>();
  readonly soon = gathered(() => void this.measure(), 300);

  get url(): string { return this.place?.dataset["url"] ?? ""; }

  /** The draft as it is saved; while somebody writes, with what is in the field. */
  async measure(): Promise<void> {
    if (!this.place) return;
    const [writing] = [...this.writing].slice(-1);
    if (writing) return writing.measure();
    this.wait();
    await this.asking.ask({ text: "", sentence: "" }, (answer, reason) => this.show(answer, reason));
  }

  wait(): void { this.say(message("meter.wait")); }

  show(answer: Answer | null, reason: string): void {
    const figures = answer?.draft;
    if (!this.place || !answer || !figures) return this.say(answer ? message("meter.too_much") : message("meter.failed", { reason }), true);
    const percent = (100 * figures.ratio).toFixed(1);
    this.place.dataset["percent"] = percent;
    const total = this.place.querySelector("[data-total]");
    if (total) total.textContent = `${percent}%`;
    const bar = this.place.querySelector<HTMLElement>("meter");
    bar?.setAttribute("value", percent);
    const about = { matched: figures.matched, counted: figures.counted, sources: answer.sources };
    this.say(answer.sources ? message("meter.about", about) : message("meter.no_sources"));
  }

  private say(text: string, problem = false): void {
    const note = this.place?.querySelector<HTMLElement>("[data-meter-note]");
    if (!note) return;
    note.textContent = text;
    note.classList.toggle("caution-text", problem);
  }
}

export class Meter {
  readonly box = element("div", "metered");
  readonly below = element("div", "meter-below");
  private readonly under: Under;
  private readonly note = element("p", "meter-note");
  private readonly list = element("ol", "meter-runs");
  private readonly asking: Asking;
  private readonly later = gathered(() => void this.measure(), PAUSE);
  private runs: Run[] = [];
  private closed = false;

  constructor(private readonly field: HTMLTextAreaElement, private readonly sentence: () => string, private readonly total: Total) {
    this.under = new Under(field);
    this.asking = new Asking(total.url);
    this.box.append(this.under.element, field);
    this.note.setAttribute("role", "status");
    this.list.setAttribute("aria-label", message("meter.runs"));
    this.below.append(this.note, this.list);
    field.addEventListener("input", (event) => this.typed(event instanceof InputEvent && event.isComposing));
    field.addEventListener("compositionend", () => this.typed(false));
    field.addEventListener("pointermove", (event) => this.point(Number(this.under.below(event.clientX, event.clientY)?.dataset["run"] ?? -1)));
    field.addEventListener("pointerleave", () => this.point(-1));
    field.addEventListener("keyup", (event) => { if (/^(Arrow|Home|End|Page)/.test(event.key)) this.point(this.under.at(field.selectionStart)); });
    total.writing.add(this);
    this.typed(false);
  }

  close(): void {
    this.closed = true;
    this.asking.stop();
    this.total.writing.delete(this);
    hidePopover();
    this.total.soon();
  }

  async measure(): Promise<void> {
    if (this.closed) return;
    const text = this.field.value;
    await this.asking.ask({ text, sentence: this.sentence() }, (answer, reason) => {
      if (this.closed || text !== this.field.value) return;
      this.show(text, answer, reason);
      this.total.show(answer, reason);
    });
  }

  private typed(composing: boolean): void {
    this.under.edited(this.field.value);
    this.asking.stop();
    hidePopover();
    // Half a word of an input method is nobody's text yet.
    if (composing) return;
    this.note.textContent = message("meter.wait");
    this.total.wait();
    this.later();
  }

  private show(text: string, answer: Answer | null, reason: string): void {
    this.runs = answer?.runs ?? [];
    this.under.draw(text, this.runs);
    this.list.replaceChildren(...this.runs.map((run, number) => this.row(run, number)));
    this.note.textContent = this.said(answer, reason);
    this.note.classList.toggle("caution-text", answer?.state !== "ready");
  }

  private said(answer: Answer | null, reason: string): string {
    if (!answer) return message("meter.failed", { reason });
    if (!answer.sentence) return message("meter.too_much");
    if (!answer.sources) return message("meter.no_sources");
    const { matched, counted } = answer.sentence;
    return this.runs.length ? message("meter.sentence", { matched, counted, n: this.runs.length }) : message("meter.none");
  }

  /** A run in words: how long, where it stands, and what stands around it there. */
  private row(run: Run, number: number): HTMLElement {
    const row = element("li");
    const link = element("a", "", run.source.title);
    link.href = run.url;
    link.target = "_blank";
    link.rel = "noopener";
    row.append(element("span", "count", message("meter.length", { n: run.length })), " ", link);
    if (run.others) row.append(" ", element("span", "soft", message("meter.others", { n: run.others })));
    if (run.passage) row.append(passageOf(run));
    const on = (): void => this.under.point(number);
    const off = (): void => this.under.point(-1);
    row.addEventListener("pointerenter", on);
    row.addEventListener("pointerleave", off);
    row.addEventListener("focusin", on);
    row.addEventListener("focusout", off);
    return row;
  }

  /** Names the source at the run itself; -1 for none. */
  private point(number: number): void {
    this.under.point(number);
    const run = this.runs[number];
    const mark = this.under.mark(number);
    if (!run || !mark) return hidePopover();
    const said = `${run.source.title} · ${message("meter.length", { n: run.length })}`;
    showPopover(mark, [passageOf(run), element("p", "from", said)], this.field);
  }
}

function passageOf(run: Run): HTMLElement {
  const passage = element("p", "quote clamp-3");
  passage.append(`…${run.before}`, element("b", "", run.passage), `${run.after}…`);
  return passage;
}
