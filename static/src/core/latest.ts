/**
 * A form with `hx-sync="this:queue last"` (a filter, settings) shows its last answer only. What it asks while an answer is
 * on its way waits for that answer, which would replace the form, where it stands in the part that is replaced, and with it
 * what waits. `replace` aborts the request instead: the server may still do it, last, and htmx reports an error.
 */
import type { SwapDetail } from "./htmx.js";

const LATEST = "form[hx-sync]";
/** How often a form has asked, and how often it had when its request was sent. */
const asked = new WeakMap<Element, number>();
const sent = new WeakMap<Element, number>();

export function startLatest(): void {
  const body = document.body;
  // The first event of every wish, also of one that is put into the queue, and again when its turn comes.
  body.addEventListener("htmx:confirm", ({ target }) => {
    if (target instanceof Element && target.matches(LATEST)) asked.set(target, (asked.get(target) ?? 0) + 1);
  });
  body.addEventListener("htmx:beforeRequest", ({ target }) => {
    if (target instanceof Element) sent.set(target, asked.get(target) ?? 0);
  });
  body.addEventListener("htmx:beforeSwap", (event) => {
    const swap = (event as CustomEvent<SwapDetail>).detail;
    const form = swap.requestConfig.elt;
    if (form.matches(LATEST) && asked.get(form) !== sent.get(form)) swap.shouldSwap = false;
  });
}
