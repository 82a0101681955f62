/** The reader as its parts share it: configuration, text, excerpts, paint, and which excerpt is the current one. */
import type { Config, Heading } from "./config.js";
import { unfold } from "./folding.js";
import type { Painter } from "./painter.js";
import type { Excerpt, Store } from "./store.js";
import type { TextIndex } from "./text-index.js";

export class Room {
  /** The excerpt that keys act on. */
  current: string | null = null;
  private readonly hearers: ((id: string | null, opened: boolean) => void)[] = [];
  private readonly headings = new Map<string, Heading>();

  constructor(
    readonly config: Config,
    readonly index: TextIndex,
    readonly store: Store,
    readonly painter: Painter,
    readonly pane: HTMLElement,
  ) {
    for (const heading of config.headings) this.headings.set(heading.key, heading);
  }

  heading(key: string): Heading {
    return this.headings.get(key) ?? { id: "", key, name: key, hue: 8 };
  }

  names(keys: readonly string[]): string {
    return keys.map((key) => this.heading(key).name).join(", ");
  }

  onCurrent(hearer: (id: string | null, opened: boolean) => void): void { this.hearers.push(hearer); }

  /** Makes an excerpt the current one; `opened` shows its note and comments too, which somebody who tags on has no use for. */
  choose(id: string | null, opened = true): void {
    if (this.current === id && !opened) return;
    this.current = id;
    const excerpt = id ? this.store.get(id) : undefined;
    this.painter.mark("active", excerpt ? [[excerpt.start, excerpt.end]] : []);
    for (const hearer of this.hearers) hearer(id, opened);
  }

  currentExcerpt(): Excerpt | undefined { return this.current ? this.store.get(this.current) : undefined; }

  mayChange(excerpt: Excerpt): boolean {
    return !excerpt.pending && this.config.mayTag && (this.config.mayChangeAll || excerpt.by.id === this.config.user);
  }

  /** Says something to screen readers. */
  announce(text: string): void {
    const place = document.querySelector("[data-announce]");
    if (place) place.textContent = text;
  }

  /** Brings a span into the middle of what is seen. */
  scrollTo(start: number, end: number): void {
    const range = this.index.range(start, end);
    const element = this.index.element(start);
    if (!range || !element) return;
    unfold(element);
    // First the block, so that it is laid out at all (content-visibility), then the very line.
    element.scrollIntoView({ block: "center" });
    requestAnimationFrame(() => {
      const box = range.getClientRects()[0] ?? range.getBoundingClientRect();
      const scroller = this.scroller();
      const middle = scroller === document.scrollingElement ? innerHeight / 2 : this.pane.getBoundingClientRect().top + this.pane.clientHeight / 2;
      const off = box.top - middle + Math.min(box.height, 40) / 2;
      if (Math.abs(off) > 60) scroller.scrollBy({ top: off });
    });
  }

  /** What scrolls the text: its pane on a wide screen, the page on a narrow one. */
  scroller(): Element {
    const own = getComputedStyle(this.pane).overflowY;
    return own === "auto" || own === "scroll" ? this.pane : (document.scrollingElement ?? document.documentElement);
  }
}
