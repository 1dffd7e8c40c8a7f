/**
 * A team that serves many practices, in both arms of one replication: a unit of its own, which knows what its practices can do with their systems and none of their queues.
 * Its people hold the day's appointments first and then do what else there is, each in the order in which it came. An item whose record cannot be reached is passed over: a
 * task until something returns; an appointment, at the time at which it was to be, until the next day on which the team is open, when it is work as any other. What is left waits for the slack of later days; nobody goes elsewhere.
 */
import { createArrivals, nextArrival } from "../engine/arrivals.js";
import { createCalendar, schedule } from "../engine/calendar.js";
import { choice, cumulative } from "../engine/discrete.js";
import { createProfile, type Profile } from "../engine/profile.js";
import { draw, hash, stream, unit } from "../engine/random.js";
import { run } from "../engine/simulation.js";
import { fromTable, lognormalTable } from "../engine/table.js";
import { TEAM_ITEM } from "../demand/purposes.js";
import type { OpeningHours, Team } from "../estate/team.js";
import { DAY, daysOf, firstDay, isWorkingDay, weekdayOf, type Period } from "../facts/days.js";
import type { TeamJournal, TeamJournals } from "./journal.js";
import { accessAt, changesOf, restoredOf, type Access, type Systems } from "./systems.js";

export interface TeamPlace {
  readonly seed: string;
  readonly replication: number;
  readonly team: Team;
  /** What it reaches records through in the outage arm. */
  readonly systems: Systems;
  readonly period: Period;
}

/** Everything that will come, the same in both arms. */
interface Items {
  readonly at: Float64Array;
  /** Place of the patient's practice among those served. */
  readonly place: Uint16Array;
  readonly isInRecords: Uint8Array;
  readonly isAppointment: Uint8Array;
  readonly minutes: Float64Array;
  /** Who is to do it can log in while a larger share of users than this can. */
  readonly access: Float64Array;
}

/** What an item's key is drawn for. */
const WHOSE = 0, IN_RECORDS = 1, APPOINTMENT = 2, LENGTH = 3, LOGS_IN = 4;

export function simulateTeam({ seed, replication, team, systems, period }: TeamPlace): TeamJournals {
  const open = Array.from({ length: daysOf(period) }, (_, day) => isOpenOn(team.hours, firstDay(period) + day));
  const items = itemsOf(team, open, seed, replication);
  const undisturbed = { own: systems.own.map(() => []), records: systems.records.map(() => []) };
  return {
    team: team.name, itemsADay: team.itemsADay, restored: restoredOf(systems),
    none: work(items, team, open, undisturbed), outage: work(items, team, open, systems),
  };
}

/** Bank holidays are days off also for those who work at weekends. */
export function isOpenOn({ weekends }: OpeningHours, date: number): boolean {
  return isWorkingDay(date) || (weekends && weekdayOf(date) >= 5);
}

function itemsOf({ name, itemsADay, hours, patients, records, appointments, minutes }: Team, open: readonly boolean[], seed: string, replication: number): Items {
  const times = createArrivals(ratesOf(open, hours, itemsADay), stream(seed, replication, "team", name));
  const keys = stream(seed, replication, "team", name, "keys");
  const [at, key]: [number[], number[]] = [[], []];
  for (let time = nextArrival(times); time < open.length * DAY; time = nextArrival(times)) {
    at.push(time);
    key.push(draw(keys));
  }
  const whose = cumulative(patients);
  const lengths = lognormalTable(minutes[0]!, minutes[1]!);
  const chance = (own: number, count: number): number => unit(hash(own, TEAM_ITEM, count));
  return {
    at: Float64Array.from(at),
    place: Uint16Array.from(key, (own) => choice(whose, hash(own, TEAM_ITEM, WHOSE))),
    isInRecords: Uint8Array.from(key, (own) => Number(chance(own, IN_RECORDS) < records)),
    isAppointment: Uint8Array.from(key, (own) => Number(chance(own, APPOINTMENT) < appointments)),
    minutes: Float64Array.from(key, (own) => fromTable(lengths, hash(own, TEAM_ITEM, LENGTH))),
    access: Float64Array.from(key, (own) => chance(own, LOGS_IN)),
  };
}

