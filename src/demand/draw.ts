/** Draws the demand of a neighbourhood for one replication. Streams are named by practice and region codes, so a place draws the same in any estate. */
import { choice, cumulative, poissonCount } from "../engine/discrete.js";
import { fromTable, normalTable, type Table } from "../engine/table.js";
import { columnIn, createMemory, type Memory } from "../engine/memory.js";
import { draw, hash, stream, unit, type Stream } from "../engine/random.js";
import type { Estate } from "../estate/estate.js";
import type { Hub } from "../estate/hub.js";
import { DAY, type Period } from "../facts/days.js";
import type { Parameters } from "../facts/defaults.js";
import { COMES_FOR, COMES_FROM, datedWork, type Dated } from "./dated.js";
import { AT_HOME, BOOKABLE, BY_PRACTICE, BY_TELEPHONE, BY_VIDEO, DESK, INFORMATION, ONLINE, PLANNED, RESULT, SAME_DAY, TELEPHONE, YEAR_END, type Demand, type Items, type Needs } from "./demand.js";
import { KIND, MINUTES, MODE, PERSON, ROLE, URGENT, WANTED } from "./purposes.js";
import { kindsBy, ratesOf, type Rates } from "./rates.js";
import { sorted } from "./sorted.js";
import { tablesOf, timeOfDay, wantedDays, type DemandTables } from "./tables.js";
import { DAYS_BEFORE, workingDays, type WorkingDay } from "./working-days.js";

export interface Place {
  readonly seed: string;
  readonly replication: number;
  readonly estate: Estate;
  /** Index into `estate.neighbourhoods`. */
  readonly neighbourhood: number;
  readonly period: Period;
  readonly parameters: Parameters;
  /** Those of the estate; none by default. */
  readonly hubs?: readonly Hub[];
}

const CONTACTS = [TELEPHONE, ONLINE, DESK] as const;
/** Kinds of items that come in by rates: those without a date. */
const ITEM_KINDS = YEAR_END;
/** A day's times are sorted with their channel in the last two bits, on a grid of a 1,024th of a minute. */
const GRID = 4096;

/** The columns of needs and items lie in `memory`, until it is taken back. */
export function drawDemand(place: Place, memory = createMemory()): Demand {
  const { estate, parameters, seed, replication } = place;
  const practices = estate.neighbourhoods[place.neighbourhood]!.practices.map((index) => estate.practices[index]!);
  const rates = practices.map((practice) => ratesOf(estate, practice, parameters, seed));
  const days = workingDays(seed, replication, estate.regions[estate.neighbourhoods[place.neighbourhood]!.region]!.code, place.period, parameters);
  const effects = normalTable(1, parameters.demand.practiceDaySd);
  const counts = practices.map((practice, at) => countsOf(rates[at]!, days, effects, stream(seed, replication, practice.code, "counts")));
  const streams = practices.map((practice) => (purpose: string) => stream(seed, replication, practice.code, purpose));
  return {
    needs: drawNeeds(streams, rates, days, counts.map(({ needs }) => needs), tablesOf(parameters), practices.map(({ patients }) => patients), memory),
    items: drawItems(
      streams, days, counts.map(({ items }) => items), practices.map(({ patients }, at) => datedWork(place.period, patients, parameters, streams[at]!)), parameters.demand.urgentResultShare, memory,
    ),
  };
}

/** What comes to a practice by working day: needs by channel, items by kind. Before the first simulated day only what is booked ahead counts. */
function countsOf(rates: Rates, days: readonly WorkingDay[], effects: Table, random: Stream): { needs: Int32Array; items: Int32Array } {
  const needs = new Int32Array(days.length * 4);
  const items = new Int32Array(days.length * ITEM_KINDS);
  const all = CONTACTS.map((by) => kindsBy(rates, by).total);
  days.forEach(({ day, contacts, online, planned }, at) => {
    const effect = Math.max(0, fromTable(effects, draw(random)));
    const asked = day < 0 ? rates.byChannel[BOOKABLE]! : all;
    for (const by of CONTACTS) needs[at * 4 + by] = poissonCount(asked[by]! * (by === ONLINE ? online : contacts) * effect, draw(random));
    needs[at * 4 + BY_PRACTICE] = poissonCount(rates.needs[PLANNED]! * planned, draw(random));
    if (day >= 0) rates.items.forEach((mean, kind) => (items[at * ITEM_KINDS + kind] = poissonCount(mean, draw(random))));
  });
  return { needs, items };
}

