/** The entry that the build looks for. */
import "./index.js";
