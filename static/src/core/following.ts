/**
 * Parts that follow the live channel (`hx-trigger="live:… from:body"`) end with what was said last. htmx alone loses it:
 * an answer that was on its way replaces the part, and with it whatever the part had heard by then and not yet asked
 * for. So this is kept by the part's id, and the part that takes its place asks at once.
 */
const AGAIN = "live-again";
/** Ids of the parts that heard something and have not asked since. */
const heard = new Set<string>();
const known = new WeakSet<Element>();

export function startFollowing(): void {
  document.body.addEventListener("htmx:beforeProcessNode", ({ target }) => { if (target instanceof Element) follow(target); });
  document.body.addEventListener("htmx:beforeRequest", ({ target }) => { if (target instanceof Element) heard.delete(target.id); });
}

function follow(part: Element): void {
  const triggers = part.getAttribute("hx-trigger") ?? "";
  const names = triggers.match(/\blive:[^\s,]+/g);
  if (!names || !part.id || known.has(part)) return;
  known.add(part);
  part.setAttribute("hx-trigger", `${triggers}, ${AGAIN}`);
  const hear = (): void => {
    if (part.isConnected) heard.add(part.id);
    else for (const name of names) document.body.removeEventListener(name, hear);
  };
  for (const name of names) document.body.addEventListener(name, hear);
  // htmx listens to the part when it is done with it.
  if (heard.has(part.id)) queueMicrotask(() => part.dispatchEvent(new CustomEvent(AGAIN)));
}
