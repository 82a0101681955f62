/** The row of a file that is being sent; names and reasons are only ever text. */
import { message } from "../core/messages.js";
import type { Result } from "./transfer.js";

export class UploadRow {
  readonly element = document.createElement("li");
  private readonly detail = part("div", "item-meta");
  private readonly side = part("div", "item-side");
  private readonly bar = document.createElement("progress");
  private problem: HTMLElement | null = null;
  private again: () => void = () => undefined;

  constructor(name: string) {
    this.element.className = "file";
    const kind = part("span", "file-kind", endingOf(name));
    kind.setAttribute("aria-hidden", "true");
    const main = part("div", "item-main");
    main.append(part("span", "item-title truncate", name), this.detail);
    this.element.append(kind, main, this.side, this.bar);
    this.waiting();
  }

  onRetry(again: () => void): void {
    this.again = again;
  }

  waiting(): void {
    this.element.dataset["state"] = "queued";
    this.problem?.remove();
    this.side.replaceChildren();
    this.bar.hidden = false;
    this.bar.max = 1;
    this.bar.value = 0;
    this.bar.setAttribute("aria-label", message("upload.sending"));
    this.detail.textContent = message("upload.waiting");
  }

  /** The share that has left, 0 to 1; after the last byte the server looks at the file. */
  sent(share: number): void {
    this.element.dataset["state"] = "reading";
    this.detail.textContent = share < 1 ? `${message("upload.sending")} ${Math.floor(share * 100)}%` : message("upload.checking");
    if (share < 1) this.bar.value = share;
    else this.bar.removeAttribute("value");
  }

  /** Already here, or refused with a reason. */
  end(result: Result): void {
    this.element.dataset["state"] = result.already ? "ready" : "refused";
    this.bar.hidden = true;
    this.detail.textContent = result.already ? result.title : "";
    const badge = part("span", "badge", message(result.already ? "upload.already" : "upload.refused"));
    badge.dataset["state"] = result.already ? "done" : "failed";
    this.side.replaceChildren(badge);
    if (result.already && result.id) this.side.append(this.link(result.id));
    if (result.code === "network") this.side.append(button("button small", message("upload.retry"), () => this.again()));
    const dismiss = button("icon-button small", "×", () => this.element.remove());
    dismiss.setAttribute("aria-label", message("upload.dismiss"));
    this.side.append(dismiss);
    if (!result.error) return;
    this.problem = part("p", "problem", result.error);
    this.element.append(this.problem);
  }

  private link(id: string): HTMLElement {
    const link = document.createElement("a");
    link.className = "button small";
    link.href = `${location.pathname}${id}/info/`;
    link.textContent = message("upload.open");
    return link;
  }
}

function part(tag: string, className: string, text = ""): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

function button(className: string, text: string, run: () => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.className = className;
  element.textContent = text;
  element.addEventListener("click", run);
  return element;
}

function endingOf(name: string): string {
  const ending = /\.([a-z0-9]{1,4})$/i.exec(name)?.[1];
  return ending ? ending.toLowerCase() : "—";
}
