/** Keeps rows, list and facts as the event stream says they are. */
import { onLive } from "../core/live.js";
import { here, isRenewing, renewPart } from "../core/renewal.js";

/** Several changes at once (twenty files) renew the list once. */
const TOGETHER_MS = 150;
let listTimer: ReturnType<typeof setTimeout> | undefined;
const rowTimers = new Map<string, ReturnType<typeof setTimeout>>();

export function renewList(): void {
  clearTimeout(listTimer);
  listTimer = setTimeout(() => {
    const list = document.getElementById("source-list");
    if (!list) return;
    const filter = document.getElementById("source-filter");
    // Not under the hand of somebody who has a row's menu open or has just chosen a filter.
    if (list.querySelector("details[open]") || filter?.matches(".htmx-request")) return renewList();
    if (filter) filter.hidden = false;
    document.querySelector("#upload-form [data-dropzone]")?.classList.add("slim");
    void renewPart(list.id, here);
  }, TOGETHER_MS);
}

function renew(id: string): void {
  clearTimeout(rowTimers.get(id));
  rowTimers.set(id, setTimeout(() => {
    rowTimers.delete(id);
    const facts = document.getElementById("source-facts");
    if (facts?.dataset["source"] === id) {
      void renewPart(facts.id, here);
      return;
    }
    const row = document.getElementById(`source-${id}`);
    // A list that is on its way may be older than this change, and takes the row's place.
    if (!row || isRenewing("source-list")) renewList();
    else if (row.querySelector("details[open]")) renew(id);
    else {
      void renewPart(row.id, () => `${location.pathname}?row=${encodeURIComponent(id)}`);
    }
  }, TOGETHER_MS));
}

/** Renews what stands on this page; a source that is not shown changes nothing here. */
function renewKnown(id: string): void {
  if (document.getElementById(`source-${id}`) ?? factsOf(id)) renew(id);
}

/** Progress moves the bar in place; a new step or state brings the row anew, with its words. */
function onJob(detail: Record<string, unknown>): void {
  const id = detail["source"];
  if (typeof id !== "string") return;
  const place = document.getElementById(`source-${id}`) ?? factsOf(id);
  // What other work does with a source that is read already is no business of this list.
  if (!place || place.dataset["state"] === "ready") return;
  if (detail["state"] === "running" && place.dataset["step"] === detail["step"]) {
    const bar = place.querySelector("progress");
    if (bar && typeof detail["progress"] === "number") bar.value = detail["progress"];
  } else renew(id);
}

function factsOf(id: string): HTMLElement | null {
  const facts = document.getElementById("source-facts");
  return facts?.dataset["source"] === id ? facts : null;
}

export function startFollowing(): void {
  if (!document.querySelector("#source-list, #source-facts")) return;
  onLive("job.changed", onJob);
  onLive("source.changed", ({ source }) => { if (typeof source === "string") renew(source); });
  onLive("excerpts.reanchored", ({ source }) => { if (typeof source === "string") renewKnown(source); });
  onLive("source.deleted", ({ source }) => {
    if (typeof source === "string") document.getElementById(`source-${source}`)?.remove();
    if (!document.querySelector("#source-list li") || isRenewing("source-list")) renewList();
  });
}
