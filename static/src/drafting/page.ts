/** Small things that the board and the desk share. */

export { need } from "../core/need.js";

export function element<K extends keyof HTMLElementTagNameMap>(tag: K, className = "", text = ""): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

export function button(className: string, text: string, run: () => void): HTMLButtonElement {
  const made = element("button", className, text);
  made.type = "button";
  made.addEventListener("click", run);
  return made;
}

/** Says something to screen readers. */
export function announce(text: string): void {
  const place = document.querySelector("[data-announce]");
  if (place) place.textContent = text;
}

/** Runs `work` once after the last call within `pause` milliseconds. */
export function gathered(work: () => void, pause: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, pause);
  };
}
