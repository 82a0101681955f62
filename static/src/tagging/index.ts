/** Starts what the page at hand has: the reader, the list of all excerpts, the codebook. */
import { startCodebook } from "./codebook.js";
import { startOverview } from "./overview.js";
import { startReader } from "./reader.js";

if (document.querySelector("[data-reader]")) void startReader();
if (document.querySelector("[data-overview]")) startOverview();
if (document.querySelector("[data-codebook]")) startCodebook();
