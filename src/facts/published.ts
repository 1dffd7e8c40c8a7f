/** Figures that were collected for the model, each once, with what became of it. Defaults that have a source of their own besides state it themselves. */
import { publishedDemand } from "./published-demand.js";
import { publishedElsewhere } from "./published-elsewhere.js";
import type { PublishedFigure } from "./published-figure.js";
import { publishedOutages } from "./published-outages.js";
import { publishedWork } from "./published-work.js";

export type { DefaultId, PublishedFigure } from "./published-figure.js";

export const published: readonly PublishedFigure[] = [...publishedDemand, ...publishedWork, ...publishedElsewhere, ...publishedOutages];
