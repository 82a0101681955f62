/** The queue of excerpts to place again, by keys: j and k go through it, Enter takes the proposed place. */
import { postJSON } from "../core/http.js";
import { onKey } from "../core/keys.js";
import { message } from "../core/messages.js";
import { here, renewPart } from "../core/renewal.js";
import { toast } from "../core/toast.js";

const cards = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-waiting-excerpt]")];
/** Place of the card last worked on: when it goes, the one that follows takes its place. */
let place = 0;
let source = "";

export function startReanchoring(page: HTMLElement): void {
  const when = (): boolean => cards().length > 0;
  onKey({ key: "j", label: message("key.next"), when, run: () => step(1) });
  onKey({ key: "k", label: message("key.previous"), when, run: () => step(-1) });
  onKey({ key: "Enter", label: message("place.take"), when, run: (event) => {
    // A button or link under the cursor keeps its own Enter.
    if (event.target instanceof Element && event.target.closest("a, button, summary")) return false;
    chosen()?.querySelector<HTMLFormElement>("[data-take]")?.requestSubmit();
    return undefined;
  } });
  onKey({ key: "c", label: message("place.choose"), when, run: () => chosen()?.querySelector<HTMLElement>("[data-choose]")?.click() });
  onKey({ key: "x", label: message("place.let_go"), when, run: () => chosen()?.querySelector<HTMLFormElement>("[data-let-go]")?.requestSubmit() });
  const undo = (): void => void takeBack(page.dataset["undoUrl"] ?? "");
  onKey({ key: "z", label: message("key.undo"), run: undo });
  document.addEventListener("focusin", (event) => {
    const card = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-waiting-excerpt]") : null;
    if (card) mark(card);
  });
  document.addEventListener("submit", (event) => {
    const card = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-waiting-excerpt]") : null;
    if (card) mark(card);
  });
  // Told when it has happened; the newest notice takes the place of the one before, since undo takes back the last only.
  let told: HTMLElement | undefined;
  document.body.addEventListener("htmx:afterRequest", (event) => {
    // The form is gone with its card by now, so the event comes from what is left.
    const { requestConfig, successful } = (event as CustomEvent<{ requestConfig: { elt: Element }; successful: boolean }>).detail;
    const { elt } = requestConfig;
    const said = elt.matches("[data-let-go]") ? "place.let_gone" : elt.matches("[data-take]") ? "place.taken" : "";
    if (!said || !successful) return;
    told?.remove();
    told = toast(message(said), { action: { label: message("undo"), run: undo } });
  });
  document.body.addEventListener("htmx:afterSettle", () => focus(cards()[Math.min(place, cards().length - 1)]));
}

async function takeBack(url: string): Promise<void> {
  const found = await postJSON<{ done: boolean }>(url, source ? { source } : {});
  toast(message(found.done ? "undo.done" : "undo.none"), { stay: 2500 });
  await renewPart("reanchoring", here);
}

function step(by: number): void {
  const all = cards();
  const at = all.findIndex((card) => card.hasAttribute("aria-current"));
  focus(all[at < 0 ? 0 : Math.max(0, Math.min(all.length - 1, at + by))]);
}

function chosen(): HTMLElement | undefined {
  return cards().find((card) => card.hasAttribute("aria-current")) ?? cards()[0];
}

function mark(card: HTMLElement): void {
  for (const one of cards()) one.toggleAttribute("aria-current", one === card);
  place = Math.max(0, cards().indexOf(card));
  source = card.dataset["source"] ?? "";
}

function focus(card: HTMLElement | undefined): void {
  if (!card) return;
  mark(card);
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
}
