/**
 * What must hold of every journal, whatever happened: each function names what breaks its promise, and answers nothing where the promise is kept. They read
 * the journal and the demand alone, so that they judge what a run claims and not how it came by it.
 */
import {
  ABANDONED, ACTION_TASK, ATTENDED, AT_DESK, AT_HUB, BOOKED, BY_HAND, CALL, CANCELLED_BY_PRACTICE, CHECK_IN, CLOSED, CONSULTING, CONTACT, DECLINED, DEFERRED, DEFERRED_PRESCRIPTION, DID_NOT_ATTEND, DONE,
  ELECTRONIC, ENDED_IN_MENU, FULL_RECORDS, INVITATION, IN_MENU, LETTER_TASK, MET, NOTE, NOT_ATTENDED, NOT_CONNECTED, NO_PRESCRIPTION, NO_SUBJECT, ONLINE_REQUEST, ON_PAPER, OPEN, PAPER_QUERY,
  PAPER_REQUEST, PAYROLL_TASK, PRESCRIPTION_TASK, REBOOKING, REFERRAL, REPORT_TASK, RESULT_TASK, RETURN_TASK, SENT_HOME, SERVED, TASK, TO_111, TO_PHARMACY, TO_URGENT_CARE, TRIAGE, TURNED_AWAY, TYPING_IN, URGENT_REFERRAL, URGENT_RESULT,
  WAITING, activities, jobKinds, needStates, workedIndex, type Journal,
} from "../../src/care/journal.js";
import { INFORMATION, LETTER, PAYROLL, PLANNED, PRESCRIPTION, REPEAT, REPORT, RESULT, SAME_DAY, YEAR_END, type Demand } from "../../src/demand/demand.js";
import { roles } from "../../src/estate/estate.js";
import type { Arms } from "../../src/care/neighbourhood.js";
import { DAY, firstDay, isWorkingDay } from "../../src/facts/days.js";
import { capabilities, levelAt, undisturbed, type Capability, type History } from "../../src/infrastructure/disruption.js";
import { openWork } from "../../src/outcomes/backlog.js";
import type { Pair } from "../../src/outcomes/outcome.js";
import type { Happening } from "./anything.js";

/** Minutes by which sums of some ten thousand figures in double precision may differ, and to spare. */
const ROUNDING = 1e-5;
/** Jobs whose subject is an item. */
const ABOUT_ITEMS = [RESULT_TASK, URGENT_RESULT, LETTER_TASK, ACTION_TASK, REPORT_TASK, PRESCRIPTION_TASK, RETURN_TASK, PAYROLL_TASK];
/** Tasks that items become, by kind. */
const TASK_OF: Readonly<Record<number, number>> = { [RESULT]: RESULT_TASK, [LETTER]: LETTER_TASK, [REPEAT]: PRESCRIPTION_TASK, [REPORT]: REPORT_TASK, [YEAR_END]: RETURN_TASK, [PAYROLL]: PAYROLL_TASK };
/** Jobs that move a need on: while one of them is open, nothing else happens to it. */
const MOVING = [CALL, ONLINE_REQUEST, AT_DESK, INVITATION, REBOOKING, PAPER_REQUEST, PAPER_QUERY, TRIAGE];
/** In what a contact may end, by kind. */
const ENDS: Readonly<Record<number, readonly number[]>> = {
  [CALL]: [WAITING, SERVED, TURNED_AWAY, DECLINED, ON_PAPER, CLOSED, IN_MENU, ABANDONED, NOT_CONNECTED],
  [ONLINE_REQUEST]: [WAITING, SERVED, TURNED_AWAY, DECLINED, ON_PAPER, NOT_CONNECTED],
  [AT_DESK]: [WAITING, SERVED, TURNED_AWAY, DECLINED, ON_PAPER, ABANDONED],
  [CHECK_IN]: [WAITING, DONE, ABANDONED],
};
const TASK_ENDS = [WAITING, DONE];

