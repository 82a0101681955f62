/** The queue: one key a verdict, the next excerpt under the hand at once, and a way back for a slip. */
import { request } from "../core/http.js";
import { onKey } from "../core/keys.js";
import { onLive } from "../core/live.js";
import { message } from "../core/messages.js";
import { here, renewPart } from "../core/renewal.js";
import { toast } from "../core/toast.js";

/** A class that tags together renews the queue once. */
const TOGETHER_MS = 700;
let timer: ReturnType<typeof setTimeout> | undefined;

const queue = (): HTMLElement | null => document.getElementById("review-queue");
const cards = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(".review-card")];
const currentCard = (): HTMLElement | null => document.querySelector(".review-card[aria-current]");

export function startQueue(): void {
  if (!queue()) return;
  document.addEventListener("submit", onSubmit);
  document.addEventListener("focusin", (event) => {
    const card = event.target instanceof Element ? event.target.closest<HTMLElement>(".review-card") : null;
    if (card) mark(card);
  });
  document.addEventListener("toggle", (event) => {
    if (event.target instanceof HTMLDetailsElement && event.target.open) event.target.querySelector("textarea")?.focus();
  }, { capture: true });
  document.addEventListener("keydown", onFieldKey);
  startKeys();
  for (const kind of ["excerpt.created", "excerpt.changed", "excerpt.deleted", "draft.changed", "report.changed"]) {
    onLive(kind, ({ own, kind: what }) => { if (!own || what !== "excerpt.changed") renewSoon(); });
  }
}

function startKeys(): void {
  const when = (): boolean => cards().length > 0;
  const judging = (): boolean => document.querySelector("[data-verdict]") !== null;
  onKey({ key: "j", label: message("key.next"), when, run: () => step(1) });
  onKey({ key: "k", label: message("key.previous"), when, run: () => step(-1) });
  onKey({ key: "a", label: message("key.accept"), when: judging, run: () => chosen()?.querySelector<HTMLFormElement>("[data-verdict='accepted']")?.requestSubmit() });
  onKey({ key: "r", label: message("key.return"), when: judging, run: () => {
    const box = chosen()?.querySelector<HTMLDetailsElement>(".review-return");
    if (!box) return;
    box.open = true;
    // At once, not when the toggle is told: what is typed next belongs to the reason, and "a" would accept.
    box.querySelector("textarea")?.focus();
  } });
  onKey({ key: "Enter", label: message("key.open"), when, run: (event) => {
    // A button or link under the cursor keeps its own Enter.
    if (event.target instanceof Element && event.target.closest("a, button, summary")) return false;
    return chosen()?.querySelector<HTMLAnchorElement>("[data-open]")?.click();
  } });
}

/** The current card, or the first when none was chosen yet. */
function chosen(): HTMLElement | null {
  const card = currentCard() ?? cards()[0] ?? null;
  if (card) mark(card);
  return card;
}

function mark(card: HTMLElement): void {
  for (const one of cards()) if (one !== card) one.removeAttribute("aria-current");
  card.setAttribute("aria-current", "true");
}

function step(by: number): void {
  const all = cards();
  const now = currentCard();
  const at = now ? all.indexOf(now) : -1;
  goTo(all[now ? Math.min(all.length - 1, Math.max(0, at + by)) : by > 0 ? 0 : all.length - 1] ?? null);
}

function goTo(card: HTMLElement | null): void {
  if (!card) return;
  mark(card);
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
}

/** In the field of a reason: mod+Enter sends, Escape puts it away. */
function onFieldKey(event: KeyboardEvent): void {
  const field = event.target;
  if (!(field instanceof HTMLTextAreaElement) || event.isComposing) return;
  const box = field.closest<HTMLDetailsElement>(".review-return");
  if (!box) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    field.form?.requestSubmit();
  } else if (event.key === "Escape") {
    box.open = false;
    goTo(field.closest<HTMLElement>(".review-card"));
  }
}

function onSubmit(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.dataset["verdict"]) return;
  event.preventDefault();
  const card = form.closest<HTMLElement>(".review-card");
  if (card && form.getAttribute("aria-busy") !== "true") void judge(form, card);
}

async function judge(form: HTMLFormElement, card: HTMLElement): Promise<void> {
  form.setAttribute("aria-busy", "true");
  try {
    await request("POST", form.action, new FormData(form));
  } catch {
    // The reason is on the screen already; somebody may have changed the excerpt, so show it as it is now.
    form.removeAttribute("aria-busy");
    renewSoon();
    return;
  }
  const all = cards();
  const next = all[all.indexOf(card) + 1] ?? all[all.indexOf(card) - 1] ?? null;
  const group = card.closest(".review-group");
  card.remove();
  if (group && !group.querySelector(".review-card")) group.remove();
  forgetInBulk(card.dataset["excerpt"] ?? "");
  countDown();
  goTo(next);
  const text = message(`review.${form.dataset["verdict"] ?? ""}`, { name: card.dataset["tagger"] ?? "" });
  toast(text, { action: { label: message("review.undo"), run: () => { void takeBack(form.action); } } });
  if (cards().length === 0) renewSoon();
}

async function takeBack(url: string): Promise<void> {
  await request("POST", url.replace(/(accept|return)$/, "reopen"), new FormData()).then(
    () => { toast(message("review.undone")); renew(); },
    () => renew(),
  );
}

/** "Accept all shown" means those that are still shown. */
function forgetInBulk(id: string): void {
  for (const field of document.querySelectorAll<HTMLInputElement>(".review-bar input[name='excerpt']")) {
    if (field.value.startsWith(`${id}:`)) field.remove();
  }
  const form = document.querySelector<HTMLFormElement>(".review-bar form");
  const left = form?.querySelectorAll("input[name='excerpt']").length ?? 0;
  if (form) form.dataset["confirm"] = message("review.accept_all", { n: left });
  if (form && left === 0) form.remove();
}

function countDown(): void {
  const count = document.querySelector("[data-count='excerpts']");
  const n = Number(count?.textContent);
  if (count && n > 0) count.textContent = String(n - 1);
}

function renewSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(renew, TOGETHER_MS);
}

function renew(): void {
  const place = queue();
  if (!place) return;
  // Not while somebody writes a reason or chooses a filter.
  const busy = document.activeElement;
  if (place.querySelector(".review-return[open]") || (busy && place.contains(busy) && busy.matches("select, textarea, input"))) {
    renewSoon();
    return;
  }
  const id = currentCard()?.id;
  void renewPart(place.id, here).then(() => {
    const card = id ? document.getElementById(id) : null;
    if (card) mark(card);
  });
}
