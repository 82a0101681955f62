/**
 * The live channel: follows the workspace's event log and hands every event to the page.
 *
 * Read with fetch instead of EventSource, because EventSource delivers only the event names one has listed beforehand,
 * hides the status of a refusal and gives up after one. Each event is dispatched on <body> as `live:<kind>` and, for
 * every id its payload names, as `live:<kind>:<id>`, so that htmx elements can wait for exactly theirs. Nothing is lost
 * over a break: the stream resumes after the last sequence number seen.
 */
import { message } from "./messages.js";
import { StreamParser, type StreamEvent } from "./sse.js";

/** The event's payload spread out and as it came, its number, kind, author, and whether that is the reader of this page. */
export type LiveDetail = Record<string, unknown> & {
  payload: Record<string, unknown>;
  seq: number;
  kind: string;
  actor: string | null;
  own: boolean;
};
type Handler = (detail: LiveDetail) => void;

/** No byte for so long means the connection is dead; the server sends a comment at least every 20 s. */
const SILENCE_MS = 45_000;
const BACKOFF_MS = [500, 1000, 2000, 5000, 10_000, 20_000];
/** A page in the background gives its connection back: browsers allow six to a host. */
const HIDDEN_MS = 60_000;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const FINAL = new Set([401, 403, 404, 410]);

let url = "";
let failures = 0;
let current: AbortController | null = null;
let hiddenTimer: ReturnType<typeof setTimeout> | undefined;
let retryTimer: ReturnType<typeof setTimeout> | undefined;

/** Listen to one kind of event, e.g. "excerpt.created"; the returned function stops it. */
export function onLive(kind: string, handler: Handler): () => void {
  const listener = (event: Event): void => handler((event as CustomEvent<LiveDetail>).detail);
  document.body.addEventListener(`live:${kind}`, listener);
  return () => document.body.removeEventListener(`live:${kind}`, listener);
}

/** Sequence number of the last event seen. Kept on <body>, where every bundle's copy of this module finds it. */
export function lastSeq(): number {
  return Number(document.body.dataset["eventSeq"] ?? 0) || 0;
}

export function startLive(): void {
  const place = document.body.dataset["eventsUrl"];
  if (!place) return;
  url = place;
  document.addEventListener("visibilitychange", onVisibility);
  addEventListener("online", () => { if (!current) connect(); });
  addEventListener("pagehide", stop);
  addEventListener("pageshow", (event) => { if (event.persisted) connect(); });
  // Not before all who follow listen: htmx and the rooms' scripts do when the document is read.
  document.addEventListener("DOMContentLoaded", connect, { once: true });
}

function onVisibility(): void {
  clearTimeout(hiddenTimer);
  if (document.hidden) hiddenTimer = setTimeout(stop, HIDDEN_MS);
  else if (!current) connect();
}

function stop(): void {
  clearTimeout(retryTimer);
  current?.abort();
  current = null;
}

function connect(): void {
  stop();
  const controller = new AbortController();
  current = controller;
  follow(controller).catch(() => undefined).then(() => {
    if (current !== controller) return;
    current = null;
    if (document.hidden && failures > 2) return;
    show("waiting");
    const wait = BACKOFF_MS[Math.min(failures, BACKOFF_MS.length - 1)] ?? 20_000;
    failures += 1;
    // Spread the return of a whole class over a second.
    retryTimer = setTimeout(connect, wait + Math.random() * 1000);
  });
}

async function follow(controller: AbortController): Promise<void> {
  const target = new URL(url, location.href);
  target.searchParams.set("after", String(lastSeq()));
  const response = await fetch(target, {
    headers: { Accept: "text/event-stream", "Last-Event-ID": String(lastSeq()) },
    credentials: "same-origin", cache: "no-store", signal: controller.signal,
  });
  if (FINAL.has(response.status)) return end();
  if (!response.ok || !response.body) throw new Error(`events: ${response.status}`);
  show("open");
  await read(response.body.pipeThrough(new TextDecoderStream()).getReader(), controller);
}

async function read(reader: ReadableStreamDefaultReader<string>, controller: AbortController): Promise<void> {
  const parser = new StreamParser();
  for (;;) {
    const alarm = setTimeout(() => controller.abort(), SILENCE_MS);
    const { value, done } = await reader.read().finally(() => clearTimeout(alarm));
    if (done) return;
    failures = 0;
    for (const event of parser.push(value)) {
      if (event.kind === "gone") return end();
      deliver(event);
    }
  }
}

/** There is nothing to come back for. */
function end(): void {
  current = null;
  show("closed");
}

/** Hand an event to the page; one already seen is dropped. */
export function deliver(event: StreamEvent): void {
  const number = Number(event.id);
  if (event.id && Number.isFinite(number)) {
    if (number <= lastSeq()) return;
    document.body.dataset["eventSeq"] = event.id;
  }
  const row = parsed(event.data);
  if (row === null) return;
  const kind = typeof row["kind"] === "string" ? row["kind"] : event.kind;
  const payload = isRecord(row["payload"]) ? row["payload"] : {};
  const common = { payload, seq: lastSeq(), kind, actor: stringOrNull(row["actor"]), own: row["own"] === true };
  const detail: LiveDetail = { ...payload, ...common };
  for (const name of [`live:${kind}`, ...idsIn(payload).map((id) => `live:${kind}:${id}`), "live"]) {
    document.body.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

/** Every id the payload names: UUIDs, and the `id` of what is in it whole. */
export function idsIn(payload: Record<string, unknown>): string[] {
  const ids = new Set<string>();
  for (const value of Object.values(payload)) {
    const id = isRecord(value) ? value["id"] : value;
    if (typeof id === "string" && UUID.test(id)) ids.add(id);
  }
  return [...ids];
}

function parsed(data: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(data);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function stringOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function show(state: "open" | "waiting" | "closed"): void {
  const sign = document.getElementById("live-state");
  document.body.dataset["live"] = state;
  if (!sign || sign.dataset["state"] === state) return;
  sign.dataset["state"] = state;
  const text = message(`live.${state}`);
  sign.title = text;
  const words = sign.querySelector("[data-live-words]");
  if (words) words.textContent = text;
}
