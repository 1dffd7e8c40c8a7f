import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  admit, beginService, cancel, copyState, create, createArrivals, createCalendar, createEntities, createLevel, createProfile, createResources, createServices,
  createTally, createVariates, dispose, draw, endService, exponential, followTimetable, gamma, isPending, loadState, mixture, next, nextArrival, NOBODY, preempt,
  record, release, renege, reschedule, run, saveState, schedule, scheduleTimer, seize, setLevel, stop, stream, tabulated, uniform, weibull, withdraw,
  type Fate,
} from "../../src/engine/index.js";

const ARRIVE = 0;
const SIGNED_IN = 1;
const GIVE_UP = 2;
const TREATED = 3;
const CHANGE = 4;

const DESKS = 0;
const DOCTORS = 1;

const FATES: readonly Fate[] = ["resume", "resume", "repeat", "lost"];
const rotas = [createProfile([0, 6, 18, 24], [1, 3, 1]), createProfile([0, 7, 12, 20.5, 24], [1, 3, 2, 0])];

/**
 * A clinic that uses every part of the kernel: callers sign in at desks and may give up, the urgent among them interrupt the doctors' other work, which is
 * then done later, again or by no one, and both desks and doctors follow a rota. All columns begin so small that they grow.
 */
function open(seed: number) {
  const clinic = {
    calendar: createCalendar(2),
    resources: createResources([0, 0], 2, 2),
    services: createServices(2, 2),
    people: createEntities({ arrivedAt: Float64Array, patience: Float64Array, urgent: Uint8Array }, 2),
    arrivals: createArrivals(createProfile([0, 8, 17, 24], [2, 6, 3]), stream(seed, "arrivals")),
    signingIn: createVariates(exponential(0.4), stream(seed, "desks")),
    treatment: createVariates(mixture([3, 1], [tabulated(gamma(0.3, 0.2)), weibull(2, 0.9)]), stream(seed, "doctors")),
    patience: createVariates(exponential(0.6), stream(seed, "patience")),
    coins: stream(seed, "coins"),
    waits: createTally(),
    present: createLevel(),
    count: { came: 0, gaveUp: 0, interrupted: 0, lost: 0, treated: 0 },
  };
  schedule(clinic.calendar, nextArrival(clinic.arrivals), ARRIVE, 0);
  for (const resource of [DESKS, DOCTORS]) followTimetable(clinic.resources, clinic.calendar, resource, rotas[resource]!, CHANGE);
  return clinic;
}

type Clinic = ReturnType<typeof open>;

