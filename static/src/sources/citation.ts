/** The citation form: only the fields that the chosen type has, and the key onto the clipboard. Without this script all fields are there. */

const SAID_MS = 2000;

function showFields(form: HTMLFormElement, all: boolean): void {
  const kind = form.querySelector<HTMLSelectElement>("select[name=type]")?.value ?? "";
  let hidden = 0;
  for (const row of form.querySelectorAll<HTMLElement>("[data-for]")) {
    const kinds = (row.dataset["for"] ?? "").split(" ").filter(Boolean);
    const control = row.querySelector<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>("input, textarea, select");
    // What holds something or is wrong is never hidden.
    const wanted = kinds.length === 0 || kinds.includes(kind) || control?.value !== "" || row.querySelector(".error") !== null;
    row.hidden = !wanted && !all;
    if (!wanted) hidden += 1;
  }
  const more = form.querySelector<HTMLButtonElement>("[data-citation-more]");
  if (more) more.hidden = all || hidden === 0;
}

async function copyKey(button: HTMLButtonElement, field: HTMLInputElement): Promise<void> {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    // Without permission or on plain http the key stays selected: the person's own copy key works.
    if (!document.execCommand("copy")) return;
  }
  const plain = (button.dataset["plain"] ??= button.textContent ?? "");
  button.textContent = button.dataset["copied"] ?? plain;
  setTimeout(() => { button.textContent = plain; }, SAID_MS);
}

export function startCitation(): void {
  const form = document.querySelector<HTMLFormElement>("[data-citation-form]");
  if (!form) return;
  let all = false;
  showFields(form, all);
  form.addEventListener("change", () => { showFields(form, all); });
  form.addEventListener("click", (event) => {
    const target = event.target;
    if (!(target instanceof Element)) return;
    if (target.closest("[data-citation-more]")) {
      all = true;
      showFields(form, all);
    }
    const button = target.closest<HTMLButtonElement>("button[data-copy]");
    const field = button?.parentElement?.querySelector<HTMLInputElement>("[data-copy-source]");
    if (button && field) void copyKey(button, field);
  });
}