/** All that is wrong with either arm of a case. */
export function breachesOf({ place, histories, policies }: Happening, { demand, none, outage }: Arms): string[] {
  const onset = Math.min(...histories.flatMap(({ capabilities }) => capabilities.map(({ times }) => times[0] ?? Infinity)), ...policies.directives.map(({ at }) => at));
  const pair: Pair = { demand, none, outage, practices: place.estate.neighbourhoods[0]!.practices, histories, onset, period: place.period };
  const isAdvised = policies.directives.some(({ advice }) => advice !== undefined);
  const ofArm = (arm: "none" | "outage", lived: readonly History[]): string[] =>
    [...breaches(demand, pair[arm]), ...inCapabilities(demand, pair[arm], lived), ...inOpenWork(pair, pair[arm]), ...(isAdvised && arm === "outage" ? [] : inFuture(pair, pair[arm]))].map((what) => `${arm}: ${what}`);
  return [...ofArm("none", histories.map(() => undisturbed)), ...ofArm("outage", histories), ...beforeOnset(pair)];
}

/** All that is wrong with a journal, whatever its practices went through. */
export function breaches(demand: Demand, journal: Journal): string[] {
  return [...inNeeds(demand, journal), ...inVisits(demand, journal), ...inBookings(demand, journal), ...inJobs(demand, journal), ...inItems(demand, journal), ...inPaper(demand, journal), ...inPlaces(journal), ...inTime(journal)];
}

/** A need is closed exactly when it is not open, within the time simulated, and only in ways that its kind has. */
export function inNeeds({ needs }: Demand, { needs: rows, days }: Journal): string[] {
  const found: string[] = [];
  for (let need = 0; need < needs.count; need++) {
    const kind = needs.kind[need]!;
    const state = rows.state[need]!;
    const closed = rows.closedAt[need]!;
    const say = (what: string): number => found.push(`need ${need} (kind ${kind}, ${needStates[state]}): ${what}`);
    if (state >= needStates.length) say("unknown state");
    if (Number.isNaN(closed) !== (state === OPEN)) say(`closed at ${closed}`);
    if (closed < needs.arrivesAt[need]! || closed >= days * DAY) say(`arose at ${needs.arrivesAt[need]}, closed at ${closed}`);
    if (needs.arrivesAt[need]! >= days * DAY && state !== OPEN) say("arises after the horizon");
    if (state === NOT_ATTENDED && kind > PLANNED) say("nobody waited for it");
    if (state === ENDED_IN_MENU && kind !== INFORMATION) say("the menu answers information, and nothing else");
    if ((state === TO_111 || state === TO_URGENT_CARE || state === AT_HUB) && kind !== SAME_DAY) say("only what cannot wait is taken elsewhere");
    if (state === TO_PHARMACY && kind !== SAME_DAY && kind !== PRESCRIPTION) say("a pharmacy does not help with it");
    const consulted = rows.consultedAt[need]!;
    const isSeen = !Number.isNaN(consulted);
    if (kind > PLANNED ? isSeen : state === MET ? !isSeen : isSeen && state !== OPEN) say(`consulted at ${consulted}`);
    if (isSeen && (consulted < needs.arrivesAt[need]! || !(rows.consultedMinutes[need]! > 0))) say(`consulted at ${consulted} for ${rows.consultedMinutes[need]} minutes`);
    if (isSeen && state === MET && closed < consulted + rows.consultedMinutes[need]!) say(`a consultation from ${consulted} of ${rows.consultedMinutes[need]} minutes ends at ${closed}`);
  }
  return found;
}

/** A need that ended elsewhere has one visit there, at that moment; every other visit is a call to NHS 111 of a patient with a need for the day, who then asks the practice again. */
export function inVisits({ needs }: Demand, { needs: rows, visits }: Journal): string[] {
  const found: string[] = [];
  const last = new Uint8Array(needs.count);
  for (let visit = 0; visit < visits.count; visit++) {
    const need = visits.need[visit]!, to = visits.to[visit]!, at = visits.at[visit]!;
    const say = (what: string): number => found.push(`visit ${visit} (need ${need}, ${needStates[to]}): ${what}`);
    if (!(at >= needs.arrivesAt[need]!) || at > (Number.isNaN(rows.closedAt[need]!) ? Infinity : rows.closedAt[need]!)) say(`at ${at}, arose at ${needs.arrivesAt[need]}, closed at ${rows.closedAt[need]}`);
    if (visit > 0 && at < visits.at[visit - 1]!) say("is out of order");
    if (to === rows.state[need] && at === rows.closedAt[need]) last[need]!++;
    else if (to !== TO_111 || needs.kind[need] !== SAME_DAY) say("nobody is sent back from there");
  }
  for (let need = 0; need < needs.count; need++) {
    const state = rows.state[need]!;
    const isElsewhere = state === TO_111 || state === TO_URGENT_CARE || state === TO_PHARMACY;
    if (last[need] !== (isElsewhere ? 1 : 0)) found.push(`need ${need} (${needStates[state]}) ended in ${last[need]} visits`);
  }
  return found;
}

