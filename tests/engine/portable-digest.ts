/** Numbers from all over the kernel, computed the same way wherever this file runs: in Node, and in a page of a browser. */
import {
  admit, advance, antithetic, beginService, cancel, choice, copyState, create, createArrivals, createCalendar, createEntities, createLevel, createProfile, createQueues,
  createResources, createServices, createTally, createVariates, cumulative, dequeue, dequeueFrom, discrete, dispose, draw, empirical, empiricalTable, endService,
  enqueue, enqueueFirst, exp, exponential, exponentialTable, followTimetable, forgoService, fromTable, gamma, handOver, hash, inverseNormal, isPending, isWaiting, leaveQueue, lengthOf,
  ln, lnUnit, loadState, logGamma, lognormal, lognormalTable, meanLevel, mixture, next, nextArrival, nextEdge, nextTime, NOBODY, normal, normalTable, poisson,
  poissonCount, power, preempt, quantileOf, reach, record, release, renege, reschedule, restartLevel, restartTally, restartUsage, run, saveState, schedule, scheduleTimer,
  seize, setLevel, setServers, skip, stop, stream, tabulated, traced, triangular, truncated, uniform, uniformBetween, unit, usage, valueAt, variate, varianceOf,
  weibull, withdraw, type Distribution,
} from "outagelab/engine";

/** Lists of numbers by what they are of. */
export type Groups = Readonly<Record<string, Float64Array>>;

export function digest(): Groups {
  return { ...mathematics(), ...chance(), ...variates(), ...happenings(), ...simulation() };
}

/** As text, which comes out of a page unharmed: a number itself, such as -0 or the greatest, may not. */
export function encoded(groups: Groups): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, numbers]) => {
    const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
    let text = "";
    for (let from = 0; from < bytes.length; from += 4096) text += String.fromCharCode(...bytes.subarray(from, from + 4096));
    return [name, btoa(text)];
  }));
}

const bits = new DataView(new ArrayBuffer(8));

/** Numbers above 0 with all exponents between two alike, as the machine counts these: 0 for the subnormal, 1023 from 1 up to 2, 2046 for the greatest. */
function floats(count: number, from = 0, to = 2046): number[] {
  return Array.from({ length: count }, (_, i) => {
    const exponent = from + (i % (to - from + 1));
    bits.setUint32(0, (exponent << 20) | (hash(1, from, i) & 0xfffff));
    bits.setInt32(4, hash(1, to, i));
    return bits.getFloat64(0);
  });
}

/** A number and those next to it. */
function around(x: number): number[] {
  return Array.from({ length: 9 }, (_, i) => x * (1 + (i - 4) * 2 ** -52));
}

/** Evenly from `low` up to `high`. */
function grid(count: number, low: number, high: number): number[] {
  return Array.from({ length: count }, (_, i) => low + ((high - low) * i) / count);
}

const opposite = (x: number): number => -x;
const ends = [0, -0, 5e-324, 2.225073858507201e-308, 2.2250738585072014e-308, 0.5, 1, 2, Number.MAX_VALUE, Infinity, -1, -Infinity, NaN];
/** Where `exp` goes over to the next power of two, and halfway between. */
const turns = Array.from({ length: 2200 }, (_, i) => i - 1100).flatMap((k) => around((k / 2) * Math.LN2));
/** Draws: small and great, and the ends of a table's cells. */
const words = [
  ...Array.from({ length: 30_000 }, (_, i) => hash(2, 0, i) >>> (i & 31)), ...Array.from({ length: 20_000 }, (_, i) => hash(2, 1, i)),
  ...Array.from({ length: 32 }, (_, i) => [1 << i, (1 << i) - 1, ~(1 << i)]).flat(), ...Array.from({ length: 512 }, (_, cell) => [(cell << 23) - 1, cell << 23]).flat(),
];

