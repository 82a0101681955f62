/** Nothing is replaced under the hand: a click or an answered question whose beginning is gone would do nothing. */
const ENDS = ["pointerup", "pointercancel", "keyup", "dragend"];

export const isHeld = (part: Element): boolean => part.matches(":active") || part.querySelector("[data-asked]") !== null;

/** Runs once the hand, or a finger of it, is off: after the click that this makes. */
export function whenFree(run: () => void): void {
  const once = (): void => {
    for (const end of ENDS) removeEventListener(end, once, true);
    setTimeout(run);
  };
  for (const end of ENDS) addEventListener(end, once, true);
}
