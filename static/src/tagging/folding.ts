/** Page furniture in the text: runs of it fold away behind a line that says what they are. */

/** The blocks of the run that a fold stands before. */
function run(fold: Element): HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let next = fold.nextElementSibling; next instanceof HTMLElement && next.classList.contains("boilerplate"); next = next.nextElementSibling) found.push(next);
  return found;
}

function set(fold: HTMLElement, open: boolean): void {
  fold.setAttribute("aria-expanded", String(open));
  for (const block of run(fold)) block.toggleAttribute("data-folded", !open);
}

export function startFolding(root: HTMLElement): void {
  root.addEventListener("click", (event) => {
    const fold = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-fold]") : null;
    if (fold) set(fold, fold.getAttribute("aria-expanded") !== "true");
  });
}

/** What is to be shown must not be folded away. */
export function unfold(element: Element): void {
  if (!element.matches("[data-folded]")) return;
  let fold = element.previousElementSibling;
  while (fold && !fold.matches("[data-fold]")) fold = fold.previousElementSibling;
  if (fold instanceof HTMLElement) set(fold, true);
}
