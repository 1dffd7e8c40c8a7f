/** Simulates one neighbourhood: the common past once, then the twin and each arm. */
import { advance, reach, schedule } from "../engine/calendar.js";
import { createMemory, takeBack, type Memory } from "../engine/memory.js";
import { dequeueFrom } from "../engine/queue.js";
import { DAY } from "../facts/days.js";
import { drawDemand, type Place } from "../demand/draw.js";
import type { Demand } from "../demand/demand.js";
import { inOrder } from "../demand/in-order.js";
import type { Parameters } from "../facts/defaults.js";
import { undisturbed, type History } from "../infrastructure/disruption.js";
import { thirdNextAvailable } from "./access.js";
import { bookBefore, daysBefore } from "./before.js";
import {
  CALL_BACK_OFFERED, CLINICIAN_ENDS, COMES_AGAIN, DAY_BEGINS, DESKS_CHANGE, EVENING_BEGINS, EXTRA_SESSIONS, GIVES_UP, INSTRUCTIONS_CHANGE, JOB_ENDS, PATIENT_ARRIVES,
  ITEM_COMES_IN, NEED_ARISES, PRACTICE_DECIDES, SESSION_BEGINS, SESSION_ENDS, STAFF_LEAVE, SYSTEMS_CHANGE, WEEKEND_BEGINS, careTablesOf, eventKinds, type Care,
} from "./care.js";
import { admit, arrive, beginSession, endSession, finish, passOn, receive, sendHome, serveNext } from "./clinic.js";
import { ask, bookByPractice, giveUp, hangUp, outcomeOf, settleOnReturn, settleTriaged, takeCallBack } from "./contacts.js";
import { callToday } from "./diary.js";
import { beginEvening, openExtraSessions, scheduleExtraSessions } from "./extra-sessions.js";
import { afterGivingUp, close, comeNextDay, nextOpenDay } from "./fate.js";
import { habitsOf, type Habits } from "./habits.js";
import { firstOf, instructionsFor, type Instruction } from "./instructions.js";
import { ABANDONED, AT_DESK, CHECK_IN, DEFERRED_PRESCRIPTION, DONE, INVITATION, LAPSED, LETTER_TASK, NOTE, PAPER_QUERY, PAPER_REQUEST, REBOOKING, TRIAGE, WAITING, type Journal } from "./journal.js";
import { withRoomFor } from "./ordinary.js";
import { noPolicies, type LaterHabits, type Policies } from "./policies.js";
import { HALF_HOURS, OPENS, WORKING_DAYS_A_WEEK, sessionStart } from "./opening.js";
import { planOf, type Plan } from "./plan.js";
import { prescribeLate } from "./prescriptions.js";
import { cancelToday, decide, instructionsChange, scheduleChange, scheduleInstructions, settleAll, systemsChange } from "./response.js";
import { journalOf } from "./record.js";
import { BY_ADMIN, BY_BACK_OFFICE, BY_HANDLER, callersAt, createState, forkOf, type CareState } from "./state.js";
import { settleWays } from "./ways.js";
import { ADMIN, RECEPTION, bookStayers, closeJob, employ, possibleMinutes, sendAway } from "./work.js";

export interface Arms {
  readonly demand: Demand;
  readonly none: Journal;
  readonly outage: Journal;
  /** Events executed in both arms by `eventKinds`, the common past counted once. */
  readonly events: Uint32Array;
}

/** What the time of a neighbourhood goes on: drawing demand, and simulating what its arms have in common, the rest of the twin, and the outage arm. */
export type Phase = "demand" | "past" | "twin" | "outage";

/** A neighbourhood of which nothing has happened yet: by place, what is planned, what patients will need, and how practices are apt to go on. */
export interface Prospect {
  readonly plan: Plan;
  readonly demand: Demand;
  readonly habits: readonly Habits[];
  readonly parameters: Parameters;
}

/** An outage arm: what its practices go through, by place, and the parameters that hold in it, which are those of all arms on ordinary days: see `ordinaryParameters`. */
export interface Course {
  readonly histories: readonly History[];
  readonly parameters: Parameters;
}

/** How practices of an outage arm are apt to go on, and what they are told. */
interface Way extends Course {
  readonly habits: readonly Habits[];
  readonly told: readonly Instruction[];
}

