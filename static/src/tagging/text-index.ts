/**
 * From code point offsets of the reading text to places in the page and back.
 *
 * The page shows the text in leaves: elements with `data-start`, whose text is exactly one run of the reading text;
 * `data-gap` holds the characters between a leaf and the one before (a line break when it is missing). A leaf is one
 * text node, or several where the painter had to wrap spans.
 */
import { CodePointMap, codePointLength } from "../core/codepoints.js";
import { countWhile } from "../core/search.js";

export interface Place { node: Node; offset: number }
interface Leaf { element: HTMLElement; start: number; end: number; gap: string; map: CodePointMap }

export class TextIndex {
  private readonly leaves: Leaf[] = [];
  private readonly byElement = new Map<Element, number>();

  constructor(readonly root: HTMLElement) {
    for (const element of root.querySelectorAll<HTMLElement>("[data-start]")) {
      const map = new CodePointMap(element.textContent ?? "");
      const start = Number(element.dataset["start"]);
      this.byElement.set(element, this.leaves.length);
      this.leaves.push({ element, start, end: start + map.length, gap: element.dataset["gap"] ?? "\n", map });
    }
  }

  get size(): number { return this.leaves.length; }

  /** The end of the last leaf: the length of the text without what follows it. */
  get end(): number { return this.leaves.at(-1)?.end ?? 0; }

  /** Number of the last leaf that starts at or before the offset; 0 when there is none. */
  leafAt(point: number): number {
    return Math.max(0, countWhile(this.leaves.length, (i) => this.leaves[i]!.start <= point) - 1);
  }

  element(point: number): HTMLElement | null { return this.leaves[this.leafAt(point)]?.element ?? null; }

  /** The place of an offset. Between two leaves: the end of the first, or (`forward`) the start of the next. */
  place(point: number, forward: boolean): Place | null {
    // What ends with a line break ends where its line does: between the leaves may stand a fold.
    const number = this.leafAt(forward ? point : point - 1);
    const found = this.leaves[number];
    const leaf = forward && found && point >= found.end ? (this.leaves[number + 1] ?? found) : found;
    if (!leaf) return null;
    const inside = Math.max(0, Math.min(point, leaf.end) - leaf.start);
    return nodeAt(leaf.element, leaf.map.toUnits(inside));
  }

  /** The span as a range that costs nothing to keep; null when it is not in the text. */
  staticRange(start: number, end: number): StaticRange | null {
    const from = this.place(start, true);
    const to = this.place(end, false);
    if (!from || !to) return null;
    return new StaticRange({ startContainer: from.node, startOffset: from.offset, endContainer: to.node, endOffset: to.offset });
  }

  range(start: number, end: number): Range | null {
    const span = this.staticRange(start, end);
    if (!span) return null;
    const range = document.createRange();
    range.setStart(span.startContainer, span.startOffset);
    range.setEnd(span.endContainer, span.endOffset);
    return range;
  }

  /** The offset of a place; outside every leaf the nearest leaf's edge: `forward` the next start, else the last end. */
  point(node: Node, offset: number, forward: boolean): number | null {
    if (!this.root.contains(node)) return null;
    const element = (node instanceof Element ? node : node.parentElement)?.closest("[data-start]");
    const number = element ? this.byElement.get(element) : undefined;
    if (element && number !== undefined) {
      const leaf = this.leaves[number]!;
      return leaf.start + leaf.map.toPoints(unitsBefore(leaf.element, node, offset));
    }
    const next = this.firstLeafAfter(node, offset);
    if (forward) return this.leaves[next]?.start ?? this.end;
    return this.leaves[next - 1]?.end ?? 0;
  }

  /** `[start, end)` of a selection as far as it lies in the text; null when nothing of it does. */
  span(range: Range): [number, number] | null {
    if (!range.intersectsNode(this.root)) return null;
    const before = this.root.contains(range.startContainer);
    const start = before ? this.point(range.startContainer, range.startOffset, true) : 0;
    const end = this.root.contains(range.endContainer) ? this.point(range.endContainer, range.endOffset, false) : this.end;
    if (start === null || end === null || end <= start) return null;
    return this.trimmed(start, end);
  }

  /** Without white space at its edges; null when nothing else is in it. */
  trimmed(start: number, end: number): [number, number] | null {
    const text = this.slice(start, end);
    const lead = codePointLength(text) - codePointLength(text.trimStart());
    const tail = codePointLength(text) - codePointLength(text.trimEnd());
    return start + lead < end - tail ? [start + lead, end - tail] : null;
  }

  /** The characters `[start, end)`, those between leaves included. */
  slice(start: number, end: number): string {
    const parts: string[] = [];
    for (let i = this.leafAt(start); i < this.leaves.length; i += 1) {
      const leaf = this.leaves[i]!;
      const gapStart = leaf.start - codePointLength(leaf.gap);
      if (gapStart >= end) break;
      if (i > 0 && leaf.start > start) parts.push(sliceOf(leaf.gap, start - gapStart, end - gapStart));
      if (leaf.start < end) parts.push(leaf.map.slice(Math.max(0, start - leaf.start), Math.max(0, end - leaf.start)));
    }
    return parts.join("");
  }

  /** The span of the block that an offset lies in. */
  block(point: number): [number, number] {
    const leaf = this.leaves[this.leafAt(point)];
    return leaf ? [leaf.start, leaf.end] : [0, 0];
  }

  /** Shows other characters of the same length in code points: the other script. */
  rewrite(text: string): void {
    const map = new CodePointMap(text);
    for (const leaf of this.leaves) {
      leaf.element.textContent = map.slice(leaf.start, leaf.end);
      leaf.map = new CodePointMap(leaf.element.textContent);
    }
  }

  /** Leaves that a span touches, with the part of each in UTF-16 units. */
  pieces(start: number, end: number): { element: HTMLElement; from: number; to: number }[] {
    const found = [];
    for (let i = this.leafAt(start); i < this.leaves.length && this.leaves[i]!.start < end; i += 1) {
      const leaf = this.leaves[i]!;
      const from = leaf.map.toUnits(Math.max(0, start - leaf.start));
      const to = leaf.map.toUnits(Math.max(0, end - leaf.start));
      if (to > from) found.push({ element: leaf.element, from, to });
    }
    return found;
  }

  private firstLeafAfter(node: Node, offset: number): number {
    const place = document.createRange();
    place.setStart(node, offset);
    // comparePoint: -1 when the leaf lies before the place.
    return countWhile(this.leaves.length, (i) => place.comparePoint(this.leaves[i]!.element, 0) < 0);
  }
}

function sliceOf(text: string, start: number, end: number): string {
  return [...text].slice(Math.max(0, start), Math.max(0, end)).join("");
}

function nodeAt(element: Element, unit: number): Place | null {
  const only = element.firstChild;
  if (only instanceof Text && element.childNodes.length === 1) return { node: only, offset: Math.min(unit, only.length) };
  let left = unit;
  let last: Text | null = null;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (left <= node.length) return { node, offset: left };
    left -= node.length;
    last = node;
  }
  return last ? { node: last, offset: last.length } : null;
}

function unitsBefore(leaf: Element, node: Node, offset: number): number {
  if (node instanceof Text && leaf.firstChild === node) return offset;
  const range = document.createRange();
  range.selectNodeContents(leaf);
  range.setEnd(node, offset);
  return range.toString().length;
}