function mathematics(): Groups {
  const near1 = grid(5_000, 1 - 1e-12, 1 + 1e-12);
  const below1 = floats(20_000, 0, 1022);
  const bases = [...floats(20_000), ...floats(20_000, 1021, 1025)];
  const exponents = [...grid(20_000, -1, 1), ...grid(20_000, -300, 300)];
  return {
    ln: Float64Array.from([...floats(30_000), ...floats(5_000, 0, 0), ...floats(20_000, 1021, 1024), ...near1, ...around(1), ...around(Math.SQRT2), ...ends], ln),
    exp: Float64Array.from([...grid(30_000, -750, 715), ...floats(20_000, 960, 1033), ...floats(20_000, 960, 1033).map(opposite), ...turns, ...ends], exp),
    power: Float64Array.from([...bases.map((x, i) => power(x, exponents[i]!)), ...ends.flatMap((x) => ends.map((y) => power(x, y)))]),
    logGamma: Float64Array.from([...floats(30_000), ...grid(20_000, 0, 50), ...floats(5_000, 1030, 1060), ...ends.filter((x) => !(x < 0))], logGamma),
    inverseNormal: Float64Array.from([...below1, ...below1.map((p) => 1 - p), ...grid(20_000, 0, 1), ...around(0.075), ...around(0.925), ...ends], inverseNormal),
    lnUnit: Float64Array.from(words, lnUnit),
    unit: Float64Array.from(words, unit),
  };
}

function chance(): Groups {
  const names: (string | number)[][] = [
    ["a", "b"], ["ab"], [], [""], ["Zoë", "診療所", "🩺"], [7], [0.1, 1e21, -0, 5e-324, NaN], ["engine", 1, "gaps", 2 ** 53], ["x".repeat(1000)],
  ];
  const drawn = names.flatMap((each) => {
    const one = stream(...each);
    const begun = [...one];
    skip(one, 3);
    const other = antithetic(one);
    return [...begun, ...Array.from({ length: 1000 }, () => [draw(one), draw(other), uniform(one)]).flat(), ...one];
  });
  const shares = cumulative([0, 3, 0.1, 7, 1e-9, 2]);
  const table = lognormalTable(12, 9);
  const edges = [-2, 0, 0.1, 5, 5, 100];
  return {
    hash: Float64Array.from(words, (word, i) => hash(word, i, 3)),
    streams: Float64Array.from(drawn),
    shares,
    choice: Float64Array.from(words, (word) => choice(shares, word)),
    poissonCount: Float64Array.from(words.slice(-3000), (word, i) => poissonCount([0.01, 1, 9.5, 700, 9999][i % 5]!, word)),
    lognormalTable: lognormalTable(10, 25),
    exponentialTable: exponentialTable(0.7),
    normalTable: normalTable(-4, 1e-3),
    empiricalTable: empiricalTable(edges, [1, 0.3, 0, 2, 7]),
    fromTable: Float64Array.from(words, (word) => fromTable(table, word)),
  };
}

/** Every distribution there is, and made of each other. */
function distributions(): Record<string, Distribution> {
  const late = empirical([0, 1, 4, 4, 20], [5, 2, 1, 0.5]);
  const skewed = mixture([2, 0.5, 3], [exponential(2), normal(40, 3), gamma(10, 4)]);
  return {
    uniformBetween: uniformBetween(-3, 7.5), exponential: exponential(12.5), triangular: triangular(2, 3.3, 11), normal: normal(-4, 2.5), lognormal: lognormal(10, 25),
    "weibull, falling": weibull(0.7, 3), "weibull, humped": weibull(3.4, 3), "gamma, falling": gamma(2, 5), "gamma, humped": gamma(10, 4),
    "poisson, few": poisson(3.3), "poisson, many": poisson(4000), discrete: discrete([1, 0, 4, 0.2, 11, 3]), empirical: late, mixture: skewed,
    "mixture of mixtures": mixture([1, 1], [skewed, mixture([1, 3], [poisson(4), discrete([1, 2])])]),
    "truncated normal": truncated(normal(0, 1), -0.5, Infinity), "truncated, far out": truncated(normal(0, 1), 6, 7), "truncated gamma": truncated(gamma(10, 4), 8, 13),
    "truncated poisson": truncated(poisson(3.3), 1, 6), "truncated empirical": truncated(late, 0.5, 4), "truncated mixture": truncated(skewed, 1, 41),
    "truncated twice": truncated(truncated(lognormal(10, 25), 1, 50), 2, Infinity),
    "tabulated gamma": tabulated(gamma(2, 5)), "tabulated truncated": tabulated(truncated(weibull(0.7, 3), 0, 9)),
    "truncated tabulated": truncated(tabulated(normal(0, 1)), -2, 2),
  };
}

