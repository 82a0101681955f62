/** Starts what the pages of sources have: sending files, rows that follow the work, renaming, deleting with undo. */
import { startDeleting, startRenaming } from "./commands.js";
import { startFollowing } from "./following.js";
import { startSending } from "./sending.js";

startSending();
startFollowing();
startRenaming();
startDeleting();
