/** What somebody is entering on a source's page stays there when the source changes meanwhile. */
import type { SwapDetail } from "../core/htmx.js";
import { message } from "../core/messages.js";
import { toast } from "../core/toast.js";

const FIELDS = "input:not([type=hidden]), textarea, select";

/** Whether a field holds something else than it came with. */
function isEdited(field: Element): boolean {
  if (field instanceof HTMLSelectElement) {
    const first = [...field.options].findIndex((option) => option.defaultSelected);
    return field.selectedIndex !== Math.max(0, first);
  }
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  if (!(field instanceof HTMLInputElement)) return false;
  return field.type === "file" ? field.files?.length !== 0 : field.value !== field.defaultValue || field.checked !== field.defaultChecked;
}

const holdsEdits = (part: Element): boolean => [...part.querySelectorAll(FIELDS)].some(isEdited);

export function startKeeping(): void {
  const page = document.getElementById("versions")?.closest("main");
  if (!page) return;
  let said = false;
  // A newer text changes facts all over the page, so the server asks for it anew.
  document.body.addEventListener("htmx:beforeOnLoad", (event) => {
    const { xhr } = (event as CustomEvent<{ xhr: XMLHttpRequest }>).detail;
    if (!xhr.getResponseHeader("HX-Refresh") || !holdsEdits(page)) return;
    event.preventDefault();
    if (said) return;
    said = true;
    toast(message("source.renewed"), { stay: 0, action: { label: message("source.reload"), run: () => location.reload() } });
  });
  document.body.addEventListener("htmx:beforeSwap", (event) => {
    const swap = (event as CustomEvent<SwapDetail>).detail;
    if (swap.target.id !== "versions") return;
    if (holdsEdits(swap.target)) swap.shouldSwap = false;
    else if (swap.target.querySelector("details[open]")) {
      document.body.addEventListener("htmx:afterSwap", () => {
        document.querySelector("#versions details")?.setAttribute("open", "");
      }, { once: true });
    }
  });
}
