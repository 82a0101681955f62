/**
 * Keyboard shortcuts, each with a label so that `?` can list them. A key is what the keyboard gives ("p", "Enter",
 * "Shift+P", "mod+Enter" where mod is ⌘ or Ctrl) or two strokes with a space between ("g s").
 * Fields and running input methods are left alone; a key with mod works inside fields.
 */
import { message } from "./messages.js";

export interface Shortcut {
  key: string;
  label: string;
  /** Return false to let the stroke go on. */
  run: (event: KeyboardEvent) => void | false;
  group?: "page" | "everywhere";
  when?: () => boolean;
}

/** One registry a page: every bundle carries its own copy of this module, only core's listens. */
const REGISTRY = Symbol.for("collate.shortcuts");
const shortcuts = ((globalThis as Record<symbol, unknown>)[REGISTRY] ??= new Set<Shortcut>()) as Set<Shortcut>;
const SECOND_STROKE_MS = 1200;
let pending = "";
let pendingUntil = 0;

/** Register; the returned function takes it back. */
export function onKey(shortcut: Shortcut): () => void {
  shortcuts.add(shortcut);
  return () => { shortcuts.delete(shortcut); };
}

/** The name of a stroke, as shortcuts write it. */
export function strokeName(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">): string {
  const parts: string[] = [];
  if (event.ctrlKey || event.metaKey) parts.push("mod");
  if (event.altKey) parts.push("Alt");
  const key = event.key === " " ? "Space" : event.key;
  const letter = key.length === 1;
  // For signs such as "?" the shift is part of the sign; for letters and named keys it is said.
  if (event.shiftKey && (!letter || /[a-z]/i.test(key))) parts.push("Shift");
  parts.push(letter && !event.shiftKey ? key.toLowerCase() : letter ? key.toUpperCase() : key);
  return parts.join("+");
}

export function isTyping(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229) return true;
  const target = event.composedPath()[0];
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit", "range"].includes(target.type);
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || ["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
  const stroke = strokeName(event);
  if (isTyping(event) && (event.isComposing || event.keyCode === 229 || !stroke.startsWith("mod+"))) return;
  if (document.querySelector("dialog[open]") && !stroke.startsWith("mod+")) return;
  const now = event.timeStamp;
  const full = pending && now < pendingUntil ? `${pending} ${stroke}` : "";
  pending = "";
  for (const wanted of full ? [full, stroke] : [stroke]) {
    if (runFirst(wanted, event) || clickElement(wanted, event)) return;
  }
  if (startsSequence(stroke)) {
    pending = stroke;
    pendingUntil = now + SECOND_STROKE_MS;
  }
}

function runFirst(stroke: string, event: KeyboardEvent): boolean {
  for (const shortcut of [...shortcuts].reverse()) {
    if (shortcut.key !== stroke || (shortcut.when && !shortcut.when())) continue;
    if (shortcut.run(event) === false) continue;
    event.preventDefault();
    return true;
  }
  return false;
}

/** `data-key` on a link, button or field: the key clicks it, or puts the cursor into it. */
function clickElement(stroke: string, event: KeyboardEvent): boolean {
  for (const element of keyed()) {
    if (element.dataset["key"] !== stroke || element.matches(":disabled, [aria-disabled='true']")) continue;
    event.preventDefault();
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) element.focus();
    else element.click();
    return true;
  }
  return false;
}

function keyed(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-key]")].filter((element) => element.checkVisibility?.() ?? true);
}

function startsSequence(stroke: string): boolean {
  const begins = (key: string | undefined): boolean => key?.startsWith(`${stroke} `) ?? false;
  return [...shortcuts].some((one) => begins(one.key)) || keyed().some((one) => begins(one.dataset["key"]));
}

function labelOf(element: HTMLElement): string {
  if (element.dataset["keyLabel"]) return element.dataset["keyLabel"];
  if (element.getAttribute("aria-label")) return element.getAttribute("aria-label") ?? "";
  const copy = element.cloneNode(true) as HTMLElement;
  copy.querySelectorAll("kbd, .count, svg").forEach((part) => part.remove());
  return (copy.textContent ?? "").trim();
}

/** Fill and open the list of shortcuts. */
export function showKeys(): void {
  const dialog = document.getElementById("keys-dialog");
  const list = dialog?.querySelector("[data-keys-list]");
  if (!(dialog instanceof HTMLDialogElement) || !list || dialog.open) return;
  const page: [string, string][] = [];
  const everywhere: [string, string][] = [];
  for (const one of shortcuts) {
    if (one.when && !one.when()) continue;
    (one.group === "everywhere" ? everywhere : page).push([one.key, one.label]);
  }
  for (const one of keyed()) (one.closest(".bar") ? everywhere : page).push([one.dataset["key"] ?? "", labelOf(one)]);
  list.replaceChildren(...section("keys.page", page), ...section("keys.everywhere", everywhere));
  dialog.showModal();
}

function section(title: string, rows: [string, string][]): HTMLElement[] {
  if (rows.length === 0) return [];
  const box = document.createElement("section");
  const heading = document.createElement("h3");
  heading.textContent = message(title);
  const items = document.createElement("ul");
  for (const [key, label] of rows) {
    const item = document.createElement("li");
    const name = document.createElement("span");
    name.textContent = label;
    const strokes = document.createElement("span");
    for (const stroke of key.split(" ")) strokes.append(keyCap(stroke), " ");
    item.append(name, strokes);
    items.append(item);
  }
  box.append(heading, items);
  return [box];
}

function keyCap(stroke: string): HTMLElement {
  const cap = document.createElement("kbd");
  const mac = navigator.platform.startsWith("Mac");
  const signs: Record<string, string> = { mod: mac ? "⌘" : "Ctrl", Shift: "⇧", Alt: mac ? "⌥" : "Alt", Enter: "↵", ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→", Escape: "Esc" };
  cap.textContent = stroke.split(/\+(?=.)/).map((part) => signs[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join(" ");
  return cap;
}

export function startKeys(): void {
  document.addEventListener("keydown", onKeyDown);
  onKey({ key: "?", label: message("keys.help"), group: "everywhere", run: showKeys });
  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-keys-open]")) showKeys();
  });
}
