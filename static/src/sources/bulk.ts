/** Rows selected for one act on all of them; the selection outlives renewals of the list. Without script: a plain form. */
import { request } from "../core/http.js";
import { onKey } from "../core/keys.js";
import { message } from "../core/messages.js";
import { toast } from "../core/toast.js";
import { renewList } from "./following.js";

interface Result { done: string[]; failed: { title: string; error: string }[]; more: boolean }

const TOLD = 4;
const selected = new Set<string>();
let everything = false;
let last: HTMLInputElement | null = null;

export function startBulk(): void {
  if (!document.getElementById("source-list")) return;
  document.addEventListener("click", onClick);
  document.addEventListener("change", (event) => {
    if (!isPick(event.target)) return;
    everything = false;
    keep(event.target);
    show();
  });
  document.addEventListener("submit", onSubmit);
  // Renewed rows come unchecked.
  document.addEventListener("htmx:afterSwap", show);
  onKey({ key: "x", label: message("bulk.toggle"), run: toggleFocused });
  onKey({ key: "Shift+X", label: message("bulk.page"), run: () => pickAll(true), when: () => picks().length > 0 });
  onKey({ key: "Escape", label: message("bulk.clear"), run: clear, when: () => selected.size > 0 });
  show();
}

const isPick = (target: EventTarget | null): target is HTMLInputElement => target instanceof HTMLInputElement && target.dataset["pick"] !== undefined;
const picks = (): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>("#source-list [data-pick]")];
const bulkForm = (): HTMLFormElement | null => document.querySelector<HTMLFormElement>("#bulk-form");

function keep(pick: HTMLInputElement): void {
  if (pick.checked) selected.add(pick.value);
  else selected.delete(pick.value);
}

function onClick(event: MouseEvent): void {
  const pick = pickUnder(event);
  if (pick) {
    if (event.shiftKey) selectTo(pick);
    last = pick;
    return;
  }
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-bulk-all], [data-bulk-page], [data-bulk-clear]") : null;
  if (!button) return;
  if (button.dataset["bulkPage"] !== undefined) pickAll(true);
  else if (button.dataset["bulkAll"] !== undefined) {
    everything = true;
    show();
  } else clear();
}

/** The box that a click is meant for. Browsers take a click with Shift on a label for a selection of text. */
function pickUnder(event: MouseEvent): HTMLInputElement | null {
  if (isPick(event.target)) return event.target;
  if (!event.shiftKey || !(event.target instanceof Element)) return null;
  const pick = event.target.closest(".pick")?.querySelector<HTMLInputElement>("[data-pick]") ?? null;
  if (pick) {
    event.preventDefault();
    getSelection()?.removeAllRanges();
    pick.checked = !pick.checked;
    keep(pick);
  }
  return pick;
}

/** Everything from the last one to this one becomes as this one is. */
function selectTo(end: HTMLInputElement): void {
  const all = picks();
  const from = last ? all.indexOf(last) : -1;
  const [low, high] = [from < 0 ? all.indexOf(end) : from, all.indexOf(end)].sort((a, b) => a - b) as [number, number];
  for (const pick of all.slice(low, high + 1)) {
    pick.checked = end.checked;
    keep(pick);
  }
  show();
}

function pickAll(on: boolean): void {
  for (const pick of picks()) {
    pick.checked = on;
    keep(pick);
  }
  show();
}

function clear(): void {
  selected.clear();
  everything = false;
  for (const pick of picks()) pick.checked = false;
  show();
}

function toggleFocused(): void | false {
  const pick = document.activeElement?.closest(".file")?.querySelector<HTMLInputElement>("[data-pick]");
  if (!pick) return false;
  pick.click();
}

/** Brings boxes, counts and buttons in line with the selection; what is not on the page any more is let go. */
function show(): void {
  const all = picks();
  const here = new Set(all.map((pick) => pick.value));
  for (const id of selected) if (!here.has(id)) selected.delete(id);
  for (const pick of all) pick.checked = selected.has(pick.value);
  const form = bulkForm();
  if (!form) return;
  const total = Number(form.dataset["total"]) || all.length;
  const whole = all.length > 0 && selected.size === all.length;
  everything &&= whole;
  const field = form.elements.namedItem("all");
  if (field instanceof HTMLInputElement) field.value = everything ? "1" : "";
  const count = form.querySelector("[data-bulk-count]");
  if (count) count.textContent = everything ? message("bulk.all", { n: String(total) }) : message("bulk.selected", { n: String(selected.size) });
  reveal(form, "[data-bulk-all]", whole && !everything && total > all.length, message("bulk.select_all", { n: String(total) }));
  reveal(form, "[data-bulk-page]", !whole, message("bulk.page"));
  reveal(form, "[data-bulk-clear]", true);
}

function reveal(form: HTMLElement, which: string, on: boolean, text = ""): void {
  const button = form.querySelector<HTMLElement>(which);
  if (!button) return;
  button.hidden = !on;
  if (text) button.textContent = text;
}

function onSubmit(event: SubmitEvent): void {
  const form = event.target;
  const button = event.submitter;
  if (!(form instanceof HTMLFormElement) || form.id !== "bulk-form" || !(button instanceof HTMLButtonElement)) return;
  const act = button.dataset["bulk"];
  // An archive is the browser's own business.
  if (act !== "delete" && act !== "retry") return;
  event.preventDefault();
  button.disabled = true;
  void perform(act, button.formAction, new FormData(form), form.dataset["restoreUrl"] ?? "").finally(() => { button.disabled = false; });
}

async function perform(act: "delete" | "retry", url: string, body: FormData, restoreUrl: string): Promise<void> {
  const result = await ask(url, body);
  if (!result) return;
  clear();
  renewList();
  const said = result.done.length > 0 ? message(act === "delete" ? "bulk.deleted" : "bulk.retried", { n: String(result.done.length) }) : message("bulk.none");
  const run = (): void => { void restore(restoreUrl, result.done); };
  toast(said, act === "delete" && result.done.length > 0 ? { action: { label: message("undo"), run } } : {});
  tellFailures(result);
}

async function restore(url: string, ids: string[]): Promise<void> {
  const body = new FormData();
  for (const id of ids) body.append("source", id);
  const result = await ask(url, body);
  if (!result) return;
  renewList();
  if (result.done.length > 0) toast(message("bulk.restored", { n: String(result.done.length) }));
  tellFailures(result);
}

async function ask(url: string, body: FormData): Promise<Result | null> {
  try {
    return (await request("POST", url, body)) as Result;
  } catch {
    return null; // told already
  }
}

function tellFailures({ failed, more }: Result): void {
  if (failed.length > 0) {
    const shown = failed.slice(0, TOLD).map((one) => `${one.title}: ${one.error}`).join("\n");
    toast(shown + (failed.length > TOLD ? "\n…" : ""), { level: "warning", title: message("bulk.failed", { n: String(failed.length) }), stay: 15_000 });
  }
  if (more) toast(message("bulk.more"), { stay: 15_000 });
}