/** A clinical need that is met has one attended booking, one that was missed one missed, an open one at most one live; no slot and no clinician is taken twice. */
export function inBookings({ needs }: Demand, { needs: rows, bookings, days }: Journal): string[] {
  const found: string[] = [];
  const attended = new Uint8Array(needs.count), missed = new Uint8Array(needs.count), live = new Uint8Array(needs.count);
  const slots = new Map<number, { server: number; startsAt: number; taken: boolean }>();
  const consultations: { server: number; from: number; to: number; need: number }[] = [];
  for (let row = 0; row < bookings.count; row++) {
    const need = bookings.need[row]!, state = bookings.state[row]!, slot = bookings.slot[row]!, server = bookings.server[row]!;
    const [made, starts, ended] = [bookings.madeAt[row]!, bookings.startsAt[row]!, bookings.endedAt[row]!];
    const say = (what: string): number => found.push(`booking ${row} (need ${need}, state ${state}): ${what}`);
    if (state > SENT_HOME) say("unknown state");
    if (Number.isNaN(ended) !== (state === BOOKED)) say(`ended at ${ended}`);
    if (!(made <= starts) || ended < made || ended >= days * DAY) say(`made at ${made} for ${starts}, ended at ${ended}`);
    if (made < needs.arrivesAt[need]!) say("made before the need arose");
    // Whoever has come is seen or sent home on the day.
    if (state === BOOKED && starts < (days - 1) * DAY) say(`is still booked for ${starts}`);
    if (state === ATTENDED) attended[need]!++;
    if (state === DID_NOT_ATTEND) missed[need]!++;
    if (state === BOOKED) live[need]!++;
    if (state === ATTENDED && ended !== rows.closedAt[need]) say(`attended until ${ended}, but the need closed at ${rows.closedAt[need]}`);
    if (state === ATTENDED && Math.floor(rows.consultedAt[need]! / DAY) < Math.floor(starts / DAY)) say("seen before its day");
    if (state === ATTENDED || (state === BOOKED && !Number.isNaN(rows.consultedAt[need]!))) {
      consultations.push({ server, from: rows.consultedAt[need]!, to: state === ATTENDED ? ended : rows.consultedAt[need]! + rows.consultedMinutes[need]!, need });
    }
    if (slot === -1) continue;
    const known = slots.get(slot);
    const takes = state !== CANCELLED_BY_PRACTICE;
    if (known !== undefined && (known.server !== server || known.startsAt !== starts)) say(`slot ${slot} is another now`);
    if (known?.taken && takes) say(`slot ${slot} is taken twice`);
    slots.set(slot, { server, startsAt: starts, taken: takes || (known?.taken ?? false) });
  }
  for (let need = 0; need < needs.count; need++) {
    const state = rows.state[need]!;
    const clinical = needs.kind[need]! <= PLANNED;
    if (attended[need] !== (clinical && state === MET ? 1 : 0)) found.push(`need ${need} (${needStates[state]}) has ${attended[need]} attended bookings`);
    if (missed[need] !== (state === NOT_ATTENDED ? 1 : 0)) found.push(`need ${need} (${needStates[state]}) has ${missed[need]} missed bookings`);
    if (live[need]! > (clinical && state === OPEN ? 1 : 0)) found.push(`need ${need} (${needStates[state]}) has ${live[need]} live bookings`);
  }
  consultations.sort((a, b) => a.server - b.server || a.from - b.from);
  for (let i = 1; i < consultations.length; i++) {
    const [one, next] = [consultations[i - 1]!, consultations[i]!];
    if (one.server === next.server && next.from < one.to) found.push(`clinician ${one.server} sees need ${one.need} until ${one.to} and need ${next.need} from ${next.from}`);
  }
  return found;
}

