/** Passages of other sources that say what is selected here, in a dialog over the text. */
import { replacePart } from "../core/htmx.js";
import { message } from "../core/messages.js";
import { need } from "../core/need.js";
import { toast } from "../core/toast.js";
import type { Room } from "./room.js";

export class Similar {
  private readonly dialog = need<HTMLDialogElement>("#similar-dialog");
  private readonly passage = need<HTMLElement>("[data-passage]", this.dialog);
  private readonly page = need<HTMLAnchorElement>("[data-similar-page]", this.dialog);
  private readonly waiting = need<HTMLTemplateElement>("[data-similar-waiting]", this.dialog);

  constructor(private readonly room: Room) {}

  /** Looks for what stands at `[start, end)`; without a span says what to do first. */
  show(span: readonly [number, number] | null): void {
    if (!span) return void toast(message("tag.none"), { stay: 2500 });
    const [start, end] = span;
    const { similarUrl, source } = this.room.config;
    const address = `${similarUrl}?${new URLSearchParams({ source, start: String(start), end: String(end) }).toString()}`;
    this.passage.textContent = this.room.index.slice(start, end);
    this.passage.lang = this.room.index.root.lang;
    this.page.href = address;
    need("#similar", this.dialog).replaceWith(this.waiting.content.cloneNode(true));
    if (!this.dialog.open) this.dialog.showModal();
    // A part of its own for each passage: the answer about an earlier one finds no place.
    const part = need("#similar", this.dialog);
    void replacePart(part, address);
  }
}
