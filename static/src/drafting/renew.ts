/**
 * Brings a part of the page to what the server says now and leaves everything alone that is the same: the cursor, the
 * sentence somebody is writing in, open menus. Elements are matched by id; `data-keep` is never touched, and
 * `data-editing` is held as long as it is set.
 */
import { process } from "../core/htmx.js";

export interface Hooks {
  /** Sets on the new part what only the browser knows (the chosen sentence, say). */
  prepare?: (next: HTMLElement) => void;
  /** An element with `data-editing` was held back: what would stand there now, or null when it is gone. */
  held?: (element: HTMLElement, next: Element | null) => void;
  /** An element was put in the place of another or is new. */
  arrived?: (element: Element) => void;
}

/** The part of a page at `url`, parsed but not yet shown; null when the server does not give it. */
export async function fragment(url: string): Promise<HTMLElement | null> {
  const response = await fetch(url, { headers: { "HX-Request": "true", Accept: "text/html" }, credentials: "same-origin" }).catch(() => null);
  if (response?.headers.get("HX-Refresh")) location.reload();
  if (!response?.ok || response.redirected) return null;
  const parsed = new DOMParser().parseFromString(await response.text(), "text/html").body.firstElementChild;
  return parsed instanceof HTMLElement ? document.adoptNode(parsed) : null;
}

export function renew(old: HTMLElement, next: HTMLElement, hooks: Hooks = {}): void {
  carryOver(old, next);
  hooks.prepare?.(next);
  const focused = placeOf(document.activeElement);
  reconcile(old, next, hooks);
  process(old);
  if (focused && (document.activeElement === null || document.activeElement === document.body)) focusAgain(focused);
}

/** What differs between two renderings of the same thing without meaning anything. */
function carryOver(old: HTMLElement, next: HTMLElement): void {
  const token = old.ownerDocument.querySelector<HTMLInputElement>("input[name=csrfmiddlewaretoken]")?.getAttribute("value");
  if (token) for (const field of next.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.setAttribute("value", token);
  const times = new Map([...old.querySelectorAll<HTMLTimeElement>("time[data-relative]")].map((one) => [one.dateTime, one]));
  for (const time of next.querySelectorAll<HTMLTimeElement>("time[data-relative]")) {
    const shown = times.get(time.dateTime);
    if (!shown) continue;
    time.textContent = shown.textContent;
    if (shown.title) time.title = shown.title;
  }
  for (const open of old.querySelectorAll<HTMLDetailsElement>("details")) {
    const owner = open.closest("[id]")?.id;
    const there = owner ? next.querySelector(`#${CSS.escape(owner)}`) : null;
    const twin = there instanceof HTMLDetailsElement ? there : there?.querySelector("details");
    if (twin) twin.open = open.open;
  }
}

function reconcile(old: Element, next: Element, hooks: Hooks): void {
  if (old instanceof HTMLElement && old.dataset["keep"] !== undefined) return;
  if (old instanceof HTMLElement && old.dataset["editing"] !== undefined) {
    hooks.held?.(old, next);
    return;
  }
  if (old.isEqualNode(next)) return;
  if (old.tagName !== next.tagName || !hasParts(next) || !hasParts(old) || ownText(old) !== ownText(next)) {
    old.replaceWith(next);
    hooks.arrived?.(next);
    return;
  }
  for (const name of old.getAttributeNames()) if (!next.hasAttribute(name)) old.removeAttribute(name);
  for (const name of next.getAttributeNames()) {
    const value = next.getAttribute(name) ?? "";
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  reconcileChildren(old, next, hooks);
}

function reconcileChildren(old: Element, next: Element, hooks: Hooks): void {
  const known = new Map<string, Element>();
  [...old.children].forEach((child, index) => known.set(keyOf(child, index), child));
  let cursor = old.firstElementChild;
  [...next.children].forEach((wanted, index) => {
    const key = keyOf(wanted, index);
    const present = known.get(key);
    known.delete(key);
    if (!present) {
      old.insertBefore(wanted, cursor);
      hooks.arrived?.(wanted);
      return;
    }
    if (present !== cursor) {
      if (present.contains(document.activeElement)) {
        // What holds the cursor stays where it is; the others go around it.
        while (cursor && cursor !== present) {
          const after: Element | null = cursor.nextElementSibling;
          old.append(cursor);
          cursor = after;
        }
      } else old.insertBefore(present, cursor);
    }
    if (present === cursor) cursor = cursor.nextElementSibling;
    reconcile(present, wanted, hooks);
  });
  for (const left of known.values()) {
    if (left instanceof HTMLElement && left.dataset["editing"] !== undefined) hooks.held?.(left, null);
    else left.remove();
  }
}

const keyOf = (element: Element, index: number): string => element.id || `${element.tagName}:${index}`;
const hasParts = (element: Element): boolean => element.querySelector("[id]") !== null;
const ownText = (element: Element): string =>
  [...element.childNodes].filter((one) => one.nodeType === Node.TEXT_NODE).map((one) => (one.textContent ?? "").trim()).join("");

interface Place { id: string; selector: string }

function placeOf(element: Element | null): Place | null {
  const owner = element?.closest<HTMLElement>("[id]");
  if (!element || !owner || element === document.body) return null;
  return { id: owner.id, selector: owner === element ? "" : element.classList.contains("sentence") ? ".sentence" : "[tabindex], a, button" };
}

function focusAgain(place: Place): void {
  const owner = document.getElementById(place.id);
  const target = place.selector ? owner?.querySelector<HTMLElement>(place.selector) : owner;
  target?.focus({ preventScroll: true });
}