/** A job has one end, of those that its kind has, and lasted at least as long as the work on it. */
export function inJobs({ needs, items }: Demand, { jobs, practices, days }: Journal): string[] {
  const found: string[] = [];
  for (let job = 0; job < jobs.count; job++) {
    const kind = jobs.kind[job]!, state = jobs.state[job]!, subject = jobs.subject[job]!;
    const [arrived, ended, minutes] = [jobs.arrivedAt[job]!, jobs.endedAt[job]!, jobs.minutes[job]!];
    const say = (what: string): number => found.push(`job ${job} (${jobKinds[kind]}, subject ${subject}, state ${state}): ${what}`);
    if (!(ENDS[kind] ?? TASK_ENDS).includes(state)) say("is no end for it");
    if (Number.isNaN(ended) !== (state === WAITING)) say(`ended at ${ended}`);
    if (!(arrived >= 0 && arrived < days * DAY) || ended < arrived || ended >= days * DAY) say(`from ${arrived} to ${ended}`);
    if (!(minutes >= 0 && minutes < Infinity)) say(`takes ${minutes} minutes`);
    if (isWorkedOn(state) && ended - arrived < minutes - ROUNDING) say(`took ${minutes} minutes between ${arrived} and ${ended}`);
    if (jobs.role[job]! >= roles.length || jobs.practice[job]! >= practices) say("is nobody's");
    if (jobs.dueAt[job] !== Infinity && ![URGENT_REFERRAL, RETURN_TASK, PAYROLL_TASK].includes(kind)) say("has a date");
    if (jobs.calledBack[job] === 1 && kind !== CALL) say("nobody is to be called back");
    if (ABOUT_ITEMS.includes(kind)) {
      if (subject === NO_SUBJECT ? kind !== PRESCRIPTION_TASK : items.practice[subject] !== jobs.practice[job]) say("is about no item of the practice");
    } else if (needs.practice[subject] !== jobs.practice[job]) say("is about no need of the practice");
    else if (arrived < needs.arrivesAt[subject]!) say("comes before its need");
  }
  return found;
}

function isWorkedOn(state: number): boolean {
  return state === SERVED || state === TURNED_AWAY || state === DECLINED || state === ON_PAPER || state === DONE;
}

/** Every item that has come in is one task from the moment it came; a letter for action is a second one from the moment it was filed. */
export function inItems({ needs, items }: Demand, { needs: rows, jobs, days }: Journal): string[] {
  const found: string[] = [];
  const tasks = new Int32Array(items.count), actions = new Int32Array(items.count);
  const filed = new Float64Array(items.count).fill(NaN);
  let asked = 0;
  for (let job = 0; job < jobs.count; job++) {
    const kind = jobs.kind[job]!, item = jobs.subject[job]!;
    if (!ABOUT_ITEMS.includes(kind)) continue;
    if (item === NO_SUBJECT) {
      asked++;
      continue;
    }
    if (kind === ACTION_TASK) {
      actions[item]!++;
      if (jobs.arrivedAt[job] !== filed[item]) found.push(`item ${item} is for action from ${jobs.arrivedAt[job]}, filed at ${filed[item]}`);
      continue;
    }
    tasks[item]!++;
    const whose = items.kind[item];
    const expected = whose === RESULT && items.urgent[item] === 1 ? URGENT_RESULT : TASK_OF[whose!];
    if (kind !== expected) found.push(`item ${item} of kind ${whose} is a ${jobKinds[kind]}`);
    if (jobs.dueAt[job] !== items.dueAt[item]) found.push(`item ${item} is due at ${items.dueAt[item]}, its task at ${jobs.dueAt[job]}`);
    if (jobs.arrivedAt[job] !== items.arrivesAt[item]) found.push(`item ${item} comes at ${items.arrivesAt[item]}, its task at ${jobs.arrivedAt[job]}`);
    if (kind === LETTER_TASK && jobs.state[job] === DONE) filed[item] = jobs.endedAt[job]!;
  }
  for (let item = 0; item < items.count; item++) {
    if (tasks[item] !== (items.arrivesAt[item]! < days * DAY ? 1 : 0)) found.push(`item ${item} is ${tasks[item]} tasks`);
    if (actions[item]! > 1) found.push(`item ${item} is for action ${actions[item]} times`);
  }
  let granted = 0;
  for (let need = 0; need < needs.count; need++) if (needs.kind[need] === PRESCRIPTION && rows.state[need] === MET) granted++;
  if (asked !== granted) found.push(`${granted} prescriptions were asked for in a contact, ${asked} came of it`);
  return found;
}

