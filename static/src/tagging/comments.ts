/** How many comments each excerpt has; renewed when somebody says something. */
import { getJSON } from "../core/http.js";
import { onLive } from "../core/live.js";

const TOGETHER_MS = 300;

export class Comments {
  private counts: Record<string, number> = {};
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly hearers: (() => void)[] = [];

  /** Without an address the person sees no comments, and none are asked for. */
  constructor(private readonly url: string) {}

  onChange(hearer: () => void): void { this.hearers.push(hearer); }

  of(id: string): number { return this.counts[id] ?? 0; }

  start(): void {
    if (!this.url) return;
    void this.renew();
    onLive("comment.changed", (detail) => {
      if (detail["target_type"] !== "excerpt") return;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.renew(), TOGETHER_MS);
    });
  }

  private async renew(): Promise<void> {
    // A number beside a card is worth no error message.
    const found = await getJSON<Record<string, number>>(this.url, { quiet: [0, 403, 404, 429, 500] }).catch(() => null);
    if (!found) return;
    this.counts = found;
    for (const hearer of this.hearers) hearer();
  }
}
