/** Renaming in a dialog, deleting with undo. Without this script both are plain forms. */
import { request } from "../core/http.js";
import { message } from "../core/messages.js";
import { toast } from "../core/toast.js";
import { renewList } from "./following.js";

export function startRenaming(): void {
  const dialog = document.getElementById("rename-dialog");
  const form = dialog?.querySelector("form");
  const field = dialog?.querySelector<HTMLInputElement>('input[name="title"]');
  if (!(dialog instanceof HTMLDialogElement) || !form || !field) return;
  document.addEventListener("click", (event) => {
    const opener = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-source-rename]") : null;
    if (!opener) return;
    form.action = opener.dataset["sourceRename"] ?? "";
    field.value = opener.closest<HTMLElement>("[data-title]")?.dataset["title"] ?? "";
    dialog.showModal();
    field.select();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void request("POST", form.action, new FormData(form)).then(() => dialog.close(), () => undefined);
  });
}

export function startDeleting(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset["sourceDelete"] === undefined) return;
    event.preventDefault();
    void remove(form).catch(() => undefined);
  });
}

async function remove(form: HTMLFormElement): Promise<void> {
  const row = form.closest<HTMLElement>("[data-title]");
  const title = row?.dataset["title"] ?? "";
  const restoreUrl = form.dataset["restoreUrl"] ?? "";
  await request("POST", form.action, new FormData(form));
  row?.remove();
  if (!document.querySelector("#source-list li")) renewList();
  const bringBack = (): void => { void request("POST", restoreUrl).then(renewList, () => undefined); };
  toast(message("source.deleted", { title }), { action: { label: message("undo"), run: bringBack } });
}
