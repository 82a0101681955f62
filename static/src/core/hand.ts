/** Nothing is replaced under the hand: a click or an answered question whose beginning is gone would do nothing. */
import type { SwapDetail } from "./htmx.js";

const ENDS = ["pointerup", "pointercancel", "keyup", "dragend"];

export const isHeld = (part: Element): boolean => part.matches(":active") || part.querySelector("[data-asked]") !== null;

/** Resolves once the hand, or a finger of it, is off: after the click that this makes. */
export function freed(): Promise<void> {
  return new Promise((resolve) => {
    const once = (): void => {
      for (const end of ENDS) removeEventListener(end, once, true);
      setTimeout(resolve);
    };
    for (const end of ENDS) addEventListener(end, once, true);
  });
}

/** Drops an answer to what is held, which may be asked for again when this resolves; null when the answer may come in. */
export function holdBack(swap: SwapDetail): Promise<void> | null {
  if (!isHeld(swap.target)) return null;
  swap.shouldSwap = false;
  return freed();
}
