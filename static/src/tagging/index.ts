/** Starts what the page at hand has: the reader, the list of all excerpts, the codebook. */
import { startCodebook } from "./codebook.js";
import { startFolding } from "./folding.js";
import { startOverview } from "./overview.js";
import { startOldVersion, startPlacing } from "./placing.js";
import { startReader } from "./reader.js";
import { startReanchoring } from "./reanchoring.js";

if (document.querySelector("[data-reader]")) void startReader();
if (document.querySelector("[data-overview]")) startOverview();
if (document.querySelector("[data-codebook]")) startCodebook();
const queue = document.querySelector<HTMLElement>("[data-reanchoring]");
if (queue) startReanchoring(queue);
if (document.querySelector("[data-placing]")) startPlacing();
if (document.querySelector("[data-old-version]")) startOldVersion();
for (const text of document.querySelectorAll<HTMLElement>("[data-text]")) startFolding(text);
