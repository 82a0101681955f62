/** The list of all excerpts follows the live channel, as long as nobody is far down in it. */
import { onLive } from "../core/live.js";
import { here, renewPart } from "../core/renewal.js";

/** A class that tags together renews the list once. */
const TOGETHER_MS = 800;
let timer: ReturnType<typeof setTimeout> | undefined;

export function startOverview(): void {
  for (const kind of ["created", "changed", "deleted", "hidden"]) {
    onLive(`excerpt.${kind}`, () => {
      clearTimeout(timer);
      timer = setTimeout(renew, TOGETHER_MS);
    });
  }
}

function renew(): void {
  const results = document.getElementById("excerpt-results");
  if (!results || results.contains(document.activeElement)) return;
  const filter = document.getElementById("excerpt-filter");
  if (filter) filter.hidden = false;
  void renewPart(results.id, here);
}
