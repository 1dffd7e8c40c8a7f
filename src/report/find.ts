/** Where a number stands in a result document. */
import { DAY } from "../facts/days.js";
import type { OutcomeRow, Place, ResultDocument, Series } from "../result/document.js";
import { longDate } from "./dates.js";

export interface Where {
  readonly part?: string;
  readonly where?: string;
  readonly arm?: string;
}

const indices = new WeakMap<readonly OutcomeRow[], ReadonlyMap<string, OutcomeRow>>();

/** The row of an outcome as it was estimated; by default in all, everywhere, with the outage. */
export function rowOf(document: ResultDocument, id: string, where: Where = {}): OutcomeRow | undefined {
  return find(document.outcomes, id, where);
}

/** The same for sentences: with the plausible range in place of simulation error where one has been computed. */
export function figureOf(document: ResultDocument, id: string, where: Where = {}): OutcomeRow | undefined {
  const row = rowOf(document, id, where);
  const plausible = find(document.plausible, id, where);
  return row === undefined || plausible === undefined ? row : { ...row, low: plausible.low, high: plausible.high };
}

/** Rows whose part begins with `prefix` (`day:`, `role:`), in the order of the document; days by the calendar. */
export function partsOf(document: ResultDocument, id: string, prefix: string, { where = "all", arm = "outage" }: Where = {}): OutcomeRow[] {
  const rows = document.outcomes.filter((row) => row.id === id && row.where === where && row.arm === arm && row.part.startsWith(prefix));
  return prefix === "day:" ? rows.sort((a, b) => (a.part < b.part ? -1 : 1)) : rows;
}

/** Of per-practice outcomes: over every practice, or over the first region where the document has no more than that. */
export function overPractices(document: ResultDocument, id: string, part = "all"): OutcomeRow | undefined {
  return figureOf(document, id, { part }) ?? figureOf(document, id, { part, where: regionsOf(document)[0]?.code ?? "all" });
}

export function regionsOf({ places }: ResultDocument): Place[] {
  return places.filter(({ kind }) => kind === "region");
}

/** Backlog by the hour with the outage and without it, of everything or else of the region where it rises highest. */
export function backlogsOf({ series, places }: ResultDocument): { none: Series; outage: Series } | undefined {
  const regions = new Set(["all", ...places.filter(({ kind }) => kind === "region").map(({ code }) => code)]);
  const candidates = series.filter(({ id, part, arm, where }) => id === "backlog" && part === "all" && arm === "outage" && regions.has(where));
  const highest = (one: Series): number => one.mean.reduce((most, value) => Math.max(most, value), 0);
  const outage = candidates.find(({ where }) => where === "all") ?? candidates.sort((a, b) => highest(b) - highest(a))[0];
  const none = series.find(({ id, part, arm, where }) => id === "backlog" && part === "all" && arm === "none" && where === outage?.where);
  return outage === undefined || none === undefined ? undefined : { none, outage };
}

/** A series of one part with the outage, everywhere or else in the first region that has it. */
export function seriesOf({ series, places }: ResultDocument, id: string, part = "all", arm = "outage"): Series | undefined {
  const found = series.filter((each) => each.id === id && each.part === part && each.arm === arm);
  return ["all", ...places.filter(({ kind }) => kind === "region").map(({ code }) => code)].flatMap((code) => found.find(({ where }) => where === code) ?? [])[0];
}

/** By how much the outage raises each queue above an ordinary period, where `backlogsOf` looks; without those that the document does not hold. */
export function queuesOf(document: ResultDocument): { readonly queue: string; readonly excess: Series }[] {
  const where = backlogsOf(document)?.outage.where;
  return ["notes", "tasks", "patients"].flatMap((queue) => {
    const excess = document.series.find(({ id, part, arm, where: place }) => id === "backlog" && part === `excess:${queue}` && arm === "outage" && place === where);
    return excess === undefined ? [] : [{ queue, excess }];
  });
}

export function nameOf({ places }: ResultDocument, code: string): string {
  return places.find((place) => place.code === code)?.name ?? code;
}

/** Steps of a curve that are the last of their day. */
export function endsOfDays({ mean, stepMinutes }: Series): number[] {
  const perDay = Math.max(1, Math.round(DAY / stepMinutes));
  return [...mean.keys()].filter((step) => step % perDay === perDay - 1);
}

/** A name for a list: what it says of the only region there is need not stand in every row. */
export function near(document: ResultDocument, name: string): string {
  const [region, ...others] = regionsOf(document);
  return region !== undefined && others.length === 0 && name.endsWith(`, ${region.name}`) ? name.slice(0, -region.name.length - 2) : name;
}

/** How the document itself explains an outcome; empty where it does not. */
export function definitionOf({ glossary }: ResultDocument, id: string): string {
  return glossary.find((entry) => entry.id === id)?.definition ?? "";
}

export function labelOf({ glossary }: ResultDocument, id: string): string {
  return glossary.find((entry) => entry.id === id)?.label ?? id;
}

/** With fewer simulated runs than this an interval of the mean says little. */
export const FEW = 5;

/** How many there are. */
export function simulatedRuns({ outcomes }: Pick<ResultDocument, "outcomes">): number {
  return outcomes[0]?.replications ?? 0;
}

/** True where nothing was lost: the outage arm is its twin. */
export function isUnaffected({ window }: ResultDocument): boolean {
  return window.onset === null;
}

/** True where no outcome differs from the twin's, whether or not something was lost. */
export function isWithoutEffect(document: ResultDocument): boolean {
  if (isUnaffected(document)) return true;
  // Time to recover is no effect of its own: a practice that never falls behind may wait beyond the horizon for its five days.
  const rows = document.outcomes.filter(({ id, where, kind }) => where === "all" && kind === "difference" && id !== "backlogRecovery");
  return rows.length > 0 && rows.every(isNothing);
}

/** True where patients who do not get through are the story: no record was out of reach, and more contacts fail than appointments. */
export function isAboutContacts(document: ResultDocument): boolean {
  const notes = figureOf(document, "notesToTypeIn");
  const most = (id: string): number => figureOf(document, id)?.mean ?? 0;
  return (notes === undefined || isNothing(notes)) && most("contactsNotConnected") > most("appointmentsDisrupted");
}

/** Neither the mean nor a bound differs from 0. */
export function isNothing({ mean, low, high }: Pick<OutcomeRow, "mean" | "low" | "high">): boolean {
  return [mean, low, high].every((value) => value === null || value === 0);
}

/** Affected practices; empty where the document holds no rows of practices. */
export function recoveriesOf({ outcomes, places }: ResultDocument): OutcomeRow[] {
  const practices = new Set(places.filter(({ kind }) => kind === "practice").map(({ code }) => code));
  const rows = outcomes.filter(({ id, part, arm, where, defined }) => id === "backlogRecovery" && part === "all" && arm === "outage" && defined > 0 && practices.has(where));
  // A neighbourhood of one practice may bear its code.
  return [...new Map(rows.map((row) => [row.where, row])).values()];
}

/** `11 May 2023`: the end of the simulated time. */
export function horizonOf({ window }: ResultDocument): string {
  return longDate(window.horizon);
}

function find(rows: readonly OutcomeRow[], id: string, { part = "all", where = "all", arm = "outage" }: Where): OutcomeRow | undefined {
  let index = indices.get(rows);
  if (index === undefined) {
    index = new Map(rows.map((row) => [keyOf(row.id, row.part, row.where, row.arm), row]));
    indices.set(rows, index);
  }
  return index.get(keyOf(id, part, where, arm));
}

function keyOf(...parts: readonly string[]): string {
  return parts.join("\u0000");
}
