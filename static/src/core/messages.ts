/**
 * Translated strings. Templates write them as JSON in <script type="application/json" data-messages>;
 * TypeScript holds no sentence of its own. Later scripts override earlier ones.
 */

let table: Map<string, string> | null = null;

function load(): Map<string, string> {
  const found = new Map<string, string>();
  const scripts = document.querySelectorAll('script[type="application/json"][data-messages], script#messages-page');
  for (const script of scripts) {
    const entries: unknown = JSON.parse(script.textContent || "{}");
    if (typeof entries !== "object" || entries === null) continue;
    for (const [key, text] of Object.entries(entries)) if (typeof text === "string") found.set(key, text);
  }
  return found;
}

/** The string of a key with `{name}` places filled; the key itself when nobody has written it. */
export function message(key: string, values: Record<string, string | number> = {}): string {
  table ??= load();
  const text = table.get(key) ?? key;
  return text.replace(/\{(\w+)\}/g, (place, name: string) => (name in values ? String(values[name]) : place));
}

/** Whether a key has a string. */
export function hasMessage(key: string): boolean {
  table ??= load();
  return table.has(key);
}