/**
 * What was taken on paper is one task from then on; a consultation without full records leaves one note when it ends, one with them a note at most where its
 * entry was lost, and a note is entered once; a prescription that was put off is one task, any other is issued when the consultation ends.
 */
export function inPaper({ needs }: Demand, { needs: rows, jobs }: Journal): string[] {
  const found: string[] = [];
  const open = new Map<string, number>();
  const read = new Set<string>();
  const notes = new Uint8Array(needs.count), late = new Uint8Array(needs.count), referrals = new Uint8Array(needs.count);
  for (let job = 0; job < jobs.count; job++) {
    const kind = jobs.kind[job]!, subject = jobs.subject[job]!, ended = jobs.endedAt[job]!, arrived = jobs.arrivedAt[job]!;
    const say = (what: string): number => found.push(`job ${job} (${jobKinds[kind]}) of need ${subject}: ${what}`);
    const count = (key: string, by: number): unknown => open.set(key, (open.get(key) ?? 0) + by);
    if (jobs.state[job] === ON_PAPER) count(`${subject} ${needs.kind[subject]! <= PLANNED ? PAPER_REQUEST : PAPER_QUERY} at ${ended}`, 1);
    if (kind === TRIAGE && jobs.state[job] === DONE) read.add(`${subject} ${PAPER_REQUEST} at ${ended}`);
    if (kind === PAPER_REQUEST || kind === PAPER_QUERY) count(`${subject} ${kind} at ${arrived}`, -1);
    if (kind === NOTE) {
      notes[subject]!++;
      if (!(arrived >= rows.closedAt[subject]!)) say(`is to be typed in from ${arrived}, of a consultation that ends at ${rows.closedAt[subject]}`);
      if (!Object.is(rows.enteredAt[subject]!, ended)) say(`ended at ${ended}, entered at ${rows.enteredAt[subject]}`);
      if (jobs.state[job] === DONE && rows.entryMinutes[subject] !== jobs.minutes[job]) say(`took ${jobs.minutes[job]} minutes, and ${rows.entryMinutes[subject]} by the need`);
    }
    if (kind === DEFERRED_PRESCRIPTION) {
      late[subject]!++;
      if (!Object.is(rows.prescribedAt[subject]!, ended)) say(`ended at ${ended}, prescribed at ${rows.prescribedAt[subject]}`);
    }
    if (kind === REFERRAL || kind === URGENT_REFERRAL) {
      referrals[subject]!++;
      if (arrived !== rows.closedAt[subject]) say(`came at ${arrived}, the consultation ended at ${rows.closedAt[subject]}`);
    }
  }
  // A request that a GP has read is taken down, too, where nobody can book it by then.
  for (const [key, count] of open) if (count !== 0 && !(count === -1 && read.has(key))) found.push(`of need ${key} ${count} is on paper without a task`);
  for (let need = 0; need < needs.count; need++) {
    const isSeen = needs.kind[need]! <= PLANNED && rows.state[need] === MET;
    const say = (what: string): number => found.push(`need ${need} (${needStates[rows.state[need]!]}): ${what}`);
    if (isSeen && rows.records[need] !== FULL_RECORDS ? notes[need] !== 1 : notes[need]! > (isSeen ? 1 : 0)) say(`${notes[need]} notes`);
    if (notes[need] === 0 && !Number.isNaN(rows.enteredAt[need]!)) say("a note was entered that nobody wrote");
    const prescription = rows.prescription[need]!;
    const prescribed = rows.prescribedAt[need]!;
    if (prescription !== NO_PRESCRIPTION && !isSeen) say("a prescription without a consultation");
    if (late[need] !== (prescription === DEFERRED ? 1 : 0)) say(`${late[need]} tasks for prescription ${prescription}`);
    if ((prescription === ELECTRONIC || prescription === BY_HAND) && prescribed !== rows.closedAt[need]) say(`prescribed at ${prescribed}`);
    if (prescription === NO_PRESCRIPTION && !Number.isNaN(prescribed)) say(`none prescribed at ${prescribed}`);
    if (referrals[need]! > (isSeen ? 1 : 0)) say(`${referrals[need]} referrals`);
  }
  return found;
}