type Chance = (purpose: string) => Stream;

function drawNeeds(streams: readonly Chance[], rates: readonly Rates[], days: readonly WorkingDay[], counts: readonly Int32Array[], tables: DemandTables, patients: readonly number[], memory: Memory): Needs {
  const most = counts.reduce((sum, of) => sum + total(of), 0);
  const firstOf = new Int32Array(streams.length + 1);
  const practice = columnIn(memory, Uint16Array, most);
  const patient = columnIn(memory, Int32Array, most);
  const arrivesAt = columnIn(memory, Float64Array, most);
  const kind = columnIn(memory, Uint8Array, most);
  const channel = columnIn(memory, Uint8Array, most);
  const role = columnIn(memory, Uint8Array, most);
  const mode = columnIn(memory, Uint8Array, most);
  const wanted = columnIn(memory, Uint8Array, most);
  const minutes = columnIn(memory, Float64Array, most);
  const key = columnIn(memory, Uint32Array, most);
  let count = 0;
  const [drawn, spare] = [new Int32Array(longestDay(counts, 4)), new Int32Array(longestDay(counts, 4))];
  // Plain loops, here and among items: they turn a hundred thousand times a neighbourhood.
  for (let place = 0; place < streams.length; place++) {
    firstOf[place] = count;
    const random = streams[place]!("needs");
    const kinds = CONTACTS.map((by) => sharesOf(kindsBy(rates[place]!, by)));
    const sameDayRoles = cumulative(rates[place]!.sameDayRoles);
    const aheadRoles = cumulative(rates[place]!.aheadRoles);
    for (let at = 0; at < days.length; at++) {
      const { day, isMonday, plannedLeads } = days[at]!;
      const profiles = isMonday ? tables.mondays : tables.profiles;
      let today = 0;
      for (let by = 0; by < 4; by++) {
        for (let i = counts[place]![at * 4 + by]!; i > 0; i--) drawn[today++] = onGrid(timeOfDay(profiles[by]!, draw(random)), by);
      }
      const times = sorted(drawn, spare, today);
      for (let i = 0; i < today; i++) {
        const by = times[i]! % 4;
        const own = draw(random);
        const k = by === BY_PRACTICE ? PLANNED : day < 0 ? BOOKABLE : choice(kinds[by]!, hash(own, KIND, 0));
        const lead = k === BOOKABLE || k === PLANNED ? wantedDays(k === BOOKABLE ? tables.wantedBookable : plannedLeads, hash(own, WANTED, 0)) : 0;
        if (day < 0 && day + lead < -DAYS_BEFORE) continue;
        practice[count] = place;
        const person = hash(own, PERSON, 0);
        // Practices invite everybody alike; of those who ask, few ask much more often than others.
        patient[count] = Math.floor((k === PLANNED ? unit(person) : fromTable(tables.person, person)) * patients[place]!);
        arrivesAt[count] = day * DAY + times[i]! / GRID;
        kind[count] = k;
        channel[count] = by;
        key[count] = own;
        wanted[count] = lead;
        if (k <= PLANNED) {
          const r = choice(k === SAME_DAY ? sameDayRoles : aheadRoles, hash(own, ROLE, 0));
          role[count] = r;
          mode[count] = choice(tables.modes[r]!, hash(own, MODE, 0));
          minutes[count] = fromTable(consultationTable(tables, r, mode[count]!), hash(own, MINUTES, 0));
        } else if (k !== INFORMATION) minutes[count] = fromTable(tables.call, hash(own, MINUTES, 0));
        count++;
      }
    }
  }
  firstOf[streams.length] = count;
  return {
    count, firstOf, practice: practice.subarray(0, count), patient: patient.subarray(0, count), arrivesAt: arrivesAt.subarray(0, count), kind: kind.subarray(0, count),
    channel: channel.subarray(0, count), role: role.subarray(0, count), mode: mode.subarray(0, count), wantedDays: wanted.subarray(0, count), minutes: minutes.subarray(0, count),
    key: key.subarray(0, count),
  };
}

