/** The citations of the sentence that is being written: objects that are added from the heading's excerpts and removed. */
import { getJSON } from "../core/http.js";
import { message } from "../core/messages.js";
import { button, element, need } from "./page.js";

export interface Cite { id: string; quote: string; source: string }

export function citesIn(statement: Element): Cite[] {
  return [...statement.querySelectorAll<HTMLElement>(".cite")].map((one) => ({
    id: one.dataset["excerpt"] ?? "", quote: one.dataset["quote"] ?? "", source: one.dataset["source"] ?? "",
  }));
}

const SHORT = 16;

export class Citations {
  readonly element = element("span", "cite-chips");
  readonly list: Cite[];

  constructor(cites: readonly Cite[], private readonly paragraph: HTMLElement, private readonly changed: () => void) {
    this.list = [...cites];
    this.show();
  }

  get ids(): string[] { return this.list.map((one) => one.id); }

  private show(): void {
    const chips = this.list.map((cite) => this.chip(cite));
    const none = element("span", "faint", message("draft.no_cites"));
    this.element.replaceChildren(...(chips.length ? chips : [none]), button("button small quiet", `+ ${message("draft.add_cite")}`, () => void this.pick()));
  }

  private chip(cite: Cite): HTMLElement {
    const chip = element("span", "cite-chip");
    const quote = [...cite.quote];
    const name = element("span", "truncate", quote.length > SHORT ? `${quote.slice(0, SHORT).join("")}…` : cite.quote);
    chip.title = `${cite.quote}\n${cite.source}`;
    const remove = button("", "×", () => this.toggle(cite));
    remove.setAttribute("aria-label", message("draft.remove_cite"));
    chip.append(name, remove);
    return chip;
  }

  private toggle(cite: Cite): void {
    const at = this.list.findIndex((one) => one.id === cite.id);
    if (at < 0) this.list.push(cite);
    else this.list.splice(at, 1);
    this.show();
    this.changed();
  }

  /** The excerpts of the heading, to be switched on and off. */
  private async pick(): Promise<void> {
    const dialog = need<HTMLDialogElement>("#cite-dialog");
    const filter = need<HTMLInputElement>("[data-cite-filter]", dialog);
    const place = need<HTMLElement>("[data-cite-list]", dialog);
    const { excerpts } = await getJSON<{ excerpts: Cite[] }>(this.paragraph.dataset["citableUrl"] ?? "");
    const fill = (): void => {
      const wanted = filter.value.trim().toLowerCase();
      const found = excerpts.filter((one) => !wanted || one.quote.toLowerCase().includes(wanted) || one.source.toLowerCase().includes(wanted));
      place.replaceChildren(...(found.length ? found.map((one) => this.choice(one)) : [element("li", "soft", message("draft.none"))]));
    };
    filter.value = "";
    filter.oninput = fill;
    fill();
    dialog.showModal();
    filter.focus();
  }

  private choice(cite: Cite): HTMLElement {
    const row = element("li");
    const press = button("", "", () => {
      this.toggle(cite);
      press.setAttribute("aria-pressed", String(this.ids.includes(cite.id)));
    });
    press.setAttribute("aria-pressed", String(this.ids.includes(cite.id)));
    press.append(element("span", "clamp-3", cite.quote), element("span", "tiny soft", cite.source));
    row.append(press);
    return row;
  }
}
