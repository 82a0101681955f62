/** The excerpts beside the text, in its order: a window of cards that grows as one scrolls, filters, one open card. */
import { replacePart } from "../core/htmx.js";
import { message } from "../core/messages.js";
import { need } from "../core/need.js";
import { showPane } from "../core/panes.js";
import { toast } from "../core/toast.js";
import { fillCard, showCount } from "./card.js";
import { urlOf } from "./config.js";
import type { Comments } from "./comments.js";
import type { Room } from "./room.js";
import type { Change, Excerpt } from "./store.js";
import type { Suggestions } from "./suggestions.js";

/** One pane is shown at a time: the width at which parts/reader.css changes. */
const narrow = (): boolean => matchMedia("(max-width: 56rem)").matches;
const FIRST = 40;
const MORE = 40;

export class Pane {
  private readonly list: HTMLElement;
  private readonly filters: HTMLFormElement;
  private readonly template: HTMLTemplateElement;
  private readonly cards = new Map<string, HTMLElement>();
  private from = 0;
  private to = FIRST;
  private asked = false;
  private offered: HTMLElement | null = null;
  private readonly sight: IntersectionObserver;
  private readonly ends = [document.createElement("div"), document.createElement("div")] as const;

  constructor(private readonly room: Room, private readonly suggestions: Suggestions, private readonly comments: Comments) {
    this.list = need("[data-list]");
    this.filters = need("[data-filters]");
    this.template = need("#excerpt-card");
    this.sight = new IntersectionObserver((entries) => { if (entries.some((one) => one.isIntersecting)) this.grow(entries); }, { rootMargin: "400px" });
    for (const end of this.ends) { end.className = "list-end"; this.sight.observe(end); }
    room.store.onChange((change) => this.hear(change));
    room.onCurrent((id, opened) => this.showCurrent(id, opened));
    suggestions.onChange(() => this.later());
    comments.onChange(() => { for (const [id, card] of this.cards) showCount(card, id, comments); });
    // On a phone the card one tapped in the text stands further down in the other pane.
    document.addEventListener("click", (event) => {
      if (event.target instanceof Element && event.target.closest('[data-pane-show="side"]')) this.currentCard()?.scrollIntoView({ block: "center" });
    });
    this.filters.addEventListener("change", () => { this.restart(); this.pressChips(); });
    this.filters.addEventListener("submit", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.onClick(event));
    this.list.addEventListener("keydown", (event) => this.onEnter(event));
    document.addEventListener("click", (event) => this.onChip(event));
  }

  /** Excerpts that the filters let through, in the order of the text. */
  shown(): Excerpt[] {
    const data = new FormData(this.filters);
    const [heading, person, review] = ["heading", "person", "review"].map((name) => String(data.get(name) ?? ""));
    return this.room.store.all().filter((one) =>
      (!heading || one.headings.includes(heading)) && (!person || one.by.id === person) && (!review || one.review === review));
  }

  /** Goes to an excerpt: the card opens, the text scrolls there. */
  open(id: string, scrollText = true): void {
    const excerpt = this.room.store.get(id);
    if (!excerpt) return;
    this.room.choose(id);
    if (scrollText) this.room.scrollTo(excerpt.start, excerpt.end);
  }

  /** On a phone the card is in the other pane: says what one tapped and how to get there. */
  offer(excerpt: Excerpt): void {
    if (!narrow()) return;
    this.offered?.remove();
    const run = (): void => {
      showPane("side");
      this.currentCard()?.scrollIntoView({ block: "center" });
    };
    this.offered = toast(`${this.room.names(excerpt.headings)} · ${excerpt.by.name}`, { action: { label: message("card.show"), run }, stay: 4000 });
  }

  step(by: 1 | -1): void {
    const all = this.shown();
    if (all.length === 0) return;
    const at = all.findIndex((one) => one.id === this.room.current);
    const next = at < 0 ? this.nearest(all, by) : Math.min(Math.max(at + by, 0), all.length - 1);
    this.open(all[next]!.id);
  }

