/** Small things of members and account pages.
 * `data-copy` beside an input `data-copy-source`: puts its text on the clipboard and says so on the button. */

const SAID_MS = 2000;

async function copy(button: HTMLButtonElement, field: HTMLInputElement): Promise<void> {
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    // Without permission or on plain http the text stays selected: the person's own copy key works.
    if (!document.execCommand("copy")) return;
  }
  const plain = (button.dataset["plain"] ??= button.textContent ?? "");
  button.textContent = button.dataset["copied"] ?? plain;
  setTimeout(() => { button.textContent = plain; }, SAID_MS);
}

document.addEventListener("click", (event) => {
  const target = event.target;
  if (!(target instanceof Element)) return;
  if (target instanceof HTMLInputElement && target.matches("[data-copy-source]")) target.select();
  const button = target.closest<HTMLButtonElement>("button[data-copy]");
  const field = button?.parentElement?.querySelector<HTMLInputElement>("[data-copy-source]");
  if (button && field) void copy(button, field);
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
