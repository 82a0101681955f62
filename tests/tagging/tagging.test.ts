/** What the reader knows, without a page. Bundled by esbuild and run by `node --test` (test_typescript.py). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Mark, Marks, change, settled, shown } from "../../static/src/tagging/marks.js";
import { askedWidth, pageAt, placeOf } from "../../static/src/tagging/page-image.js";
import { disjoint } from "../../static/src/tagging/painter.js";
import { type Excerpt, Store } from "../../static/src/tagging/store.js";

function excerpt(id: string, start: number, end: number, change: Partial<Excerpt> = {}): Excerpt {
  return {
    id, source: "s", text: "t", start, end, quote: "", note: "", headings: ["P"], by: { id: "u", name: "U" },
    review: "open", version: 1, created: "", ...change,
  };
}

test("the excerpts at a place agree with a plain look at all of them", () => {
  let seed = 7;
  const random = (below: number): number => (seed = (seed * 1103515245 + 12345) % 2147483648) % below;
  const store = new Store();
  const all = Array.from({ length: 300 }, (_, i) => {
    const start = random(900);
    return excerpt(`e${i}`, start, start + 1 + random(i % 20 === 0 ? 400 : 30));
  });
  store.replaceAll(all);
  for (let point = 0; point < 1000; point += 1) {
    const plain = all.filter((one) => one.start <= point && point < one.end).map((one) => one.id).sort();
    assert.deepEqual(store.at(point).map((one) => one.id).sort(), plain);
  }
  const lengths = store.at(450).map((one) => one.end - one.start);
  assert.deepEqual(lengths, [...lengths].sort((a, b) => a - b));
});

test("what is painted ahead is replaced by the real one, whichever way it came first", () => {
  for (const order of ["answer first", "event first"]) {
    const store = new Store();
    store.put(excerpt("waiting-1", 3, 9, { version: 0, pending: true }));
    assert.equal(store.size, 1);
    const real = excerpt("real", 3, 9);
    if (order === "event first") store.put(real);
    store.remove("waiting-1");
    store.put(real);
    assert.deepEqual(store.all(), [real]);
  }
});

test("late news of an older state changes nothing", () => {
  const store = new Store();
  store.put(excerpt("a", 0, 5, { version: 3, note: "new" }));
  assert.equal(store.put(excerpt("a", 0, 5, { version: 2, note: "old" })), false);
  assert.equal(store.get("a")?.note, "new");
  store.remove("a", 4);
  assert.equal(store.put(excerpt("a", 0, 5, { version: 3 })), false);
  assert.equal(store.size, 0);
  // Undone: it comes back with a higher version.
  assert.equal(store.put(excerpt("a", 0, 5, { version: 5 })), true);
});

test("a guess is taken back unless something newer came", () => {
  const store = new Store();
  store.put(excerpt("a", 0, 5));
  const back = store.guess("a", { headings: ["T"] });
  assert.deepEqual(store.get("a")?.headings, ["T"]);
  back();
  assert.deepEqual(store.get("a")?.headings, ["P"]);
  const late = store.guess("a", { headings: ["T"] });
  store.put(excerpt("a", 0, 5, { headings: ["S"], version: 2 }));
  late();
  assert.deepEqual(store.get("a")?.headings, ["S"]);
});

test("a fresh look at everything keeps what is on its way", () => {
  const store = new Store();
  store.put(excerpt("waiting-1", 3, 9, { version: 0, pending: true }));
  store.replaceAll([excerpt("a", 0, 5)]);
  assert.deepEqual(store.all().map((one) => one.id), ["a", "waiting-1"]);
});

test("a leaf is cut at every edge and each part says what covers it", () => {
  const parts = disjoint(10, [{ from: 2, to: 6, label: "1" }, { from: 4, to: 10, label: "2" }]);
  assert.deepEqual(parts, [
    { from: 0, to: 2, labels: [] },
    { from: 2, to: 4, labels: ["1"] },
    { from: 4, to: 6, labels: ["1", "2"] },
    { from: 6, to: 10, labels: ["2"] },
  ]);
});

function marksOf(): Marks {
  const span = (start: number, end: number, from = start, to = end): { start: number; end: number; at: [number, number] } => ({ start, end, at: [from, to] });
  return new Marks({
    text: "t",
    kinds: { annotation: { name: "A", explanation: "", switch: true } },
    repairs: [
      { ...span(4, 4, 5, 9), kind: "annotation", before: "(yī)", after: "", confidence: 0.9 },
      { ...span(10, 14), kind: "byteshift", before: "?", after: "四个字符", confidence: 0.7 },
    ],
    damage: [{ ...span(12, 13), text: "�", reason: "lost", suggestions: ["字"] }, { ...span(30, 31), text: "?", reason: "lost", suggestions: [] }],
    putBack: [{ ...span(20, 24), kind: "annotation", said: "put back" }],
  });
}

test("a place under the pointer: a removal by the character before it, damage before repairs", () => {
  const marks = marksOf();
  const every = ["damage", "repair", "putBack"] as const;
  assert.equal(marks.at(3, every)?.kind, "annotation");
  assert.equal(marks.at(4, every), null);
  assert.equal(marks.at(12, every)?.sort, "damage");
  assert.equal(marks.at(11, every)?.sort, "repair");
  assert.equal(marks.at(11, ["damage"]), null);
  assert.equal(marks.at(21, every)?.sort, "putBack");
  assert.deepEqual(shown({ start: 0, end: 0 }), [0, 1]);
  assert.equal(marks.same([5, 9])?.data.start, 4);
});

test("from place to place, round at the ends", () => {
  const marks = marksOf();
  const damage = marks.of("damage");
  const starts = (by: 1 | -1, from: number, current: Mark | null = null): number | undefined => marks.next(damage, from, by, current)?.data.start;
  assert.equal(starts(1, 0), 12);
  assert.equal(starts(1, 13), 30);
  assert.equal(starts(1, 31), 12);
  assert.equal(starts(-1, 0), 30);
  assert.equal(starts(-1, 20), 12);
  assert.equal(starts(1, 0, damage[1]), 12);
  assert.equal(marks.next([], 0, 1, null), null);
});

test("of several wishes about one place the last is sent", () => {
  const marks = marksOf();
  const [first, second] = [marks.all[0]!, marks.of("damage")[0]!];
  const off = { wish: "off", kind: "annotation", start: 0, end: 0, text: "" } as const;
  const sent = settled([change(second, "choose", "字"), off, change(first, "revert"), change(second, "accept")]);
  assert.deepEqual(sent.map((one) => [one.wish, one.start]), [["off", 0], ["revert", 5], ["accept", 12]]);
});

test("pages by place and back", () => {
  const starts = [[0, 1], [40, 2], [90, 4]] as const;
  assert.deepEqual([0, 39, 40, 89, 90, 500].map((point) => pageAt(starts, point)), [1, 1, 2, 2, 4, 4]);
  assert.equal(pageAt([], 3), 0);
  assert.deepEqual([1, 2, 3, 4, 5].map((page) => placeOf(starts, page)), [0, 40, 90, 90, null]);
  assert.deepEqual([askedWidth(300, 1), askedWidth(480, 2), askedWidth(900, 3)], [400, 1000, 1600]);
});
