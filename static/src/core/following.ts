/**
 * Parts that follow the live channel (`hx-trigger="live:… from:body"`) end with what was said last. htmx alone loses it:
 * an answer that was on its way replaces the part, and with it whatever the part had heard by then and not yet asked
 * for. So this is kept by the part's id, and the part that takes its place asks at once.
 */
import { holdBack } from "./hand.js";
import type { SwapDetail } from "./htmx.js";

const AGAIN = "live-again";
/** Ids of the parts that heard something and have not asked since. */
const heard = new Set<string>();
const known = new WeakSet<Element>();

export function startFollowing(): void {
  const body = document.body;
  body.addEventListener("htmx:beforeProcessNode", ({ target }) => { if (target instanceof Element) follow(target); });
  body.addEventListener("htmx:beforeRequest", ({ target }) => { if (target instanceof Element) heard.delete(target.id); });
  body.addEventListener("htmx:beforeSwap", (event) => {
    const swap = (event as CustomEvent<SwapDetail>).detail;
    const part = swap.requestConfig.elt;
    if (known.has(part)) void holdBack(swap)?.then(() => ask(part));
  });
}

function follow(part: Element): void {
  const triggers = part.getAttribute("hx-trigger") ?? "";
  const names = triggers.match(/\blive:[^\s,]+/g);
  if (!names || !part.id || known.has(part)) return;
  known.add(part);
  part.setAttribute("hx-trigger", `${triggers}, ${AGAIN}`);
  const hear = (): void => {
    if (part.isConnected) heard.add(part.id);
    else for (const name of names) document.body.removeEventListener(name, hear);
  };
  for (const name of names) document.body.addEventListener(name, hear);
  // htmx listens to the part when it is done with it.
  if (heard.has(part.id)) queueMicrotask(() => ask(part));
}

function ask(part: Element): void {
  part.dispatchEvent(new CustomEvent(AGAIN));
}