/** Items a minute over all that is simulated: evenly while the team is open. */
function ratesOf(open: readonly boolean[], { from, to }: OpeningHours, itemsADay: number): Profile {
  const edges = [0];
  const rates: number[] = [];
  const until = (edge: number, rate: number): void => {
    if (edge === edges.at(-1)) return;
    edges.push(edge);
    rates.push(rate);
  };
  open.forEach((isOpen, day) => {
    until(day * DAY + from, 0);
    until(day * DAY + to, isOpen ? itemsADay / (to - from) : 0);
    until((day + 1) * DAY, 0);
  });
  return createProfile(edges, rates);
}

/** Kinds of event. */
const ARRIVES = 0, ENDS = 1, OPENS = 2, CLOSES = 3, SYSTEMS_CHANGE = 4;
/** What an item is waiting for: to come, for somebody to do it, an appointment on its day before all others, for what it needs to return, for the next day; or nothing any more. */
const TO_COME = 0, WAITING = 1, DUE = 2, WITHOUT_ACCESS = 3, PUT_OFF = 4, TAKEN = 5;

function work({ at, place, isInRecords, isAppointment, minutes, access }: Items, { staff, hours }: Team, open: readonly boolean[], systems: Systems): TeamJournal {
  const count = at.length;
  const doneAt = new Float64Array(count).fill(NaN);
  const state = new Uint8Array(count).fill(TO_COME);
  const calendar = createCalendar();
  let now: Access = accessAt(systems, -Infinity);
  /** Items that have come; before these none is waiting, and none is due; those that were passed over. */
  let [come, waiting, due, free, isOpen] = [0, 0, 0, staff, false];
  let passedOver: number[] = [];

  const reach = (item: number): number => 2 * place[item]! + isInRecords[item]!;
  const canReach = (item: number): boolean => access[item]! < now.level[reach(item)]!;
  const passOver = (item: number): void => {
    state[item] = isAppointment[item] === 1 ? PUT_OFF : WITHOUT_ACCESS;
    passedOver.push(item);
  };
  const takeUp = (): void => {
    while (isOpen && free > 0) {
      while (due < come && state[due] !== DUE) due++;
      if (due === come) while (waiting < come && state[waiting] !== WAITING) waiting++;
      const item = due < come ? due : waiting;
      if (item === come) return;
      if (canReach(item)) {
        state[item] = TAKEN;
        free--;
        schedule(calendar, calendar.now + minutes[item]! * now.slowness[reach(item)]!, ENDS, item);
      } else passOver(item);
    }
  };
  const waitAgain = (which: (item: number) => boolean): void => {
    const again = passedOver.filter(which);
    passedOver = passedOver.filter((item) => !which(item));
    for (const item of again) {
      state[item] = WAITING;
      waiting = Math.min(waiting, item);
    }
  };
  run(begin(), open.length * DAY, [
    (item: number): void => {
      come = item + 1;
      if (isAppointment[item] === 0) state[item] = WAITING;
      else if (canReach(item)) state[item] = DUE;
      else passOver(item);
      if (come < count) schedule(calendar, at[come]!, ARRIVES, come);
      takeUp();
    },
    (item: number): void => {
      doneAt[item] = calendar.now;
      free++;
      takeUp();
    },
    (): void => {
      isOpen = true;
      for (; due < come; due++) {
        if (state[due] !== DUE) continue;
        state[due] = WAITING;
        waiting = Math.min(waiting, due);
      }
      waitAgain(() => true);
      takeUp();
    },
    (): void => void (isOpen = false),
    (): void => {
      now = accessAt(systems, calendar.now);
      waitAgain((item) => state[item] === WITHOUT_ACCESS);
      takeUp();
    },
  ]);
  return { at, doneAt };

  function begin(): typeof calendar {
    for (const time of changesOf(systems)) schedule(calendar, Math.max(0, time), SYSTEMS_CHANGE, 0);
    open.forEach((isOpenThen, day) => {
      if (!isOpenThen) return;
      schedule(calendar, day * DAY + hours.from, OPENS, day);
      schedule(calendar, day * DAY + hours.to, CLOSES, day);
    });
    if (count > 0) schedule(calendar, at[0]!, ARRIVES, 0);
    return calendar;
  }
}
