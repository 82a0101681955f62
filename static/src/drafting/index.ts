/** The drafting room's pages: the Arrange board, and the desk where a draft is edited. */
import { startBoard } from "./board.js";
import { startDesk } from "./desk.js";

export function start(): void {
  if (document.querySelector("[data-outline]")) startBoard();
  if (document.getElementById("desk")) startDesk();
}
