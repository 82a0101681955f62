/** The board by keys: arrows walk, Alt and arrows move, N a new point, R a new title, Enter opens, Delete takes out. */
import { onKey } from "../core/keys.js";
import { message } from "../core/messages.js";
import { cardsOf, columnOf, pointOf, pointsOf, stepCard, stepCardToPoint, stepPoint, type Board } from "./board.js";

export function startBoardKeys(board: Board): void {
  const on = (key: string, label: string, run: () => void | false, when: () => boolean = onBoard): void => {
    onKey({ key, label: message(label), run, when });
  };
  on("ArrowDown", "key.walk", () => walk(0, 1));
  on("ArrowUp", "key.walk", () => walk(0, -1));
  on("ArrowRight", "key.walk", () => walk(1, 0));
  on("ArrowLeft", "key.walk", () => walk(-1, 0));
  on("Enter", "key.open", () => {
    const card = focusedCard();
    const point = focusedPoint();
    if (card) location.assign(card.dataset["url"] ?? "");
    else if (point) board.rename(point);
    else return false;
    return undefined;
  });
  if (!document.querySelector("#board [draggable=true], #board [data-new-point]")) return;
  on("Alt+ArrowUp", "key.up", () => step(board, -1));
  on("Alt+ArrowDown", "key.down", () => step(board, 1));
  on("Alt+ArrowLeft", "key.left", () => stepAside(board, -1));
  on("Alt+ArrowRight", "key.right", () => stepAside(board, 1));
  on("Delete", "key.delete", () => takeOut(board));
  on("Backspace", "key.delete", () => takeOut(board));
  on("r", "key.rename", () => {
    const point = focusedPoint();
    if (!point) return false;
    board.rename(point);
    return undefined;
  });
  on("c", "key.claim", () => onPoint((point) => board.claim(point)));
  on("l", "key.lock", () => onPoint((point) => board.lock(point)));
  on("n", "key.new_point", () => {
    const column = columnOf(focused() ?? document.body) ?? document.querySelector<HTMLElement>("#board .column");
    if (column) board.createPoint(column);
  }, () => document.querySelector("#board .column") !== null);
}

const focused = (): HTMLElement | null => (document.activeElement instanceof HTMLElement ? document.activeElement : null);
const onBoard = (): boolean => focused()?.dataset["walk"] !== undefined || focused() === document.body;
const focusedCard = (): HTMLElement | null => (focused()?.dataset["excerpt"] !== undefined ? focused() : null);
const focusedPoint = (): HTMLElement | null => (focused()?.classList.contains("point-head") ? pointOf(focused() as HTMLElement) : null);
const onPoint = (run: (point: HTMLElement) => void): void | false => {
  const point = focusedPoint();
  if (!point) return false;
  return run(point);
};
const stops = (column: Element): HTMLElement[] => [...column.querySelectorAll<HTMLElement>("[data-walk]")];

function walk(across: number, down: number): void | false {
  const columns = [...document.querySelectorAll<HTMLElement>("#board .column")];
  const here = focused();
  const column = here ? columnOf(here) : null;
  if (!here || !column) {
    // Nothing chosen yet: any arrow begins at the first card.
    const first = document.querySelector<HTMLElement>("#board [data-walk]");
    if (!first) return false;
    first.focus();
    return;
  }
  const at = stops(column).indexOf(here);
  let target: HTMLElement | undefined;
  if (down) target = stops(column)[at + down];
  for (let i = columns.indexOf(column) + across; across && !target && i >= 0 && i < columns.length; i += across) {
    const there = stops(columns[i] as HTMLElement);
    target = there[Math.min(at, there.length - 1)];
  }
  target?.focus();
}

function step(board: Board, by: 1 | -1): void | false {
  const card = focusedCard();
  const point = focusedPoint();
  if (card) stepCard(board, card, by);
  else if (point) stepPoint(board, point, by);
  else return false;
}

function stepAside(board: Board, by: 1 | -1): void | false {
  const card = focusedCard();
  const column = card ? columnOf(card) : null;
  if (!card || !column) return false;
  stepCardToPoint(board, card, by, pointsOf(column), pointOf(card));
}

function takeOut(board: Board): void | false {
  const card = focusedCard();
  const point = focusedPoint();
  if (card) {
    const from = pointOf(card);
    if (!from) return false;
    const next = cardsOf(from).filter((one) => one !== card)[0];
    board.place(card, null, 0);
    next?.focus();
  } else if (point) board.deletePoint(point);
  else return false;
}
