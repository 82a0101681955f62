/** What the server tells the reader's script about this page. */

export interface Heading { id: string; key: string; name: string; hue: number }

export interface Config {
  source: string;
  text: string;
  length: number;
  user: string;
  userName: string;
  mayTag: boolean;
  mayChangeAll: boolean;
  headings: Heading[];
  script: string;
  language: string;
  excerptsUrl: string;
  textUrl: string;
  /** Empty for people who see no comments. */
  commentCountsUrl: string;
  repairsUrl: string;
  /** Empty for people who may not change sources. */
  decideUrl: string;
  /** The last page with a picture; 0 when the file has none. */
  pages: number;
  pageImageUrl: string;
  pageBoxesUrl: string;
  similarUrl: string;
  undoUrl: string;
  redoUrl: string;
  excerptUrl: string;
  suggestionUrl: string;
}

const NOWHERE = "00000000-0000-0000-0000-000000000000";

export function readConfig(): Config | null {
  const element = document.getElementById("reader-config");
  return element ? (JSON.parse(element.textContent || "null") as Config | null) : null;
}

/** The address of one thing from the pattern of all. */
export function urlOf(pattern: string, id: string, verb = ""): string {
  return pattern.replace(NOWHERE, id) + verb;
}

/** The sign of a heading, as components/_heading.html has it. */
export function chip(heading: Heading, named: boolean): HTMLElement {
  const sign = document.createElement("span");
  sign.className = "chip";
  sign.dataset["hue"] = String(heading.hue);
  sign.title = heading.name;
  const key = document.createElement("span");
  key.className = "key";
  key.textContent = heading.key;
  sign.append(key);
  const name = document.createElement("span");
  name.className = named ? "name" : "visually-hidden";
  name.textContent = heading.name;
  sign.append(name);
  return sign;
}
