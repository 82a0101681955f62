/**
 * `[data-dropzone]` labels around a file input: dropped files go into the input, and the form hears `dropzone:files`
 * (detail: File[]) for dropped and chosen files alike. Files dropped beside it do not replace the page.
 */

function zoneOf(event: DragEvent): HTMLElement | null {
  const target = event.target;
  if (!(target instanceof Element) || !event.dataTransfer?.types.includes("Files")) return null;
  return target.closest<HTMLElement>("[data-dropzone]") ?? document.querySelector<HTMLElement>("[data-dropzone]");
}

function announce(input: HTMLInputElement): void {
  const files = [...(input.files ?? [])];
  if (files.length > 0) (input.form ?? input).dispatchEvent(new CustomEvent("dropzone:files", { detail: files, bubbles: true }));
}

export function startDropzones(): void {
  document.addEventListener("dragover", (event) => {
    const zone = zoneOf(event);
    if (!zone) return;
    event.preventDefault();
    zone.dataset["over"] = "";
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null || !(event.relatedTarget instanceof Element && event.relatedTarget.closest("[data-dropzone]"))) {
      document.querySelectorAll<HTMLElement>("[data-dropzone]").forEach((zone) => delete zone.dataset["over"]);
    }
  });
  document.addEventListener("drop", (event) => {
    const zone = zoneOf(event);
    const input = zone?.querySelector<HTMLInputElement>('input[type="file"]');
    if (!zone || !input || !event.dataTransfer) return;
    event.preventDefault();
    delete zone.dataset["over"];
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  document.addEventListener("change", (event) => {
    const input = event.target;
    if (input instanceof HTMLInputElement && input.type === "file" && input.closest("[data-dropzone]")) announce(input);
  });
}