/** The twin of a neighbourhood, and outage arms of it that are simulated one after the other. All lie in the memory that was given, until the next neighbourhood takes it. */
export interface Forks {
  readonly demand: Demand;
  readonly none: Journal;
  /** Events executed in the twin by `eventKinds`. */
  readonly events: Uint32Array;
  /** What `use` makes of each arm, in the order in which they were given. It is called in the order of their partings, and an arm's own journal is there until the next call. To be asked once. */
  readonly each: <T>(use: (arms: Arms, index: number) => T) => T[];
}

/**
 * Both arms of a neighbourhood in one replication; `histories`: what its practices go through, by place. Demand and journals lie in `memory`, until the next ones take it.
 * `ended` hears of the end of each phase.
 */
export function simulateNeighbourhood(place: Place, histories: readonly History[], policies?: Policies, memory?: Memory, ended?: (phase: Phase) => void): Arms {
  return simulateForks(place, [{ histories, parameters: place.parameters }], policies, memory, ended).each((arms) => arms)[0]!;
}

/** As `simulateNeighbourhood`, with any number of outage arms. */
export function simulateForks(place: Place, courses: readonly Course[], policies: Policies = noPolicies, memory = createMemory(), ended: (phase: Phase) => void = () => {}): Forks {
  const { estate, seed, replication } = place;
  const { practices } = estate.neighbourhoods[place.neighbourhood]!;
  takeBack(memory);
  const habitsWith = (parameters: Parameters): Habits[] => practices.map((index) => habitsOf(estate.practices[index]!, parameters, seed, replication));
  const ways = courses.map((course): Way => {
    const habits = habitsWith(course.parameters);
    return { ...course, habits, told: instructionsFor(policies, estate, practices, habits) };
  });
  const plan = planOf({ ...place, parameters: withRoomFor(place.parameters, courses.map(({ parameters }) => parameters)) });
  const prospect = { plan, demand: drawDemand(place, memory), habits: habitsWith(place.parameters), parameters: place.parameters };
  ended("demand");
  return forksOf(prospect, ways, policies.habits, memory, ended);
}

/** Both arms of a prospect; the journals lie in `memory`. */
export function simulateArms(prospect: Prospect, histories: readonly History[], told: readonly Instruction[], later: readonly LaterHabits[], memory?: Memory): Arms {
  return forksOf(prospect, [{ ...prospect, histories, told }], later, memory).each((arms) => arms)[0]!;
}

/**
 * The twin of a prospect, and arms that part from it at the first change of anything that practices go through or are told. One state follows the twin from parting to parting:
 * arms begin with a copy of it, one after the other in the same place, and the last goes on in it. So however many there are, memory holds three states, and one arm needs two.
 */
function forksOf({ plan, demand, habits, parameters }: Prospect, ways: readonly Way[], later: readonly LaterHabits[], memory = createMemory(), ended: (phase: Phase) => void = () => {}): Forks {
  const arrivals = inOrder(demand, memory);
  const arm = ({ histories, told, habits, parameters }: Way, state: CareState): Care =>
    ({ plan, demand, arrivals, habits, parameters, tables: careTablesOf(parameters), histories, instructions: told, later, state, executed: new Uint32Array(eventKinds.length) });
  const ordinary: Way = { histories: habits.map(() => undisturbed), told: [], habits, parameters };
  const twin = arm(ordinary, createState(plan, demand, memory));
  begin(twin);
  const end = plan.days * DAY;
  const parts = ways.map(({ histories, told }) => Math.min(end, firstOf(told), ...histories.flatMap((history) => history.capabilities.map(({ times }) => times[0] ?? end))));
  const inTurn = [...parts.keys()].sort((a, b) => parts[a]! - parts[b]!);
  const first = Math.min(end, ...parts);
  runCare(twin, first);
  ended("past");
  const follower = first === end ? twin : arm(ordinary, forkOf(twin.state, createState(plan, demand, memory)));
  runCare(twin, end);
  ended("twin");
  const none = journalOf(twin);
  const last = inTurn.findLast((index) => parts[index]! < end);
  let copy: CareState | undefined;
  const outageOf = (index: number): Care => {
    runCare(follower, parts[index]!);
    const outage = arm(ways[index]!, index === last ? follower.state : forkOf(follower.state, (copy ??= createState(plan, demand, memory))));
    outage.habits.forEach(({ hasPlan }, at) => {
      outage.state.hasPlan[at] = Number(hasPlan);
      scheduleChange(outage, at, -Infinity);
      scheduleExtraSessions(outage, at);
    });
    scheduleInstructions(outage);
    runCare(outage, end);
    ended("outage");
    return outage;
  };
  return {
    demand, none, events: twin.executed,
    each(use) {
      const made: ReturnType<typeof use>[] = [];
      for (const index of inTurn) {
        const outage = parts[index] === end ? undefined : outageOf(index);
        const events = twin.executed.map((count, kind) => count + (outage?.executed[kind] ?? 0));
        made[index] = use({ demand, none, outage: outage ? journalOf(outage) : none, events }, index);
      }
      return made;
    },
  };
}