/** Lets the clinic go on until a time, or until so many events have happened. */
function goOn(clinic: Clinic, until: number, events = Infinity): void {
  const { calendar, resources, services, people, count } = clinic;
  let left = events;
  const leave = (person: number): void => {
    dispose(people, person);
    setLevel(clinic.present, people.present, calendar.now);
  };
  const begin: ((person: number) => void)[] = [
    (person) => {
      cancel(calendar, people.patience[person]!);
      schedule(calendar, calendar.now + next(clinic.signingIn), SIGNED_IN, person);
    },
    (person) => beginService(services, calendar, DOCTORS, person, next(clinic.treatment), TREATED, people.urgent[person] === 1 ? 0 : 1),
  ];
  const admitAll = (resource: number): void => {
    for (let person = admit(resources, calendar, resource); person !== NOBODY; person = admit(resources, calendar, resource)) begin[resource]!(person);
  };
  const interruptedBy = (person: number): void => {
    const fate = FATES[draw(clinic.coins) & 3]!;
    const interrupted = person === NOBODY
      ? withdraw(services, resources, calendar, DOCTORS, fate)
      : preempt(services, resources, calendar, DOCTORS, person, 0, fate);
    if (interrupted === NOBODY) return;
    count.interrupted++;
    if (fate === "lost") {
      count.lost++;
      leave(interrupted);
    }
    if (person !== NOBODY) begin[DOCTORS]!(person);
  };
  const handlers: ((subject: number) => void)[] = [];
  handlers[ARRIVE] = () => {
    const person = create(people);
    count.came++;
    setLevel(clinic.present, people.present, calendar.now);
    people.arrivedAt[person] = calendar.now;
    people.urgent[person] = uniform(clinic.coins) < 0.3 ? 1 : 0;
    people.patience[person] = -1;
    if (seize(resources, calendar, DESKS, person)) begin[DESKS]!(person);
    else people.patience[person] = scheduleTimer(calendar, calendar.now + next(clinic.patience), GIVE_UP, person);
    // Whoever has the number behind, if still waiting, takes heart from the one who comes.
    const other = (person + 1) % people.patience.length;
    const timer = people.patience[other]!;
    if (isPending(calendar, timer)) people.patience[other] = reschedule(calendar, timer, calendar.now + next(clinic.patience));
    schedule(calendar, nextArrival(clinic.arrivals), ARRIVE, 0);
  };
  handlers[GIVE_UP] = (person) => {
    renege(resources, calendar, person);
    count.gaveUp++;
    leave(person);
  };
  handlers[SIGNED_IN] = (person) => {
    record(clinic.waits, calendar.now - people.arrivedAt[person]!);
    release(resources, calendar, DESKS);
    admitAll(DESKS);
    const urgent = people.urgent[person] === 1;
    if (seize(resources, calendar, DOCTORS, person, urgent ? 0 : 1)) begin[DOCTORS]!(person);
    else if (urgent) interruptedBy(person);
  };
  handlers[TREATED] = (person) => {
    count.treated++;
    endService(services, person);
    release(resources, calendar, DOCTORS);
    leave(person);
    admitAll(DOCTORS);
  };
  handlers[CHANGE] = (resource) => {
    followTimetable(resources, calendar, resource, rotas[resource]!, CHANGE);
    while (resource === DOCTORS && resources.busy[resource]! > resources.servers[resource]!) interruptedBy(NOBODY);
    admitAll(resource);
  };
  run(calendar, until, handlers.map((handler) => (subject: number) => {
    handler(subject);
    if (--left === 0) stop(calendar);
  }));
}

const END = 72;
/** By time, or by number of events, where the last event has left its gap and others of its time may be to come. */
const moment = fc.oneof(
  fc.double({ min: 0, max: END, noNaN: true }).map((until) => ({ until, events: Infinity })),
  fc.integer({ min: 1, max: 600 }).map((events) => ({ until: END, events })),
);

/** The same to the last bit, -0 and 0 told apart; asked first in a way that takes a hundredth of the time. */
function expectSame(state: object, expected: object): void {
  if (!isDeepStrictEqual(state, expected)) expect(state).toStrictEqual(expected);
  expect(isDeepStrictEqual(state, expected)).toBe(true);
}

test("everything there is to a clinic happens in the run that is forked and saved below", () => {
  const clinic = open(1);
  goOn(clinic, END);
  const { count, people, calendar } = clinic;
  expect(count.came).toBeGreaterThan(200);
  for (const often of [count.treated, count.interrupted, count.gaveUp, clinic.waits.count]) expect(often).toBeGreaterThan(20);
  expect(count.lost).toBeGreaterThan(5);
  expect(count.came - count.gaveUp - count.lost - count.treated).toBe(people.present);
  expect([people.numbers.length > 2, calendar.times.length > 2]).toEqual([true, true]);
});

test("a fork and a replay have the same future, to the last bit", () => {
  fc.assert(fc.property(fc.integer(), moment, (seed, { until, events }) => {
    const straight = open(seed);
    goOn(straight, END);
    const original = open(seed);
    goOn(original, until, events);
    const fork = copyState(original);
    const intoBlank = copyState(original, open(seed + 1));
    for (const each of [fork, intoBlank]) expectSame(each, original);
    // One after the other, so that memory they shared would show.
    for (const each of [original, fork, intoBlank]) {
      goOn(each, END);
      expectSame(each, straight);
    }
  }), { seed: 1, numRuns: 40 });
});

