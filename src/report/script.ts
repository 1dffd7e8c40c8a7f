/** What a page does for readers whose browser runs scripts; nothing that it says needs it. */
import { chartValues } from "./reader/chart-values.js";
import { choosePlace } from "./reader/choose-place.js";
import { sortTables } from "./reader/sort-tables.js";
import { stillFrames } from "./reader/still-frames.js";

/** The functions as their own source text, so that they are checked and tested as any other: each may use what a browser has and nothing from outside itself. */
export const script = [stillFrames, sortTables, choosePlace, chartValues].map((part) => `(${part.toString()})();`).join("\n");
