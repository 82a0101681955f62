/** The desk by keys. They act on the sentence that has the focus, else on the chosen one. */
import { onKey } from "../core/keys.js";
import { message } from "../core/messages.js";
import { perform, type Desk } from "./desk.js";

export function startDeskKeys(desk: Desk): void {
  const here = (): HTMLElement | null => {
    const focused = document.activeElement?.closest<HTMLElement>(".statement[data-sentence]") ?? null;
    return focused ?? (document.activeElement === document.body ? desk.current() : null);
  };
  const on = (key: string, label: string, run: (statement: HTMLElement) => void): void => {
    onKey({ key, label: message(label), run: () => {
      const statement = here();
      if (!statement) return false;
      run(statement);
      return undefined;
    } });
  };
  const go = (by: 1 | -1) => (statement: HTMLElement): void => {
    const next = desk.neighbour(statement, by);
    if (next) desk.choose(next.dataset["sentence"] ?? null, true);
  };
  on("ArrowDown", "key.next", go(1));
  on("ArrowUp", "key.previous", go(-1));
  onKey({ key: "j", label: message("key.next"), run: () => (here() ? go(1)(here() as HTMLElement) : first(desk)) });
  on("k", "key.previous", go(-1));
  onKey({ key: "u", label: message("key.next_open"), run: () => nextOpen(desk, here()) });
  onKey({ key: "Escape", label: message("draft.cancel"), when: () => desk.chosen !== null && desk.editors.size === 0, run: () => desk.choose(null) });
  if (!desk.mayWrite) return;
  onKey({ key: "Enter", label: message("key.edit"), run: () => {
    // Enter on a citation follows it.
    if (!document.activeElement?.classList.contains("sentence")) return false;
    desk.edit(here() as HTMLElement);
    return undefined;
  } });
  on("e", "key.edit", (statement) => desk.edit(statement));
  on("a", "key.add", (statement) => perform(desk, statement, "add"));
  on("Delete", "key.remove", (statement) => desk.remove(statement));
  on("Alt+ArrowUp", "key.up", (statement) => desk.move(statement, -1));
  on("Alt+ArrowDown", "key.down", (statement) => desk.move(statement, 1));
}

function first(desk: Desk): void {
  desk.choose(desk.statements()[0]?.dataset["sentence"] ?? null, true);
}

function nextOpen(desk: Desk, from: HTMLElement | null): void | false {
  const open = [...document.querySelectorAll<HTMLElement>("[data-goto]")].map((one) => one.dataset["goto"] ?? "");
  if (!open.length) return false;
  const at = from ? open.indexOf(from.dataset["sentence"] ?? "") : -1;
  desk.choose(open[(at + 1) % open.length] ?? null, true);
}
