/** The codebook renews itself when somebody changes it, unless a form is open here. */
import { onLive } from "../core/live.js";
import { here, renewPart } from "../core/renewal.js";

export function startCodebook(): void {
  onLive("headings.changed", (detail) => {
    const book = document.getElementById("codebook");
    if (!book || detail.own || book.querySelector("details[open]") || book.contains(document.activeElement)) return;
    void renewPart(book.id, here);
  });
}
