/** Choosing where an excerpt stands in a newer text: the selection becomes the place. And older texts, to look at. */
import { showPane } from "../core/panes.js";
import { makePainter, type Painter } from "./painter.js";
import { TextIndex } from "./text-index.js";

/** What is selected in the text goes into the form. */
export function startPlacing(): void {
  const opened = open();
  const form = document.querySelector<HTMLFormElement>("[data-placing-form]");
  if (!opened) return;
  const { index, painter } = opened;
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-go-start]") : null;
    if (!link) return;
    event.preventDefault();
    showPane("text");
    show(index, painter, Number(link.dataset["goStart"]), Number(link.dataset["goEnd"]));
  });
  if (!form) return;
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return;
    const span = index.span(selection.getRangeAt(0));
    if (span) choose(form, index, span);
  });
}

/** An older text: the span that the address names is marked. */
export function startOldVersion(): void {
  open();
}

function open(): { index: TextIndex; painter: Painter } | null {
  const root = document.querySelector<HTMLElement>("[data-text]");
  if (!root) return null;
  const index = new TextIndex(root);
  const painter = makePainter(index, () => 1);
  const query = new URLSearchParams(location.search);
  const [start, end] = [Number(query.get("start")), Number(query.get("end"))];
  if (query.has("start") && Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end > start) show(index, painter, start, end);
  return { index, painter };
}

function show(index: TextIndex, painter: Painter, start: number, end: number): void {
  painter.mark("active", [[start, end]]);
  index.element(start)?.scrollIntoView({ block: "center" });
}

function choose(form: HTMLFormElement, index: TextIndex, span: [number, number]): void {
  const quote = index.slice(...span);
  const set = (name: string, value: string): void => {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
  };
  set("start", String(span[0]));
  set("end", String(span[1]));
  set("quote", quote);
  const button = form.querySelector("button");
  if (button) button.disabled = false;
  const shown = document.querySelector<HTMLElement>("[data-placing-quote]");
  if (shown) {
    shown.textContent = quote;
    shown.hidden = false;
  }
}