/** A need is in one place at a time: with the practice by one contact or one task, or in the diary by one booking. Nothing happens to it once it is closed. */
export function inPlaces({ needs: rows, bookings, jobs }: Journal): string[] {
  const found: string[] = [];
  const from: number[] = [], to: number[] = [], whose: number[] = [];
  for (let job = 0; job < jobs.count; job++) if (MOVING.includes(jobs.kind[job]!)) add(jobs.subject[job]!, jobs.arrivedAt[job]!, jobs.endedAt[job]!);
  for (let row = 0; row < bookings.count; row++) add(bookings.need[row]!, bookings.madeAt[row]!, bookings.endedAt[row]!);
  const order = Int32Array.from(from.keys()).sort((a, b) => whose[a]! - whose[b]! || from[a]! - from[b]! || to[a]! - to[b]!);
  for (let i = 0; i < order.length; i++) {
    const place = order[i]!;
    const need = whose[place]!;
    const closed = rows.closedAt[need]!;
    if (to[place]! > (Number.isNaN(closed) ? Infinity : closed)) found.push(`need ${need} (${needStates[rows.state[need]!]}) closed at ${closed}, and is still somewhere from ${from[place]} to ${to[place]}`);
    const next = order[i + 1];
    if (next !== undefined && whose[next] === need && from[next]! < to[place]!) found.push(`need ${need} is in two places: from ${from[place]} to ${to[place]}, and from ${from[next]}`);
  }
  return found;

  function add(need: number, since: number, until: number): void {
    whose.push(need);
    from.push(since);
    to.push(Number.isNaN(until) ? Infinity : until);
  }
}

/**
 * Minutes worked are those of the work that was done, by role and activity, and none is negative; those outside rostered time are part of them. Where it is
 * known who is rostered, nobody works for longer without its being overtime.
 */
export function inTime(journal: Journal): string[] {
  const found: string[] = [];
  const { needs: rows, bookings, jobs, worked, overtime, rostered, practices, days } = journal;
  const isRostered = rostered.some((minutes) => minutes > 0);
  const sums = (): Float64Array => new Float64Array(roles.length * activities.length);
  // A caller cut off has been talked to, one dropped from the queue has not: the journal does not tell them apart, so these bound the sum from above alone.
  const [booked, done, perhaps] = [sums(), sums(), sums()];
  for (let place = 0; place < practices; place++) {
    for (let day = 0; day < days; day++) {
      for (let role = 0; role < roles.length; role++) {
        let all = 0;
        for (let activity = 0; activity < activities.length; activity++) {
          const minutes = worked[workedIndex(journal, place, day, role, activity)]!;
          if (!(minutes >= 0)) found.push(`practice ${place}, day ${day}, role ${role}: ${minutes} minutes of ${activities[activity]}`);
          booked[role * activities.length + activity]! += minutes;
          all += minutes;
        }
        const index = (place * days + day) * roles.length + role;
        if (!(overtime[index]! >= 0 && overtime[index]! <= all + ROUNDING)) found.push(`practice ${place}, day ${day}, role ${role}: ${overtime[index]} minutes of overtime in ${all}`);
        if (isRostered && all > rostered[index]! + rostered[(practices * days + day) * roles.length + role]! + overtime[index]! + reliefOf(role)) {
          found.push(`practice ${place}, day ${day}, role ${role}: ${all} minutes worked, ${rostered[index]} rostered, ${overtime[index]} of overtime`);
        }
      }
    }
  }
  // A same-day patient may be seen by another role than asked for: consultations of all are compared together, as those of the first.
  for (let row = 0; row < bookings.count; row++) if (bookings.state[row] === ATTENDED) done[CONSULTING]! += rows.consultedMinutes[bookings.need[row]!]!;
  for (let role = 1; role < 3; role++) {
    booked[CONSULTING]! += booked[role * activities.length + CONSULTING]!;
    booked[role * activities.length + CONSULTING] = 0;
  }
  for (let job = 0; job < jobs.count; job++) {
    const kind = jobs.kind[job]!;
    const activity = kind <= AT_DESK || kind === CHECK_IN ? CONTACT : kind === NOTE ? TYPING_IN : TASK;
    const at = jobs.role[job]! * activities.length + activity;
    if (isWorkedOn(jobs.state[job]!)) done[at]! += jobs.minutes[job]!;
    else if (jobs.state[job] === NOT_CONNECTED) perhaps[at]! += jobs.minutes[job]!;
  }
  booked.forEach((minutes, at) => {
    if (minutes < done[at]! - ROUNDING || minutes > done[at]! + perhaps[at]! + ROUNDING) {
      found.push(`${roles[Math.floor(at / activities.length)]}: ${minutes} minutes of ${activities[at % activities.length]} booked, ${done[at]} to ${done[at]! + perhaps[at]!} done`);
    }
  });
  return found;
}

