/** What htmx needs from us: the CSRF header, and errors that a person sees. */
import { csrfToken, messageFor, problemFrom, showProblem } from "./http.js";
import { toast } from "./toast.js";

/** What we ask of htmx by name; absent where a page does not bring it. */
interface Htmx {
  ajax(verb: string, url: string, options: { source: Element; target: Element; swap: string }): Promise<void>;
  process(part: Element): void;
}
const htmx = (): Htmx | undefined => (globalThis as { htmx?: Htmx }).htmx;

interface ConfigDetail { headers: Record<string, string>; verb: string }
interface ResponseDetail { xhr: XMLHttpRequest }
/** Of `htmx:beforeSwap`: what would be replaced, whether it is, and who asked. */
export interface SwapDetail { target: Element; shouldSwap: boolean; requestConfig: { elt: Element } }

export function startHtmx(): void {
  const body = document.body;
  body.addEventListener("htmx:configRequest", (event) => {
    const { headers, verb } = (event as CustomEvent<ConfigDetail>).detail;
    if (verb.toLowerCase() !== "get") headers["X-CSRFToken"] = csrfToken();
  });
  body.addEventListener("htmx:responseError", (event) => {
    const { xhr } = (event as CustomEvent<ResponseDetail>).detail;
    showProblem(problemFrom(xhr.status, xhr.getResponseHeader("Content-Type") ?? "", xhr.responseText));
  });
  body.addEventListener("htmx:sendError", () => toast(messageFor(0), { level: "error" }));
  body.addEventListener("htmx:timeout", () => toast(messageFor(0), { level: "error" }));
  // A control in flight is busy for everybody, not only to the eye.
  body.addEventListener("htmx:beforeRequest", (event) => setBusy(event, true));
  body.addEventListener("htmx:afterRequest", (event) => setBusy(event, false));
}

/** htmx hears of what scripts put into the page; what it knows already stays as it is. */
export function process(part: Element): void {
  htmx()?.process(part);
}

/** Puts what `url` gives in the part's place; done when it stands there, or when a refusal was shown. */
export async function replacePart(part: Element, url: string): Promise<void> {
  await htmx()?.ajax("GET", url, { source: part, target: part, swap: "outerHTML" });
}

function setBusy(event: Event, busy: boolean): void {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return;
  const button = target.matches("form") ? target.querySelector("button:not([type='button'])") : target.matches("button") ? target : null;
  if (busy) button?.setAttribute("aria-busy", "true");
  else button?.removeAttribute("aria-busy");
}
