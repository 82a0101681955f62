/** The entry that the build looks for. */
import { startReport } from "./report.js";

startReport();
