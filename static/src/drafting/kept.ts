/** What somebody is writing, kept in this browser until it is saved or discarded. */

export interface Kept {
  draft: string;
  paragraph: string;
  /** Empty for a sentence that is not there yet. */
  sentence: string;
  version: number;
  text: string;
  cites: { id: string; quote: string; source: string }[];
}

const PREFIX = "collate:sentence:";

const keyOf = (draft: string, name: string): string => `${PREFIX}${draft}:${name}`;

export function keep(name: string, entry: Kept): void {
  try {
    localStorage.setItem(keyOf(entry.draft, name), JSON.stringify(entry));
  } catch {
    // A full or forbidden store: the text is still in its field, and leaving the page asks.
  }
}

export function forget(draft: string, name: string): void {
  try {
    localStorage.removeItem(keyOf(draft, name));
  } catch {
    // Nothing can have been kept there.
  }
}

/** Everything kept for a draft, each with the name it is kept under. */
export function keptEntries(draft: string): (Kept & { name: string })[] {
  const found: (Kept & { name: string })[] = [];
  try {
    const begin = keyOf(draft, "");
    for (const key of Object.keys(localStorage).filter((one) => one.startsWith(begin))) {
      const entry: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
      if (isKept(entry)) found.push({ ...entry, name: key.slice(begin.length) });
    }
  } catch {
    return found;
  }
  return found;
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== "object" || value === null) return false;
  const entry = value as Partial<Record<keyof Kept, unknown>>;
  return typeof entry.text === "string" && typeof entry.paragraph === "string" && typeof entry.sentence === "string"
    && typeof entry.version === "number" && Array.isArray(entry.cites);
}
