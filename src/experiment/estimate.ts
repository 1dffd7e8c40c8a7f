/** How much memory a run will need, before it is begun: rough, and rather too much than too little. */
import { daysOf } from "../facts/days.js";
import type { Model } from "./model.js";
import { placesOf } from "./places.js";

/** Bytes. */
export interface Memory {
  /** Neighbourhoods in work at once, with the threads that they are in. */
  readonly working: number;
  /** Results that wait until their replication is complete, and what is kept of every replication. */
  readonly kept: number;
  readonly all: number;
}

// Measured as the growth of the process's resident memory (Node 20, 64 bit) with neighbourhoods of 4,000 to 500,000 patients over 35 to 238 days: one simulated
// by itself, then results held and ledgers filled. Predictions were between 0.75 and 1.35 times what whole runs took.
const KB = 1_000;
const MB = 1_000_000;
/** The program with its charts, and a thread with the code. */
const PROGRAM = 140 * MB;
const THREAD = 25 * MB;
/** Both arms of a neighbourhood: its journals, demand and diaries. */
const UNIT = 16 * MB;
const PATIENT_DAY = 22;
/** Sums of a replication or a unit: so many outcomes and parts, and those that are kept by day; each two numbers a place, in arrays of their own. */
const SUMS = 120;
const SUMS_A_DAY = 4;
const SUM = 400;
const PAIR = 16;
/** A number for each of 24 hours in each of the seven series that are kept by the hour, each day. */
const HOURLY_DAY = 24 * 7 * 8;
/** Rows of the result and what is written of them. */
const PLACE_OF_RESULT = 60 * KB;
/** Of each thread's own copy of the model. */
const PRACTICE_OF_MODEL = 2 * KB;
/** Units begun ahead of the replication that is to be folded next, as `Flow` has it. */
const AHEAD = 256;

/**
 * Of a run with so many threads that goes to the most replications it may have, if every neighbourhood is touched. With `arms` that are compared with it each thread holds their models
 * too, and each has sums of the outage and of ordinary days, without those by day.
 */
export function memoryFor({ estate, period, replications: { maximum } }: Pick<Model, "estate" | "period" | "replications">, threads: number, arms = 0): Memory {
  const [days, allDays] = [period.days, daysOf(period)];
  const { neighbourhoods, practices, regions } = estate;
  const sizes = neighbourhoods.map((neighbourhood) => neighbourhood.practices.reduce((sum, practice) => sum + practices[practice]!.patients, 0));
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0);
  const inReplication = neighbourhoods.length * (1 + 2 * arms);
  const units = inReplication * maximum;
  const working = threads * (THREAD + PRACTICE_OF_MODEL * practices.length * (1 + arms)) + Math.min(threads, units) * (UNIT + PATIENT_DAY * largest * allDays);

  const sums = SUMS + SUMS_A_DAY * days;
  const places = placesOf(estate).codes.length;
  const page = sums * (SUM + PAIR * places) + practices.length * PAIR * allDays + (1 + regions.length) * HOURLY_DAY * days;
  const pageOfArm = SUMS * (SUM + PAIR * places) + practices.length * PAIR * allDays + (1 + regions.length) * HOURLY_DAY * days;
  const unit = HOURLY_DAY * days + sums * (SUM / 2 + PAIR * Math.ceil(practices.length / Math.max(1, neighbourhoods.length)));
  const kept = maximum * (page + 2 * arms * pageOfArm) + Math.min(units, inReplication + AHEAD) * unit + places * PLACE_OF_RESULT;
  return { working, kept, all: PROGRAM + working + kept };
}