/** What a job cannot be begun without; nothing for kinds that do not stand here. */
const WITH: Readonly<Record<number, Capability>> = {
  [RESULT_TASK]: "seeResults", [URGENT_RESULT]: "seeResults", [LETTER_TASK]: "receiveDocuments", [ACTION_TASK]: "seeRecords", [PRESCRIPTION_TASK]: "prescribeElectronically",
  [DEFERRED_PRESCRIPTION]: "prescribeElectronically", [INVITATION]: "book", [REBOOKING]: "book", [PAPER_REQUEST]: "book", [REFERRAL]: "refer", [NOTE]: "writeRecords", [PAPER_QUERY]: "seeRecords",
  [REPORT_TASK]: "seeRecords", [URGENT_REFERRAL]: "refer", [RETURN_TASK]: "sendReturns", [PAYROLL_TASK]: "runPayroll",
};

/** Nothing is done with what is not there: by place, what the practice goes through in this arm. */
export function inCapabilities({ needs }: Demand, { needs: rows, bookings, jobs }: Journal, histories: readonly History[]): string[] {
  const found: string[] = [];
  // Whoever had begun to book when the system went is let finish: need and time.
  const finished = new Set<string>();
  for (let job = 0; job < jobs.count; job++) {
    const kind = jobs.kind[job]!, state = jobs.state[job]!, place = jobs.practice[job]!;
    const say = (what: string): number => found.push(`job ${job} (${jobKinds[kind]}, state ${state}) from ${jobs.arrivedAt[job]} to ${jobs.endedAt[job]}: ${what}`);
    if (WITH[kind] !== undefined && state === DONE && mostAround(WITH[kind], place, jobs.endedAt[job]! - jobs.minutes[job]!) < 0.5) say(`begun without ${WITH[kind]}`);
    if (state === DONE && WITH[kind] === "book") finished.add(`${jobs.subject[job]} ${jobs.endedAt[job]}`);
    if (kind === CALL && state === IN_MENU && mostAround("telephone", place, jobs.endedAt[job]!) === 0) say("on a dead line");
    if (kind === CALL && isWorkedOn(state) && goneWithin("telephone", place, jobs.endedAt[job]! - jobs.minutes[job]!, jobs.endedAt[job]!)) say("on a dead line");
    if (kind === ONLINE_REQUEST && state !== NOT_CONNECTED && mostAround("takeOnlineRequests", place, jobs.arrivedAt[job]!) === 0) say("through a dead tool");
  }
  for (let row = 0; row < bookings.count; row++) {
    const [made, need] = [bookings.madeAt[row]!, bookings.need[row]!];
    // The day's list goes on with pen and paper.
    const isAhead = Math.floor(bookings.startsAt[row]! / DAY) > Math.floor(made / DAY);
    if (isAhead && mostAround("book", needs.practice[need]!, made) === 0 && !finished.has(`${need} ${made}`)) found.push(`booking ${row} of need ${need} was made at ${made}, when nobody could book`);
  }
  for (let need = 0; need < needs.count; need++) {
    if (Number.isNaN(rows.consultedAt[need]!)) continue;
    const place = needs.practice[need]!;
    const [from, to] = [rows.consultedAt[need]!, rows.closedAt[need]!];
    const say = (what: string): number => found.push(`need ${need}, seen from ${from} to ${to}: ${what}`);
    if (rows.records[need] === FULL_RECORDS && Math.min(mostAround("seeRecords", place, from), mostAround("writeRecords", place, from)) === 0) say("with records that nobody had");
    if (rows.records[need] !== FULL_RECORDS && Math.min(leastAround("seeRecords", place, from), leastAround("writeRecords", place, from)) === 1) say("without records that everybody had");
    if (rows.prescription[need] === ELECTRONIC && mostAround("prescribeElectronically", place, to) === 0) say("prescribed electronically, which nobody could");
    if (rows.prescription[need] === ELECTRONIC && rows.records[need] !== FULL_RECORDS) say("prescribed electronically without a record to write it in");
    if (rows.prescription[need]! > ELECTRONIC && rows.records[need] === FULL_RECORDS && leastAround("prescribeElectronically", place, to) === 1) say("not prescribed electronically, which everybody could");
    if (goneWithin("writeRecords", place, from, to) && rows.records[need] === FULL_RECORDS && !(rows.entryMinutes[need]! > 0)) say("its entry outlived the system");
  }
  return found;

  function stepsOf(capability: Capability, place: number): History["capabilities"][number] {
    return histories[place]!.capabilities[capabilities.indexOf(capability)]!;
  }

  /** Whether it was gone at some moment between two times, the first of them apart. */
  function goneWithin(capability: Capability, place: number, after: number, before: number): boolean {
    const { times, level } = stepsOf(capability, place);
    return times.some((time, step) => level[step] === 0 && time < before - ROUNDING && after + ROUNDING < (times[step + 1] ?? Infinity));
  }

  // What happens at the very moment of a change may come before it or after it.
  function mostAround(capability: Capability, place: number, time: number): number {
    return Math.max(levelAt(stepsOf(capability, place), time - ROUNDING), levelAt(stepsOf(capability, place), time + ROUNDING));
  }

  function leastAround(capability: Capability, place: number, time: number): number {
    return Math.min(levelAt(stepsOf(capability, place), time - ROUNDING), levelAt(stepsOf(capability, place), time + ROUNDING));
  }
}

