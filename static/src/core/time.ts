/** `<time data-relative datetime="…">` reads "3 minutes ago", in the language of the page; the exact time is its title. */

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [["day", 86_400], ["hour", 3600], ["minute", 60], ["second", 1]];
const WEEK_S = 7 * 86_400;

export function relative(then: Date, now: Date, language: string): string | null {
  const seconds = (then.getTime() - now.getTime()) / 1000;
  if (!Number.isFinite(seconds) || Math.abs(seconds) > WEEK_S) return null;
  const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit);
  }
  return format.format(0, "second");
}

function refresh(root: ParentNode): void {
  const now = new Date();
  for (const element of root.querySelectorAll<HTMLTimeElement>("time[data-relative]")) {
    const then = new Date(element.dateTime);
    const text = relative(then, now, document.documentElement.lang);
    if (text === null) continue;
    element.title ||= then.toLocaleString(document.documentElement.lang);
    element.textContent = text;
  }
}

export function startTimes(): void {
  refresh(document);
  setInterval(() => { if (!document.hidden) refresh(document); }, 30_000);
  document.body.addEventListener("htmx:afterSettle", () => refresh(document));
}
