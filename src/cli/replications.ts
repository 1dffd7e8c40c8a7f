/** How often a run is repeated: what the scenario says, and what the command line says instead. */
import type { Model } from "../index.js";
import { BadInput } from "./ending.js";

export interface ReplicationOptions {
  readonly replications?: number | undefined;
  readonly maxReplications?: number | undefined;
  /** Share of the mean, in place of the default. */
  readonly precision?: number | undefined;
  readonly untilDecided?: true | undefined;
}

/** Where the scenario fixes a number and the command line asks to go on until something is reached: as where it says nothing. */
const BOUNDS = { minimum: 5, maximum: 40 };

/** Throws `BadInput` for options that contradict each other, or the scenario. */
export function replicationsOf({ replications: written, hypotheses }: Pick<Model, "replications" | "hypotheses">, options: ReplicationOptions): Model["replications"] {
  const { replications, maxReplications, precision, untilDecided } = options;
  const goal = untilDecided === true ? "--until-decided" : precision === undefined ? undefined : "--precision";
  if (untilDecided === true && precision !== undefined) throw new BadInput("--until-decided and --precision are two rules for when to stop. Leave one of the two out.");
  const other = goal ?? (maxReplications === undefined ? undefined : "--max-replications");
  if (replications !== undefined && other !== undefined) throw new BadInput(`--replications fixes the number of replications, and ${other} lets the run choose it. Leave one of the two out.`);
  if (untilDecided === true && hypotheses.length === 0) throw new BadInput("--until-decided goes on until every hypothesis of the scenario is decided, and it has none. Write some under hypotheses:, or leave the option out.");
  if (replications !== undefined) return { minimum: replications, maximum: replications };
  const isFixed = written.minimum === written.maximum;
  const bounds = isFixed && goal !== undefined ? BOUNDS : written;
  const maximum = isFixed && goal === undefined ? Math.min(bounds.maximum, maxReplications ?? Infinity) : maxReplications ?? bounds.maximum;
  return { minimum: Math.min(bounds.minimum, maximum), maximum, ...(precision === undefined ? {} : { tolerance: precision }), ...(untilDecided === true ? { untilDecided } : {}) };
}
