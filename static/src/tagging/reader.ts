/** Puts the reader together: text, paint, excerpts beside it, keys, the live channel, and the place the address names. */
import { message } from "../core/messages.js";
import { need } from "../core/need.js";
import { showPane } from "../core/panes.js";
import { countWhile } from "../core/search.js";
import { toast } from "../core/toast.js";
import { remove, undo } from "./commands.js";
import { Comments } from "./comments.js";
import { readConfig } from "./config.js";
import { refetch, startFollowing } from "./following.js";
import { flash, makePainter } from "./painter.js";
import { PageImage } from "./page-image.js";
import { Palette } from "./palette.js";
import { Pane } from "./pane.js";
import { Repairs } from "./repairs.js";
import { Room } from "./room.js";
import { fullText, pointUnder, select, wordAt } from "./selection.js";
import { startKeys } from "./shortcuts.js";
import { Similar } from "./similar.js";
import { Store } from "./store.js";
import { Suggestions } from "./suggestions.js";
import { TextIndex } from "./text-index.js";

export async function startReader(): Promise<void> {
  const config = readConfig();
  if (!config) return;
  const index = new TextIndex(need("[data-text]"));
  const hues = new Map(config.headings.map((one) => [one.key, one.hue]));
  const painter = makePainter(index, (key) => hues.get(key) ?? 8);
  const store = new Store();
  const room = new Room(config, index, store, painter, need("[data-text-pane]"));
  store.onChange((change) => {
    if (change.kind === "all") painter.paint(store.all());
    else if (change.kind === "put") painter.put(change.excerpt);
    else painter.remove(change.excerpt.id);
  });
  const suggestions = new Suggestions(room);
  const comments = new Comments(config.commentCountsUrl);
  const pane = new Pane(room, suggestions, comments);
  const similar = new Similar(room);
  const palette = new Palette(room, similar);
  const repairs = new Repairs(room);
  startKeys({ room, pane, palette, suggestions, similar });
  startText(room, pane, suggestions, repairs);
  if (config.pages) new PageImage(room);
  startButtons(room, pane);
  startOutline(room);
  startScript(room);
  showSpanOfAddress(room);
  startFollowing(room, suggestions);
  await Promise.all([refetch(room, suggestions), repairs.start()]);
  comments.start();
  showExcerptOfAddress(room, pane);
  addEventListener("hashchange", () => showExcerptOfAddress(room, pane));
}

/** A click on painted text opens its excerpt; again, the next one there. A double click takes the word. */
function startText(room: Room, pane: Pane, suggestions: Suggestions, repairs: Repairs): void {
  room.index.root.addEventListener("click", (event) => {
    if (event.detail > 1 || !(getSelection()?.isCollapsed ?? true)) return;
    const point = pointUnder(room, event.clientX, event.clientY);
    if (point === null || repairs.click(point)) return;
    const proposed = suggestions.at(point);
    if (proposed) return suggestions.choose(proposed);
    const here = room.store.at(point);
    const next = here[(here.findIndex((one) => one.id === room.current) + 1) % Math.max(1, here.length)];
    if (!next) return room.choose(null);
    pane.open(next.id, false);
    pane.offer(next);
  });
  room.index.root.addEventListener("dblclick", (event) => {
    const point = pointUnder(room, event.clientX, event.clientY);
    const word = point === null ? null : wordAt(room, point);
    if (word) select(room, word[0], word[1]);
  });
}

function startButtons(room: Room, pane: Pane): void {
  document.querySelector("[data-undo]")?.addEventListener("click", () => void undo(room));
  document.addEventListener("reader:note", () => pane.focusNote());
  // Deletion from the open card goes the quick way too, with its undo.
  document.addEventListener("submit", (event) => {
    const form = event.target instanceof HTMLFormElement ? event.target : null;
    const excerpt = form?.matches("[data-delete-form]") ? room.currentExcerpt() : undefined;
    if (!excerpt) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void remove(room, excerpt);
  }, true);
}

/** The heading one reads under is marked in the outline. */
function startOutline(room: Room): void {
  const links = new Map([...document.querySelectorAll<HTMLAnchorElement>('.outline a[href^="#b"]')].map((one) => [one.hash.slice(1), one]));
  if (links.size === 0) return;
  const headings = [...links.keys()].map((id) => document.getElementById(id)).filter((one) => one !== null);
  let waiting = false;
  const mark = (): void => {
    waiting = false;
    const line = Math.max(room.pane.getBoundingClientRect().top, 0) + 120;
    const above = countWhile(headings.length, (i) => headings[i]!.getBoundingClientRect().top <= line);
    const now = headings[Math.max(0, above - 1)]?.id;
    for (const [id, link] of links) {
      if (id !== now) link.removeAttribute("aria-current");
      else if (!link.hasAttribute("aria-current")) {
        link.setAttribute("aria-current", "true");
        link.scrollIntoView({ block: "nearest" });
      }
    }
  };
  const later = (): void => { if (!waiting) { waiting = true; requestAnimationFrame(mark); } };
  room.pane.addEventListener("scroll", later, { passive: true });
  addEventListener("scroll", later, { passive: true });
  for (const link of links.values()) link.addEventListener("click", () => showPane("text"));
  mark();
}

/** Simplified or as written: other characters at the same offsets, without losing the place. */
function startScript(room: Room): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>("[data-script]")];
  for (const link of links) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const script = link.dataset["script"] ?? "";
      void fullText(room).then(({ text, written }) => {
        room.index.rewrite(script === "written" && written ? written : text);
        room.index.root.lang = script === "written" || room.config.language !== "zh-Hant" ? room.config.language : "zh-Hans";
        room.store.refresh();
        for (const one of links) one.toggleAttribute("aria-current", one === link);
        history.replaceState(null, "", (script === "written" ? "?script=written" : location.pathname) + location.hash);
      });
    });
  }
}

/** `?start=&end=`: a citation's exact span. */
function showSpanOfAddress(room: Room): void {
  const query = new URLSearchParams(location.search);
  const [start, end] = [Number(query.get("start")), Number(query.get("end"))];
  if (!query.has("start") || !Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end <= start || end > room.config.length) return;
  room.painter.mark("active", [[start, end]]);
  room.scrollTo(start, end);
}

/** `#e-<id>`: an excerpt. */
function showExcerptOfAddress(room: Room, pane: Pane): void {
  const id = /^#e-([\w-]+)$/.exec(location.hash)?.[1];
  if (!id) return;
  const excerpt = room.store.get(id);
  if (!excerpt) {
    toast(message("place.gone"));
    return;
  }
  pane.open(id);
  flash(room.painter, "peer", [excerpt.start, excerpt.end]);
}
