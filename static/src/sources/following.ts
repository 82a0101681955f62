/** Keeps rows, list and facts as the event stream says they are. */
import { onLive } from "../core/live.js";

interface Htmx { ajax(verb: string, url: string, options: { target: string | Element; swap: string }): Promise<void> }
declare const htmx: Htmx;

/** Several changes at once (twenty files) renew the list once. */
const TOGETHER_MS = 150;
let listTimer: ReturnType<typeof setTimeout> | undefined;
const rowTimers = new Map<string, ReturnType<typeof setTimeout>>();

export function renewList(): void {
  clearTimeout(listTimer);
  listTimer = setTimeout(() => {
    const list = document.getElementById("source-list");
    if (!list) return;
    // Not under the hand of somebody who has a row's menu open.
    if (list.querySelector("details[open]")) return renewList();
    const filter = document.getElementById("source-filter");
    if (filter) filter.hidden = false;
    document.querySelector("#upload-form [data-dropzone]")?.classList.add("slim");
    void htmx.ajax("GET", location.pathname + location.search, { target: list, swap: "outerHTML" });
  }, TOGETHER_MS);
}

function renew(id: string): void {
  clearTimeout(rowTimers.get(id));
  rowTimers.set(id, setTimeout(() => {
    rowTimers.delete(id);
    const facts = document.getElementById("source-facts");
    if (facts?.dataset["source"] === id) {
      void htmx.ajax("GET", location.pathname + location.search, { target: facts, swap: "outerHTML" });
      return;
    }
    const row = document.getElementById(`source-${id}`);
    if (!row) renewList();
    else if (row.querySelector("details[open]")) renew(id);
    else {
      void htmx.ajax("GET", `${location.pathname}?row=${encodeURIComponent(id)}`, { target: row, swap: "outerHTML" });
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
    if (!document.querySelector("#source-list li")) renewList();
  });
}
