/** The upstream simulation's state: occurrences of incidents, the practices that they hit, and the workstations or log-ins hit there. */
import { createCalendar, schedule, type Calendar } from "../engine/calendar.js";
import type { Stream } from "../engine/random.js";
import type { Estate } from "../estate/estate.js";
import { DAY, daysOf, type Minutes, type Period } from "../facts/days.js";
import { placeKeys, type Chance, type PlaceKind } from "./chance.js";
import type { Incident } from "./incident.js";
import type { Entry, Happening } from "./journal.js";
import type { Component } from "./model.js";
import { reachable } from "./reach.js";
import { note, type Course } from "./steps.js";

/** One time that an incident happens. Times are NaN until they come. */
export interface Occurrence {
  readonly number: number;
  /** Index of the incident. */
  readonly incident: number;
  /** 32 bits from which all its draws are made. */
  readonly key: number;
  readonly began: Minutes;
  found: Minutes;
  /** When the wrong suspicion was dropped and repair could begin. */
  known: Minutes;
  /** When it was repaired; with crews, when the last practice had it back. */
  repaired: Minutes;
  /** Practices that it hit, in the order in which it did. */
  readonly hits: Hit[];
  /** Practices and units that are yet to be hit, unless it is stopped before; practices that are hit and not back. */
  coming: number;
  open: number;
}

/** One practice in one occurrence. */
export interface Hit {
  readonly number: number;
  readonly occurrence: Occurrence;
  readonly practice: number;
  readonly course: Course;
  /** Number of its first unit; how many units it has (0: it is hit as a whole); how many have failed and are not mended; how many are yet to fail. */
  readonly firstUnit: number;
  readonly units: number;
  failed: number;
  coming: number;
  /** True before it is struck and after its return. */
  isBack: boolean;
  /** True from when it asks for a crew until the crew leaves. */
  isAwaited: boolean;
  visits: number;
}

/** How a unit is. */
export const WORKS = 0, FAILED = 1, IN_HANDS = 2;

/** A component that comes and goes, for the practices that share it. */
export interface Rhythm {
  readonly number: number;
  readonly occurrence: Occurrence;
  /** 32 bits of what they share. */
  readonly place: number;
  readonly hits: Hit[];
  isDown: boolean;
  /** Phases begun. */
  phases: number;
}

/** A beginning that lies ahead, or where those that come by chance come from. */
export interface Plan {
  readonly incident: number;
  /** Practices that it may reach. */
  readonly among: readonly number[];
  /** Of those it reaches the ones that this one has hit by then. */
  readonly leader: Occurrence | null;
  /** Names of its draws. */
  readonly names: readonly (string | number)[];
  readonly source: Stream | null;
  count: number;
}

export interface Story {
  readonly incidents: readonly Incident[];
  /** By index of the incident: the component that fails, and practices that it may reach. */
  readonly components: readonly Component[];
  readonly candidates: readonly (readonly number[])[];
  readonly estate: Estate;
  readonly period: Period;
  readonly horizon: Minutes;
  readonly calendar: Calendar;
  readonly chance: Chance;
  readonly keyOfPlace: (kind: PlaceKind, index: number) => number;
  readonly occurrences: Occurrence[];
  readonly hits: Hit[];
  readonly plans: Plan[];
  readonly rhythms: Rhythm[];
  /** By number of the unit: its hit and how it is. */
  readonly hitOfUnit: number[];
  readonly unitState: number[];
  readonly journal: Entry[];
}

/** Kinds of event. What they are about: a beginning planned, an occurrence, a hit, a unit, a rhythm, a crew or a pool of crews. */
export const BEGINS = 0, IS_FOUND = 1, IS_KNOWN = 2, IS_REPAIRED = 3, IS_HIT = 4, UNIT_FAILS = 5, COMES_BACK = 6, UNIT_COMES_BACK = 7, TURNS = 8, USERS_MEND = 9, CREW_ARRIVES = 10,
  CREW_MENDED = 11, SHIFT_BEGINS = 12, SHIFT_ENDS = 13;

