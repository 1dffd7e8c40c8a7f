/** Two results, the first as it was and the second with a change: what they are called, and what makes them hard to compare. */
import type { ResultDocument } from "../../result/document.js";
import { daysBetween, longDate, moment } from "../dates.js";
import { FEW, isUnaffected, regionsOf, simulatedRuns } from "../find.js";
import { enumerated } from "../labels.js";
import { exact } from "../numbers.js";

export interface Pair {
  readonly a: ResultDocument;
  readonly b: ResultDocument;
}

export const sides = ["a", "b"] as const;
export type Side = (typeof sides)[number];

/** `A`: names of scenarios may be long, or the same. */
export function letterOf(side: Side): "A" | "B" {
  return side === "a" ? "A" : "B";
}

export interface Caution {
  readonly text: string;
  /** True where differences then tell of more than a change of plan. */
  readonly isGrave: boolean;
}

/** Grave ones first. */
export function cautionsFor(pair: Pair): Caution[] {
  const { a, b } = pair;
  const grave: string[] = [], slight: string[] = [];
  const differ = (of: (document: ResultDocument) => string): boolean => of(a) !== of(b);
  if (differ(placesIn)) grave.push(`They are of different places: A of ${placesIn(a)}, B of ${placesIn(b)}. What differs between these is in every difference below.`);
  if (a.version !== b.version) grave.push(`They were made with different versions of Outage Lab, A with ${a.version} and B with ${b.version}: part of what differs may be the model.`);
  if (differ(countedIn)) grave.push(`They count over different times: A ${countedIn(a)}, B ${countedIn(b)}. More days count more.`);
  else if (differ(({ window }) => window.horizon)) grave.push(`They end on different days, A on ${longDate(a.window.horizon)} and B on ${longDate(b.window.horizon)}.`);
  if (differ(sampleOf)) grave.push(`A is of ${sampleOf(a)}, B of ${sampleOf(b)}.`);
  if (isUnaffected(a) !== isUnaffected(b)) slight.push(`Nothing is lost in ${isUnaffected(a) ? "A" : "B"}.`);
  else if (a.window.onset !== null && differ(({ window }) => window.onset!)) slight.push(`The outage begins at ${moment(a.window.onset)} in A and at ${moment(b.window.onset!)} in B: other days of the week are busy.`);
  if (a.seed !== b.seed) slight.push(`Their seeds are different, so they are about different patients and staff. Give both the same seed: then nothing differs but what the change brings.`);
  if (simulatedRuns(a) !== simulatedRuns(b)) slight.push(`A rests on ${runsIn(a)}, B on ${runsIn(b)}.`);
  if (Math.min(simulatedRuns(a), simulatedRuns(b)) < FEW) slight.push("Intervals from so few runs say little: for figures to rely on, run more.");
  return [...grave.map((text) => ({ text, isGrave: true })), ...slight.map((text) => ({ text, isGrave: false }))];
}

/** True where the same was simulated from the same scenario. */
export function isSame({ a, b }: Pair): boolean {
  return a.scenario.hash === b.scenario.hash && a.seed === b.seed && a.version === b.version && simulatedRuns(a) === simulatedRuns(b);
}

function runsIn(document: ResultDocument): string {
  const count = simulatedRuns(document);
  return `${count} simulated ${count === 1 ? "run" : "runs"}`;
}

/** `Kent and Medway, with 175 practices and 1,950,000 patients`. */
export function placesIn(document: ResultDocument): string {
  const practices = document.places.filter(({ kind }) => kind === "practice").length;
  const regions = regionsOf(document);
  const patients = regions.reduce((sum, each) => sum + each.patients, 0);
  return `${regions.length > 3 ? `${regions.length} ICBs` : enumerated(regions.map(({ name }) => name))}, with ${exact(practices)} ${practices === 1 ? "practice" : "practices"} and ${exact(Math.round(patients))} patients`;
}

/** From the onset to the horizon. */
function countedIn({ window: { onset, start, horizon } }: ResultDocument): string {
  return `over ${Math.round(daysBetween((onset ?? start).slice(0, 10), horizon.slice(0, 10)))} days`;
}

function sampleOf({ sample }: ResultDocument): string {
  return sample === undefined ? "all neighbourhoods" : `${exact(sample.taken)} of ${exact(sample.of)} neighbourhoods`;
}
