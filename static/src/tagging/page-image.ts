/** The page as it looks, beside the text: it follows the text, and shows where the excerpt or the selection stands on it. */
import { getJSON } from "../core/http.js";
import { onKey } from "../core/keys.js";
import { message } from "../core/messages.js";
import { need } from "../core/need.js";
import { countWhile } from "../core/search.js";
import type { Room } from "./room.js";
import { selectedSpan } from "./selection.js";

type Box = [number, number, number, number];
interface Boxes { page: number; boxes: Box[]; width: number; height: number }

const SELECTED_MS = 350;
const SVG = "http://www.w3.org/2000/svg";

/** The page of every block that begins one, ascending by place: `[place, page]`. */
export type PageStarts = readonly (readonly [number, number])[];

/** The page that the character at `point` is on; 0 when none is known. */
export function pageAt(starts: PageStarts, point: number): number {
  const begun = countWhile(starts.length, (i) => starts[i]![0] <= point);
  return starts[Math.max(0, begun - 1)]?.[1] ?? 0;
}

/** Where the first block of the page stands, or of the next page that has any; null after the last. */
export function placeOf(starts: PageStarts, page: number): number | null {
  return starts.find(([, one]) => one >= page)?.[0] ?? null;
}

/** Width to ask for: enough for the screen, in steps, so that few pictures serve all. */
export function askedWidth(shown: number, ratio: number): number {
  return Math.min(1600, Math.max(400, Math.ceil((shown * Math.min(ratio, 2)) / 200) * 200));
}

export class PageImage {
  private page = 0;
  private span: [number, number] | null = null;
  private asked = 0;
  private moved = false;
  private settling = 0;
  private readonly starts: PageStarts;
  private readonly pane = need<HTMLElement>("[data-page-pane]");
  private readonly image = need<HTMLImageElement>("[data-page-image]");
  private readonly boxes = need<SVGElement>("[data-page-boxes]");
  private readonly number = need<HTMLInputElement>("#page-number");
  private readonly said = need<HTMLElement>("[data-page-said]");
  private readonly reader = need<HTMLElement>("[data-reader]");
  private readonly button = need<HTMLButtonElement>("[data-page-toggle]");

