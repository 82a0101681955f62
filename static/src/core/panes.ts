/** `.pane-switch` and any `[data-pane-show]` button: choose the visible pane of the reader on a narrow screen. */

export function showPane(name: string): void {
  const reader = document.querySelector<HTMLElement>(".reader");
  if (!reader) return;
  // On a wide screen the button of the pane that is shown puts it away again.
  reader.dataset["pane"] = reader.dataset["pane"] === name && name !== "text" ? "text" : name;
  for (const button of document.querySelectorAll<HTMLElement>("[data-pane-show]")) {
    button.setAttribute("aria-pressed", String(button.dataset["paneShow"] === reader.dataset["pane"]));
  }
}

export function startPanes(): void {
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-pane-show]") : null;
    if (button) showPane(button.dataset["paneShow"] ?? "text");
  });
}
