/**
 * Repairs and damage in the text. Damage is always marked, repairs on demand; a card says what happened at a place and
 * takes what a person decides. Decisions of one go are sent together, for each makes the text anew.
 */
import { getJSON, postJSON } from "../core/http.js";
import { onKey } from "../core/keys.js";
import { message } from "../core/messages.js";
import { toast } from "../core/toast.js";
import { tell } from "./commands.js";
import { type Change, type Mark, Marks, type MarksData, type Wish, change, settled, shown } from "./marks.js";
import { RepairCard } from "./repair-card.js";
import type { Room } from "./room.js";
import { pointUnder } from "./selection.js";

/** How long nobody decides before it is sent: longer while the next place is before one's eyes. */
const QUIET_MS = { open: 2500, closed: 900 };
const HOVER_MS = 300;
const KEPT = "collate.repairs";
interface Answer { text: string; at: number; undo: Change[] }
/** What the page remembers while it is loaded anew. */
interface Kept { source: string; showing: boolean; at: number; top: number; open: [number, number] | null; undo: Change[] }

export class Repairs {
  private marks: Marks | null = null;
  private showing = false;
  private waiting: Change[] = [];
  private decided: [number, number][] = [];
  private timer = 0;
  private hover = 0;
  private sending = false;
  private readonly card: RepairCard;
  private readonly button = document.querySelector<HTMLButtonElement>("[data-repairs-toggle]");

  constructor(private readonly room: Room) {
    this.card = new RepairCard(room, (mark, wish, text) => this.decide(mark, wish, text));
    this.button?.addEventListener("click", () => this.toggle());
    document.querySelector("[data-damage-next]")?.addEventListener("click", () => this.step(1, this.list(false)));
    onKey({ key: "r", label: message("key.repairs"), run: () => this.toggle() });
    onKey({ key: ".", label: message("key.next_place"), run: () => this.step(1) });
    onKey({ key: ",", label: message("key.previous_place"), run: () => this.step(-1) });
    onKey({ key: "Escape", label: message("key.close"), when: () => this.card.open, run: () => this.card.close() });
    room.index.root.addEventListener("pointermove", (event) => this.onMove(event), { passive: true });
    room.index.root.addEventListener("pointerleave", () => { clearTimeout(this.hover); this.card.leave(); });
    room.store.onChange((told) => { if (told.kind === "all") this.paint(); });
    // Nothing that was decided is lost when the page is left.
    addEventListener("pagehide", () => void this.send(true));
  }

  async start(): Promise<void> {
    const kept = takeKept(this.room.config.source);
    this.showing = kept?.showing ?? new URLSearchParams(location.search).has("mark");
    this.press();
    if (kept) this.comeBack(kept);
    // Of thousands of changes of script only the one that the address names is told beside those that were a choice.
    const query = new URLSearchParams(location.search);
    const form = query.has("mark") ? `?form=${encodeURIComponent(query.get("start") ?? "")}` : "";
    this.marks = new Marks(await getJSON<MarksData>(this.room.config.repairsUrl + form));
    if (this.marks.data.text !== this.room.config.text) return;
    this.paint();
    if (kept?.open) {
      const mark = this.marks.same(kept.open);
      if (mark) this.card.show(this.marks, mark, { where: this.where(mark), focus: true, pinned: true });
    } else this.openAddress();
  }

  /** A click in the text: true when it opened a card (a second one on the same place is for the excerpt under it). */
  click(point: number): boolean {
    const mark = this.under(point);
    if (!mark || !this.marks || (this.card.pinned && this.card.mark === mark)) {
      this.card.close();
      return false;
    }
    this.card.show(this.marks, mark, { where: this.where(mark), pinned: true });
    return true;
  }

  private toggle(): void {
    this.showing = !this.showing;
    this.card.close();
    this.press();
    this.paint();
  }

  private press(): void {
    this.button?.setAttribute("aria-pressed", String(this.showing));
  }

  private step(by: 1 | -1, list = this.list()): void {
    const mark = this.marks?.next(list, this.topPoint(), by, this.card.mark) ?? null;
    if (mark) this.go(mark, list);
    else toast(message("repair.none"), { stay: 2500 });
  }

  private go(mark: Mark, list = this.list()): void {
    const { marks } = this;
    if (!marks) return;
    const [start, end] = shown(mark.data);
    this.room.scrollTo(start, end);
    // After the text has come to rest, so that the card stands at its place.
    requestAnimationFrame(() => requestAnimationFrame(() => this.card.show(marks, mark, { where: this.where(mark, list), focus: true, pinned: true })));
  }

  /** What the keys go through: damage, and with repairs shown these too. */
  private list(repairs = this.showing): Mark[] {
    const all = this.marks?.all ?? [];
    return (repairs ? all : all.filter((one) => one.sort === "damage")).filter((one) => !this.isDecided(one));
  }

  private where(mark: Mark, list = this.list()): string {
    const at = list.indexOf(mark);
    return at < 0 ? "" : `${at + 1} / ${list.length}`;
  }

  private isDecided(mark: Mark): boolean { return this.decided.some(([a, b]) => a === mark.data.at[0] && b === mark.data.at[1]); }

