/** The Arrange board: commands, following others, and the wiring of drag and keys. */
import { postJSON } from "../core/http.js";
import { onLive } from "../core/live.js";
import { message } from "../core/messages.js";
import { toast } from "../core/toast.js";
import { startDrag } from "./board-drag.js";
import { startBoardKeys } from "./board-keys.js";
import { announce, element, gathered, need } from "./page.js";
import { fragment, renew } from "./renew.js";

interface Gone { heading: string; title: string; claim: string; locked: boolean; position: number; excerpts: string[] }

export class Board {
  /** While something is dragged the board stands still. */
  dragging = false;
  private queue: Promise<void> = Promise.resolve();
  private readonly page = need<HTMLElement>("[data-outline]");

  get root(): HTMLElement { return need<HTMLElement>("#board"); }

  /** Does one thing after the other, each on the board as the one before left it. */
  then(work: () => Promise<void>): void {
    this.queue = this.queue.then(work).catch(() => this.refresh());
  }

  async refresh(): Promise<void> {
    if (this.dragging) return;
    const next = await fragment(location.pathname);
    if (next) renew(this.root, next);
  }

  /** Puts a card into a point (null: the unassigned) at a place among its cards, itself not counted. */
  place(card: HTMLElement, point: string | null, position: number): void {
    const excerpt = card.dataset["excerpt"] ?? "";
    const heading = columnOf(card)?.dataset["heading"] ?? "";
    const from = pointOf(card);
    const back = { point: from?.dataset["point"] ?? null, position: from ? cardsOf(from).indexOf(card) : 0 };
    this.then(async () => {
      await this.send(excerpt, heading, point, position);
      await this.refresh();
      document.getElementById(card.id)?.focus({ preventScroll: true });
      document.getElementById(card.id)?.scrollIntoView({ block: "nearest" });
      announce(message("board.moved", { place: this.nameOf(point) }));
      if (point !== null || back.point === null) return;
      const undo = (): void => this.then(async () => {
        await this.send(excerpt, heading, back.point, back.position);
        await this.refresh();
      });
      toast(message("board.unassigned"), { action: { label: message("board.undo"), run: undo } });
    });
  }

  private send(excerpt: string, heading: string, point: string | null, position: number): Promise<unknown> {
    return postJSON(this.page.dataset["placeUrl"] ?? "", { excerpt, heading, point: point ?? "", position });
  }

  movePoint(point: HTMLElement, position: number): void {
    this.then(async () => {
      await postJSON(point.dataset["moveUrl"] ?? "", { position });
      await this.refresh();
      headOf(document.getElementById(point.id))?.focus({ preventScroll: true });
    });
  }

  deletePoint(point: HTMLElement): void {
    this.then(async () => {
      const gone = await postJSON<Gone>(point.dataset["deleteUrl"] ?? "");
      await this.refresh();
      const undo = (): void => this.then(async () => {
        await postJSON(this.page.dataset["createUrl"] ?? "", gone);
        await this.refresh();
      });
      toast(message("board.point_deleted"), { action: { label: message("board.undo"), run: undo } });
    });
  }

