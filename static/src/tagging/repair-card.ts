/** The small card at a repaired or damaged place: what stood there, what stands now, why, and what can be done. */
import { message } from "../core/messages.js";
import { need } from "../core/need.js";
import { type Mark, type Marks, type Wish, shown } from "./marks.js";
import type { Room } from "./room.js";

const EDGE = 8;
const LEAVE_MS = 350;
export type Decide = (mark: Mark, wish: Wish, text: string) => void;

export class RepairCard {
  /** What it stands for. */
  mark: Mark | null = null;
  /** Opened by a click or a key: it stays until it is closed. */
  pinned = false;
  private readonly box: HTMLElement = need("#repair-card");
  private back: HTMLElement | null = null;
  private leaving = 0;

  constructor(private readonly room: Room, private readonly decide: Decide) {
    this.box.addEventListener("click", (event) => this.onClick(event));
    this.own?.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.mark) this.decide(this.mark, "choose", need<HTMLInputElement>("input", this.box).value);
    });
    this.box.addEventListener("pointerenter", () => clearTimeout(this.leaving));
    this.box.addEventListener("pointerleave", () => this.leave());
    this.box.addEventListener("focusin", () => { this.pinned = true; });
    // Escape in its field goes by the page's keys.
    this.box.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      this.close();
    });
    document.addEventListener("pointerdown", (event) => {
      if (this.mark && event.target instanceof Node && !this.box.contains(event.target) && !room.index.root.contains(event.target)) this.close();
    });
    room.pane.addEventListener("scroll", () => this.place(), { passive: true });
    addEventListener("scroll", () => this.place(), { passive: true });
    addEventListener("resize", () => this.place());
  }

  get open(): boolean { return this.mark !== null; }

  /** Somebody writes in it. */
  get writing(): boolean { return this.own?.contains(document.activeElement) === true && need<HTMLInputElement>("input", this.box).value !== ""; }

  show(marks: Marks, mark: Mark, options: { where?: string; focus?: boolean; pinned?: boolean } = {}): void {
    clearTimeout(this.leaving);
    if (this.mark === null && options.focus && document.activeElement instanceof HTMLElement) this.back = document.activeElement;
    this.mark = mark;
    this.pinned = options.pinned ?? false;
    this.fill(marks, mark, options.where ?? "");
    this.box.hidden = false;
    this.place();
    if (options.focus) this.focus();
  }

  close(): void {
    if (!this.mark) return;
    const inside = this.box.contains(document.activeElement);
    this.mark = null;
    this.pinned = false;
    this.box.hidden = true;
    if (inside) (this.back?.isConnected ? this.back : this.room.index.root).focus({ preventScroll: true });
    this.back = null;
    document.dispatchEvent(new CustomEvent("reader:card-closed"));
  }

  /** The pointer left the place: unless it comes to the card, the card goes. */
  leave(): void {
    if (this.pinned) return;
    clearTimeout(this.leaving);
    this.leaving = window.setTimeout(() => { if (!this.pinned) this.close(); }, LEAVE_MS);
  }

  private get own(): HTMLFormElement | null { return this.box.querySelector<HTMLFormElement>('[data-part="own"]'); }

  private part(name: string): HTMLElement { return need(`[data-part="${name}"]`, this.box); }

  private fill(marks: Marks, mark: Mark, where: string): void {
    const kind = marks.kind(mark);
    const put = (name: string, text: string): void => {
      this.part(name).textContent = text;
      this.part(name).hidden = text === "";
    };
    put("where", where);
    put("name", mark.sort === "damage" ? message("repair.damaged") : mark.sort === "putBack" ? mark.data.said : (kind?.name ?? mark.kind));
    put("why", mark.sort === "damage" ? mark.data.reason : (kind?.explanation ?? ""));
    put("before", "");
    put("after", "");
    this.part("arrow").hidden = mark.sort !== "repair";
    if (mark.sort === "repair") {
      put("before", mark.data.before);
      put("after", mark.data.after || message("repair.nothing"));
      this.part("after").toggleAttribute("data-nothing", mark.data.after === "");
    } else put("after", mark.sort === "damage" ? mark.data.text : this.room.index.slice(mark.data.start, mark.data.end).replaceAll("\n", "↵"));
    // What is only shown, not changed, is no insertion.
    this.part("after").toggleAttribute("data-plain", mark.sort !== "repair");
    put("confidence", mark.sort === "repair" ? confidence(mark.data.confidence) : "");
    this.offer(mark, kind?.switch === true);
  }

  /** What can be done depends on what it is. */
  private offer(mark: Mark, mayOff: boolean): void {
    const place = this.part("suggestions");
    place.replaceChildren(...(mark.sort === "damage" ? mark.data.suggestions : []).map((text) => suggestion(text)));
    place.hidden = place.childElementCount === 0;
    if (!this.own) return;
    this.own.hidden = mark.sort === "putBack";
    need<HTMLInputElement>("input", this.box).value = "";
    const offered: Record<string, boolean> = {
      accept: mark.sort === "damage",
      revert: mark.sort === "repair" && mark.kind !== "chosen",
      restore: mark.sort === "putBack" || mark.kind === "chosen",
      off: mark.sort === "repair" && mayOff,
    };
    for (const button of this.box.querySelectorAll<HTMLElement>("[data-decide]")) button.hidden = !offered[button.dataset["decide"] ?? ""];
  }

  private focus(): void {
    // Never the field: there the keys that lead on would be text. Nor a button that changes the text at one press of Enter,
    // but the best suggestion, which is what one comes for.
    (this.box.querySelector<HTMLElement>("[data-suggestion]") ?? this.box).focus({ preventScroll: true });
  }

  private onClick(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("button") : null;
    if (!button || !this.mark) return;
    if (button.matches("[data-card-close]")) this.close();
    else if (button.dataset["suggestion"] !== undefined) this.decide(this.mark, "choose", button.dataset["suggestion"]);
    else if (button.dataset["decide"]) this.decide(this.mark, button.dataset["decide"] as Wish, "");
  }

  private place(): void {
    if (!this.mark || this.box.hidden) return;
    const [start, end] = shown(this.mark.data);
    const boxes = [...(this.room.index.range(start, end)?.getClientRects() ?? [])].filter((one) => one.width > 0);
    const first = boxes[0];
    const last = boxes.at(-1);
    if (!first || !last) return;
    const own = this.box.getBoundingClientRect();
    const below = last.bottom + EDGE + own.height < innerHeight;
    const top = below ? last.bottom + EDGE : Math.max(EDGE, first.top - EDGE - own.height);
    this.box.style.top = `${top}px`;
    this.box.style.left = `${Math.max(EDGE, Math.min(first.left - 12, innerWidth - own.width - EDGE))}px`;
  }
}

function suggestion(text: string): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button small read-small";
  button.dataset["suggestion"] = text;
  button.textContent = text || message("repair.remove");
  return button;
}

function confidence(value: number): string {
  return value >= 0.995 ? message("repair.sure") : message("repair.confidence", { percent: Math.round(value * 100) });
}