/** Nobody comes by a channel that nobody uses, so nothing is drawn from its shares. */
function sharesOf({ total, shares }: { total: number; shares: readonly number[] }): Float64Array {
  return total > 0 ? cumulative(shares) : new Float64Array();
}

function consultationTable(tables: DemandTables, role: number, mode: number): Table {
  if (mode === AT_HOME) return tables.atHome;
  if (mode === BY_VIDEO) return tables.online;
  if (mode === BY_TELEPHONE) return tables.byTelephone;
  return tables.faceToFace[role]!;
}

function drawItems(streams: readonly Chance[], days: readonly WorkingDay[], counts: readonly Int32Array[], dated: readonly (readonly Dated[])[], urgentShare: number, memory: Memory): Items {
  const count = counts.reduce((sum, of) => sum + total(of), 0) + dated.reduce((sum, of) => sum + of.length, 0);
  const items = {
    count, firstOf: new Int32Array(streams.length + 1), practice: columnIn(memory, Uint16Array, count), arrivesAt: columnIn(memory, Float64Array, count), kind: columnIn(memory, Uint8Array, count),
    urgent: columnIn(memory, Uint8Array, count), dueAt: columnIn(memory, Float64Array, count, Infinity), key: columnIn(memory, Uint32Array, count),
  };
  let row = 0;
  const [drawn, spare] = [new Int32Array(longestDay(counts, ITEM_KINDS)), new Int32Array(longestDay(counts, ITEM_KINDS))];
  for (let place = 0; place < streams.length; place++) {
    items.firstOf[place] = row;
    let next = 0;
    const datedHere = dated[place]!;
    const addDated = (until: number): void => {
      for (; next < datedHere.length && datedHere[next]!.arrivesAt < until; next++) {
        const { arrivesAt, kind, dueAt, key } = datedHere[next]!;
        items.practice[row] = place;
        items.arrivesAt[row] = arrivesAt;
        items.kind[row] = kind;
        items.dueAt[row] = dueAt;
        items.key[row++] = key;
      }
    };
    const random = streams[place]!("items");
    for (let at = 0; at < days.length; at++) {
      let today = 0;
      for (let kind = 0; kind < ITEM_KINDS; kind++) {
        for (let i = counts[place]![at * ITEM_KINDS + kind]!; i > 0; i--) drawn[today++] = onGrid(COMES_FROM + COMES_FOR * unit(draw(random)), kind);
      }
      const times = sorted(drawn, spare, today);
      for (let i = 0; i < today; i++) {
        const time = days[at]!.day * DAY + times[i]! / GRID;
        if (next < datedHere.length && datedHere[next]!.arrivesAt < time) addDated(time);
        const kind = times[i]! % 4;
        const own = draw(random);
        if (kind === RESULT && unit(hash(own, URGENT, 0)) < urgentShare) items.urgent[row] = 1;
        items.practice[row] = place;
        items.arrivesAt[row] = time;
        items.kind[row] = kind;
        items.key[row++] = own;
      }
    }
    addDated(Infinity);
  }
  items.firstOf[streams.length] = row;
  return items;
}

/** A time of the day with the way by which something comes, 0 to 3: whole numbers that stand in order of time. */
function onGrid(minutes: number, way: number): number {
  return Math.floor(minutes * (GRID / 4)) * 4 + way;
}

function total(counts: Int32Array): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Most that come to a practice on one day, of counts by day and way. */
function longestDay(counts: readonly Int32Array[], ways: number): number {
  let longest = 0;
  for (const of of counts) for (let first = 0; first < of.length; first += ways) longest = Math.max(longest, total(of.subarray(first, first + ways)));
  return longest;
}
