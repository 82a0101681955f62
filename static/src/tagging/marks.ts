/** Repairs and damage of the text as places one can point at, in its order. Needs no page. */

/** `at` is the place in the original, which decisions are keyed by. */
interface Span { start: number; end: number; at: [number, number] }
export interface RepairMark extends Span { kind: string; before: string; after: string; confidence: number }
export interface DamageMark extends Span { text: string; reason: string; suggestions: string[] }
export interface PutBackMark extends Span { kind: string; said: string }
export interface Kind { name: string; explanation: string; switch: boolean }

export interface MarksData {
  text: string;
  kinds: Record<string, Kind>;
  repairs: RepairMark[];
  damage: DamageMark[];
  putBack: PutBackMark[];
}

export type Mark =
  | { sort: "repair"; kind: string; data: RepairMark }
  | { sort: "damage"; kind: "damage"; data: DamageMark }
  | { sort: "putBack"; kind: string; data: PutBackMark };

export type Wish = "revert" | "restore" | "choose" | "accept" | "off" | "on";
export interface Change { wish: Wish; kind: string; start: number; end: number; text: string }

/** What is painted for a mark: where something was removed, the character before it, or the first of the text. */
export function shown(span: Pick<Span, "start" | "end">): [number, number] {
  if (span.start < span.end) return [span.start, span.end];
  return span.start > 0 ? [span.start - 1, span.start] : [0, 1];
}

export class Marks {
  readonly all: Mark[];

  constructor(readonly data: MarksData) {
    this.all = [
      ...data.repairs.map((one): Mark => ({ sort: "repair", kind: one.kind, data: one })),
      ...data.damage.map((one): Mark => ({ sort: "damage", kind: "damage", data: one })),
      ...data.putBack.map((one): Mark => ({ sort: "putBack", kind: one.kind, data: one })),
    ].sort((a, b) => a.data.start - b.data.start || a.data.end - b.data.end);
  }

  of(sort: Mark["sort"]): Mark[] { return this.all.filter((one) => one.sort === sort); }

  kind(mark: Mark): Kind | undefined { return this.data.kinds[mark.kind]; }

  /** What covers the character at `point`: damage before repairs, the shortest first. */
  at(point: number, sorts: readonly Mark["sort"][]): Mark | null {
    const here = this.all.filter((one) => {
      const [start, end] = shown(one.data);
      return sorts.includes(one.sort) && start <= point && point < end;
    });
    const width = (one: Mark): number => (one.sort === "damage" ? 0 : 1e6) + one.data.end - one.data.start;
    return here.sort((a, b) => width(a) - width(b))[0] ?? null;
  }

  /** The mark of the same place of the original. */
  same(at: readonly [number, number]): Mark | null {
    return this.all.find((one) => one.data.at[0] === at[0] && one.data.at[1] === at[1]) ?? null;
  }

  /** The next (or the one before) from a place of the text; round at the ends. */
  next(list: readonly Mark[], from: number, by: 1 | -1, current: Mark | null): Mark | null {
    if (list.length === 0) return null;
    const now = current ? list.indexOf(current) : -1;
    if (now >= 0) return list[(now + by + list.length) % list.length]!;
    const after = list.findIndex((one) => one.data.start >= from);
    if (by > 0) return list[after < 0 ? 0 : after]!;
    return list[((after < 0 ? list.length : after) - 1 + list.length) % list.length]!;
  }
}

/** The change that a person wishes for a mark. */
export function change(mark: Mark, wish: Wish, text = ""): Change {
  const [start, end] = mark.data.at;
  return { wish, kind: mark.kind, start, end, text };
}

/** The wishes in the order they came; of several about one place the last. */
export function settled(changes: readonly Change[]): Change[] {
  const kept = new Map<string, Change>();
  for (const one of changes) {
    const key = one.wish === "off" || one.wish === "on" ? `kind ${one.kind}` : `${one.start} ${one.end}`;
    kept.delete(key);
    kept.set(key, one);
  }
  return [...kept.values()];
}
