/** The headings beside a selection: press one, or its key. On a phone they stand at the foot. Who may not tag has less of it. */
import { need } from "../core/need.js";
import type { Room } from "./room.js";
import type { Similar } from "./similar.js";
import { tag } from "./commands.js";
import { selectedSpan } from "./selection.js";

const EDGE = 8;

export class Palette {
  private readonly box: HTMLElement;
  private readonly noteRow: HTMLElement | null;
  private readonly note: HTMLTextAreaElement | null;
  private readonly noteButton: HTMLElement | null;
  /** The selection it stands for; kept while the note is written, when the browser's own selection is gone. */
  private span: [number, number] | null = null;
  private pressed = false;

  constructor(private readonly room: Room, private readonly similar: Similar) {
    this.box = need("#palette");
    this.noteRow = this.box.querySelector("[data-note-row]");
    this.note = this.box.querySelector("textarea");
    this.noteButton = this.box.querySelector("[data-note-open]");
    document.addEventListener("selectionchange", () => this.follow());
    document.addEventListener("pointerdown", (event) => {
      this.pressed = event.pointerType === "mouse" && event.target instanceof Node && room.pane.contains(event.target);
      if (event.target instanceof Node && !this.box.contains(event.target) && this.writing()) this.close();
    });
    document.addEventListener("pointerup", () => { this.pressed = false; this.follow(); });
    // A press must not take the selection away before it is used.
    this.box.addEventListener("pointerdown", (event) => { if (event.target !== this.note) event.preventDefault(); });
    this.box.addEventListener("mousedown", (event) => { if (event.target !== this.note) event.preventDefault(); });
    this.box.addEventListener("click", (event) => this.onClick(event));
    this.note?.addEventListener("keydown", (event) => this.onNoteKey(event));
    room.pane.addEventListener("scroll", () => this.place(), { passive: true });
    addEventListener("resize", () => this.place());
  }

  get open(): boolean { return this.span !== null; }

  /** What a heading's key would tag now. */
  target(): [number, number] | null { return this.writing() ? this.span : (selectedSpan(this.room) ?? this.span); }

  use(key: string): void {
    const span = this.target();
    if (!span) return;
    const note = this.note?.value.trim() ?? "";
    this.close();
    getSelection()?.removeAllRanges();
    void tag(this.room, span, [key], note);
  }

  openNote(): void {
    this.span = this.target();
    if (!this.span || !this.noteRow) return;
    // The key may come before the browser has told of the selection.
    this.box.hidden = false;
    this.noteRow.hidden = false;
    this.noteButton?.setAttribute("aria-expanded", "true");
    this.room.painter.mark("active", [this.span]);
    this.note?.focus();
    this.place();
  }

  close(): void {
    if (this.writing()) this.room.painter.mark("active", []);
    this.span = null;
    if (this.note) this.note.value = "";
    if (this.noteRow) this.noteRow.hidden = true;
    this.noteButton?.setAttribute("aria-expanded", "false");
    this.box.hidden = true;
  }

  private writing(): boolean { return this.noteRow !== null && !this.noteRow.hidden; }

  private follow(): void {
    if (this.writing() || this.pressed) return;
    this.span = selectedSpan(this.room);
    this.box.hidden = this.span === null;
    this.place();
  }

  private place(): void {
    if (!this.span || this.box.hidden) return;
    const range = this.room.index.range(this.span[0], this.span[1]);
    const boxes = range ? [...range.getClientRects()].filter((one) => one.width > 0) : [];
    const last = boxes.at(-1);
    const first = boxes[0];
    if (!first || !last) return;
    const own = this.box.getBoundingClientRect();
    const below = last.bottom + EDGE + own.height < innerHeight;
    const top = below ? last.bottom + EDGE : Math.max(EDGE, first.top - EDGE - own.height);
    const wanted = boxes.length === 1 ? first.left : last.right - own.width / 2;
    const left = Math.min(Math.max(this.room.index.root.getBoundingClientRect().left, wanted), innerWidth - own.width - EDGE);
    this.box.style.top = `${Math.min(Math.max(EDGE, top), innerHeight - own.height - EDGE)}px`;
    this.box.style.left = `${Math.max(EDGE, left)}px`;
  }

  private onClick(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("button") : null;
    if (!button) return;
    const key = button.dataset["tag"];
    if (key) this.use(key);
    else if (button === this.noteButton) this.openNote();
    else if (button.dataset["similar"] !== undefined) this.similar.show(this.target());
  }

  private onNoteKey(event: KeyboardEvent): void {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape") {
      event.preventDefault();
      this.close();
    } else if (event.key === "Enter" && !event.shiftKey) {
      // The note is written; what is missing is a heading.
      event.preventDefault();
      need<HTMLButtonElement>("[data-tag]", this.box).focus();
    }
  }
}
