/** Files on their way: three at a time, a row each with its progress and its honest end. */
import { message } from "../core/messages.js";
import { renewList } from "./following.js";
import { refusal, type Result, send } from "./transfer.js";
import { UploadRow } from "./upload-row.js";

const AT_A_TIME = 3;

interface Waiting { file: File; row: UploadRow }

const queue: Waiting[] = [];
let sending = 0;
let url = "";
let largest = Infinity;
let rows: HTMLElement | null = null;

export function startSending(): void {
  const form = document.querySelector<HTMLFormElement>("#upload-form");
  rows = document.getElementById("uploads");
  if (!form || !rows) return;
  url = form.action;
  largest = Number(form.dataset["maxBytes"]) || Infinity;
  form.addEventListener("dropzone:files", (event) => {
    for (const file of (event as CustomEvent<File[]>).detail) add(file);
    // The same file may be chosen again after it was mended.
    const input = form.querySelector<HTMLInputElement>('input[type="file"]');
    if (input) input.value = "";
    pump();
  });
  document.addEventListener("paste", onPaste);
  addEventListener("beforeunload", (event) => {
    if (sending > 0 || queue.length > 0) event.preventDefault();
  });
}

/** Files copied in a file manager and pasted onto the page; text goes to the dialog. */
function onPaste(event: ClipboardEvent): void {
  const target = event.target;
  if (target instanceof Element && target.closest("input, textarea, [contenteditable], dialog")) return;
  const files = [...(event.clipboardData?.files ?? [])];
  if (files.length > 0) {
    event.preventDefault();
    for (const file of files) add(file);
    pump();
    return;
  }
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const dialog = document.getElementById("paste-dialog");
  const field = dialog?.querySelector<HTMLTextAreaElement>("textarea");
  if (!text.trim() || !(dialog instanceof HTMLDialogElement) || !field) return;
  event.preventDefault();
  field.value = text;
  if (!dialog.open) dialog.showModal();
}

function add(file: File): void {
  const row = new UploadRow(file.name);
  rows?.append(row.element);
  row.onRetry(() => {
    queue.push({ file, row });
    row.waiting();
    pump();
  });
  if (file.size > largest) row.end(refusal(file.name, message("upload.too_large"), "too_large"));
  else queue.push({ file, row });
}

function pump(): void {
  while (sending < AT_A_TIME) {
    const next = queue.shift();
    if (!next) return;
    sending += 1;
    void deliver(next).finally(() => {
      sending -= 1;
      pump();
    });
  }
}

async function deliver({ file, row }: Waiting): Promise<void> {
  const results = (await isReadable(file))
    ? await send(url, file, (share) => row.sent(share))
    : [refusal(file.name, message("upload.folder"), "folder")];
  const added = results.filter((result) => result.id && !result.already);
  const refused = results.filter((result) => !result.id);
  const [known] = results.filter((result) => result.already);
  if (added.length > 0) renewList();
  // Of a ZIP each document that was not taken gets a row, under its own name.
  const [only] = refused;
  if (only && results.length === 1) row.end(only);
  else {
    for (const result of refused) endedRow(result);
    if (known && added.length === 0 && refused.length === 0) row.end(known);
    else row.element.remove();
  }
}

function endedRow(result: Result): void {
  const row = new UploadRow(result.name);
  rows?.append(row.element);
  row.end(result);
}

/** A dropped folder looks like a file until one tries to read it. */
async function isReadable(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
