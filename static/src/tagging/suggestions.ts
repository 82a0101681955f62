/** Proposals for sentences: shown on demand, counted as nothing until a person accepts one. */
import { postJSON } from "../core/http.js";
import { message } from "../core/messages.js";
import { need } from "../core/need.js";
import { toast } from "../core/toast.js";
import { tell } from "./commands.js";
import { chip, urlOf } from "./config.js";
import type { Room } from "./room.js";
import type { Excerpt, Suggestion } from "./store.js";

const SHOWN = 120;
const TOLD = { quiet: [0, 400, 403, 404, 409] };

export class Suggestions {
  on = false;
  private all: Suggestion[] = [];
  private chosen: string | null = null;
  private heading = "";
  private readonly hearers: (() => void)[] = [];

  constructor(private readonly room: Room) {
    document.addEventListener("click", (event) => this.onClick(event));
    room.store.onChange(() => { if (this.on) this.told(); });
  }

  onChange(hearer: () => void): void { this.hearers.push(hearer); }

  set(suggestions: Suggestion[]): void {
    this.all = suggestions;
    this.told();
  }

  drop(id: string): void {
    if (this.chosen === id) this.chosen = this.after(id)?.id ?? null;
    this.set(this.all.filter((one) => one.id !== id));
  }

  toggle(): void {
    this.on = !this.on;
    this.chosen = null;
    this.room.choose(null);
    need("[data-suggestions-toggle]").setAttribute("aria-pressed", String(this.on));
    this.told();
    if (this.on && this.open().length === 0) toast(message("suggest.empty"));
  }

  /** Shows proposals of one heading only; of all when the key is empty. */
  filter(heading: string): void {
    if (this.heading === heading) return;
    this.heading = heading;
    this.chosen = null;
    this.told();
  }

  /** Those that the filter lets through and whose sentence the person has not tagged as a whole yet. */
  open(): Suggestion[] {
    const { store, config } = this.room;
    return this.all.filter((one) => (!this.heading || one.heading === this.heading) && !store.at(one.start).some((other) => other.by.id === config.user && other.end >= one.end));
  }

  current(): Suggestion | null { return this.on ? (this.all.find((one) => one.id === this.chosen) ?? null) : null; }

  step(by: 1 | -1): void {
    const open = this.open();
    const at = open.findIndex((one) => one.id === this.chosen);
    const next = open[at < 0 ? 0 : Math.min(Math.max(at + by, 0), open.length - 1)];
    if (next) this.choose(next);
  }

  at(point: number): Suggestion | null {
    return this.on ? (this.open().find((one) => one.start <= point && point < one.end) ?? null) : null;
  }

  choose(one: Suggestion): void {
    this.chosen = one.id;
    this.told();
    this.room.scrollTo(one.start, one.end);
    requestAnimationFrame(() => document.getElementById(`suggestion-${one.id}`)?.scrollIntoView({ block: "nearest" }));
  }

  /** Under the proposed heading, or under another. */
  async accept(one: Suggestion, key = one.heading): Promise<void> {
    // At once: who presses the next key before the answer means the next one.
    const next = this.after(one.id);
    this.drop(one.id);
    if (next) this.choose(next);
    try {
      const { excerpt } = await postJSON<{ excerpt: Excerpt }>(urlOf(this.room.config.suggestionUrl, one.id, "accept"), { headings: [key] }, TOLD);
      this.room.store.put(excerpt);
      this.room.announce(message("tag.saved", { headings: this.room.names(excerpt.headings) }));
    } catch (error) {
      this.putBack(one);
      tell(error);
    }
  }

  async dismiss(one: Suggestion): Promise<void> {
    const next = this.after(one.id);
    this.drop(one.id);
    if (next) this.choose(next);
    try {
      await postJSON(urlOf(this.room.config.suggestionUrl, one.id, "dismiss"), {}, TOLD);
      toast(message("suggest.dismissed"), { action: { label: message("undo"), run: () => void this.restore(one) } });
    } catch (error) {
      tell(error);
    }
  }

  cards(): HTMLElement[] {
    const template = need<HTMLTemplateElement>("#suggestion-card");
    const open = this.open();
    const at = Math.max(0, open.findIndex((one) => one.id === this.chosen) - SHOWN / 2);
    const cards = open.slice(at, at + SHOWN).map((one) => {
      const card = need<HTMLElement>(".excerpt", template.content).cloneNode(true) as HTMLElement;
      const heading = this.room.heading(one.heading);
      card.id = `suggestion-${one.id}`;
      card.dataset["hue"] = String(heading.hue);
      card.dataset["suggestion"] = one.id;
      if (one.id === this.chosen) card.setAttribute("aria-current", "true");
      need('[data-part="tags"]', card).append(chip(heading, true));
      const quote = need<HTMLElement>('[data-part="quote"]', card);
      quote.textContent = this.room.index.slice(one.start, one.end);
      quote.lang = this.room.index.root.lang;
      return card;
    });
    if (cards.length > 0) return cards;
    const text = document.createElement("p");
    text.className = "small faint";
    text.textContent = message("suggest.empty");
    return [text];
  }

  private async restore(one: Suggestion): Promise<void> {
    try {
      await postJSON(urlOf(this.room.config.suggestionUrl, one.id, "restore"), {}, TOLD);
      this.putBack(one);
    } catch (error) {
      tell(error);
    }
  }

  private putBack(one: Suggestion): void {
    if (!this.all.some((other) => other.id === one.id)) this.set([...this.all, one].sort((a, b) => a.start - b.start));
  }

  private after(id: string): Suggestion | undefined {
    const open = this.open();
    const at = open.findIndex((one) => one.id === id);
    return at < 0 ? undefined : (open[at + 1] ?? open[at - 1]);
  }

  private told(): void {
    const open = this.open();
    const place = document.querySelector("[data-suggestion-count]");
    if (place) place.textContent = String(open.length);
    this.room.painter.mark("suggestion", this.on ? open.map((one) => [one.start, one.end] as const) : []);
    if (this.on) {
      const current = this.current();
      this.room.painter.mark("active", current ? [[current.start, current.end]] : []);
    }
    for (const hearer of this.hearers) hearer();
  }

  private onClick(event: Event): void {
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest("[data-suggestions-toggle]")) return this.toggle();
    const card = target?.closest<HTMLElement>("[data-suggestion]");
    const one = card ? this.all.find((other) => other.id === card.dataset["suggestion"]) : undefined;
    if (!one) return;
    if (target?.closest("[data-accept]")) void this.accept(one);
    else if (target?.closest("[data-dismiss]")) void this.dismiss(one);
    else this.choose(one);
  }
}
