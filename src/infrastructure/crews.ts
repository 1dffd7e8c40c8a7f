/** Crews that mend one practice after the other, and units that their users mend meanwhile. */
import { schedule } from "../engine/calendar.js";
import { NOBODY } from "../engine/queue.js";
import { admit, createResources, handOver, renege, seize, setServers, type Resources } from "../engine/resource.js";
import { DAY, firstDay, isWorkingDay, type Minutes } from "../facts/days.js";
import { bitsFor, BY_USERS, chanceFor, lengthOf, MENDING, TRAVEL, USERS_TAKE } from "./chance.js";
import type { Repair } from "./incident.js";
import { comeBack, CREW_ARRIVES, CREW_MENDED, FAILED, IN_HANDS, incidentOf, log, mend, placeOf, SHIFT_BEGINS, SHIFT_ENDS, USERS_MEND, type Hit, type Occurrence, type Story } from "./story.js";

type ByCrews = Extract<Repair, { by: "crews" }>;

/** Crews that are sent from one place: all of an incident's, or those of one region. */
interface Pool {
  readonly repair: ByCrews;
  readonly idle: number[];
  isOnShift: boolean;
  /** The next shift is in the calendar. */
  isPlanned: boolean;
}

interface Crew {
  readonly pool: number;
  hit: number;
  /** Unit in its hands; -1 for none. */
  unit: number;
}

export interface Crews {
  readonly resources: Resources;
  readonly pools: readonly Pool[];
  readonly crews: readonly Crew[];
  /** By index of the incident: its pools, by index of the region or only one. */
  readonly poolsOf: readonly (readonly number[])[];
}

export function createCrews({ incidents, estate }: Story): Crews {
  const pools: Pool[] = [];
  const crews: Crew[] = [];
  const poolsOf = incidents.map(({ repair }) => {
    if (repair.by !== "crews") return [];
    return Array.from({ length: repair.per === "region" ? estate.regions.length : 1 }, () => {
      const pool = pools.length;
      // The crew that was hired first stands last, and goes first.
      const idle = Array.from({ length: repair.crews }, () => crews.push({ pool, hit: -1, unit: -1 }) - 1).reverse();
      return pools.push({ repair, idle, isOnShift: repair.hours === undefined, isPlanned: false }) - 1;
    });
  });
  return { resources: createResources(pools.map(({ repair, isOnShift }) => (isOnShift ? repair.crews : 0)), 2), pools, crews, poolsOf };
}

/** What there is to mend is known: all that has failed waits, longest first. */
export function sendCrews(story: Story, crews: Crews, occurrence: Occurrence): void {
  for (const hit of occurrence.hits.filter(isToMend)) {
    // Users mend what they can before anybody comes, also where the practice is a whole.
    if (hit.units === 0) letUsersMend(story, hit, -1);
    else for (let unit = hit.firstUnit; unit < hit.firstUnit + hit.units; unit++) if (story.unitState[unit] === FAILED) letUsersMend(story, hit, unit);
    callCrew(story, crews, hit);
  }
}

/** A unit (or, with -1, a practice as a whole) has failed: once it is known how to mend it, its user may, and the practice waits for a crew. */
export function awaitMending(story: Story, crews: Crews, hit: Hit, unit: number): void {
  if (Number.isNaN(hit.occurrence.known) || incidentOf(story, hit.occurrence).repair.by !== "crews") return;
  letUsersMend(story, hit, unit);
  callCrew(story, crews, hit);
}

function letUsersMend(story: Story, hit: Hit, unit: number): void {
  const { repair } = incidentOf(story, hit.occurrence);
  if (repair.by !== "crews" || repair.self === undefined) return;
  const [key, place, count] = [hit.occurrence.key, placeOf(story, hit), unit === -1 ? 0 : unit - hit.firstUnit];
  if (chanceFor(key, place, BY_USERS, count) >= repair.self.share) return;
  // Subjects below 0 are practices.
  schedule(story.calendar, story.calendar.now + lengthOf(repair.self.takes, bitsFor(key, place, USERS_TAKE, count)), USERS_MEND, unit === -1 ? -1 - hit.number : unit);
}

export function usersMend(story: Story, crews: Crews, subject: number): void {
  const hit = story.hits[subject < 0 ? -1 - subject : story.hitOfUnit[subject]!]!;
  if (subject < 0) {
    if (!hit.isBack) comeBack(story, hit);
  } else if (story.unitState[subject] === FAILED) mend(story, subject, "unit mended by its user");
  if (!isToMend(hit) && renege(crews.resources, story.calendar, hit.number)) hit.isAwaited = false;
}

/** Where a crew went home before all was mended comes first. */
const LEFT_UNFINISHED = 0, NOT_BEGUN = 1;

/** The practice waits for a crew, or one sets out. */
function callCrew(story: Story, crews: Crews, hit: Hit, priority = NOT_BEGUN): void {
  if (hit.isAwaited || !isToMend(hit)) return;
  hit.isAwaited = true;
  const pool = poolOf(story, crews, hit);
  if (seize(crews.resources, story.calendar, pool, hit.number, priority)) setOut(story, crews, pool, hit);
  else planShift(story, crews, pool);
}