  /** An empty field at the end of the column, at once; Enter makes the point. */
  createPoint(column: HTMLElement): void {
    const there = column.querySelector<HTMLInputElement>(".point.new input");
    if (there) return there.focus();
    const point = element("article", "point new");
    point.dataset["editing"] = "";
    const head = element("div", "point-head");
    point.append(head);
    const before = [...column.children].find((one) => one.matches(".gap-box, [data-unassigned]"));
    column.insertBefore(point, before ?? null);
    this.writeTitle(head, "", (title, key) => {
      point.remove();
      // Leaving an empty field means that no point is wanted.
      if (title === null || (!title && key !== "Enter")) return;
      this.then(async () => {
        const made = await postJSON<{ point: string }>(this.page.dataset["createUrl"] ?? "", { heading: column.dataset["heading"], title });
        await this.refresh();
        headOf(document.getElementById(`point-${made.point}`))?.focus();
      });
    });
    point.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** The title becomes a field; Enter and leaving it save, Escape does not. */
  rename(point: HTMLElement): void {
    const head = headOf(point);
    const title = head?.querySelector<HTMLElement>("[data-point-title]");
    if (!head || !title || head.dataset["editing"] !== undefined || !head.draggable) return;
    const before = title.querySelector(".faint") ? "" : (title.textContent ?? "");
    head.dataset["editing"] = "";
    // A draggable element lets nobody select text in its field.
    head.draggable = false;
    title.hidden = true;
    this.writeTitle(head, before, (text) => {
      delete head.dataset["editing"];
      head.draggable = true;
      title.hidden = false;
      head.focus({ preventScroll: true });
      const changed = text !== null && text !== before;
      if (changed) title.textContent = text;
      this.then(async () => {
        if (changed) await postJSON(point.dataset["renameUrl"] ?? "", { title: text });
        await this.refresh();
      });
    });
  }

  lock(point: HTMLElement): void {
    const locked = point.dataset["locked"] === undefined;
    this.then(async () => {
      await postJSON(point.dataset["lockUrl"] ?? "", { locked });
      await this.refresh();
      announce(message(locked ? "board.locked" : "board.unlocked"));
      headOf(document.getElementById(point.id))?.focus({ preventScroll: true });
    });
  }

  /** What the point states becomes a field; Enter and leaving it save, Escape does not. */
  claim(point: HTMLElement): void {
    const place = point.querySelector<HTMLElement>("[data-claim]");
    if (!place || place.dataset["editing"] !== undefined || point.dataset["claimUrl"] === undefined) return;
    const before = place.dataset["claim"] ?? "";
    const field = element("textarea", "point-claim-edit small");
    Object.assign(field, { maxLength: 500, rows: 3, value: before });
    field.setAttribute("aria-label", message("key.claim"));
    place.dataset["editing"] = "";
    place.hidden = true;
    place.after(field);
    field.focus();
    onceDone(field, (key) => {
      const claim = field.value.trim();
      field.remove();
      delete place.dataset["editing"];
      place.hidden = false;
      headOf(point)?.focus({ preventScroll: true });
      this.then(async () => {
        if (key !== "Escape" && claim !== before) await postJSON(point.dataset["claimUrl"] ?? "", { claim });
        await this.refresh();
      });
    });
  }

  /** A field in a point's head. `done` gets the text (null: leave it as it was) and the key that ended it, once. */
  private writeTitle(head: HTMLElement, text: string, done: (text: string | null, key: string) => void): void {
    const field = element("input");
    Object.assign(field, { type: "text", maxLength: 200, value: text });
    field.setAttribute("aria-label", message("key.rename"));
    head.insertBefore(field, head.querySelector(".menu"));
    field.focus();
    field.select();
    onceDone(field, (key) => {
      const title = field.value.trim();
      field.remove();
      done(key === "Escape" ? null : title, key);
    });
  }

  private nameOf(point: string | null): string {
    if (point === null) return message("board.unassigned_place");
    const place = document.getElementById(`point-${point}`);
    const title = place?.querySelector("[data-point-title]:not(:has(.faint))")?.textContent?.trim();
    return title || message("board.unnamed", { number: Number(place?.dataset["position"] ?? 0) + 1 });
  }
}

/** Runs `done` once, with the key that ended the writing, or "blur". */
function onceDone(field: HTMLElement, done: (key: string) => void): void {
  let over = false;
  const finish = (key: string): void => {
    if (over) return;
    over = true;
    done(key);
  };
  field.addEventListener("keydown", (event) => {
    // An input method uses Enter and Escape itself.
    if (event.isComposing || event.keyCode === 229 || !["Enter", "Escape"].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    finish(event.key);
  });
  field.addEventListener("blur", () => finish("blur"));
}

export const columnOf = (inside: Element): HTMLElement | null => inside.closest<HTMLElement>(".column");
export const pointOf = (inside: Element): HTMLElement | null => inside.closest<HTMLElement>("[data-point]");
export const headOf = (point: Element | null): HTMLElement | null => point?.querySelector<HTMLElement>(".point-head") ?? null;
export const cardsOf = (place: Element): HTMLElement[] => [...place.querySelectorAll<HTMLElement>("[data-excerpt]")];
export const pointsOf = (column: Element): HTMLElement[] => [...column.querySelectorAll<HTMLElement>("[data-point]")];

export function startBoard(): void {
  const board = new Board();
  const soon = gathered(() => board.then(() => board.refresh()), 150);
  for (const kind of ["outline.changed", "headings.changed", "excerpt.created", "excerpt.changed", "excerpt.deleted", "source.deleted"]) onLive(kind, soon);
  document.addEventListener("click", (event) => onClick(board, event));
  startDrag(board);
  startBoardKeys(board);
}

function onClick(board: Board, event: MouseEvent): void {
  const target = event.target;
  if (!(target instanceof Element)) return;
  const column = columnOf(target);
  if (target.closest("[data-new-point]") && column) return board.createPoint(column);
  const card = target.closest<HTMLElement>("[data-excerpt]");
  const to = target.closest<HTMLElement>("[data-move-to]")?.dataset["moveTo"];
  if (card && to !== undefined) return board.place(card, to, 10_000);
  const verb = target.closest<HTMLElement>("[data-do]")?.dataset["do"];
  const point = pointOf(target);
  if (verb === "unassign" && card) board.place(card, null, 0);
  else if (verb === "card-up" && card) stepCard(board, card, -1);
  else if (verb === "card-down" && card) stepCard(board, card, 1);
  else if (verb === "rename" && point) board.rename(point);
  else if (verb === "claim" && point) board.claim(point);
  else if (verb === "lock" && point) board.lock(point);
  else if (verb === "delete" && point) board.deletePoint(point);
  else if (verb === "up" && point) stepPoint(board, point, -1);
  else if (verb === "down" && point) stepPoint(board, point, 1);
}

/** One place up or down; beyond the first or last card into the point before or after. */
export function stepCard(board: Board, card: HTMLElement, by: 1 | -1): void {
  const column = columnOf(card);
  if (!column) return;
  const points = pointsOf(column);
  const here = pointOf(card);
  const at = here ? cardsOf(here).indexOf(card) : 0;
  const inside = here ? cardsOf(here).length : 0;
  if (here && at + by >= 0 && at + by < inside) return board.place(card, here.dataset["point"] ?? "", at + by);
  stepCardToPoint(board, card, by, points, here);
}

/** Into the point before or after; after the last one come the unassigned. */
export function stepCardToPoint(board: Board, card: HTMLElement, by: 1 | -1, points: HTMLElement[], here: HTMLElement | null): void {
  const index = here ? points.indexOf(here) + by : by < 0 ? points.length - 1 : points.length;
  if (index >= points.length) {
    if (here) board.place(card, null, 0);
    return;
  }
  const target = points[index];
  if (target) board.place(card, target.dataset["point"] ?? "", by < 0 ? cardsOf(target).length : 0);
}

export function stepPoint(board: Board, point: HTMLElement, by: 1 | -1): void {
  const column = columnOf(point);
  const index = column ? pointsOf(column).indexOf(point) + by : -1;
  if (column && index >= 0 && index < pointsOf(column).length) board.movePoint(point, index);
}