  /** The field of the note in the open card. */
  focusNote(): void {
    const id = this.room.current;
    const field = (): HTMLElement | null => (id ? this.cards.get(id)?.querySelector<HTMLElement>("[data-note-form] textarea") : null) ?? null;
    if (!id || field()) {
      field()?.focus();
      return;
    }
    if (narrow()) showPane("side");
    this.room.choose(id);
    this.cards.get(id)?.addEventListener("htmx:afterSettle", () => field()?.focus(), { once: true });
  }

  private nearest(all: Excerpt[], by: 1 | -1): number {
    const box = this.room.pane.getBoundingClientRect();
    const top = Math.max(box.top, 0) + 60;
    const seen = all.findIndex((one) => (this.room.index.element(one.start)?.getBoundingClientRect().bottom ?? 0) > top);
    return Math.max(0, seen < 0 ? (by > 0 ? 0 : all.length - 1) : seen);
  }

  private hear(change: Change): void {
    if (change.kind === "put") {
      const card = this.cards.get(change.excerpt.id);
      if (card) this.fill(card, change.excerpt);
    } else if (change.kind === "gone") {
      const card = this.cards.get(change.excerpt.id);
      if (card?.contains(document.activeElement)) this.list.focus();
      this.cards.delete(change.excerpt.id);
      if (this.room.current === change.excerpt.id) this.room.choose(null);
    } else {
      this.list.removeAttribute("aria-busy");
      this.cards.clear();
    }
    this.later();
  }

  /** Many changes in one turn draw once. */
  private later(): void {
    if (this.asked) return;
    this.asked = true;
    requestAnimationFrame(() => { this.asked = false; this.draw(); });
  }

  private restart(): void {
    this.suggestions.filter(String(new FormData(this.filters).get("heading") ?? ""));
    this.from = 0;
    this.to = FIRST;
    this.list.scrollIntoView({ block: "nearest" });
    this.draw();
  }

  private draw(): void {
    const all = this.shown();
    this.count(all);
    if (this.suggestions.on) return this.replace(this.suggestions.cards());
    this.to = Math.max(this.to, Math.min(FIRST, all.length));
    const cards = all.slice(this.from, this.to).map((one) => this.card(one));
    if (cards.length === 0) return this.replace([this.nothing()]);
    const [top, bottom] = this.ends;
    top.hidden = this.from === 0;
    bottom.hidden = this.to >= all.length;
    this.replace([top, ...cards, bottom]);
  }

  /** Puts the children in without moving those that stay: focus, half-written notes and scrolling live on. */
  private replace(wanted: Element[]): void {
    const keep = new Set(wanted);
    for (const child of [...this.list.children]) if (!keep.has(child)) child.remove();
    let at = this.list.firstElementChild;
    for (const element of wanted) {
      if (element === at) at = at.nextElementSibling;
      else this.list.insertBefore(element, at);
    }
  }

  private grow(entries: IntersectionObserverEntry[]): void {
    const [top, bottom] = this.ends;
    const seen = new Set(entries.filter((one) => one.isIntersecting).map((one) => one.target));
    const all = this.shown().length;
    if (seen.has(bottom) && this.to < all) this.to = Math.min(all, this.to + MORE);
    else if (seen.has(top) && this.from > 0) this.from = Math.max(0, this.from - MORE);
    else return;
    this.draw();
    // Seen still, it would not be told again.
    for (const end of this.ends) { this.sight.unobserve(end); this.sight.observe(end); }
  }

  private card(excerpt: Excerpt): HTMLElement {
    const known = this.cards.get(excerpt.id);
    if (known) return known;
    const card = need<HTMLElement>(".excerpt", this.template.content).cloneNode(true) as HTMLElement;
    card.id = `excerpt-${excerpt.id}`;
    card.dataset["excerpt"] = excerpt.id;
    this.fill(card, excerpt);
    this.cards.set(excerpt.id, card);
    return card;
  }

  private fill(card: HTMLElement, excerpt: Excerpt): void { fillCard(card, excerpt, this.room, this.comments); }

  private currentCard(): HTMLElement | undefined { return this.room.current ? this.cards.get(this.room.current) : undefined; }

