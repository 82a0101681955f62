/**
 * A report's two sides: choosing a passage shows it on both, scrolling one takes the other along. The page is swapped
 * when its settings change, so nothing is kept but the number of the passage; everything else is read from the page.
 */
import { onLive } from "../core/live.js";
import { message } from "../core/messages.js";
import { toast } from "../core/toast.js";

let current = 0;
/** The side that the hand is on; only it leads. */
let leading: HTMLElement | null = null;
let frame = 0;

const passages = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(".passage[data-passage]")];
const marks = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(".match[data-passage]")];
const numberOf = (element: HTMLElement): number => Number(element.dataset["passage"]);
const side = (name: string): HTMLElement | null => document.querySelector(`[data-side="${name}"]`);

export function startReport(): void {
  if (!document.getElementById("report")) return;
  document.addEventListener("click", onClick);
  for (const kind of ["pointerover", "wheel", "touchstart", "focusin"]) {
    document.addEventListener(kind, (event) => lead(event.target), { passive: true });
  }
  document.addEventListener("scroll", onScroll, { capture: true, passive: true });
  document.body.addEventListener("htmx:afterSettle", refresh);
  document.body.addEventListener("htmx:beforeSwap", keepPlaces);
  onLive(`report.changed:${document.getElementById("report")?.dataset["report"] ?? ""}`, (detail) => { if (!detail.own) offerChange(); });
  addEventListener("hashchange", showAddress);
  addEventListener("beforeprint", openMethod);
  showAddress();
  refresh();
}

function onClick(event: MouseEvent): void {
  const target = event.target instanceof Element ? event.target : null;
  const step = target?.closest<HTMLElement>("[data-passage-step]");
  if (step) return go(Number(step.dataset["passageStep"]));
  if (target?.closest("[data-print]")) return window.print();
  const mark = target?.closest<HTMLElement>(".match[data-passage]");
  if (mark) {
    event.preventDefault();
    return choose(numberOf(mark), mark);
  }
  const passage = target?.closest<HTMLElement>(".passage[data-passage]");
  // A click in a passage chooses it, but not while its words are being selected or a link is followed.
  if (passage && !target?.closest("a, form, summary, button") && !getSelection()?.toString()) choose(numberOf(passage), passage);
}

function go(step: number): void {
  const numbers = passages().map(numberOf);
  if (numbers.length === 0) {
    toast(message("overlap.none"));
    return;
  }
  // From where the hand is: a mark may have been written in another passage than the one chosen last.
  const within = document.activeElement?.closest<HTMLElement>(".passage[data-passage]");
  const at = numbers.indexOf(within ? numberOf(within) : current);
  const next = at < 0 ? (step > 0 ? 0 : numbers.length - 1) : Math.min(numbers.length - 1, Math.max(0, at + step));
  const number = numbers[next] ?? 0;
  choose(number, null);
  // The next Tab goes to what can be done with it.
  passages().find((one) => numberOf(one) === number)?.focus({ preventScroll: true });
}

/** Makes a passage the current one and brings it into sight on both sides; `from` is where it was chosen, and stays. */
function choose(number: number, from: HTMLElement | null): void {
  current = number;
  paint();
  leading = null;
  const mark = marks().find((one) => numberOf(one) === number);
  const passage = passages().find((one) => numberOf(one) === number);
  const stacked = !isBeside();
  if (mark && from !== mark && !stacked) bring(mark, "draft", 0.3);
  if (passage && from !== passage) {
    if (stacked) passage.scrollIntoView({ block: "start", behavior: "smooth" });
    else bring(passage, "found", 0.12);
  }
  history.replaceState(history.state, "", `${location.pathname}${location.search}#p${number}`);
}

function paint(): void {
  for (const one of [...marks(), ...passages()]) {
    if (numberOf(one) === current) one.setAttribute("aria-current", "true");
    else one.removeAttribute("aria-current");
  }
  const place = document.querySelector("[data-passage-place]");
  const numbers = passages().map(numberOf);
  const at = numbers.indexOf(current);
  if (place) place.textContent = at < 0 ? "" : `${at + 1} / ${numbers.length}`;
}

const isBeside = (): boolean => {
  const draft = side("draft");
  return draft !== null && getComputedStyle(draft).overflowY === "auto";
};

/** Scrolls one side so that the element stands at a share of its height; the page itself does not move. */
function bring(element: HTMLElement, name: string, share: number, behavior: ScrollBehavior = "smooth"): void {
  const pane = side(name);
  if (!pane) return;
  const top = element.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  pane.scrollTo({ top: top - pane.clientHeight * share, behavior: calm ? "instant" : behavior });
}

function lead(target: EventTarget | null): void {
  leading = target instanceof Element ? target.closest<HTMLElement>("[data-side]") : null;
}

function onScroll(event: Event): void {
  const pane = event.target;
  if (!(pane instanceof HTMLElement) || pane !== leading || !isBeside() || frame) return;
  frame = requestAnimationFrame(() => {
    frame = 0;
    follow(pane);
  });
}

/** Takes the other side to the first passage that is seen on the leading one. */
function follow(pane: HTMLElement): void {
  const fromDraft = pane.dataset["side"] === "draft";
  const box = pane.getBoundingClientRect();
  const seen = (fromDraft ? marks() : passages()).find((one) => one.getBoundingClientRect().bottom > box.top + box.height * 0.15);
  if (!seen) return;
  const other = (fromDraft ? passages() : marks()).find((one) => numberOf(one) === numberOf(seen));
  if (other) bring(other, fromDraft ? "found" : "draft", fromDraft ? 0.12 : 0.3, "instant");
}

/** `#p12`: a passage. */
function showAddress(): void {
  const number = Number(/^#p(\d+)$/.exec(location.hash)?.[1]);
  if (number && passages().some((one) => numberOf(one) === number)) choose(number, null);
}

/** Where the sides stood before a swap: a change of settings must not throw the reader back to the top. */
let places: Record<string, number> = {};

function keepPlaces(): void {
  places = {};
  for (const name of ["draft", "found"]) places[name] = side(name)?.scrollTop ?? 0;
}

/** A colleague changed settings or marks. Nothing moves under the hand: the reader says when to look. */
let offered: HTMLElement | null = null;

function offerChange(): void {
  // A search for translations that ends renews the page by itself.
  if (!document.getElementById("report-settings") || document.querySelector("#report-candidates[data-waiting]") || offered?.isConnected) return;
  offered = toast(message("overlap.changed"), { stay: 0, action: { label: message("overlap.show"), run: () => location.reload() } });
}

function refresh(): void {
  for (const [name, top] of Object.entries(places)) {
    const pane = side(name);
    if (pane && pane.scrollTop !== top) pane.scrollTop = top;
  }
  places = {};
  if (current && !passages().some((one) => numberOf(one) === current)) current = 0;
  paint();
}

/** On paper the way of counting is always told. */
function openMethod(): void {
  for (const one of document.querySelectorAll("#report-method, .report-parts")) one.setAttribute("open", "");
}
