/** Fetches what there is and follows what happens: others' tags within a second, own ones not twice. */
import { getJSON } from "../core/http.js";
import { onLive } from "../core/live.js";
import { message } from "../core/messages.js";
import { toast } from "../core/toast.js";
import { flash } from "./painter.js";
import type { Room } from "./room.js";
import type { Excerpt, Suggestion } from "./store.js";
import type { Suggestions } from "./suggestions.js";

interface Everything { text: string | null; excerpts: Excerpt[]; suggestions: Suggestion[] }

/** Loads all excerpts and suggestions of the source. */
export async function refetch(room: Room, suggestions: Suggestions): Promise<void> {
  const found = await getJSON<Everything>(room.config.excerptsUrl);
  if (found.text !== room.config.text) return offerReload("tag.changed_text");
  performance.mark("excerpts:data");
  room.store.replaceAll(found.excerpts);
  performance.measure("excerpts:paint", "excerpts:data");
  suggestions.set(found.suggestions);
}

export function startFollowing(room: Room, suggestions: Suggestions): void {
  const mine = (detail: Record<string, unknown>): boolean => detail["source"] === room.config.source;
  for (const kind of ["created", "changed"]) {
    onLive(`excerpt.${kind}`, (detail) => {
      if (mine(detail)) arrived(room, detail["excerpt"] as Excerpt, detail.own, kind === "created");
    });
  }
  for (const kind of ["deleted", "hidden"]) {
    onLive(`excerpt.${kind}`, (detail) => {
      if (!mine(detail)) return;
      // Hidden means no longer accepted: gone only for those who see accepted ones alone.
      if (kind === "hidden" && room.config.mayTag) return;
      const { id, version } = detail["excerpt"] as { id: string; version?: number };
      room.store.remove(id, version ?? 0);
      if (room.current === id) room.choose(null);
    });
  }
  onLive("suggestions.changed", (detail) => {
    if (mine(detail) && room.config.mayTag) void getJSON<Everything>(room.config.excerptsUrl).then((found) => suggestions.set(found.suggestions));
  });
  onLive("suggestion.decided", (detail) => {
    if (!mine(detail) || typeof detail["suggestion"] !== "string") return;
    if (detail["state"] !== "open") suggestions.drop(detail["suggestion"]);
    else if (!detail.own) void getJSON<Everything>(room.config.excerptsUrl).then((found) => suggestions.set(found.suggestions));
  });
  // Read anew, the source has another text; the answer says so.
  onLive("source.changed", (detail) => { if (mine(detail) && detail["state"] === "ready") void refetch(room, suggestions); });
  // Excerpts of an older text came along to this one.
  onLive("excerpts.reanchored", (detail) => { if (mine(detail)) void refetch(room, suggestions); });
  onLive("headings.changed", () => offerReload("headings.changed"));
  onLive("source.deleted", (detail) => { if (mine(detail)) toast(message("source.gone"), { level: "error" }); });
  watchConnection(room, suggestions);
}

function arrived(room: Room, excerpt: Excerpt, own: boolean, created: boolean): void {
  if (excerpt.text !== room.config.text) return;
  if (!room.store.put(excerpt) || own || !created) return;
  flash(room.painter, "peer", [excerpt.start, excerpt.end]);
  room.announce(message("tag.arrived", { name: excerpt.by.name, headings: room.names(excerpt.headings) }));
}

/** After a break the stream goes on where it stopped; a fresh look makes sure that nothing is missing. */
function watchConnection(room: Room, suggestions: Suggestions): void {
  let broken = false;
  new MutationObserver(() => {
    const state = document.body.dataset["live"];
    if (state === "waiting") broken = true;
    else if (state === "open" && broken) {
      broken = false;
      void refetch(room, suggestions);
    }
  }).observe(document.body, { attributes: true, attributeFilter: ["data-live"] });
}

function offerReload(key: string): void {
  toast(message(key), { stay: 0, action: { label: message("tag.reload"), run: () => location.reload() } });
}
