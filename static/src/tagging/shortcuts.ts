/** The reader's keys. Headings take letters and digits; what else there is takes signs and the letters kept free. */
import { isTyping, onKey } from "../core/keys.js";
import { message } from "../core/messages.js";
import { toast } from "../core/toast.js";
import { redo, remove, toggleHeading, undo } from "./commands.js";
import type { Palette } from "./palette.js";
import type { Pane } from "./pane.js";
import type { Room } from "./room.js";
import { selectParagraph, selectSentence } from "./selection.js";
import type { Similar } from "./similar.js";
import type { Suggestions } from "./suggestions.js";

interface Parts { room: Room; pane: Pane; palette: Palette; suggestions: Suggestions; similar: Similar }

export function startKeys(parts: Parts): void {
  const { room, pane, palette, suggestions, similar } = parts;
  onKey({ key: "j", label: message("key.next"), run: () => (suggestions.on ? suggestions.step(1) : pane.step(1)) });
  onKey({ key: "k", label: message("key.previous"), run: () => (suggestions.on ? suggestions.step(-1) : pane.step(-1)) });
  selectionKeys(room, palette);
  // What is selected, else the excerpt that keys act on.
  onKey({ key: "=", label: message("key.similar"), run: () => {
    const excerpt = room.currentExcerpt();
    similar.show(palette.target() ?? (excerpt ? [excerpt.start, excerpt.end] : null));
  } });
  if (!room.config.mayTag) return;
  tagKeys(parts);
  onKey({ key: "n", label: message("key.note"), run: () => note(room, palette) });
  onKey({ key: "z", label: message("key.undo"), run: () => void undo(room) });
  onKey({ key: "mod+z", label: message("key.undo"), run: (event) => (isTyping(event) ? false : void undo(room)) });
  onKey({ key: "Shift+Z", label: message("key.redo"), run: () => void redo(room) });
  onKey({ key: "mod+Shift+Z", label: message("key.redo"), run: (event) => (isTyping(event) ? false : void redo(room)) });
  for (const key of ["Delete", "Backspace"]) {
    onKey({ key, label: message("key.delete"), when: () => room.currentExcerpt() !== undefined, run: () => deleteCurrent(room) });
  }
  suggestionKeys(suggestions);
}

function tagKeys({ room, suggestions, palette }: Parts): void {
  const press = (key: string): void => {
    const suggestion = suggestions.current();
    const excerpt = room.currentExcerpt();
    if (palette.target()) palette.use(key);
    else if (suggestion) void suggestions.accept(suggestion, key);
    else if (excerpt) toggleHeading(room, excerpt, key);
    else toast(message("tag.none"), { stay: 2500 });
  };
  for (const { key, name } of room.config.headings) {
    onKey({ key: key.toLowerCase(), label: message("key.heading", { name }), run: () => press(key) });
  }
  // With a Chinese input method on, the browser gives no letter for the stroke even where nothing can be typed.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Process" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable]")) return;
    const letter = /^(?:Key|Digit)([A-Z0-9])$/.exec(event.code)?.[1];
    if (letter && room.config.headings.some((one) => one.key === letter)) {
      event.preventDefault();
      press(letter);
    }
  });
}

function selectionKeys(room: Room, palette: Palette): void {
  onKey({ key: "[", label: message("key.sentence"), run: () => void selectSentence(room) });
  onKey({ key: "]", label: message("key.paragraph"), run: () => selectParagraph(room) });
  onKey({
    key: "Escape", label: message("key.close"), when: () => palette.open || room.current !== null,
    run: () => {
      palette.close();
      getSelection()?.removeAllRanges();
      room.choose(null);
    },
  });
}

function suggestionKeys(suggestions: Suggestions): void {
  const ready = (): boolean => suggestions.current() !== null;
  onKey({ key: "u", label: message("key.suggestions"), run: () => suggestions.toggle() });
  onKey({ key: "Enter", label: message("key.accept"), when: ready, run: (event) => {
    if (event.target instanceof Element && event.target.closest("a, button")) return false;
    const one = suggestions.current();
    if (one) void suggestions.accept(one);
    return undefined;
  } });
  onKey({ key: "x", label: message("key.dismiss"), when: ready, run: () => {
    const one = suggestions.current();
    if (one) void suggestions.dismiss(one);
  } });
}

function note(room: Room, palette: Palette): void {
  if (palette.target()) palette.openNote();
  else if (room.currentExcerpt()) document.dispatchEvent(new CustomEvent("reader:note"));
  else toast(message("tag.none"), { stay: 2500 });
}

function deleteCurrent(room: Room): void {
  const excerpt = room.currentExcerpt();
  if (excerpt) void remove(room, excerpt);
}
