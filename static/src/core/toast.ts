/** Short notices at the foot of the page. Errors stay until closed; others leave after a while. */
import { message } from "./messages.js";

export type ToastLevel = "info" | "success" | "warning" | "error";

export interface ToastOptions {
  level?: ToastLevel;
  title?: string;
  /** One thing to do about it, e.g. undo. */
  action?: { label: string; run: () => void };
  /** Milliseconds before it leaves; 0 keeps it. */
  stay?: number;
}

const LIMIT = 4;

/** Show a notice; returns its element. Text is set as text, never as HTML. */
export function toast(text: string, options: ToastOptions = {}): HTMLElement {
  const level = options.level ?? "info";
  const box = document.createElement("div");
  box.className = "toast";
  box.dataset["level"] = level;
  if (level === "error") box.setAttribute("role", "alert");
  const body = document.createElement("div");
  if (options.title) {
    const title = document.createElement("strong");
    title.textContent = options.title;
    body.append(title);
  }
  body.append(text);
  box.append(body);
  if (options.action) box.append(actionButton(box, options.action));
  box.append(closeButton());
  const region = document.getElementById("toasts");
  region?.append(box);
  while (region && region.childElementCount > LIMIT) region.firstElementChild?.remove();
  leaveLater(box, options.stay ?? defaultStay(level, options.action !== undefined));
  return box;
}

function defaultStay(level: string, hasAction: boolean): number {
  if (level === "error") return 0;
  return hasAction || level === "warning" ? 9000 : 5000;
}

function leaveLater(box: HTMLElement, stay: number): void {
  if (stay <= 0) return;
  let timer = setTimeout(() => box.remove(), stay);
  const hold = (): void => clearTimeout(timer);
  const release = (): void => { timer = setTimeout(() => box.remove(), stay); };
  box.addEventListener("pointerenter", hold);
  box.addEventListener("focusin", hold);
  box.addEventListener("pointerleave", release);
  box.addEventListener("focusout", release);
}

function actionButton(box: HTMLElement, action: { label: string; run: () => void }): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button small";
  button.textContent = action.label;
  button.addEventListener("click", () => { box.remove(); action.run(); });
  return button;
}

function closeButton(): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "icon-button small";
  button.dataset["toastClose"] = "";
  button.setAttribute("aria-label", message("close"));
  button.textContent = "×";
  return button;
}

/** Close buttons, toasts rendered by the server, and `HX-Trigger: {"toast": {"text", "level", "title"}}`. */
export function startToasts(): void {
  const region = document.getElementById("toasts");
  if (!region) return;
  region.addEventListener("click", (event) => {
    const target = event.target;
    if (target instanceof Element && target.closest("[data-toast-close]")) target.closest(".toast")?.remove();
  });
  const adopt = (box: HTMLElement): void => {
    if (box.dataset["adopted"] !== undefined) return;
    box.dataset["adopted"] = "";
    leaveLater(box, defaultStay(box.dataset["level"] ?? "info", false));
  };
  region.querySelectorAll<HTMLElement>(".toast").forEach(adopt);
  document.body.addEventListener("htmx:oobAfterSwap", () => region.querySelectorAll<HTMLElement>(".toast").forEach(adopt));
  document.body.addEventListener("toast", (event) => {
    const detail = (event as CustomEvent<{ text?: string; level?: ToastLevel; title?: string }>).detail;
    if (detail.text) toast(detail.text, { level: detail.level ?? "info", ...(detail.title ? { title: detail.title } : {}) });
  });
}
