/** Selecting by word, sentence and paragraph, and what is selected now as offsets. */
import { getJSON } from "../core/http.js";
import type { Room } from "./room.js";

interface Source { sentences: [number, number][]; text: string; written: string }
let source: Promise<Source> | null = null;

/** The text with its sentences from the server; asked for once, when it is needed. */
export function fullText(room: Room): Promise<Source> {
  source ??= getJSON<Source>(room.config.textUrl).catch((error: unknown) => {
    source = null;
    throw error;
  });
  return source;
}

export function selectedSpan(room: Room): [number, number] | null {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  return room.index.span(selection.getRangeAt(0));
}

export function select(room: Room, start: number, end: number): void {
  const range = room.index.range(start, end);
  const selection = getSelection();
  if (!range || !selection) return;
  selection.removeAllRanges();
  selection.addRange(range);
}

/** The offset under the pointer or at the caret; null outside the text. */
export function pointUnder(room: Room, x: number, y: number): number | null {
  const modern = document.caretPositionFromPoint?.(x, y);
  if (modern) return room.index.point(modern.offsetNode, modern.offset, true);
  const old = document.caretRangeFromPoint?.(x, y);
  return old ? room.index.point(old.startContainer, old.startOffset, true) : null;
}

/** Where keys select from: the selection's start, else the last click in the text, else the current excerpt. */
export function caret(room: Room): number | null {
  const selection = getSelection();
  if (selection && selection.rangeCount > 0) {
    const range = selection.getRangeAt(0);
    const point = room.index.point(range.startContainer, range.startOffset, true);
    if (point !== null) return point;
  }
  return room.currentExcerpt()?.start ?? null;
}

export async function selectSentence(room: Room): Promise<void> {
  const point = caret(room) ?? visiblePoint(room);
  if (point === null) return;
  const { sentences } = await fullText(room);
  const now = selectedSpan(room);
  const here = sentences.findIndex(([, end]) => end > point);
  // Pressed again on a whole sentence, it goes on to the next.
  const whole = now !== null && here >= 0 && sentences[here]![0] === now[0] && sentences[here]![1] === now[1];
  const found = sentences[whole ? here + 1 : here];
  if (found) select(room, found[0], found[1]);
  if (found && whole) room.scrollTo(found[0], found[1]);
}

export function selectParagraph(room: Room): void {
  const point = caret(room) ?? visiblePoint(room);
  if (point === null) return;
  const [start, end] = room.index.block(point);
  select(room, start, end);
}

/** The word at an offset, by the browser's dictionary: Chinese has no spaces to go by. */
export function wordAt(room: Room, point: number): [number, number] | null {
  const [from, to] = room.index.block(point);
  const text = room.index.slice(from, to);
  const segmenter = new Intl.Segmenter(room.config.language.startsWith("zh") ? "zh" : room.config.language.slice(0, 2) || "zh", { granularity: "word" });
  const unit = text.length - [...text].slice(point - from).join("").length;
  const found = segmenter.segment(text).containing(Math.min(unit, text.length - 1));
  if (!found?.isWordLike) return null;
  const start = from + [...text.slice(0, found.index)].length;
  return [start, start + [...found.segment].length];
}

function visiblePoint(room: Room): number | null {
  const box = room.pane.getBoundingClientRect();
  return pointUnder(room, box.left + box.width / 2, Math.max(box.top, 0) + Math.min(box.height, innerHeight) / 3);
}
