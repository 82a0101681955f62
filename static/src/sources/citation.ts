/** The citation form: only the fields that the chosen type has, and the key onto the clipboard. Without this script all fields are there. */

import { copyField } from "../core/clipboard";

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
    if (button && field) void copyField(button, field);
  });
}
