/** Starts what the pages of sources have: sending files, rows that follow the work, renaming, deleting with undo, many rows at once. */
import { startBulk } from "./bulk.js";
import { startDeleting, startRenaming } from "./commands.js";
import { startCitation } from "./citation.js";
import { startFollowing } from "./following.js";
import { startKeeping } from "./keeping.js";
import { startSending } from "./sending.js";

startSending();
startFollowing();
startRenaming();
startDeleting();
startCitation();
startKeeping();
startBulk();