export function createStory(components: readonly Component[], incidents: readonly Incident[], estate: Estate, period: Period, chance: Chance): Story {
  return {
    incidents, components, candidates: incidents.map(({ reach }, index) => reachable(reach, components[index]!, estate)),
    estate, period, chance, horizon: daysOf(period) * DAY, calendar: createCalendar(1024), keyOfPlace: placeKeys(chance, estate),
    occurrences: [], hits: [], plans: [], rhythms: [], hitOfUnit: [], unitState: [], journal: [],
  };
}

export function incidentOf({ incidents }: Story, { incident }: Occurrence): Incident {
  return incidents[incident]!;
}

/** 32 bits for a practice in an occurrence: `place` for `bitsFor`. */
export function placeOf({ keyOfPlace }: Story, { practice }: Hit): number {
  return keyOfPlace("practice", practice);
}

export function log({ journal, calendar }: Story, what: Happening, { number }: Occurrence, practice = -1, unit = -1, crew = -1): void {
  journal.push({ time: calendar.now, what, occurrence: number, practice, unit, crew });
}

/** Adds a practice that an occurrence is going to hit, with so many units. */
export function addHit(story: Story, occurrence: Occurrence, practice: number, units: number): Hit {
  const hit: Hit = {
    number: story.hits.length, occurrence, practice, course: { times: [], levels: [], slownesses: [], returned: NaN },
    firstUnit: story.hitOfUnit.length, units, failed: 0, coming: 0, isBack: true, isAwaited: false, visits: 0,
  };
  story.hits.push(hit);
  for (let unit = 0; unit < units; unit++) {
    story.hitOfUnit.push(hit.number);
    story.unitState.push(WORKS);
  }
  return hit;
}

/** From now on it goes without. */
export function strike(story: Story, hit: Hit): void {
  hit.occurrence.hits.push(hit);
  hit.occurrence.open++;
  hit.isBack = false;
  log(story, "practice is hit", hit.occurrence, hit.practice);
}

/** It has what failed back, whole. */
export function comeBack(story: Story, hit: Hit): void {
  if (hit.isBack) return;
  hit.isBack = true;
  note(hit.course, story.calendar.now, 1, 1);
  // What was never gone, or for no time at all, leaves nothing behind.
  const { levels, slownesses } = hit.course;
  if (levels.some((level) => level < 1) || slownesses.some((slowness) => slowness > 1)) hit.course.returned = story.calendar.now;
  hit.occurrence.open--;
  log(story, "practice has it back", hit.occurrence, hit.practice);
  endWithLast(story, hit.occurrence);
}

/** True where it goes no further: it was repaired, or found where that ends its spread. */
export function isStopped(story: Story, occurrence: Occurrence): boolean {
  const { found, spread } = incidentOf(story, occurrence);
  return !Number.isNaN(occurrence.repaired) || (spread !== undefined && ("rings" in spread || spread.untilFound === true) && found !== undefined && !Number.isNaN(occurrence.found));
}

/** Crews are done when the last practice has it back and no other is to be hit. */
export function endWithLast(story: Story, occurrence: Occurrence): void {
  const isLast = occurrence.open === 0 && (occurrence.coming === 0 || isStopped(story, occurrence));
  if (isLast && incidentOf(story, occurrence).repair.by === "crews") schedule(story.calendar, story.calendar.now, IS_REPAIRED, occurrence.number);
}

/** The level of a practice that loses units one by one, after a change. */
export function noteUnits(story: Story, hit: Hit): void {
  const { effect } = incidentOf(story, hit.occurrence);
  note(hit.course, story.calendar.now, (hit.units - hit.failed) / hit.units, hit.failed === 0 ? 1 : effect.slowness);
}

/** A unit works again. */
export function mend(story: Story, unit: number, what: Happening, crew = -1): void {
  const hit = story.hits[story.hitOfUnit[unit]!]!;
  story.unitState[unit] = WORKS;
  hit.failed--;
  log(story, what, hit.occurrence, hit.practice, unit - hit.firstUnit, crew);
  if (hit.failed === 0 && (hit.coming === 0 || isStopped(story, hit.occurrence))) comeBack(story, hit);
  else noteUnits(story, hit);
}
