/** One file to the server. XMLHttpRequest, because fetch cannot tell how much has been sent. */
import { csrfToken, problemFrom } from "../core/http.js";
import { message } from "../core/messages.js";

/** What the server says about one file (`synthesis.sources.adding.Added`). */
export interface Result {
  name: string;
  id: string | null;
  title: string;
  state: string;
  already: boolean;
  error: string;
  code: string;
}

/**
 * Send; `onSent` hears the share that has left, 0 to 1. One result, or one for each document of a ZIP.
 * Never rejects: what went wrong is in the result.
 */
export function send(url: string, file: File, onSent: (share: number) => void): Promise<Result[]> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const failed = (error: string, code: string): void => resolve([refusal(file.name, error, code)]);
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable && event.total > 0) onSent(event.loaded / event.total);
    });
    request.addEventListener("load", () => {
      const results = request.status === 200 ? resultsIn(request.responseText) : [];
      const [only] = results;
      if (results.length > 1) resolve(results);
      else if (only) resolve([{ ...only, name: only.name || file.name }]);
      else failed(problemOf(request), request.status >= 500 ? "network" : "problem");
    });
    request.addEventListener("error", () => failed(message("upload.failed"), "network"));
    request.open("POST", url);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("X-CSRFToken", csrfToken());
    const body = new FormData();
    body.append("files", file, file.name);
    request.send(body);
  });
}

export function refusal(name: string, error: string, code: string): Result {
  return { name, id: null, title: "", state: "refused", already: false, error, code };
}

function problemOf(request: XMLHttpRequest): string {
  return problemFrom(request.status, request.getResponseHeader("Content-Type") ?? "", request.responseText).message;
}

function resultsIn(text: string): Result[] {
  try {
    const results: unknown = JSON.parse(text);
    return Array.isArray(results) ? (results as Result[]) : [];
  } catch {
    return [];
  }
}
