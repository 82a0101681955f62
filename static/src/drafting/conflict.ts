/** Two people saved the same sentence: both texts side by side, and a choice. */
import { message } from "../core/messages.js";
import { need } from "./page.js";

/** A sentence as the server has it. */
export interface Current { text: string; version: number; by: string; cites: string[] }
export type Choice = "mine" | "theirs" | "merge";

/** Asks until something is chosen; closing the dialog means to go on by hand. */
export function decide(mine: string, current: Current): Promise<Choice> {
  const dialog = need<HTMLDialogElement>("#conflict-dialog");
  need("[data-conflict-text]", dialog).textContent = message("draft.conflict", { name: current.by });
  need("[data-theirs-by]", dialog).textContent = message("draft.theirs", { name: current.by });
  need("[data-mine]", dialog).textContent = mine;
  need("[data-theirs]", dialog).textContent = current.text;
  dialog.returnValue = "";
  const choose = (event: Event): void => {
    const choice = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-choice]")?.dataset["choice"] : undefined;
    if (choice) dialog.close(choice);
  };
  dialog.addEventListener("click", choose);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.removeEventListener("click", choose);
      resolve(dialog.returnValue === "mine" || dialog.returnValue === "theirs" ? dialog.returnValue : "merge");
    }, { once: true });
  });
}
