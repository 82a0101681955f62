/**
 * Brings parts of the page to what the server says now, so that the last word is never lost. htmx alone loses it:
 * requests without a source share one queue, of which the newest is kept and the others are dropped.
 */
import { holdBack } from "./hand.js";
import { type SwapDetail, replacePart } from "./htmx.js";

type Address = () => string;

/** By the id of the part: what was asked for while an answer was on its way, null when nothing was. */
const underWay = new Map<string, Address | null>();

/**
 * Replaces the element with this id by what `address` gives. Asked again before the answer is there, or with another
 * address by then (a filter), it is asked for once more afterwards: what is on its way may be older than the change.
 */
export async function renewPart(id: string, address: Address): Promise<void> {
  if (underWay.has(id)) {
    underWay.set(id, address);
    return;
  }
  const asked = address();
  underWay.set(id, null);
  const part = document.getElementById(id);
  if (part) await answered(part, asked);
  const next = underWay.get(id) ?? (address() === asked ? null : address);
  underWay.delete(id);
  if (next) await renewPart(id, next);
}

/** Until the answer stands in the part's place, or does not come; a refusal is shown by htmx's own events. */
async function answered(part: Element, asked: string): Promise<void> {
  const failed = new Promise<void>((resolve) => part.addEventListener("htmx:onLoadError", () => resolve(), { once: true }));
  let free: Promise<void> | null = null;
  const hold = (event: Event): void => {
    const swap = (event as CustomEvent<SwapDetail>).detail;
    if (swap.requestConfig.elt === part) free = holdBack(swap);
  };
  part.addEventListener("htmx:beforeSwap", hold);
  await Promise.race([replacePart(part, asked), failed]).catch(() => undefined);
  part.removeEventListener("htmx:beforeSwap", hold);
  if (!free) return;
  await free;
  if (part.isConnected) await answered(part, asked);
}

/** Whether an answer for the part is on its way. */
export const isRenewing = (id: string): boolean => underWay.has(id);

/** This page with its filters, as it is when asked for. */
export const here: Address = () => location.pathname + location.search;