/** Fills the diary with what was booked before the first day, and sets the first events. */
export function begin(care: Care): void {
  const { plan, demand: { needs } } = care;
  const before = daysBefore(care);
  const next = needs.firstOf.slice(0, plan.practices);
  for (let place = firstToAsk(care, next); place !== -1; place = firstToAsk(care, next)) {
    const need = next[place]!++;
    // Who has been seen, or found no place in the diary, has nothing to seek before anything is simulated.
    if (!bookBefore(care, before, need)) close(care, need, LAPSED);
  }
  for (let place = 0; place <= plan.practices; place++) scheduleDay(care, place, 0);
}

/** The practice whose next patient is the first to ask before the first day, or -1: of those whom the network sees, no practice's come first. */
function firstToAsk({ plan, demand: { needs } }: Care, next: Int32Array): number {
  let [first, earliest] = [-1, 0];
  for (let place = 0; place < plan.practices; place++) {
    const need = next[place]!;
    if (need === needs.firstOf[place + 1] || !(needs.arrivesAt[need]! < earliest)) continue;
    first = place;
    earliest = needs.arrivesAt[need]!;
  }
  return first;
}

/** Lets everything happen that comes before `until`. What arrives has no place in the calendar: nothing but its time brings it about. */
function runCare(care: Care, until: number): void {
  const { state, arrivals: { times, what }, executed } = care;
  const { calendar } = state;
  for (;;) {
    const time = times[state.arrived]!;
    if (time < until && reach(calendar, time)) {
      const arriving = what[state.arrived++]!;
      executed[arriving >= 0 ? NEED_ARISES : ITEM_COMES_IN]!++;
      if (arriving >= 0) ask(care, arriving);
      else receive(care, -1 - arriving);
    } else if (advance(calendar, until)) {
      executed[calendar.kind]!++;
      dispatch(care, calendar.kind, calendar.subject);
    } else return;
  }
}

function dispatch(care: Care, kind: number, subject: number): void {
  const { state } = care;
  switch (kind) {
    case COMES_AGAIN: return ask(care, subject);
    case GIVES_UP: return giveUp(care, subject);
    case JOB_ENDS: return jobEnds(care, subject);
    case PATIENT_ARRIVES: return arrive(care, subject);
    case CLINICIAN_ENDS: {
      const job = finish(care, subject);
      if (job !== -1) {
        state.jobState[job] = DONE;
        state.jobEndedAt[job] = state.calendar.now;
        taskEnds(care, job);
      }
      return serveNext(care, subject);
    }
    case DAY_BEGINS: return beginDay(care, subject);
    case SESSION_BEGINS: return beginSession(care, subject >> 1, subject & 1);
    case SESSION_ENDS: return endSession(care, subject >> 1);
    case DESKS_CHANGE: return changeDesks(care, subject);
    case SYSTEMS_CHANGE: return systemsChange(care, subject);
    case PRACTICE_DECIDES: return decide(care, subject);
    case STAFF_LEAVE: return leave(care, subject);
    case INSTRUCTIONS_CHANGE: return instructionsChange(care);
    case CALL_BACK_OFFERED: return takeCallBack(care, subject);
    case EXTRA_SESSIONS: return openExtraSessions(care, subject);
    case EVENING_BEGINS: return beginEvening(care, subject);
    case WEEKEND_BEGINS: return settleAll(care);
  }
}

function jobEnds(care: Care, job: number): void {
  if (care.state.jobKind[job]! <= AT_DESK) closeJob(care, job, outcomeOf(care, job));
  else {
    taskEnds(care, job);
    closeJob(care, job, DONE);
  }
}

/** What the end of a task sets going. */
function taskEnds(care: Care, job: number): void {
  const { state } = care;
  const subject = state.jobSubject[job]!;
  switch (state.jobKind[job]) {
    case INVITATION: return bookByPractice(care, subject, false);
    case REBOOKING: return bookByPractice(care, subject, true);
    case PAPER_REQUEST: case PAPER_QUERY: return settleOnReturn(care, subject);
    case TRIAGE: return settleTriaged(care, subject);
    case CHECK_IN: return admit(care, state.bookingOf[subject]!);
    case DEFERRED_PRESCRIPTION: return prescribeLate(care, subject);
    case LETTER_TASK: return passOn(care, subject);
    case NOTE:
      state.enteredAt[subject] = state.calendar.now;
      state.entryMinutes[subject] = state.jobMinutes[job]!;
  }
}

