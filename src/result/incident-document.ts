/** The versioned document of the incidents alone: `incident.json`. Like a run's result it depends on neither machine nor clock. */
import type { Availability } from "../experiment/availability.js";
import type { Happened, IncidentFigures, Range } from "../experiment/incident-figures.js";
import type { IncidentFindings, JournalRow, PracticeStep } from "../experiment/incident-study.js";
import type { Model } from "../experiment/model.js";
import { DAY, dateOf, dayNumber } from "../facts/days.js";
import type { ResultDocument } from "./document.js";
import { after } from "./tables.js";

export type { Happened, IncidentFigures, JournalRow, PracticeStep, Range };

const INCIDENT_SCHEMA = 1;

export interface IncidentDocument {
  readonly schema: typeof INCIDENT_SCHEMA;
  readonly kind: "incident";
  /** Of the product. */
  readonly version: string;
  readonly scenario: { readonly name: string; readonly question: string; readonly hash: string };
  readonly inputs: ResultDocument["inputs"];
  readonly seed: string;
  readonly replications: number;
  /** Local time at which simulated time ends. */
  readonly horizon: string;
  readonly warnings: readonly string[];
  /** All, then regions; of a scenario that simulates a sample, what it is drawn from. */
  readonly places: readonly { readonly code: string; readonly name: string; readonly practices: number; readonly patients: number }[];
  readonly incidents: readonly IncidentFigures[];
  /** Each time that one happened, in the first so many replications. */
  readonly happened: { readonly replications: number; readonly rows: readonly Happened[] };
  readonly capabilities: readonly { readonly id: string; readonly label: string }[];
  readonly availability: readonly AvailabilityRow[];
  /** How many replications there are in the tables of practices and of the journal. */
  readonly practiceTimeline: { readonly replications: number };
  readonly journal: { readonly replications: number };
}

/** Hours from `start` on; before it nothing is lost, and after the last hour nothing changes until the horizon. See `Availability`. */
export interface AvailabilityRow extends Omit<Availability, "from"> {
  readonly start: string;
  readonly stepMinutes: 60;
}

export interface IncidentRun {
  readonly model: Model;
  /** SHA-256 of the scenario as it was written. */
  readonly hash: string;
  readonly inputs: ResultDocument["inputs"];
  readonly version: string;
  readonly warnings: readonly string[];
  readonly findings: IncidentFindings;
}

export function assembleIncidents({ model, hash, inputs, version, warnings, findings }: IncidentRun): IncidentDocument {
  const { replications, estate: { regions, practices }, incidents, happened, availability, labels, practiceSteps, journal } = findings;
  const { name, question, seed, period } = model;
  const midnight = `${dateOf(dayNumber(period.start) - period.warmUpDays)}T00:00`;
  const place = (code: string, label: string, of: typeof practices) => ({ code, name: label, practices: of.length, patients: of.reduce((sum, { patients }) => sum + patients, 0) });
  return {
    schema: INCIDENT_SCHEMA, kind: "incident", version, scenario: { name, question, hash }, inputs, seed, replications, horizon: after(midnight, (period.warmUpDays + period.days) * DAY), warnings,
    places: [place("all", "All", practices), ...regions.map(({ code, name: label }, region) => place(code, label, practices.filter((practice) => practice.region === region)))],
    incidents, happened: { replications: happened.replications, rows: happened.rows },
    capabilities: Object.entries(labels).map(([id, label]) => ({ id, label })),
    availability: availability.map(({ from, ...row }) => ({ ...row, start: after(midnight, from), stepMinutes: 60 })),
    practiceTimeline: { replications: practiceSteps.replications }, journal: { replications: journal.replications },
  };
}

/** Local time at which an hour of a row begins. */
export function hourAt({ start, stepMinutes }: AvailabilityRow, hour: number): string {
  return after(start, hour * stepMinutes);
}

/** Where to look: everywhere, or in the only region that loses anything. */
export function placeShown({ availability, places }: IncidentDocument): IncidentDocument["places"][number] {
  const hit = new Set(availability.map(({ where }) => where).filter((where) => where !== "all"));
  return places.find(({ code }) => hit.size === 1 && hit.has(code)) ?? places[0]!;
}
