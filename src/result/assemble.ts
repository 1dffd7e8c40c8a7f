/** Puts the result document together. */
import type { Findings } from "../experiment/findings.js";
import type { Model } from "../experiment/model.js";
import type { ReturnsLevel } from "../experiment/returns.js";
import type { Steadiness } from "../experiment/steady.js";
import type { SlackLevel } from "../experiment/slack.js";
import { SCHEMA, type ResultDocument } from "./document.js";

/** Above so many practices their rows and series stand only in the tables. */
export const MOST_PRACTICES = 500;

export interface Run {
  readonly model: Model;
  /** The scenario as it was written, and its SHA-256. */
  readonly text: string;
  readonly hash: string;
  readonly inputs: ResultDocument["inputs"];
  /** Of the product. */
  readonly version: string;
  readonly stoppedBy: ResultDocument["stoppedBy"];
  readonly findings: Findings;
  /** Where the run was repeated with other slack. */
  readonly slack?: readonly SlackLevel[] | undefined;
  /** Where it was with other shares of those whom NHS 111 sends back. */
  readonly returns?: readonly ReturnsLevel[] | undefined;
  /** Where it was asked before the run. */
  readonly steadiness?: Steadiness | undefined;
  readonly warnings: readonly string[];
}

export function assemble({ model, text, hash, inputs, version, stoppedBy, findings, slack, returns, steadiness, warnings }: Run): ResultDocument {
  const {
    window, sample, places, rows, practiceRows, series, practiceSeries, incidents, directives, timeline, typical, hypotheses, resilience, objectives, assumptions, intervals, pairing, glossary, byReplication,
  } = findings;
  const { tolerance, untilDecided } = model.replications;
  const isSmall = model.estate.practices.length <= MOST_PRACTICES;
  return {
    schema: SCHEMA, kind: "run", version,
    scenario: { name: model.name, question: model.question, text, hash },
    inputs, seed: model.seed, stoppedBy, ...(tolerance === undefined ? {} : { tolerance }), ...(untilDecided === undefined ? {} : { untilDecided }), intervals,
    ...(model.story === undefined ? {} : { story: model.story }),
    ...(model.teams === undefined ? {} : { teams: model.teams.map(({ name, practices, patients }) => ({ name, practices: practices.length, patients: Math.round(patients.reduce((sum, count) => sum + count, 0)) })) }),
    window,
    arms: [{ name: "none", label: "Without the outage" }, { name: "outage", label: "With the outage" }],
    ...(sample === null ? {} : { sample }),
    places,
    outcomes: isSmall ? [...rows, ...practiceRows] : rows,
    plausible: [],
    series: isSmall ? [...series, ...practiceSeries] : series,
    ...(slack === undefined ? {} : { slack }),
    ...(returns === undefined ? {} : { returns }),
    ...(steadiness === undefined ? {} : { steadiness }),
    incidents, directives, timeline, ...(typical === null ? {} : { typical }), hypotheses, ...(resilience === null ? {} : { resilience }), ...(objectives.length === 0 ? {} : { objectives }),
    assumptions, warnings, pairing, glossary, byReplication,
  };
}
