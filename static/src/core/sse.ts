/** Reads the text of a Server-Sent Events stream (WHATWG HTML, 9.2.6). Pure: pieces of text in, events out. */

export interface StreamEvent {
  id: string;
  /** Name of the event, "message" when the stream gives none. */
  kind: string;
  data: string;
}

export class StreamParser {
  /** What the stream asked for with `retry:`, in milliseconds. */
  retry: number | null = null;
  private rest = "";
  private lastId = "";
  private kind = "";
  private data: string[] = [];

  /** Feed the next piece; returns the events it completes. */
  push(piece: string): StreamEvent[] {
    const events: StreamEvent[] = [];
    const text = this.rest + piece;
    // A CR at the very end may be half of a CRLF: it waits for the next piece.
    const lines = text.split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? "";
    for (const line of lines) {
      const event = this.line(line);
      if (event) events.push(event);
    }
    return events;
  }

  private line(line: string): StreamEvent | null {
    if (line === "") return this.complete();
    const colon = line.indexOf(":");
    if (colon === 0) return null;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "data") this.data.push(value);
    else if (field === "event") this.kind = value;
    else if (field === "id" && !value.includes("\0")) this.lastId = value;
    else if (field === "retry" && /^\d+$/.test(value)) this.retry = Number(value);
    return null;
  }

  private complete(): StreamEvent | null {
    const event = { id: this.lastId, kind: this.kind || "message", data: this.data.join("\n") };
    const empty = this.data.length === 0;
    this.kind = "";
    this.data = [];
    return empty ? null : event;
  }
}