function variates(): Groups {
  const drawn = words.filter((_, i) => i % 50 === 0 || i > words.length - 200);
  const probabilities = [1e-300, 2 ** -40, ...grid(200, 0.001, 0.999), 1 - 2 ** -40];
  return Object.fromEntries(Object.entries(distributions()).map(([name, of]) => {
    const one = createVariates(of, stream("portable", name));
    const nexts = Array.from({ length: 1000 }, () => next(one));
    return [`distribution: ${name}`, Float64Array.from([...drawn.map((word) => variate(of, word)), ...nexts, ...probabilities.map((p) => quantileOf(of, p))])];
  }));
}

const byDay = createProfile([0, 7.5, 8, 12.1, 18, 24], [0.5, 20, 9, 6, 0]);

/** Arrivals, profiles, and a calendar and queues at which everything is done by chance. */
function happenings(): Groups {
  const arrivals = createArrivals(byDay, stream("portable", "arrivals"), 1e4);
  const times = grid(5000, 0, 1000);
  const calendar = createCalendar(4);
  const timers: number[] = [0];
  const queues = createQueues(2, 3, 4);
  const events: number[] = [];
  const waiting: number[] = [];
  for (let i = 0; i < 20_000; i++) {
    const [word, act] = [hash(3, 0, i) >>> 0, hash(3, 1, i) & 7];
    // Few different times, so that many events share one.
    const time = Math.ceil(calendar.now) + (word & 15);
    const at = word % timers.length;
    if (act < 2) schedule(calendar, time, 0, i);
    else if (act < 5) timers.push(scheduleTimer(calendar, time, 1, i));
    else if (act === 5) events.push(Number(cancel(calendar, timers[at]!)));
    else if (act === 6 && isPending(calendar, timers[at]!)) timers[at] = reschedule(calendar, timers[at]!, time + 0.1);
    else events.push(nextTime(calendar), Number(reach(calendar, time)), Number(advance(calendar)), calendar.now, calendar.kind, calendar.subject);
    const entity = word & 63;
    if (isWaiting(queues, entity)) waiting.push(Number(leaveQueue(queues, entity)));
    else (word & 64 ? enqueue : enqueueFirst)(queues, act & 1, entity, (act >> 1) % 3);
    waiting.push(lengthOf(queues, 0), act === 7 ? dequeue(queues, 1) : dequeueFrom(queues, 0, 2));
  }
  return {
    arrivals: Float64Array.from({ length: 5000 }, () => nextArrival(arrivals)),
    profile: Float64Array.from(times.flatMap((time) => [valueAt(byDay, time), nextEdge(byDay, time)])),
    events: Float64Array.from(events),
    queues: Float64Array.from(waiting),
  };
}

const ARRIVE = 0;
const FINISH = 1;
const GIVE_UP = 2;
const ROTA = 3;
const QUIET = 4;
const rota = createProfile([0, 8, 18, 24], [1, 4, 2]);
const urgencies = cumulative([1, 3, 6]);

/** A walk-in clinic; all it is lies in its state, chance included. */
function open() {
  const clinic = {
    calendar: createCalendar(4), resources: createResources([0], 3, 4), services: createServices(1, 4),
    patients: createEntities({ cameAt: Float64Array, patience: Float64Array, urgency: Int8Array }, 4),
    arrivals: createArrivals(byDay, stream("clinic", "arrivals")), urgency: stream("clinic", "urgency"),
    work: createVariates(tabulated(gamma(0.4, 0.5)), stream("clinic", "work")), patience: createVariates(weibull(1.7, 2), stream("clinic", "patience")),
    stay: createTally(), present: createLevel(), quiet: -1, counts: { served: 0, gaveUp: 0, preempted: 0, sentBack: 0, silences: 0 },
  };
  schedule(clinic.calendar, nextArrival(clinic.arrivals), ARRIVE, 0);
  followTimetable(clinic.resources, clinic.calendar, 0, rota, ROTA);
  return clinic;
}

