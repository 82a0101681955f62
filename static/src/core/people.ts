/** Who is here: `#presence` shows the people of the latest `presence` event, {people: [{id, name, initials?}]}. */
import { onLive } from "./live.js";
import { message } from "./messages.js";

interface Person { id: string; name: string; initials?: string }

const SHOWN = 4;

function isPerson(value: unknown): value is Person {
  return typeof value === "object" && value !== null && "name" in value && typeof value.name === "string";
}

/** A round sign with a person's initial; the name is its title. */
export function avatar(person: { name: string; initials?: string }, small = false): HTMLElement {
  const sign = document.createElement("span");
  sign.className = small ? "avatar small" : "avatar";
  sign.title = person.name;
  sign.setAttribute("aria-hidden", "true");
  sign.textContent = person.initials ?? [...person.name.trim()][0]?.toUpperCase() ?? "?";
  return sign;
}

function show(place: HTMLElement, people: Person[]): void {
  const parts: HTMLElement[] = [];
  for (const person of people.slice(0, SHOWN)) {
    const name = document.createElement("span");
    name.className = "visually-hidden";
    name.textContent = person.name;
    parts.push(avatar(person), name);
  }
  if (people.length > SHOWN) {
    const more = document.createElement("span");
    more.className = "more";
    more.textContent = `+${people.length - SHOWN}`;
    more.title = message("people.more", { count: people.length - SHOWN });
    parts.push(more);
  }
  place.replaceChildren(...parts);
}

export function startPeople(): void {
  const place = document.getElementById("presence");
  if (!place) return;
  onLive("presence", (detail) => {
    if (Array.isArray(detail["people"])) show(place, detail["people"].filter(isPerson));
  });
}