function beginDay(care: Care, place: number): void {
  const { state, plan, parameters } = care;
  const midnight = state.calendar.now;
  const day = Math.floor(midnight / DAY);
  state.helped[place] = 0;
  state.atHub[place] = 0;
  callToday(care, place, day);
  for (let half = 0; half < 1 + plan.open[day]!; half++) {
    const begins = midnight + sessionStart(plan.open[day]!, half, parameters);
    schedule(state.calendar, begins, SESSION_BEGINS, 2 * place + half);
    schedule(state.calendar, begins + parameters.care.sessionMinutes, SESSION_ENDS, 2 * place + half);
  }
  if (plan.open[day] === 0) schedule(state.calendar, midnight + OPENS, WEEKEND_BEGINS, 0);
  if (place < plan.practices) {
    state.access[place * plan.days + day] = thirdNextAvailable(care, place, day);
    schedule(state.calendar, midnight + OPENS, DESKS_CHANGE, place);
  }
  scheduleDay(care, place, day + 1);
}

/** The place's next day from `day` on: of practices those when they are open, of the network every one. */
function scheduleDay(care: Care, place: number, day: number): void {
  const { state, plan } = care;
  const next = place < plan.practices ? nextOpenDay(care, day) : day;
  if (next !== -1 && next < plan.days) schedule(state.calendar, next * DAY, DAY_BEGINS, place);
}

/** Desks are manned anew every half hour; after closing those stay on for whom much is left. */
function changeDesks(care: Care, place: number): void {
  const { state, plan, parameters } = care;
  const { calendar, onDuty } = state;
  const half = Math.round(((calendar.now % DAY) - OPENS) / 30);
  if (half === 0) {
    settleWays(care, place);
    cancelToday(care, place);
  } else for (let pool = 0; pool < 3; pool++) bookStayers(care, place, pool);
  if (half < HALF_HOURS) {
    const at = HALF_HOURS * (WORKING_DAYS_A_WEEK * place + plan.weekday[Math.floor(calendar.now / DAY)]!) + half;
    onDuty[3 * place] = plan.handlers[at]!;
    onDuty[3 * place + BY_BACK_OFFICE] = plan.backOffice[at]!;
    onDuty[3 * place + BY_ADMIN] = plan.admin[at]!;
    schedule(calendar, calendar.now + 30, DESKS_CHANGE, place);
  } else {
    closeDoors(care, place);
    const { overtimeMinutes, overtimeTrigger } = parameters.response;
    for (const [pool, role] of [[BY_BACK_OFFICE, RECEPTION], [BY_ADMIN, ADMIN]] as const) {
      // Whoever is there last; one of them where by then nobody is.
      const staff = Math.max(1, onDuty[3 * place + pool]!);
      onDuty[3 * place + pool] = possibleMinutes(care, place, role) > overtimeTrigger * staff ? staff : 0;
    }
    schedule(calendar, Math.min(calendar.now + 2 * overtimeMinutes, Math.ceil(calendar.now / DAY) * DAY), STAFF_LEAVE, place);
  }
  employAll(care, place);
}

function leave({ state }: Care, place: number): void {
  state.onDuty.fill(0, 3 * place, 3 * place + 3);
}

function employAll(care: Care, place: number): void {
  for (let pool = 0; pool < 3; pool++) employ(care, place, pool);
}

/** Doors and lines close: who waits gives up, and comes again another day or not. */
function closeDoors(care: Care, place: number): void {
  const { state, plan } = care;
  state.onDuty[3 * place + BY_HANDLER] = 0;
  const callers = callersAt(plan, place);
  for (let job = dequeueFrom(state.work, callers, 0); job !== -1; job = dequeueFrom(state.work, callers, 0)) {
    if (state.jobState[job] !== WAITING) continue;
    hangUp(care, job, ABANDONED);
    afterGivingUp(care, state.jobSubject[job]!);
  }
  for (let need = sendAway(care, place, AT_DESK); need !== -1; need = sendAway(care, place, AT_DESK)) comeNextDay(care, need);
  for (let need = sendAway(care, place, CHECK_IN); need !== -1; need = sendAway(care, place, CHECK_IN)) sendHome(care, state.bookingOf[need]!);
}
