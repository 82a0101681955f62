/**
 * Colours on the text. With the CSS Custom Highlight API one highlight per heading's hue, so that 5,000 tags need not
 * one element; without it the leaves are cut into disjoint spans.
 */
import type { Excerpt } from "./store.js";
import type { TextIndex } from "./text-index.js";

const HUES = 8;
const FLASH_MS = 2200;
type Sign = "active" | "peer" | "suggestion" | "repair" | "put-back" | "damage";

export interface Painter {
  /** Paints all anew. */
  paint(excerpts: readonly Excerpt[]): void;
  put(excerpt: Excerpt): void;
  remove(id: string): void;
  /** Marks spans with a sign that is no heading; no spans take it away. */
  mark(sign: Sign, spans: readonly (readonly [number, number])[]): void;
}

export function makePainter(index: TextIndex, hueOf: (key: string) => number): Painter {
  return typeof Highlight === "function" && CSS.highlights ? new HighlightPainter(index, hueOf) : new SpanPainter(index, hueOf);
}

/** Marks a span for a moment. */
export function flash(painter: Painter, sign: Sign, span: readonly [number, number]): void {
  painter.mark(sign, [span]);
  setTimeout(() => painter.mark(sign, []), FLASH_MS);
}

class HighlightPainter implements Painter {
  private readonly highlights: Highlight[] = [];
  private readonly ranges = new Map<string, { range: StaticRange; hues: number[] }>();

  constructor(private readonly index: TextIndex, private readonly hueOf: (key: string) => number) {
    for (let hue = 1; hue <= HUES; hue += 1) {
      const highlight = new Highlight();
      CSS.highlights.set(`heading-${hue}`, highlight);
      this.highlights[hue] = highlight;
    }
  }

  paint(excerpts: readonly Excerpt[]): void {
    for (const highlight of this.highlights) highlight?.clear();
    this.ranges.clear();
    for (const excerpt of excerpts) this.put(excerpt);
  }

  put(excerpt: Excerpt): void {
    this.remove(excerpt.id);
    const range = this.index.staticRange(excerpt.start, excerpt.end);
    if (!range) return;
    const hues = excerpt.headings.map(this.hueOf);
    for (const hue of hues) this.highlights[hue]?.add(range);
    this.ranges.set(excerpt.id, { range, hues });
  }

  remove(id: string): void {
    const known = this.ranges.get(id);
    if (!known) return;
    for (const hue of known.hues) this.highlights[hue]?.delete(known.range);
    this.ranges.delete(id);
  }

  mark(sign: Sign, spans: readonly (readonly [number, number])[]): void {
    const ranges = spans.map(([start, end]) => this.index.staticRange(start, end)).filter((one) => one !== null);
    if (ranges.length === 0) {
      CSS.highlights.delete(sign);
      return;
    }
    const highlight = new Highlight(...ranges);
    // Above the headings, below nothing: what one looks for must be seen.
    highlight.priority = sign === "active" || sign === "peer" ? 1 : -1;
    CSS.highlights.set(sign, highlight);
  }
}

interface Painted { start: number; end: number; hue: number; sign: string }

/** Cuts a leaf of `length` units at every edge of the pieces on it; each part names what covers it. */
export function disjoint(length: number, pieces: readonly { from: number; to: number; label: string }[]): { from: number; to: number; labels: string[] }[] {
  const edges = [...new Set([0, length, ...pieces.flatMap((one) => [one.from, one.to])])].filter((one) => one <= length).sort((a, b) => a - b);
  const parts = [];
  for (let i = 0; i + 1 < edges.length; i += 1) {
    const from = edges[i]!;
    const to = edges[i + 1]!;
    const labels = [...new Set(pieces.filter((one) => one.from <= from && one.to >= to).map((one) => one.label))];
    parts.push({ from, to, labels });
  }
  return parts;
}

class SpanPainter implements Painter {
  private readonly spans = new Map<string, Painted[]>();
  private readonly dirty = new Set<HTMLElement>();

  constructor(private readonly index: TextIndex, private readonly hueOf: (key: string) => number) {}

  paint(excerpts: readonly Excerpt[]): void {
    for (const id of [...this.spans.keys()]) if (!id.startsWith("sign:")) this.remove(id);
    for (const excerpt of excerpts) this.put(excerpt);
  }

  put(excerpt: Excerpt): void {
    this.set(excerpt.id, excerpt.headings.map((key) => ({ start: excerpt.start, end: excerpt.end, hue: this.hueOf(key), sign: "" })));
  }

  remove(id: string): void { this.set(id, []); }

  mark(sign: Sign, spans: readonly (readonly [number, number])[]): void {
    this.set(`sign:${sign}`, spans.map(([start, end]) => ({ start, end, hue: 0, sign })));
  }

  private set(id: string, spans: Painted[]): void {
    for (const span of [...(this.spans.get(id) ?? []), ...spans]) {
      for (const piece of this.index.pieces(span.start, span.end)) this.dirty.add(piece.element);
    }
    if (spans.length) this.spans.set(id, spans);
    else this.spans.delete(id);
    queueMicrotask(() => this.redraw());
  }

  private redraw(): void {
    if (this.dirty.size === 0) return;
    const onLeaf = new Map<HTMLElement, { from: number; to: number; label: string }[]>();
    for (const span of [...this.spans.values()].flat()) {
      for (const { element, from, to } of this.index.pieces(span.start, span.end)) {
        if (!this.dirty.has(element)) continue;
        const list = onLeaf.get(element) ?? [];
        list.push({ from, to, label: span.sign || String(span.hue) });
        onLeaf.set(element, list);
      }
    }
    for (const element of this.dirty) wrap(element, onLeaf.get(element) ?? []);
    this.dirty.clear();
  }
}

function wrap(leaf: HTMLElement, pieces: { from: number; to: number; label: string }[]): void {
  const text = leaf.textContent ?? "";
  if (pieces.length === 0) {
    leaf.textContent = text;
    return;
  }
  const nodes = disjoint(text.length, pieces).map(({ from, to, labels }) => {
    const part = text.slice(from, to);
    if (labels.length === 0) return document.createTextNode(part);
    const mark = document.createElement("span");
    mark.className = ["painted", ...labels.filter((one) => !/^\d/.test(one)).map((one) => `painted-${one}`)].join(" ");
    const hue = labels.find((one) => /^\d/.test(one));
    if (hue) mark.dataset["hue"] = hue;
    mark.textContent = part;
    return mark;
  });
  leaf.replaceChildren(...nodes);
}
