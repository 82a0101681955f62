/** The entry that the build looks for. */
import { startQueue } from "./queue.js";

startQueue();