/** Whoever is to be seen still stands in the diary, waits for somebody, or was last dealt with on one of the last four working days; advice alone leaves no trace. */
export function inFuture({ demand: { needs }, period }: Pair, { needs: rows, bookings, jobs, days }: Journal): string[] {
  let lastDay = days;
  for (let count = 0; count < 4 && lastDay > 0; count++) do lastDay--; while (lastDay > 0 && !isWorkingDay(firstDay(period) + lastDay));
  const isLookedAfter = new Uint8Array(needs.count);
  for (let row = 0; row < bookings.count; row++) if (bookings.state[row] === BOOKED || bookings.endedAt[row]! >= lastDay * DAY) isLookedAfter[bookings.need[row]!] = 1;
  for (let job = 0; job < jobs.count; job++) {
    if (MOVING.includes(jobs.kind[job]!) && (jobs.state[job] === WAITING || jobs.endedAt[job]! >= lastDay * DAY)) isLookedAfter[jobs.subject[job]!] = 1;
  }
  const found: string[] = [];
  for (let need = 0; need < needs.count; need++) {
    if (rows.state[need] === OPEN && isLookedAfter[need] === 0 && needs.arrivesAt[need]! < days * DAY) found.push(`need ${need} is forgotten`);
  }
  return found;
}

/** Nobody has less than no work open. */
export function inOpenWork(pair: Pair, journal: Journal): string[] {
  return openWork(pair, journal).flatMap((places, queue) => places.flatMap((levels, place) => (levels.every((minutes) => minutes >= 0) ? [] : [`queue ${queue} of practice ${place} falls below 0`])));
}

/** Until the arms part they are one. */
export function beforeOnset({ none, outage, onset }: Pair): string[] {
  const found: string[] = [];
  for (let job = 0; job < none.jobs.count && none.jobs.arrivedAt[job]! < onset; job++) {
    const same = (["kind", "subject", "arrivedAt", "practice", "role"] as const).every((column) => none.jobs[column][job] === outage.jobs[column][job]);
    if (!same) found.push(`job ${job} is another in each arm`);
  }
  for (let row = 0; row < none.bookings.count && none.bookings.madeAt[row]! < onset; row++) {
    if (none.bookings.need[row] !== outage.bookings.need[row] || none.bookings.startsAt[row] !== outage.bookings.startsAt[row]) found.push(`booking ${row} is another in each arm`);
  }
  return found;
}

/** Minutes that those at desks may work beyond the half hours for which they are there, since whoever is relieved finishes first; clinicians' overruns are overtime. */
function reliefOf(role: number): number {
  return role < 3 ? ROUNDING : 21 * 15;
}
