/** Starts what every page has. Rooms import the modules they need; each bundle may hold its own copy, so only this
 * file starts listeners, once. */
import { startDialogs } from "./dialog.js";
import { startDropzones } from "./dropzone.js";
import { startFollowing } from "./following.js";
import { startHtmx } from "./htmx.js";
import { startKeys } from "./keys.js";
import { startLatest } from "./latest.js";
import { startLive } from "./live.js";
import { startPanes } from "./panes.js";
import { startPeople } from "./people.js";
import { startTheme } from "./theme.js";
import { startTimes } from "./time.js";
import { startToasts } from "./toast.js";

startDialogs();
startToasts();
startHtmx();
startFollowing();
startLatest();
startTheme();
startKeys();
startPanes();
startDropzones();
startTimes();
startPeople();
startLive();
