/** The codebook renews itself when somebody changes it, unless a form is open here. */
import { onLive } from "../core/live.js";

interface Htmx { ajax(verb: string, url: string, options: { target: Element; swap: string }): Promise<void> }
declare const htmx: Htmx;

export function startCodebook(): void {
  onLive("headings.changed", (detail) => {
    const book = document.getElementById("codebook");
    if (!book || detail.own || book.querySelector("details[open]") || book.contains(document.activeElement)) return;
    void htmx.ajax("GET", location.pathname, { target: book, swap: "outerHTML" });
  });
}