type Clinic = ReturnType<typeof open>;

/** Urgent patients take a doctor from others, and who waits too long leaves; when doctors go home, what they were at begins again with another. */
function live(clinic: Clinic, until: number, log: number[]): void {
  const { calendar, resources, services, patients, arrivals, work, patience, stay, present, counts } = clinic;
  const see = (patient: number): void => {
    cancel(calendar, patients.patience[patient]!);
    beginService(services, calendar, 0, patient, next(work), FINISH, patients.urgency[patient]!);
  };
  const callIn = (): void => {
    for (let patient = admit(resources, calendar, 0); patient !== NOBODY; patient = admit(resources, calendar, 0)) see(patient);
  };
  const leave = (patient: number): void => {
    record(stay, calendar.now - patients.cameAt[patient]!);
    dispose(patients, patient);
    setLevel(present, patients.present, calendar.now);
  };
  const handle = (kind: number, patient: number): void => {
    if (kind === ARRIVE) {
      const { now } = calendar;
      schedule(calendar, nextArrival(arrivals), ARRIVE, 0);
      clinic.quiet = isPending(calendar, clinic.quiet) ? reschedule(calendar, clinic.quiet, now + 2) : scheduleTimer(calendar, now + 2, QUIET, 0);
      const one = create(patients);
      setLevel(present, patients.present, now);
      patients.cameAt[one] = now;
      patients.patience[one] = -1;
      const urgency = (patients.urgency[one] = choice(urgencies, draw(clinic.urgency)));
      if (seize(resources, calendar, 0, one, urgency)) return see(one);
      if (urgency === 0 && preempt(services, resources, calendar, 0, one, 0, "resume") !== NOBODY) {
        counts.preempted++;
        return see(one);
      }
      patients.patience[one] = scheduleTimer(calendar, now + next(patience), GIVE_UP, one);
    } else if (kind === FINISH) {
      counts.served++;
      endService(services, patient);
      leave(patient);
      // Two ways to one end.
      if (patients.urgency[patient] === 0) release(resources, calendar, 0);
      const following = patients.urgency[patient] === 0 ? admit(resources, calendar, 0) : handOver(resources, calendar, 0);
      if (following !== NOBODY) see(following);
    } else if (kind === GIVE_UP) {
      counts.gaveUp++;
      renege(resources, calendar, patient);
      forgoService(services, patient);
      leave(patient);
    } else if (kind === ROTA) {
      followTimetable(resources, calendar, 0, rota, ROTA);
      for (; resources.busy[0]! > resources.servers[0]!; counts.sentBack++) withdraw(services, resources, calendar, 0, "repeat");
      callIn();
    } else {
      counts.silences++;
      stop(calendar);
    }
  };
  const traceable = traced(calendar, handle, (...event) => log.push(...event));
  while (calendar.now < until) run(calendar, until, traceable);
}

function simulation(): Groups {
  const log: number[] = [];
  const clinic = open();
  live(clinic, 100, log);
  restartTally(clinic.stay);
  restartLevel(clinic.present, clinic.calendar.now);
  restartUsage(clinic.resources, clinic.calendar);
  live(clinic, 1000, log);
  const midway = saveState(clinic);
  const later = loadState(midway, open());
  live(later, 1400, log);
  const other = copyState(later, open());
  setServers(other.resources, other.calendar, 0, 6);
  live(other, 2000, log);
  const { calendar, resources, stay, present, counts } = other;
  return {
    "simulation: events": Float64Array.from(log),
    "simulation: statistics": Float64Array.of(
      stay.mean, varianceOf(stay), stay.min, stay.max, meanLevel(present, calendar.now), ...Object.values(usage(resources, calendar, 0)),
    ),
    "simulation: counts": Float64Array.from(Object.values(counts)),
    // Byte by byte: two integers read as one number can be NaN, and any NaN would pass for any other.
    "simulation: state midway": Float64Array.from(midway),
    "simulation: state at the end": Float64Array.from(saveState(other)),
  };
}
