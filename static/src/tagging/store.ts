/** What the reader knows of excerpts and suggestions: newest version of each, in the order of the text. Needs no page. */
import { countWhile } from "../core/search.js";

export interface Excerpt {
  id: string;
  source: string;
  text: string;
  start: number;
  end: number;
  quote: string;
  note: string;
  headings: string[];
  by: { id: string; name: string };
  review: string;
  version: number;
  created: string;
  /** On its way to the server: shown, but not yet to be worked on. */
  pending?: boolean;
}

export interface Suggestion { id: string; start: number; end: number; heading: string; score: number; provider: string }
export type Change = { kind: "put"; excerpt: Excerpt; fresh: boolean } | { kind: "gone"; excerpt: Excerpt } | { kind: "all" };

export const before = (a: Excerpt, b: Excerpt): number => a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

export class Store {
  private readonly byId = new Map<string, Excerpt>();
  private readonly gone = new Map<string, number>();
  private readonly hearers: ((change: Change) => void)[] = [];
  private sorted: Excerpt[] | null = null;
  private reach: number[] = [];

  onChange(hearer: (change: Change) => void): void { this.hearers.push(hearer); }

  get(id: string): Excerpt | undefined { return this.byId.get(id); }

  get size(): number { return this.byId.size; }

  /** All of them as the server has them now; what is still on its way stays. */
  replaceAll(excerpts: readonly Excerpt[]): void {
    const waiting = [...this.byId.values()].filter((one) => one.pending);
    this.byId.clear();
    this.gone.clear();
    for (const one of [...excerpts, ...waiting]) this.byId.set(one.id, one);
    this.tell({ kind: "all" });
  }

  /** Takes a newer state in; an older one, or one that is known to be deleted since, is dropped. True when it was new. */
  put(excerpt: Excerpt): boolean {
    const known = this.byId.get(excerpt.id);
    if ((known && known.version >= excerpt.version) || (this.gone.get(excerpt.id) ?? -1) >= excerpt.version) return false;
    if (!excerpt.pending) this.dropWaiting(excerpt);
    this.byId.set(excerpt.id, excerpt);
    this.tell({ kind: "put", excerpt, fresh: !known });
    return true;
  }

  /** Shows an own change before the server has answered; returns how to take it back. */
  guess(id: string, change: Partial<Pick<Excerpt, "headings" | "note">>): () => void {
    const known = this.byId.get(id);
    if (!known) return () => undefined;
    const guessed = { ...known, ...change };
    this.set(guessed);
    return () => { if (this.byId.get(id) === guessed) this.set(known); };
  }

  /** Takes an excerpt away; `version` keeps late news of an older state from bringing it back. */
  remove(id: string, version = 0): Excerpt | null {
    const known = this.byId.get(id);
    if (version) this.gone.set(id, Math.max(version, this.gone.get(id) ?? 0));
    if (!known || (version && known.version > version)) return null;
    this.byId.delete(id);
    this.tell({ kind: "gone", excerpt: known });
    return known;
  }

  /** The same excerpts, to be shown anew. */
  refresh(): void { this.tell({ kind: "all" }); }

  all(): Excerpt[] {
    if (!this.sorted) {
      this.sorted = [...this.byId.values()].sort(before);
      let furthest = 0;
      this.reach = this.sorted.map((one) => (furthest = Math.max(furthest, one.end)));
    }
    return this.sorted;
  }

  /** Excerpts that cover the character at `point`, the shortest first. */
  at(point: number): Excerpt[] {
    const all = this.all();
    const begun = countWhile(all.length, (i) => all[i]!.start <= point);
    const found: Excerpt[] = [];
    for (let i = begun - 1; i >= 0 && this.reach[i]! > point; i -= 1) if (all[i]!.end > point) found.push(all[i]!);
    return found.sort((a, b) => a.end - a.start - (b.end - b.start));
  }

  private set(excerpt: Excerpt): void {
    this.byId.set(excerpt.id, excerpt);
    this.tell({ kind: "put", excerpt, fresh: false });
  }

  /** What was painted ahead is replaced by the real one, whichever way it came first: answer or event. */
  private dropWaiting(real: Excerpt): void {
    for (const one of this.byId.values()) {
      if (one.pending && one.start === real.start && one.end === real.end && one.by.id === real.by.id) this.remove(one.id);
    }
  }

  private tell(change: Change): void {
    this.sorted = null;
    for (const hearer of this.hearers) hearer(change);
  }
}
