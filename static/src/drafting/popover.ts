/** What a citation quotes, shown beside it when it is pointed at or has the focus. */
import { message } from "../core/messages.js";
import { element } from "./page.js";

export function startPopover(): void {
  const box = document.getElementById("cite-popover");
  if (!box) return;
  const over = (event: Event): void => {
    const cite = event.target instanceof Element ? event.target.closest<HTMLElement>(".cite") : null;
    if (cite) show(box, cite);
    else hide(box);
  };
  document.addEventListener("pointerover", over);
  document.addEventListener("focusin", over);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(box); });
  document.addEventListener("scroll", () => hide(box), { passive: true });
  fetchAhead();
}

/** A source is fetched while its citation is pointed at, or pressed: it is there at the click. */
function fetchAhead(): void {
  const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
  if (!nonce || !HTMLScriptElement.supports("speculationrules")) return;
  const rules = document.createElement("script");
  rules.type = "speculationrules";
  rules.nonce = nonce;
  rules.textContent = JSON.stringify({ prefetch: [{ where: { selector_matches: "a.cite" }, eagerness: "moderate" }] });
  document.head.append(rules);
}

function show(box: HTMLElement, cite: HTMLElement): void {
  const stale = cite.dataset["state"] === "stale" ? [element("p", "caution-text tiny", message(cite.dataset["unplaced"] === undefined ? "draft.stale" : "draft.unplaced"))] : [];
  place(box, cite, [element("p", "quote clamp-6", cite.dataset["quote"]), element("p", "from", cite.dataset["source"]), ...stale]);
  cite.setAttribute("aria-describedby", box.id);
}

function place(box: HTMLElement, beside: HTMLElement, parts: Node[]): void {
  box.replaceChildren(...parts);
  box.hidden = false;
  const at = beside.getBoundingClientRect();
  const size = box.getBoundingClientRect();
  const below = at.bottom + size.height + 12 < innerHeight;
  box.style.left = `${Math.max(8, Math.min(at.left - 24, innerWidth - size.width - 12))}px`;
  box.style.top = `${below ? at.bottom + 6 : Math.max(8, at.top - size.height - 6)}px`;
}

function hide(box: HTMLElement): void {
  box.hidden = true;
}

/** The same box for what is no citation: beside an element, describing `about`. */
export function showPopover(beside: HTMLElement, parts: Node[], about: HTMLElement): void {
  const box = document.getElementById("cite-popover");
  if (!box) return;
  place(box, beside, parts);
  about.setAttribute("aria-describedby", box.id);
}

export function hidePopover(): void {
  const box = document.getElementById("cite-popover");
  if (box) hide(box);
}
