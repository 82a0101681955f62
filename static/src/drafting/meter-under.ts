/** A field's text once more behind it, letter on letter, with the copied runs underlined: a textarea cannot mark its own. */
import { CodePointMap } from "../core/codepoints.js";
import { element } from "./page.js";

/** `from` and `to` in UTF-16 units of the field's text; `number` is the run's place in the list. */
export interface Line { from: number; to: number; number: number }

export class Under {
  readonly element = element("div", "meter-under");
  private text = "";
  private lines: Line[] = [];

  constructor(private readonly field: HTMLTextAreaElement) {
    this.element.setAttribute("aria-hidden", "true");
    field.addEventListener("scroll", () => { this.element.scrollTop = field.scrollTop; }, { passive: true });
    this.show(field.value, []);
  }

  /** Runs as the server gave them: code points of `text`. */
  draw(text: string, runs: readonly { own: [number, number] }[]): void {
    const map = new CodePointMap(text);
    this.show(text, runs.map((run, number) => ({ from: map.toUnits(run.own[0]), to: map.toUnits(run.own[1]), number })));
  }

  /** The text was edited and is not measured yet: lines outside of the change stay with their words. */
  edited(now: string): void {
    const before = this.text;
    const most = Math.min(before.length, now.length);
    let head = 0;
    while (head < most && before[head] === now[head]) head += 1;
    let tail = 0;
    while (tail < most - head && before[before.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1;
    const by = now.length - before.length;
    const after = before.length - tail;
    const kept = this.lines.filter((line) => line.to <= head || line.from >= after);
    this.show(now, kept.map((line) => (line.to <= head ? line : { ...line, from: line.from + by, to: line.to + by })));
  }

  /** The number of the run that holds a place of the text, or -1. */
  at(unit: number): number {
    return this.lines.find((line) => line.from <= unit && unit < line.to)?.number ?? -1;
  }

  /** The underlined words below a point of the window. */
  below(x: number, y: number): HTMLElement | null {
    return this.marks().find((mark) => [...mark.getClientRects()].some((box) => box.left <= x && x < box.right && box.top <= y && y < box.bottom)) ?? null;
  }

  mark(number: number): HTMLElement | null { return this.marks().find((mark) => Number(mark.dataset["run"]) === number) ?? null; }

  /** Shows one run as the one that is meant; -1 for none. */
  point(number: number): void {
    for (const mark of this.marks()) mark.toggleAttribute("data-current", Number(mark.dataset["run"]) === number);
  }

  private marks(): HTMLElement[] { return [...this.element.querySelectorAll<HTMLElement>("mark")]; }

  private show(text: string, lines: Line[]): void {
    this.text = text;
    this.lines = lines;
    const parts: Node[] = [];
    let at = 0;
    for (const line of lines) {
      parts.push(document.createTextNode(text.slice(at, line.from)));
      const mark = element("mark", "", text.slice(line.from, line.to));
      mark.dataset["run"] = String(line.number);
      parts.push(mark);
      at = line.to;
    }
    // A last empty line has a height only with something in it.
    parts.push(document.createTextNode(`${text.slice(at)}\u200b`));
    this.element.replaceChildren(...parts);
    this.element.scrollTop = this.field.scrollTop;
  }
}
