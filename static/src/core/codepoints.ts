/**
 * Offsets: the server counts Unicode code points, the browser UTF-16 units. All conversion happens here.
 * A text without surrogate pairs (nearly every text) costs nothing: both counts are the same.
 */
import { countWhile } from "./search.js";

const SURROGATE = /[\ud800-\udbff][\udc00-\udfff]/;
const STRIDE = 1024;

export class CodePointMap {
  readonly text: string;
  /** Length in code points. */
  readonly length: number;
  /** UTF-16 offset of every STRIDE-th code point, or null when the two counts are the same. */
  private readonly marks: Uint32Array | null;

  constructor(text: string) {
    this.text = text;
    if (!SURROGATE.test(text)) {
      this.marks = null;
      this.length = text.length;
      return;
    }
    const marks: number[] = [];
    let points = 0;
    for (let unit = 0; unit < text.length; points += 1) {
      if (points % STRIDE === 0) marks.push(unit);
      unit += width(text, unit);
    }
    this.marks = Uint32Array.from(marks);
    this.length = points;
  }

  /** UTF-16 offset of a code point offset. Clamped to the text. */
  toUnits(point: number): number {
    const wanted = Math.max(0, Math.min(point, this.length));
    if (this.marks === null) return wanted;
    const mark = Math.min(Math.floor(wanted / STRIDE), this.marks.length - 1);
    let unit = this.marks[mark] ?? 0;
    for (let at = mark * STRIDE; at < wanted; at += 1) unit += width(this.text, unit);
    return unit;
  }

  /** Code point offset of a UTF-16 offset. An offset inside a pair counts as the start of the pair. */
  toPoints(unit: number): number {
    const wanted = Math.max(0, Math.min(unit, this.text.length));
    if (this.marks === null) return wanted;
    const mark = lastAtOrBefore(this.marks, wanted);
    let at = this.marks[mark] ?? 0;
    let point = mark * STRIDE;
    while (at + width(this.text, at) <= wanted && at < this.text.length) {
      at += width(this.text, at);
      point += 1;
    }
    return point;
  }

  /** The text of a half-open span in code points. */
  slice(start: number, end: number): string {
    return this.text.slice(this.toUnits(start), this.toUnits(end));
  }
}

/** Number of code points in a text. */
export function codePointLength(text: string): number {
  return SURROGATE.test(text) ? new CodePointMap(text).length : text.length;
}

function width(text: string, unit: number): 1 | 2 {
  const high = text.charCodeAt(unit);
  if (high < 0xd800 || high > 0xdbff || unit + 1 >= text.length) return 1;
  const low = text.charCodeAt(unit + 1);
  return low >= 0xdc00 && low <= 0xdfff ? 2 : 1;
}

function lastAtOrBefore(sorted: Uint32Array, value: number): number {
  return Math.max(0, countWhile(sorted.length, (i) => sorted[i]! <= value) - 1);
}
