/**
 * A practice of a small model that several engines have been measured on, with the engine's public API: callers who give up, receptionists, clinicians
 * who see patients before tasks, and an outage on the third day that slows consultations and leaves notes to type in afterwards.
 */
import {
  cancel, create, createArrivals, createCalendar, createEntities, createProfile, createQueues, createResources, createTally, createVariates, dequeue, dispose,
  enqueue, exponential, handOver, lognormal, next, nextArrival, NOBODY, record, renege, run, schedule, scheduleTimer, seize, stream, tabulated, uniformBetween,
} from "outagelab/engine";

const CALL = 0;
const GIVE_UP = 1;
const HANDLED = 2;
const CONSULTED = 3;
const TASK_DONE = 4;
const SYSTEM_RETURNS = 5;
const NIGHT = 6;

const RECEPTION = 0;
const CLINICIANS = 1;
const PATIENT = 0;
const TASK = 1;

const DAY = 630;
const OUTAGE_FROM = 2 * DAY + 120;
const OUTAGE_TO = 2 * DAY + 480;

// Minutes.
const callsPerMinute = createProfile([0, 120, 240, 360, 480, DAY], [0.9, 0.55, 0.45, 0.45, 0.25]);
const handling = tabulated(lognormal(3, 2));
const consultation = tabulated(lognormal(12, 8));
const task = tabulated(lognormal(5, 3));
const note = tabulated(lognormal(6, 3));

export function createTotals(days) {
  return { calls: 0, gaveUp: 0, callWaits: createTally(), consultationWaits: createTally(), duringOutage: 0, openTasks: new Float64Array(days), events: 0 };
}

/** Simulates one practice for so many working days, one after the other without nights, and adds what it observes to `totals`. */
export function simulatePractice(practice, days, seed, totals) {
  const calendar = createCalendar(64);
  const staff = createResources([3, 4], 2, 256);
  const heldBack = createQueues(1, 1, 256);
  const entities = createEntities({ since: Float64Array, minutes: Float64Array, patience: Float64Array, isTask: Uint8Array, isOnPaper: Uint8Array }, 256);
  const variates = (distribution, purpose) => createVariates(distribution, stream(seed, practice, purpose));
  const calls = createArrivals(callsPerMinute, stream(seed, practice, "calls"));
  const patience = variates(exponential(6), "patience");
  const handlingMinutes = variates(handling, "handling");
  const wantsDoctor = variates(uniformBetween(0, 1), "wants a doctor");
  const consultationMinutes = variates(consultation, "consultation");
  const taskMinutes = variates(task, "task");
  const noteMinutes = variates(note, "note");
  let openTasks = 0;
  let day = 0;

  function answer(caller) {
    record(totals.callWaits, calendar.now - entities.since[caller]);
    schedule(calendar, calendar.now + next(handlingMinutes), HANDLED, caller);
  }

  function work(subject) {
    if (entities.isTask[subject] === 1) return schedule(calendar, calendar.now + entities.minutes[subject], TASK_DONE, subject);
    record(totals.consultationWaits, calendar.now - entities.since[subject]);
    const inOutage = calendar.now >= OUTAGE_FROM && calendar.now < OUTAGE_TO;
    entities.isOnPaper[subject] = inOutage ? 1 : 0;
    if (inOutage) totals.duringOutage++;
    schedule(calendar, calendar.now + next(consultationMinutes) * (inOutage ? 1.25 : 1), CONSULTED, subject);
  }

  function leaveTask(minutes) {
    const added = create(entities);
    entities.isTask[added] = 1;
    entities.minutes[added] = minutes;
    openTasks++;
    return added;
  }

  function offer(added) {
    if (seize(staff, calendar, CLINICIANS, added, TASK)) work(added);
  }

  /** A clinician is free: the next patient, or where none waits the oldest task. */
  function goOn() {
    const subject = handOver(staff, calendar, CLINICIANS);
    if (subject !== NOBODY) work(subject);
  }

  const handlers = [];

  handlers[CALL] = () => {
    schedule(calendar, nextArrival(calls), CALL, 0);
    totals.calls++;
    const caller = create(entities);
    entities.isTask[caller] = 0;
    entities.since[caller] = calendar.now;
    if (seize(staff, calendar, RECEPTION, caller)) answer(caller);
    else entities.patience[caller] = scheduleTimer(calendar, calendar.now + next(patience), GIVE_UP, caller);
  };

  handlers[GIVE_UP] = (caller) => {
    totals.gaveUp++;
    renege(staff, calendar, caller);
    dispose(entities, caller);
  };

  handlers[HANDLED] = (caller) => {
    if (next(wantsDoctor) < 0.4) {
      entities.since[caller] = calendar.now;
      if (seize(staff, calendar, CLINICIANS, caller, PATIENT)) work(caller);
    } else dispose(entities, caller);
    const waiting = handOver(staff, calendar, RECEPTION);
    if (waiting === NOBODY) return;
    cancel(calendar, entities.patience[waiting]);
    answer(waiting);
  };

  handlers[CONSULTED] = (patient) => {
    const onPaper = entities.isOnPaper[patient] === 1;
    dispose(entities, patient);
    offer(leaveTask(next(taskMinutes)));
    if (onPaper) {
      const typing = leaveTask(next(noteMinutes));
      if (calendar.now < OUTAGE_TO) enqueue(heldBack, 0, typing);
      else offer(typing);
    }
    goOn();
  };

  handlers[TASK_DONE] = (done) => {
    openTasks--;
    dispose(entities, done);
    goOn();
  };

  handlers[SYSTEM_RETURNS] = () => {
    for (let typing = dequeue(heldBack, 0); typing !== NOBODY; typing = dequeue(heldBack, 0)) offer(typing);
  };

  handlers[NIGHT] = () => {
    totals.openTasks[day++] += openTasks;
    if (day < days) schedule(calendar, (day + 1) * DAY, NIGHT, 0);
  };

  schedule(calendar, nextArrival(calls), CALL, 0);
  schedule(calendar, OUTAGE_TO, SYSTEM_RETURNS, 0);
  schedule(calendar, DAY, NIGHT, 0);
  // A moment longer, so that the last night is within it.
  run(calendar, days * DAY + 1e-9, handlers);
  totals.events += calendar.sequence - calendar.size;
}
