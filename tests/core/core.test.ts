/** Behaviour of the core modules that need no page. Bundled by esbuild and run by `node --test` (test_typescript.py). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { CodePointMap, codePointLength } from "../../static/src/core/codepoints.js";
import { strokeName } from "../../static/src/core/keys.js";
import { idsIn } from "../../static/src/core/live.js";
import { renewPart } from "../../static/src/core/renewal.js";
import { countWhile } from "../../static/src/core/search.js";
import { StreamParser } from "../../static/src/core/sse.js";
import { relative } from "../../static/src/core/time.js";

const SAMPLES = ["", "abc", "影像设备", "𠮷野家", "a😀b", "😀".repeat(1500), `${"字".repeat(1023)}𠀀${"字".repeat(2000)}😀end`, "\ud83d lone \udc00"];

test("offsets agree with a count of code points", () => {
  for (const text of SAMPLES) {
    const points = [...text];
    const map = new CodePointMap(text);
    assert.equal(map.length, points.length);
    assert.equal(codePointLength(text), points.length);
    let unit = 0;
    points.forEach((point, index) => {
      assert.equal(map.toUnits(index), unit);
      assert.equal(map.toPoints(unit), index);
      if (point.length === 2) assert.equal(map.toPoints(unit + 1), index);
      unit += point.length;
    });
    assert.equal(map.toUnits(points.length), text.length);
    assert.equal(map.toPoints(text.length), points.length);
    assert.equal(map.slice(1, 3), points.slice(1, 3).join(""));
    assert.equal(map.toUnits(points.length + 9), text.length);
    assert.equal(map.toPoints(-1), 0);
  }
});

test("a stream of events comes out whole, however it is cut", () => {
  const stream = 'retry: 1500\n\n: still here\n\nid: 7\ndata: {"a":\r\ndata: 1}\r\n\r\nevent: x\rid: 8\rdata: two\r\rdata: unfinished';
  for (let cut = 0; cut <= stream.length; cut += 1) {
    const parser = new StreamParser();
    const events = [...parser.push(stream.slice(0, cut)), ...parser.push(stream.slice(cut))];
    assert.deepEqual(events, [
      { id: "7", kind: "message", data: '{"a":\n1}' },
      { id: "8", kind: "x", data: "two" },
    ]);
    assert.equal(parser.retry, 1500);
  }
});

test("strokes have one name each", () => {
  const stroke = (key: string, held: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", boolean>> = {}) =>
    strokeName({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });
  assert.equal(stroke("p"), "p");
  assert.equal(stroke("P"), "p");
  assert.equal(stroke("P", { shiftKey: true }), "Shift+P");
  assert.equal(stroke("?", { shiftKey: true }), "?");
  assert.equal(stroke("Enter", { metaKey: true }), "mod+Enter");
  assert.equal(stroke("ArrowUp", { altKey: true }), "Alt+ArrowUp");
});

test("recent times are told relative to now, old ones not", () => {
  const now = new Date("2026-01-10T12:00:00Z");
  assert.equal(relative(new Date("2026-01-10T11:57:00Z"), now, "en"), "3 minutes ago");
  assert.equal(relative(new Date("2026-01-08T11:00:00Z"), now, "en"), "2 days ago");
  assert.equal(relative(new Date("2025-12-01T12:00:00Z"), now, "en"), null);
});

test("an event concerns every id its payload names", () => {
  const [one, two] = ["7f1f6f3e-2f51-4c55-9d0f-2a1b3c4d5e6f", "0b9c8d7e-6f5a-4b3c-8d2e-1f0a9b8c7d6e"];
  assert.deepEqual(idsIn({ id: one, kind: "extract", progress: 0.5, source: two }), [one, two]);
  assert.deepEqual(idsIn({ excerpt: { id: one, quote: two }, source: one, people: [two] }), [one]);
});

test("a part that is asked for again while an answer is on its way is asked for once more, with the newest address", async () => {
  const asked: string[] = [];
  const answers: (() => void)[] = [];
  const ajax = (_verb: string, url: string): Promise<void> => {
    asked.push(url);
    return new Promise((resolve) => answers.push(resolve));
  };
  Object.assign(globalThis, { htmx: { ajax }, document: { getElementById: () => new EventTarget() } });
  const answer = async (): Promise<void> => {
    answers.shift()?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  let filter = "?a";
  void renewPart("list", () => filter);
  void renewPart("row", () => "?row=1");
  void renewPart("list", () => filter);
  void renewPart("list", () => filter);
  assert.deepEqual(asked, ["?a", "?row=1"]);
  await answer();
  assert.deepEqual(asked, ["?a", "?row=1", "?a"]);
  filter = "?b";
  await answer();
  await answer();
  assert.deepEqual(asked, ["?a", "?row=1", "?a", "?b"]);
  await answer();
  assert.deepEqual([asked.length, answers.length], [4, 0]);
});

test("what is so is counted up to the first that is not", () => {
  for (const length of [0, 1, 2, 7, 64]) {
    for (let so = 0; so <= length; so += 1) assert.equal(countWhile(length, (number) => number < so), so);
  }
});