  private showCurrent(id: string | null, opened: boolean): void {
    for (const card of this.list.querySelectorAll<HTMLElement>("[aria-current]")) {
      card.removeAttribute("aria-current");
      const details = card.querySelector<HTMLElement>('[data-part="details"]');
      if (details) { details.hidden = true; details.replaceChildren(); }
      const excerpt = this.room.store.get(card.dataset["excerpt"] ?? "");
      if (excerpt) this.fill(card, excerpt);
    }
    if (!id || this.suggestions.on) return;
    this.bring(id);
    const card = this.cards.get(id);
    const excerpt = this.room.store.get(id);
    if (!card || !excerpt) return;
    card.setAttribute("aria-current", "true");
    card.scrollIntoView({ block: "nearest" });
    if (!opened) return;
    const details = need<HTMLElement>('[data-part="details"]', card);
    details.hidden = false;
    this.fill(card, excerpt);
    const inside = document.createElement("div");
    details.replaceChildren(inside);
    if (!excerpt.pending) void replacePart(inside, urlOf(this.room.config.excerptUrl, id));
    card.scrollIntoView({ block: "nearest" });
  }

  /** Makes sure that the window holds the excerpt, without a filter in its way. */
  private bring(id: string): void {
    let at = this.shown().findIndex((one) => one.id === id);
    if (at < 0 && this.room.store.get(id)) {
      this.filters.reset();
      this.suggestions.filter("");
      this.pressChips();
      at = this.shown().findIndex((one) => one.id === id);
    }
    if (at < 0) return;
    if (at < this.from || at >= this.to) {
      this.from = Math.max(0, at - FIRST / 2);
      this.to = at + FIRST / 2;
    }
    this.draw();
  }

  private count(shown: Excerpt[]): void {
    const all = this.room.store.size;
    const text = shown.length === all ? String(all) : `${shown.length} / ${all}`;
    for (const place of document.querySelectorAll("[data-count]")) place.textContent = text;
    const counts = new Map<string, number>();
    const people = new Map<string, string>();
    for (const one of this.room.store.all()) {
      people.set(one.by.id, one.by.name);
      for (const key of one.headings) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    for (const place of document.querySelectorAll<HTMLElement>("[data-heading-count]")) {
      place.textContent = String(counts.get(place.dataset["headingCount"] ?? "") ?? 0);
    }
    this.offerPeople(people);
  }

  private offerPeople(people: Map<string, string>): void {
    const select = need<HTMLSelectElement>('select[name="person"]', this.filters);
    const known = new Set([...select.options].map((one) => one.value));
    for (const [id, name] of people) if (!known.has(id)) select.add(new Option(name, id));
  }

  private nothing(): HTMLElement {
    const text = document.createElement("p");
    text.className = "small faint";
    const empty = this.room.config.mayTag ? "list.empty" : "list.empty_reader";
    text.textContent = message(this.room.store.size > 0 ? "list.filtered" : empty);
    return text;
  }

  private onClick(event: Event): void {
    const target = event.target instanceof Element ? event.target : null;
    const card = target?.closest<HTMLElement>("[data-excerpt]");
    if (!card || target?.closest("button, input, textarea, label, form, .thread, a:not([data-part])")) return;
    if (target?.closest("a")) event.preventDefault();
    const id = card.dataset["excerpt"] ?? "";
    if (target?.closest("a")) history.replaceState(null, "", `#e-${id}`);
    if (target?.closest("a") && narrow()) showPane("text");
    this.open(id);
  }

  private onEnter(event: KeyboardEvent): void {
    if (event.key === "Enter" && event.target instanceof HTMLElement && event.target.dataset["excerpt"]) {
      event.preventDefault();
      this.open(event.target.dataset["excerpt"]);
    }
  }

  /** The codebook at the left is a filter too. */
  private onChip(event: Event): void {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-filter-heading]") : null;
    if (!button) return;
    const select = need<HTMLSelectElement>('select[name="heading"]', this.filters);
    const key = button.dataset["filterHeading"] ?? "";
    select.value = select.value === key ? "" : key;
    this.pressChips();
    this.restart();
  }

  private pressChips(): void {
    const chosen = need<HTMLSelectElement>('select[name="heading"]', this.filters).value;
    for (const one of document.querySelectorAll<HTMLElement>("[data-filter-heading]")) {
      one.setAttribute("aria-pressed", String(one.dataset["filterHeading"] === chosen));
    }
  }
}
