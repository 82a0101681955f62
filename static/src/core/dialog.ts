/**
 * Dialogs and menus. Attributes: `data-dialog-open="id"`, `data-dialog-close`, `data-confirm="question"` on a form or
 * button (with `data-confirm-yes="Delete"` and `data-confirm-danger`), htmx's `hx-confirm`; `<details class="menu">`.
 */

export interface Question {
  text: string;
  title?: string;
  yes?: string;
  danger?: boolean;
}

/** Ask; true when the person goes on. */
export function ask(question: Question): Promise<boolean> {
  const dialog = document.getElementById("confirm-dialog");
  if (!(dialog instanceof HTMLDialogElement) || dialog.open) return Promise.resolve(false);
  const title = dialog.querySelector<HTMLElement>("#confirm-title");
  const text = dialog.querySelector<HTMLElement>("[data-confirm-text]");
  const yes = dialog.querySelector<HTMLButtonElement>("[data-confirm-yes]");
  if (!title || !text || !yes) return Promise.resolve(false);
  title.dataset["plain"] ??= title.textContent ?? "";
  yes.dataset["plain"] ??= yes.textContent ?? "";
  title.textContent = question.title ?? title.dataset["plain"];
  yes.textContent = question.yes ?? yes.dataset["plain"];
  yes.className = question.danger ? "button danger" : "button primary";
  text.textContent = question.text;
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
  });
}

/** Asks whether what this element does shall be done; it carries `data-asked` until the answer. */
async function askAbout(element: HTMLElement, text: string): Promise<boolean> {
  const yes = element.dataset["confirmYes"];
  element.dataset["asked"] = "";
  const goes = await ask({ text, danger: element.dataset["confirmDanger"] !== undefined, ...(yes ? { yes } : {}) });
  delete element.dataset["asked"];
  return goes;
}

function onSubmit(event: SubmitEvent): void {
  const form = event.target;
  if (!(form instanceof HTMLFormElement)) return;
  const asker = event.submitter?.matches("[data-confirm]") ? event.submitter : form;
  const text = asker.dataset["confirm"];
  if (!text || form.dataset["confirmed"] !== undefined) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const submitter = event.submitter;
  void askAbout(asker, text).then((goes) => {
    if (!goes) return;
    form.dataset["confirmed"] = "";
    form.requestSubmit(submitter);
    delete form.dataset["confirmed"];
  });
}

interface ConfirmDetail { question: string | null; elt: HTMLElement; issueRequest: (skip: boolean) => void }

function onHtmxConfirm(event: Event): void {
  const { question, elt, issueRequest } = (event as CustomEvent<ConfirmDetail>).detail;
  if (!question) return;
  event.preventDefault();
  void askAbout(elt, question).then((goes) => { if (goes) issueRequest(true); });
}

function onClick(event: MouseEvent): void {
  const target = event.target;
  if (!(target instanceof Element)) return;
  const opener = target.closest<HTMLElement>("[data-dialog-open]");
  if (opener) {
    const dialog = document.getElementById(opener.dataset["dialogOpen"] ?? "");
    if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
  }
  const dialog = target.closest("dialog");
  if (dialog && (target === dialog || target.closest("[data-dialog-close]"))) dialog.close();
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details.menu[open]")) {
    const inside = menu.contains(target);
    if (!inside || target.closest(".menu-panel a, .menu-panel button:not([data-menu-stay])")) menu.open = false;
  }
}

function onEscape(event: KeyboardEvent): void {
  if (event.key !== "Escape" || event.isComposing) return;
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details.menu[open]")) {
    menu.open = false;
    if (menu.contains(document.activeElement)) menu.querySelector("summary")?.focus();
  }
}

export function startDialogs(): void {
  // On window and in the capture phase: before htmx and the rooms see the submit.
  window.addEventListener("submit", onSubmit, { capture: true });
  document.addEventListener("click", onClick);
  document.addEventListener("keydown", onEscape);
  document.body.addEventListener("htmx:confirm", onHtmxConfirm);
}
