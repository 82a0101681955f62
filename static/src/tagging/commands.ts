/** What a person does to excerpts: shown at once, sent, and put right by the server's answer. */
import { Problem, postJSON } from "../core/http.js";
import { message } from "../core/messages.js";
import { toast } from "../core/toast.js";
import { urlOf } from "./config.js";
import { flash } from "./painter.js";
import type { Room } from "./room.js";
import type { Excerpt } from "./store.js";

interface Answer { excerpt: Excerpt }
interface ChangeAnswer { done: boolean; deleted: boolean; excerpt: (Excerpt | { id: string }) | null }

/** Told here in the words of what was tried, instead of by a bare toast. */
const TOLD = { quiet: [0, 400, 403, 404, 409] };
let guesses = 0;
/** The notice of the last deletion: its button takes back the last change, so it goes as soon as there is another. */
let deletion: HTMLElement | null = null;

/** Saves `[start, end)` under the headings. Painted at once; taken away again, and said why, when it is refused. */
export async function tag(room: Room, span: readonly [number, number], headings: string[], note = ""): Promise<Excerpt | null> {
  const [start, end] = span;
  const quote = room.index.slice(start, end);
  deletion?.remove();
  const { config, store } = room;
  guesses += 1;
  const id = `waiting-${guesses}`;
  store.put({
    id, source: config.source, text: config.text, start, end, quote, note, headings,
    by: { id: config.user, name: config.userName }, review: "open", version: 0, created: new Date().toISOString(), pending: true,
  });
  try {
    const { excerpt } = await postJSON<Answer>(config.excerptsUrl, { text: config.text, start, end, quote, headings, note }, TOLD);
    store.remove(id);
    store.put(excerpt);
    room.choose(excerpt.id, false);
    room.announce(message("tag.saved", { headings: room.names(excerpt.headings) }));
    return excerpt;
  } catch (error) {
    store.remove(id);
    tell(error);
    return null;
  }
}

/** A heading on or off. The last one stays. */
export function toggleHeading(room: Room, excerpt: Excerpt, key: string): void {
  if (!mayChange(room, excerpt)) return;
  const has = excerpt.headings.includes(key);
  if (has && excerpt.headings.length === 1) {
    toast(message("tag.one"));
    return;
  }
  const headings = has ? excerpt.headings.filter((one) => one !== key) : [...excerpt.headings, key];
  void retag(room, excerpt, headings);
}

async function retag(room: Room, excerpt: Excerpt, headings: string[]): Promise<void> {
  deletion?.remove();
  const takeBack = room.store.guess(excerpt.id, { headings });
  try {
    const answer = await postJSON<Answer>(urlOf(room.config.excerptUrl, excerpt.id, "retag"), { headings, version: excerpt.version }, TOLD);
    room.store.put(answer.excerpt);
  } catch (error) {
    takeBack();
    adopt(room, error);
    tell(error);
  }
}

export async function remove(room: Room, excerpt: Excerpt): Promise<void> {
  if (!mayChange(room, excerpt)) return;
  room.store.remove(excerpt.id);
  if (room.current === excerpt.id) room.choose(null);
  try {
    const answer = await postJSON<{ excerpt: { id: string; version: number } }>(urlOf(room.config.excerptUrl, excerpt.id, "delete"), {}, TOLD);
    room.store.remove(excerpt.id, answer.excerpt.version);
    deletion?.remove();
    deletion = toast(message("tag.deleted"), { action: { label: message("undo"), run: () => void undo(room) } });
  } catch (error) {
    if (!(error instanceof Problem && error.status === 404)) room.store.put(excerpt);
    tell(error);
  }
}

export const undo = (room: Room): Promise<void> => again(room, room.config.undoUrl, "undo");
export const redo = (room: Room): Promise<void> => again(room, room.config.redoUrl, "redo");

async function again(room: Room, url: string, verb: "undo" | "redo"): Promise<void> {
  deletion?.remove();
  try {
    const { done, deleted, excerpt } = await postJSON<ChangeAnswer>(url, { source: room.config.source }, TOLD);
    toast(message(done ? `${verb}.done` : `${verb}.none`), { stay: 2500 });
    if (!excerpt) return;
    // A place taken back: the excerpt stands on an older text again, and waits.
    if (deleted || !("version" in excerpt) || excerpt.text !== room.config.text) {
      room.store.remove(excerpt.id);
      if (room.current === excerpt.id) room.choose(null);
    } else if (excerpt.source === room.config.source) {
      room.store.put(excerpt);
      flash(room.painter, "peer", [excerpt.start, excerpt.end]);
      // The next key (a heading, a note) is for it.
      room.choose(excerpt.id, false);
    }
  } catch (error) {
    tell(error);
  }
}

/** Whether the person may; says so when not. */
export function mayChange(room: Room, excerpt: Excerpt): boolean {
  if (room.mayChange(excerpt)) return true;
  if (!excerpt.pending) toast(message("tag.others"));
  return false;
}

/** A conflict brings the present state with it. */
function adopt(room: Room, error: unknown): void {
  const current = error instanceof Problem ? error.document["current"] : null;
  if (typeof current === "object" && current !== null && "version" in current) room.store.put(current as Excerpt);
}

export function tell(error: unknown): void {
  if (!(error instanceof Problem)) throw error;
  if (error.status === 409 && error.document["code"] === "text_changed") {
    toast(message("tag.changed_text"), { level: "error", action: { label: message("tag.reload"), run: () => location.reload() } });
    return;
  }
  // Other statuses have been told already.
  if (TOLD.quiet.includes(error.status)) toast(message("tag.failed", { reason: error.message }), { level: "error" });
}