test("a saved state goes on, in an object that was made elsewhere, as the original does, to the last bit", () => {
  fc.assert(fc.property(fc.integer(), moment, (seed, { until, events }) => {
    const original = open(seed);
    goOn(original, until, events);
    const saved = saveState(original);
    const loaded = loadState(saved, open(seed + 1));
    expectSame(loaded, original);
    goOn(original, END);
    goOn(loaded, END);
    expectSame(loaded, original);
    expect(Buffer.compare(saveState(loaded), saveState(original))).toBe(0);
    // Nothing of what has happened since has reached the bytes.
    const again = loadState(saved, open(seed + 2));
    expect(Buffer.compare(saveState(again), saved)).toBe(0);
    goOn(again, END);
    expectSame(again, original);
  }), { seed: 1, numRuns: 40 });
});

test("what happens to a fork leaves the original as it was", () => {
  const original = open(1);
  goOn(original, 30);
  const kept = copyState(original);
  const fork = copyState(original);
  fork.resources.servers[DOCTORS] = 5;
  goOn(fork, END);
  expectSame(original, kept);
  expect(fork.count.treated).toBeGreaterThan(original.count.treated);
});

test("a timer stands for its event in a fork too, and cancelling it there leaves it in the original", () => {
  const original = createCalendar();
  const timer = scheduleTimer(original, 5, 1, 2);
  const fork = copyState(original);
  expect([cancel(fork, timer), isPending(fork, timer), isPending(original, timer)]).toEqual([true, false, true]);
});

test("of a column of which only the first rows mean anything, these are copied into the blank's, whose others stay as they are", () => {
  const state = { rows: Float64Array.of(1, 2, 3, 4), all: Int32Array.of(5, 6) };
  const blank = { rows: new Float64Array(4).fill(9), all: new Int32Array(2) };
  expect(copyState(state, blank, new Map([[state.rows, 2]]))).toEqual({ rows: Float64Array.of(1, 2, 9, 9), all: Int32Array.of(5, 6) });
  // Without a column to go into, all of it is.
  expect(copyState(state, undefined, new Map([[state.rows, 2]]))).toEqual(state);
});

test("a copy shares no memory, and arrays keep their kind and length", () => {
  const buffer = new ArrayBuffer(16);
  const state = { a: new Uint8Array(buffer, 4, 3).fill(7), nested: { b: Float64Array.of(0.1, NaN) }, n: -0 };
  const copy = copyState(state);
  expect(copy).toEqual(state);
  expect(copy.a).toBeInstanceOf(Uint8Array);
  state.a[0] = 1;
  state.nested.b[0] = 2;
  expect([copy.a[0], copy.nested.b[0]]).toEqual([7, 0.1]);
});

test("what cannot be copied is named", () => {
  expect(() => copyState({ good: 1, nested: { draw: () => 1 } })).toThrow('state "draw" is neither a number, a typed array nor a record of these');
  expect(() => copyState({ list: [1] })).toThrow('state "list"');
  expect(() => copyState({ nothing: null })).toThrow('state "nothing"');
  expect(() => copyState({ name: "clinic" })).toThrow('state "name"');
  expect(() => copyState({ is: true })).toThrow('state "is"');
  expect(() => copyState({ missing: undefined })).toThrow('state "missing"');
});

test.each<object>([new Map([[1, 2]]), new Set([1]), new Date(0), new ArrayBuffer(8), new DataView(new ArrayBuffer(8)), Object(1n)])(
  "%o, which is no record of numbers, is named rather than copied as an empty one", (held) => {
    expect(() => copyState({ good: 1, held })).toThrow(TypeError);
    expect(() => copyState({ good: 1, held })).toThrow('state "held"');
  },
);

test("what stands in a state twice, itself included, is refused, since a copy would hold it as two", () => {
  const calendar = createCalendar();
  expect(() => copyState({ calendar, part: { calendar } })).toThrow('state "calendar" stands in the state twice');
  const one = stream("one");
  expect(() => copyState({ gaps: createVariates(exponential(1), one), works: createVariates(exponential(2), one) })).toThrow('state "stream" stands in the state twice');
  const round: { self?: object } = {};
  round.self = round;
  expect(() => copyState(round)).toThrow('state "self" stands in the state twice');
});
