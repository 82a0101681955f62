/** Dragging cards between the points of their heading, and points within it. On a touch screen the menus do this. */
import { message } from "../core/messages.js";
import { toast } from "../core/toast.js";
import { cardsOf, columnOf, pointOf, pointsOf, type Board } from "./board.js";

interface Drag { element: HTMLElement; kind: "card" | "point"; column: HTMLElement; over: HTMLElement | null; dropped: boolean }

export function startDrag(board: Board): void {
  let drag: Drag | null = null;

  document.addEventListener("dragstart", (event) => {
    const grip = event.target instanceof Element ? event.target.closest<HTMLElement>("[draggable=true]") : null;
    const column = grip ? columnOf(grip) : null;
    if (!grip || !column || !event.dataTransfer) return;
    const kind = grip.dataset["excerpt"] === undefined ? "point" : "card";
    const element = kind === "card" ? grip : pointOf(grip);
    if (!element) return;
    drag = { element, kind, column, over: column, dropped: false };
    board.dragging = true;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", grip.querySelector(".excerpt-quote, h3")?.textContent ?? "");
    if (kind === "point") event.dataTransfer.setDragImage(element, 12, 12);
    // Not before the browser has taken its picture of it.
    requestAnimationFrame(() => { element.dataset["dragging"] = ""; });
  });

  document.addEventListener("dragover", (event) => {
    if (!drag || !(event.target instanceof Element)) return;
    drag.over = columnOf(event.target) ?? drag.over;
    clearMarks();
    if (columnOf(event.target)?.id !== drag.column.id) return;
    const place = drag.kind === "card" ? placeForCard(event.target, event.clientY, drag.element) : placeForPoint(drag, event.clientY);
    if (!place) return;
    event.preventDefault();
    place.mark();
  });

  document.addEventListener("drop", (event) => {
    if (!drag || !(event.target instanceof Element) || columnOf(event.target)?.id !== drag.column.id) return;
    event.preventDefault();
    const { element, kind } = drag;
    const place = kind === "card" ? placeForCard(event.target, event.clientY, element) : placeForPoint(drag, event.clientY);
    drag.dropped = true;
    board.dragging = false;
    if (!place) return;
    if (kind === "card") board.place(element, place.point, place.position);
    else board.movePoint(element, place.position);
  });

  document.addEventListener("dragend", () => {
    clearMarks();
    if (!drag) return;
    delete drag.element.dataset["dragging"];
    if (!drag.dropped && drag.kind === "card" && drag.over?.id !== drag.column.id) toast(message("board.wrong_heading"));
    drag = null;
    board.dragging = false;
    board.then(() => board.refresh());
  });
}

interface Place { point: string | null; position: number; mark: () => void }

function placeForCard(target: Element, y: number, card: HTMLElement): Place | null {
  const holder = target.closest<HTMLElement>("[data-point], [data-unassigned]");
  const drop = holder?.querySelector<HTMLElement>(".drop");
  if (!holder || !drop) return null;
  const point = holder.dataset["point"] ?? null;
  const others = cardsOf(drop).filter((one) => one !== card);
  if (point === null) return { point, position: 0, mark: () => { drop.dataset["over"] = ""; } };
  const index = positionAt(others, y);
  return { point, position: index, mark: () => {
    drop.dataset["over"] = "";
    markAt(others, index);
  } };
}

function placeForPoint(drag: Drag, y: number): Place | null {
  const others = pointsOf(drag.column).filter((one) => one !== drag.element);
  const index = positionAt(others, y);
  return { point: null, position: index, mark: () => markAt(others, index) };
}

function positionAt(others: HTMLElement[], y: number): number {
  const found = others.findIndex((one) => {
    const box = one.getBoundingClientRect();
    return y < box.top + box.height / 2;
  });
  return found < 0 ? others.length : found;
}

function markAt(others: HTMLElement[], index: number): void {
  const before = others[index];
  if (before) before.dataset["drop"] = "before";
  else if (others.length) (others[others.length - 1] as HTMLElement).dataset["drop"] = "after";
}

function clearMarks(): void {
  for (const one of document.querySelectorAll<HTMLElement>("[data-drop], [data-over]")) {
    delete one.dataset["drop"];
    delete one.dataset["over"];
  }
}