  constructor(private readonly room: Room) {
    this.starts = pageStarts(room.index.root);
    need("[data-page-last]").textContent = message("page.of", { last: room.config.pages });
    this.button.addEventListener("click", () => this.toggle());
    need("[data-page-close]").addEventListener("click", () => { this.toggle(); this.button.focus(); });
    onKey({ key: ";", label: message("key.page"), run: () => this.toggle() });
    for (const one of this.pane.querySelectorAll<HTMLElement>("[data-page-step]")) {
      one.addEventListener("click", () => this.jump(this.page + Number(one.dataset["pageStep"])));
    }
    need("[data-page-form]").addEventListener("submit", (event) => {
      event.preventDefault();
      this.jump(Number.parseInt(this.number.value, 10) || this.page);
    });
    room.index.root.addEventListener("click", (event) => {
      const mark = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-page-mark]") : null;
      if (!mark) return;
      if (!this.open) this.toggle();
      this.show(Number(mark.dataset["pageMark"]));
    });
    this.image.addEventListener("error", () => { if (this.image.getAttribute("src")) this.say("page.none"); });
    this.image.addEventListener("load", () => this.say(""));
    this.boxes.addEventListener("click", () => { if (this.span) this.room.scrollTo(this.span[0], this.span[1]); });
    const later = (): void => { if (!this.moved) { this.moved = true; requestAnimationFrame(() => this.follow()); } };
    room.pane.addEventListener("scroll", later, { passive: true });
    addEventListener("scroll", later, { passive: true });
    room.onCurrent(() => this.focus());
    let waiting = 0;
    document.addEventListener("selectionchange", () => {
      clearTimeout(waiting);
      if (this.open) waiting = window.setTimeout(() => this.focus(), SELECTED_MS);
    });
  }

  get open(): boolean { return !this.pane.hidden; }

  private toggle(): void {
    this.pane.hidden = this.open;
    this.reader.toggleAttribute("data-page-open", this.open);
    this.button.setAttribute("aria-pressed", String(this.open));
    if (!this.open) return;
    this.page = 0;
    this.follow();
    this.focus();
  }

  /** The page of what one reads. */
  private follow(): void {
    this.moved = false;
    // What a jump scrolls by itself is not somebody who reads on.
    if (!this.open || performance.now() < this.settling) return;
    const line = Math.max(this.room.pane.getBoundingClientRect().top, 0) + 140;
    const blocks = this.room.index.root.querySelectorAll<HTMLElement>("[data-page]:not([data-folded])");
    const above = countWhile(blocks.length, (i) => blocks[i]!.getBoundingClientRect().top <= line);
    this.show(Number(blocks[Math.max(0, above - 1)]?.dataset["page"] ?? 1));
  }

  private jump(page: number): void {
    const wanted = Math.min(this.room.config.pages, Math.max(1, page));
    const place = placeOf(this.starts, wanted);
    this.settling = performance.now() + 400;
    if (place !== null) this.room.scrollTo(place, place + 1);
    this.show(wanted);
  }

  private show(page: number): void {
    if (page < 1 || page > this.room.config.pages) return;
    if (page !== this.page) {
      this.page = page;
      this.number.value = String(page);
      const width = askedWidth(this.pane.clientWidth, devicePixelRatio);
      this.image.alt = message("page.alt", { page });
      this.image.src = `${this.room.config.pageImageUrl.replace("/0.png", `/${page}.png`)}?width=${width}`;
    }
    void this.draw();
  }

  /** The selection, else the current excerpt: its page is shown with its boxes. */
  private focus(): void {
    if (!this.open) return;
    const excerpt = this.room.currentExcerpt();
    const span = selectedSpan(this.room) ?? (excerpt ? ([excerpt.start, excerpt.end] as [number, number]) : null);
    if (span?.[0] === this.span?.[0] && span?.[1] === this.span?.[1]) return;
    this.span = span;
    if (!span) return void this.draw();
    const [first, last] = [pageAt(this.starts, span[0]), pageAt(this.starts, span[1] - 1)];
    this.settling = performance.now() + 400;
    this.show(this.page >= first && this.page <= last ? this.page : first);
  }

  private async draw(): Promise<void> {
    this.asked += 1;
    const { asked, span, page } = this;
    this.boxes.replaceChildren();
    if (!span || page < pageAt(this.starts, span[0]) || page > pageAt(this.starts, span[1] - 1)) return;
    const url = `${this.room.config.pageBoxesUrl.replace("/0/", `/${page}/`)}?start=${span[0]}&end=${span[1]}`;
    const found = await getJSON<Boxes>(url, { quiet: [400, 404, 409] }).catch(() => null);
    if (asked !== this.asked) return;
    this.boxes.replaceChildren(...(found?.boxes ?? []).map(rect));
    if (found) this.say(found.boxes.length ? "" : "page.not_found");
    this.boxes.firstElementChild?.scrollIntoView({ block: "nearest" });
  }

  private say(key: string): void { this.said.textContent = key ? message(key) : ""; }
}

function rect([x0, y0, x1, y1]: Box): SVGElement {
  const element = document.createElementNS(SVG, "rect");
  for (const [name, value] of [["x", x0], ["y", y0], ["width", x1 - x0], ["height", y1 - y0]] as const) element.setAttribute(name, String(value));
  return element;
}

function pageStarts(root: HTMLElement): PageStarts {
  const found: [number, number][] = [];
  for (const block of root.querySelectorAll<HTMLElement>("[data-page]")) {
    const page = Number(block.dataset["page"]);
    const leaf = block.matches("[data-start]") ? block : block.querySelector<HTMLElement>("[data-start]");
    if (leaf && found.at(-1)?.[1] !== page) found.push([Number(leaf.dataset["start"]), page]);
  }
  return found;
}
