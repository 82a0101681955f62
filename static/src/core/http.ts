/** Requests from TypeScript: JSON in, JSON out, CSRF header, errors as problem documents (RFC 9457). */
import { hasMessage, message } from "./messages.js";
import { toast } from "./toast.js";

export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  /** The whole problem document, with whatever members the server added. */
  readonly document: Record<string, unknown>;

  constructor(status: number, document: Record<string, unknown>) {
    const title = typeof document["title"] === "string" ? document["title"] : "";
    const detail = typeof document["detail"] === "string" ? document["detail"] : "";
    super(detail || title || messageFor(status));
    this.name = "Problem";
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.document = document;
  }
}

export interface RequestOptions {
  /** Statuses the caller deals with: no toast for them. The promise rejects all the same. */
  quiet?: readonly number[];
  signal?: AbortSignal;
  headers?: Record<string, string>;
}

export function csrfToken(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? "";
}

/** The sentence for a status; 0 stands for "no answer". */
export function messageFor(status: number): string {
  if (status === 0) return message("error.network");
  if (hasMessage(`error.${status}`)) return message(`error.${status}`);
  return message(status >= 500 ? "error.500" : "error.400");
}

/**
 * A problem from the text of an answer: a problem document, or the fragment components/_problem.html that htmx
 * requests get. Anything else gives an empty one.
 */
export function problemFrom(status: number, contentType: string, body: string): Problem {
  if (contentType.includes("html")) return new Problem(status, fromFragment(body));
  if (!contentType.includes("json")) return new Problem(status, {});
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === "object" && parsed !== null) return new Problem(status, parsed as Record<string, unknown>);
  } catch {
    // A broken body is no reason to hide the status.
  }
  return new Problem(status, {});
}

function fromFragment(html: string): Record<string, unknown> {
  const fragment = new DOMParser().parseFromString(html, "text/html");
  const text = (name: string): string => fragment.querySelector(`[data-problem-${name}]`)?.textContent?.trim() ?? "";
  return { title: text("title"), detail: text("detail") };
}

export function showProblem(problem: Problem): void {
  const withTitle = problem.title && problem.detail ? { title: problem.title } : {};
  // The answer to loading the page again is the sign-in, which leads back here; editors keep what is unsaved.
  const signIn = problem.status === 401 ? { action: { label: message("error.signIn"), run: () => location.reload() }, stay: 0 } : {};
  toast(problem.detail || problem.title || messageFor(problem.status), { level: "error", ...withTitle, ...signIn });
}

/**
 * Send a request; a plain object goes as JSON, FormData and strings as they are. Resolves with the JSON of the
 * answer (undefined for 204). Rejects with a Problem, shown as a toast unless its status is in `quiet`.
 */
export async function request<T>(method: string, url: string, body?: unknown, options: RequestOptions = {}): Promise<T> {
  const headers = new Headers({ Accept: "application/json", "X-CSRFToken": csrfToken(), ...options.headers });
  let payload: BodyInit | null = null;
  if (body instanceof FormData || body instanceof URLSearchParams || typeof body === "string") payload = body;
  else if (body !== undefined) {
    headers.set("Content-Type", "application/json");
    payload = JSON.stringify(body);
  }
  let response: Response;
  try {
    response = await fetch(url, { method, headers, body: payload, credentials: "same-origin", signal: options.signal ?? null });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    return fail(new Problem(0, {}), options);
  }
  const text = await response.text();
  if (!response.ok) return fail(problemFrom(response.status, response.headers.get("Content-Type") ?? "", text), options);
  return (text ? JSON.parse(text) : undefined) as T;
}

function fail(problem: Problem, options: RequestOptions): never {
  if (!options.quiet?.includes(problem.status)) showProblem(problem);
  throw problem;
}

export const getJSON = <T>(url: string, options?: RequestOptions): Promise<T> => request<T>("GET", url, undefined, options);
export const postJSON = <T>(url: string, body: unknown = {}, options?: RequestOptions): Promise<T> =>
  request<T>("POST", url, body, options);