  private under(point: number): Mark | null {
    const mark = this.marks?.at(point, this.showing ? ["damage", "repair", "putBack"] : ["damage"]) ?? null;
    return mark && !this.isDecided(mark) ? mark : null;
  }

  private topPoint(): number {
    const box = this.room.pane.getBoundingClientRect();
    return pointUnder(this.room, box.left + box.width / 2, Math.max(box.top, 0) + 80) ?? 0;
  }

  private onMove(event: PointerEvent): void {
    clearTimeout(this.hover);
    if (event.pointerType !== "mouse" || event.buttons !== 0 || this.card.pinned || !this.marks || this.marks.all.length === 0) return;
    this.hover = window.setTimeout(() => {
      const point = pointUnder(this.room, event.clientX, event.clientY);
      const mark = point === null ? null : this.under(point);
      const selecting = !(getSelection()?.isCollapsed ?? true);
      if (!mark || selecting || this.card.pinned) this.card.leave();
      else if (this.marks && this.card.mark !== mark) this.card.show(this.marks, mark, { where: this.where(mark) });
    }, HOVER_MS);
  }

  private paint(): void {
    const { marks } = this;
    if (!marks) return;
    const spans = (sort: Mark["sort"], on: boolean): [number, number][] =>
      on ? marks.of(sort).filter((one) => !this.isDecided(one)).map((one) => shown(one.data)) : [];
    this.room.painter.mark("peer", marks.all.filter((one) => this.isDecided(one)).map((one) => shown(one.data)));
    this.room.painter.mark("repair", spans("repair", this.showing));
    this.room.painter.mark("put-back", spans("putBack", this.showing));
    this.room.painter.mark("damage", spans("damage", true));
  }

  private decide(mark: Mark, wish: Wish, text: string): void {
    // While the text is made anew there is no place to decide about.
    if (!this.room.config.decideUrl || this.sending) return;
    this.waiting.push(wish === "off" ? { wish, kind: mark.kind, start: 0, end: 0, text: "" } : change(mark, wish, text));
    const list = this.list();
    const next = mark.sort === "damage" ? (list[list.indexOf(mark) + 1] ?? null) : null;
    this.decided.push(mark.data.at);
    this.paint();
    this.room.announce(message("repair.waiting"));
    this.card.close();
    const goesOn = next?.sort === "damage";
    if (goesOn) this.go(next);
    this.later(goesOn);
  }

  private later(goesOn: boolean): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => {
      if (this.card.writing) this.later(true);
      else void this.send(false);
    }, goesOn ? QUIET_MS.open : QUIET_MS.closed);
  }

  private async send(leaving: boolean, changes = settled(this.waiting)): Promise<void> {
    if (changes.length === 0 || this.sending) return;
    this.waiting = [];
    clearTimeout(this.timer);
    const { config } = this.room;
    const at = this.topPoint();
    const body = { text: config.text, at, changes };
    if (leaving) {
      const headers = { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? "" };
      void fetch(config.decideUrl, { method: "POST", keepalive: true, headers, body: JSON.stringify(body) });
      return;
    }
    this.sending = true;
    const notice = toast(message("repair.applying"), { stay: 0 });
    try {
      const answer = await postJSON<Answer>(config.decideUrl, body, { quiet: [0, 400, 403, 404, 409] });
      const top = this.topOf(at);
      const open = this.card.mark?.data.at ?? null;
      keep({ source: config.source, showing: this.showing, at: answer.at, top, open, undo: answer.undo });
      const script = new URLSearchParams(location.search).get("script");
      location.replace(location.pathname + (script ? `?script=${script}` : ""));
    } catch (error) {
      this.sending = false;
      this.decided = [];
      this.paint();
      notice.remove();
      tell(error);
    }
  }

  private topOf(point: number): number { return this.room.index.range(point, point + 1)?.getBoundingClientRect().top ?? 0; }

  /** The page begins anew where it was, and says what can be taken back. */
  private comeBack(kept: Kept): void {
    this.room.scrollTo(kept.at, kept.at + 1);
    requestAnimationFrame(() => requestAnimationFrame(() => this.room.scroller().scrollBy({ top: this.topOf(kept.at) - kept.top })));
    if (kept.undo.length === 0) return;
    const count = kept.undo.length;
    const run = (): void => void this.send(false, kept.undo);
    toast(message(count === 1 ? "repair.done_one" : "repair.done", { count }), { action: { label: message("undo"), run } });
  }

  /** `?start=&end=&mark`: the card of the place that the source's page led to. */
  private openAddress(): void {
    const query = new URLSearchParams(location.search);
    if (!query.has("mark") || !this.marks) return;
    const point = Number(query.get("start"));
    const mark = this.marks.at(point, ["damage", "repair", "putBack"]);
    if (mark) this.card.show(this.marks, mark, { where: this.where(mark), pinned: true });
  }
}

function keep(kept: Kept): void {
  try { sessionStorage.setItem(KEPT, JSON.stringify(kept)); } catch { /* Then the page opens at its top. */ }
}

function takeKept(source: string): Kept | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null") as Kept | null;
    sessionStorage.removeItem(KEPT);
    return kept?.source === source ? kept : null;
  } catch {
    return null;
  }
}
