/** Puts a field's text on the clipboard and says so on the button that asked (`data-copied`). */

const SAID_MS = 2000;

export async function copyField(button: HTMLButtonElement, field: HTMLInputElement): Promise<void> {
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