export function arrive(story: Story, crews: Crews, crew: number): void {
  const hit = story.hits[crews.crews[crew]!.hit]!;
  log(story, "crew arrives", hit.occurrence, hit.practice, -1, crew);
  mendNext(story, crews, crew);
}

/** A crew has mended what it had in its hands. */
export function mended(story: Story, crews: Crews, crew: number): void {
  const at = crews.crews[crew]!;
  if (at.unit === -1) comeBack(story, story.hits[at.hit]!);
  else mend(story, at.unit, "unit mended by crew", crew);
  at.unit = -1;
  // After hours it finishes what it has in its hands, and goes home.
  if (crews.pools[at.pool]!.isOnShift) mendNext(story, crews, crew);
  else leave(story, crews, crew);
}

export function beginShift(story: Story, crews: Crews, pool: number): void {
  const { calendar } = story;
  const own = crews.pools[pool]!;
  own.isOnShift = true;
  own.isPlanned = false;
  setServers(crews.resources, calendar, pool, own.repair.crews);
  schedule(calendar, Math.floor(calendar.now / DAY) * DAY + own.repair.hours!.to, SHIFT_ENDS, pool);
  // Crews that were still at work when the last shift ended may be so now.
  for (let hit = admit(crews.resources, calendar, pool); hit !== NOBODY; hit = admit(crews.resources, calendar, pool)) setOut(story, crews, pool, story.hits[hit]!);
}

export function endShift(story: Story, crews: Crews, pool: number): void {
  crews.pools[pool]!.isOnShift = false;
  setServers(crews.resources, story.calendar, pool, 0);
  if (crews.resources.waiting[pool]! > 0) planShift(story, crews, pool);
}

function isToMend(hit: Hit): boolean {
  return hit.units > 0 ? hit.failed > 0 : !hit.isBack;
}

function poolOf({ estate }: Story, { poolsOf }: Crews, { occurrence, practice }: Hit): number {
  const pools = poolsOf[occurrence.incident]!;
  return pools[pools.length > 1 ? estate.practices[practice]!.region : 0]!;
}

function setOut(story: Story, crews: Crews, pool: number, hit: Hit): void {
  const { repair, idle } = crews.pools[pool]!;
  const crew = idle.pop()!;
  crews.crews[crew]!.hit = hit.number;
  log(story, "crew sets out", hit.occurrence, hit.practice, -1, crew);
  schedule(story.calendar, story.calendar.now + lengthOf(repair.travel, bitsFor(hit.occurrence.key, placeOf(story, hit), TRAVEL, hit.visits++)), CREW_ARRIVES, crew);
}

function mendNext(story: Story, crews: Crews, crew: number): void {
  const at = crews.crews[crew]!;
  const hit = story.hits[at.hit]!;
  const { each } = crews.pools[at.pool]!.repair;
  let count = 0;
  if (hit.units > 0) {
    let unit = hit.firstUnit;
    const end = unit + hit.units;
    while (unit < end && story.unitState[unit] !== FAILED) unit++;
    if (unit === end) return leave(story, crews, crew);
    at.unit = unit;
    story.unitState[unit] = IN_HANDS;
    count = unit - hit.firstUnit;
  } else if (hit.isBack) return leave(story, crews, crew);
  schedule(story.calendar, story.calendar.now + lengthOf(each, bitsFor(hit.occurrence.key, placeOf(story, hit), MENDING, count)), CREW_MENDED, crew);
}

function leave(story: Story, crews: Crews, crew: number): void {
  const { pool, hit: number } = crews.crews[crew]!;
  const hit = story.hits[number]!;
  hit.isAwaited = false;
  crews.crews[crew]!.hit = -1;
  log(story, "crew leaves", hit.occurrence, hit.practice, -1, crew);
  crews.pools[pool]!.idle.push(crew);
  const next = handOver(crews.resources, story.calendar, pool);
  if (next !== NOBODY) setOut(story, crews, pool, story.hits[next]!);
  callCrew(story, crews, hit, LEFT_UNFINISHED);
}

/** Puts the next shift into the calendar, unless one is on or planned. */
function planShift(story: Story, { pools }: Crews, pool: number): void {
  const own = pools[pool]!;
  if (own.isOnShift || own.isPlanned) return;
  own.isPlanned = true;
  schedule(story.calendar, nextShift(story, own.repair), SHIFT_BEGINS, pool);
}

/** The present where it is within working hours. */
function nextShift({ calendar, period }: Story, { hours }: ByCrews): Minutes {
  const { from, to, weekends } = hours!;
  for (let day = Math.floor(calendar.now / DAY); ; day++) {
    if (calendar.now < day * DAY + to && (weekends || isWorkingDay(firstDay(period) + day))) return Math.max(calendar.now, day * DAY + from);
  }
}
