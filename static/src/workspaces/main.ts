/** Small things of members and account pages.
 * `data-copy` beside an input `data-copy-source`: puts its text on the clipboard and says so on the button. */

import { copyField } from "../core/clipboard";

document.addEventListener("click", (event) => {
  const target = event.target;
  if (!(target instanceof Element)) return;
  if (target instanceof HTMLInputElement && target.matches("[data-copy-source]")) target.select();
  const button = target.closest<HTMLButtonElement>("button[data-copy]");
  const field = button?.parentElement?.querySelector<HTMLInputElement>("[data-copy-source]");
  if (button && field) void copyField(button, field);
});

// A role that the server refused must not stay chosen on the page.
document.body.addEventListener("htmx:responseError", (event) => {
  const form = event.target;
  if (form instanceof HTMLFormElement && form.matches(".role-form")) form.reset();
});
document.body.addEventListener("htmx:confirm", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.matches(".role-form[hx-confirm]")) return;
  // The question may be answered with no; what is chosen then is what was before.
  document.getElementById("confirm-dialog")?.addEventListener("close", (closed) => {
    const dialog = closed.target;
    if (dialog instanceof HTMLDialogElement && dialog.returnValue !== "yes") form.reset();
  }, { once: true });
});
