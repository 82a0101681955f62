/** What stands on an excerpt's card; its open part comes from the server. */
import { message } from "../core/messages.js";
import { need } from "../core/need.js";
import type { Comments } from "./comments.js";
import { chip } from "./config.js";
import type { Room } from "./room.js";
import type { Excerpt } from "./store.js";

export function fillCard(card: HTMLElement, excerpt: Excerpt, room: Room, comments: Comments): void {
  const part = (name: string): HTMLElement => need(`[data-part="${name}"]`, card);
  const headings = excerpt.headings.map((key) => room.heading(key));
  card.dataset["hue"] = String(headings[0]?.hue ?? 0);
  card.toggleAttribute("data-waiting", excerpt.pending === true);
  part("tags").replaceChildren(...headings.map((one) => chip(one, headings.length === 1)));
  part("person").textContent = excerpt.by.name;
  const time = part("time") as HTMLTimeElement;
  time.dateTime = excerpt.created;
  time.textContent = new Date(excerpt.created).toLocaleDateString(document.documentElement.lang, { month: "short", day: "numeric" });
  (part("place") as HTMLAnchorElement).href = `#e-${excerpt.id}`;
  showCount(card, excerpt.id, comments);
  part("quote").textContent = room.index.slice(excerpt.start, excerpt.end) || excerpt.quote;
  part("quote").lang = room.index.root.lang;
  part("note").textContent = excerpt.note;
  // While the card is open the note stands in its field.
  part("note").hidden = !excerpt.note || !part("details").hidden;
  const review = part("review");
  review.replaceChildren();
  if (excerpt.review !== "open") {
    const badge = document.createElement("span");
    badge.className = "badge";
    badge.dataset["state"] = excerpt.review;
    badge.textContent = message(`review.${excerpt.review}`);
    review.append(badge);
  }
}

export function showCount(card: HTMLElement, id: string, comments: Comments): void {
  const place = need<HTMLElement>('[data-part="comments"]', card);
  const count = comments.of(id);
  place.hidden = count === 0;
  place.title = message("comments.count", { count });
  need("[data-number]", place).textContent = String(count);
}
