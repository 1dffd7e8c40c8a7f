/** The incidents alone, replication by replication: what happens, and what practices lose by it, before any patient is simulated. */
import type { Estate } from "../estate/estate.js";
import { timestamp } from "../facts/days.js";
import { capabilities, type Capability } from "../infrastructure/disruption.js";
import type { Happening } from "../infrastructure/journal.js";
import { isLeftToChance, simulateUpstream, type Upstream } from "../infrastructure/upstream.js";
import { Availabilities, type Availability } from "./availability.js";
import { capabilityLabels } from "./capability-labels.js";
import { Figures, type Happened, type IncidentFigures } from "./incident-figures.js";
import type { Model } from "./model.js";

/** From a time on a practice has a capability at a level and speed. */
export interface PracticeStep {
  /** From 1. */
  readonly replication: number;
  readonly practice: string;
  readonly capability: Capability;
  readonly from: string;
  readonly level: number;
  readonly slowness: number;
}

/** What happened, in order. Practice, unit and crew are null where it is about none; units count from 1 in the practice, crews in the simulation. */
export interface JournalRow {
  readonly replication: number;
  readonly at: string;
  readonly incident: string;
  /** From 1 in the replication. */
  readonly occurrence: number;
  readonly what: Happening;
  readonly practice: string | null;
  readonly unit: number | null;
  readonly crew: number | null;
}

/** Rows of the first replications, each whole, of no more than fit; where not even the first fits, 0 replications are whole and the rows are the first of it. */
export interface Excerpt<T> {
  readonly rows: readonly T[];
  readonly replications: number;
}

export interface IncidentFindings {
  readonly replications: number;
  readonly estate: Estate;
  readonly incidents: readonly IncidentFigures[];
  readonly happened: Excerpt<Happened>;
  readonly availability: readonly Availability[];
  /** Names of capabilities. */
  readonly labels: typeof capabilityLabels;
  readonly practiceSteps: Excerpt<PracticeStep>;
  readonly journal: Excerpt<JournalRow>;
}

/** Most rows of an excerpt of more than one replication, and of one: what a spreadsheet opens, and what a text holds. */
export const MOST_ROWS = 200_000;
const MOST_OF_ONE = 1_000_000;
/** Above so many practices the steps of each are kept of the first replication alone. */
const MOST_PRACTICES = 500;

/** Replications that say enough of the incidents of a model. */
export function replicationsFor({ incidents, replications }: Model): number {
  return isLeftToChance(incidents) ? Math.min(20, replications.maximum) : 1;
}

export class IncidentStudy {
  /** Of a model whose estate is a sample, all from which it was drawn. */
  readonly estate: Estate;
  readonly #model: Model;
  readonly #figures: Figures;
  readonly #availabilities: Availabilities;
  readonly #happened = new Sheet<Happened>();
  readonly #steps: Sheet<PracticeStep>;
  readonly #journal = new Sheet<JournalRow>();
  #replications = 0;

  constructor(model: Model) {
    this.#model = model;
    this.estate = model.whole ?? model.estate;
    this.#figures = new Figures(model.infrastructure, model.incidents, this.estate, model.period);
    this.#availabilities = new Availabilities(this.estate, model.period);
    this.#steps = new Sheet(this.estate.practices.length > MOST_PRACTICES ? 0 : MOST_ROWS);
  }

  /** Simulates the next replication. */
  next(): void {
    const { infrastructure, incidents, period, seed } = this.#model;
    const upstream = simulateUpstream(infrastructure, incidents, this.estate, period, { seed, replication: this.#replications++ });
    this.#availabilities.add(upstream.disruption);
    this.#happened.add(this.#figures.add(upstream));
    this.#steps.add(stepsIn(upstream, this.#replications, this.#model, this.estate));
    this.#journal.add(journalOf(upstream, this.#replications, this.#model, this.estate));
  }

  findings(): IncidentFindings {
    return {
      replications: this.#replications, estate: this.estate, incidents: this.#figures.rows(), happened: this.#happened, availability: this.#availabilities.rows(),
      labels: capabilityLabels, practiceSteps: this.#steps, journal: this.#journal,
    };
  }
}

/** Collects an excerpt. */
class Sheet<T> implements Excerpt<T> {
  rows: readonly T[] = [];
  replications = 0;
  readonly #most: number;
  #isFull = false;

  constructor(most = MOST_ROWS) {
    this.#most = most;
  }

  /** The rows of the next replication; they are made only if there may be room for them. */
  add(rows: Iterable<T>): void {
    if (this.#isFull) return;
    const isFirst = this.replications === 0;
    const room = isFirst ? MOST_OF_ONE : this.#most - this.rows.length;
    const added: T[] = [];
    for (const row of room > 0 ? rows : []) {
      this.#isFull = added.length === room;
      if (this.#isFull) {
        if (isFirst) this.rows = added;
        return;
      }
      added.push(row);
    }
    this.#isFull = room <= 0;
    if (this.#isFull) return;
    this.rows = this.rows.length === 0 ? added : this.rows.concat(added);
    this.replications++;
  }
}

function* stepsIn({ disruption: { histories, historyOf } }: Upstream, replication: number, { period }: Model, { practices }: Estate): Iterable<PracticeStep> {
  for (const [index, { code }] of practices.entries()) {
    for (const [number, capability] of capabilities.entries()) {
      const { times, level, slowness } = histories[historyOf[index]!]!.capabilities[number]!;
      for (const [step, time] of times.entries()) {
        // Of several changes within a minute the last holds.
        if (step + 1 < times.length && Math.floor(times[step + 1]!) === Math.floor(time)) continue;
        yield { replication, practice: code, capability, from: timestamp(period, time), level: level[step]!, slowness: slowness[step]! };
      }
    }
  }
}

function* journalOf({ journal, occurrences }: Upstream, replication: number, { incidents, period }: Model, { practices }: Estate): Iterable<JournalRow> {
  for (const { time, what, occurrence, practice, unit, crew } of journal) {
    yield {
      replication, at: timestamp(period, time), incident: incidents[occurrences[occurrence]!.incident]!.name, occurrence: occurrence + 1, what,
      practice: practice === -1 ? null : practices[practice]!.code, unit: unit === -1 ? null : unit + 1, crew: crew === -1 ? null : crew + 1,
    };
  }
}
