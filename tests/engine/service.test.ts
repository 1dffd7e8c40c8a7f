import fc from "fast-check";
import { expect, test } from "vitest";
import { createCalendar, nextTime, schedule, type Calendar } from "../../src/engine/calendar.js";
import { NOBODY } from "../../src/engine/queue.js";
import { admit, createResources, release, renege, seize, setServers, usage, type Resources } from "../../src/engine/resource.js";
import { beginService, createServices, endService, forgoService, preempt, withdraw, type Fate } from "../../src/engine/service.js";
import { run } from "../../src/engine/simulation.js";

const ARRIVE = 0;
const END = 1;
const STAFF = 2;

interface Job {
  readonly at: number;
  readonly duration: number;
  /** 0 goes first. */
  readonly priority: number;
}

interface Staff {
  readonly at: number;
  readonly servers: number;
}

/** One stretch of service to a job, and whether it was its last. */
interface Stretch {
  readonly job: number;
  readonly from: number;
  readonly to: number;
  readonly ended: boolean;
}

interface Course {
  readonly stretches: Stretch[];
  /** By job: when it was done with; undefined where it never was. */
  readonly ends: (number | undefined)[];
  readonly calendar: Calendar;
  readonly resources: Resources;
}

type Look = (serving: readonly number[], course: Course) => void;

/** Serves jobs with preemption; every event calls `look` with who is in service. Staff on duty fall at once: who is too many is withdrawn. */
function serve(jobs: readonly Job[], servers: number, fate: Fate, staff: readonly Staff[] = [], look: Look = () => undefined): Course {
  const calendar = createCalendar(2);
  const resources = createResources([servers], 4, 1);
  const services = createServices(1, 1);
  const course: Course = { stretches: [], ends: jobs.map(() => undefined), calendar, resources };
  const since = new Map<number, number>();
  const begin = (job: number): void => {
    expect(since.has(job)).toBe(false);
    since.set(job, calendar.now);
    beginService(services, calendar, 0, job, jobs[job]!.duration, END, jobs[job]!.priority);
  };
  const cease = (job: number, ended: boolean): void => {
    course.stretches.push({ job, from: since.get(job)!, to: calendar.now, ended });
    since.delete(job);
  };
  const admitAll = (): void => {
    for (let next = admit(resources, calendar, 0); next !== NOBODY; next = admit(resources, calendar, 0)) begin(next);
  };
  jobs.forEach(({ at }, job) => schedule(calendar, at, ARRIVE, job));
  staff.forEach(({ at }, i) => schedule(calendar, at, STAFF, i));
  run(calendar, Infinity, (kind, subject) => {
    if (kind === ARRIVE) {
      if (seize(resources, calendar, 0, subject, jobs[subject]!.priority)) {
        begin(subject);
      } else {
        const interrupted = preempt(services, resources, calendar, 0, subject, jobs[subject]!.priority, fate);
        if (interrupted !== NOBODY) {
          cease(interrupted, false);
          begin(subject);
        }
      }
    } else if (kind === END) {
      course.ends[subject] = calendar.now;
      endService(services, subject);
      cease(subject, true);
      release(resources, calendar, 0);
      admitAll();
    } else {
      setServers(resources, calendar, 0, staff[subject]!.servers);
      while (resources.busy[0]! > resources.servers[0]!) cease(withdraw(services, resources, calendar, 0, fate), false);
      admitAll();
    }
    look([...since.keys()], course);
  });
  return course;
}

const job = (at: number, duration: number, priority: number): Job => ({ at, duration, priority });

/** Expected ends under each fate, by hand. */
type Timeline = readonly [what: string, servers: number, jobs: readonly Job[], ends: Record<Fate, (number | undefined)[]>];

const timelines: readonly Timeline[] = [
  ["one is interrupted", 1, [job(0, 10, 1), job(4, 3, 0)], { resume: [13, 7], repeat: [17, 7], lost: [undefined, 7] }],
  ["the interrupter is interrupted", 1, [job(0, 10, 2), job(2, 10, 1), job(5, 1, 0)],
    { resume: [21, 13, 6], repeat: [26, 16, 6], lost: [undefined, undefined, 6] }],
  ["one is interrupted twice, each time it is served again", 1, [job(0, 10, 1), job(2, 1, 0), job(5, 2, 0)],
    { resume: [13, 3, 7], repeat: [17, 3, 7], lost: [undefined, 3, 7] }],
  // Who was interrupted waits first: before the one of its priority that came while it was served. Where its work is lost, the other is next.
  ["one is interrupted while its like waits", 1, [job(0, 10, 1), job(1, 1, 1), job(2, 2, 0)],
    { resume: [12, 13, 4], repeat: [14, 15, 4], lost: [undefined, 5, 4] }],
  ["one waits that is more urgent than the interrupted", 1, [job(0, 10, 2), job(1, 4, 0), job(2, 3, 1)],
    { resume: [17, 5, 8], repeat: [18, 5, 8], lost: [undefined, 5, 8] }],
  // The arrival at 5 was scheduled before the end at 5, so it comes first and finds a service with nothing left to do.
  ["one is interrupted in its last moment", 1, [job(0, 5, 1), job(5, 2, 0)], { resume: [7, 7], repeat: [12, 7], lost: [undefined, 7] }],
  ["one is interrupted in its first moment", 1, [job(3, 5, 1), job(3, 2, 0)], { resume: [10, 5], repeat: [10, 5], lost: [undefined, 5] }],
  ["one interrupted in its last moment is interrupted once more", 1, [job(0, 5, 2), job(5, 2, 1), job(6, 1, 0)],
    { resume: [8, 8, 7], repeat: [14, 9, 7], lost: [undefined, undefined, 7] }],
  ["equals never interrupt each other", 1, [job(0, 10, 1), job(1, 1, 1), job(2, 1, 1)],
    { resume: [10, 11, 12], repeat: [10, 11, 12], lost: [10, 11, 12] }],
  ["the less urgent never interrupt", 1, [job(0, 10, 0), job(1, 1, 1), job(2, 1, 2)],
    { resume: [10, 11, 12], repeat: [10, 11, 12], lost: [10, 11, 12] }],
  ["of two equals the one begun last is interrupted", 2, [job(0, 10, 1), job(1, 10, 1), job(2, 1, 0)],
    { resume: [10, 12, 3], repeat: [10, 13, 3], lost: [10, undefined, 3] }],
  ["of two the less urgent is interrupted, though begun first", 2, [job(0, 10, 2), job(1, 10, 1), job(2, 1, 0)],
    { resume: [11, 11, 3], repeat: [13, 11, 3], lost: [undefined, 11, 3] }],
  ["of three the one in the middle is interrupted, then the first", 3, [job(0, 10, 1), job(1, 10, 2), job(2, 10, 0), job(3, 2, 0), job(4, 4, 0)],
    // The middle one waits behind the first; the first goes on at 5 (6 owed under resume), the middle one at 8 (8 owed).
    { resume: [11, 16, 12, 5, 8], repeat: [15, 18, 12, 5, 8], lost: [undefined, undefined, 12, 5, 8] }],
  ["work of no length ends at once, also where it interrupts", 1, [job(0, 10, 1), job(4, 0, 0)], { resume: [10, 4], repeat: [14, 4], lost: [undefined, 4] }],
];

const fates = ["resume", "repeat", "lost"] as const;

test.each(timelines.flatMap(([what, servers, jobs, ends]) => fates.map((fate) => ({ what, fate, servers, jobs, ends: ends[fate] }))))(
  "$what: work that is interrupted ($fate) ends exactly when it does by hand", ({ fate, servers, jobs, ends }) => {
    const course = serve(jobs, servers, fate);
    expect(course.ends).toEqual(ends);
    expect([course.resources.busy[0], course.resources.waiting[0], course.calendar.size]).toEqual([0, 0, 0]);
  },
);

test("of those too many for the staff, the one begun last goes back and is served when there is room", () => {
  const jobs = [job(0, 10, 1), job(1, 10, 1), job(2, 4, 1)];
  const staff = [{ at: 3, servers: 1 }, { at: 12, servers: 2 }];
  // At 3 the second goes back with 8 owed, before the third, which waits from 2; at 10 it goes on, until 18; at 12 the third is served, until 16.
  expect(serve(jobs, 2, "resume", staff).ends).toEqual([10, 18, 16]);
  expect(serve(jobs, 2, "repeat", staff).ends).toEqual([10, 20, 16]);
  // The second is lost, so that the third is served at 10.
  expect(serve(jobs, 2, "lost", staff).ends).toEqual([10, undefined, 14]);
});

test("staff can be taken off the most urgent too, where they are all there is", () => {
  expect(serve([job(0, 10, 0)], 1, "resume", [{ at: 4, servers: 0 }, { at: 20, servers: 1 }]).ends).toEqual([26]);
});

test("where nobody is served nobody is interrupted or withdrawn, and nothing changes", () => {
  const calendar = createCalendar();
  const resources = createResources([1]);
  const services = createServices(1);
  expect(() => preempt(services, resources, calendar, 0, 3, 0, "resume")).toThrow("entity 3 does not wait for resource 0");
  expect([withdraw(services, resources, calendar, 0, "resume")]).toEqual([NOBODY]);
  expect([resources.busy[0], resources.waiting[0], calendar.size]).toEqual([0, 0, 0]);
});

test("those served elsewhere are not interrupted, however little urgent", () => {
  const calendar = createCalendar();
  const resources = createResources([1, 1], 4);
  const services = createServices(2);
  [0, 1].forEach((resource) => {
    seize(resources, calendar, resource, resource, resource === 0 ? 1 : 3);
    beginService(services, calendar, resource, resource, 10, END, resource === 0 ? 1 : 3);
  });
  seize(resources, calendar, 0, 5, 2);
  expect(preempt(services, resources, calendar, 0, 5, 2, "resume")).toBe(NOBODY);
  seize(resources, calendar, 0, 6, 0);
  expect(preempt(services, resources, calendar, 0, 6, 0, "resume")).toBe(0);
  expect([withdraw(services, resources, calendar, 1, "lost"), resources.busy[0], resources.busy[1]]).toEqual([1, 1, 0]);
});

test("one whose work was lost begins anew when it comes back, with the duration it then has", () => {
  const calendar = createCalendar();
  const resources = createResources([1]);
  const services = createServices(1);
  const ends: number[] = [];
  seize(resources, calendar, 0, 4);
  beginService(services, calendar, 0, 4, 10, END);
  run(calendar, 6, []);
  withdraw(services, resources, calendar, 0, "lost");
  seize(resources, calendar, 0, 4);
  beginService(services, calendar, 0, 4, 3, END);
  run(calendar, 100, (_, entity) => ends.push(calendar.now, entity));
  expect(ends).toEqual([9, 4]);
});

test("what is owed counts, not the duration named when service goes on, and what begins again takes its first duration", () => {
  const calendar = createCalendar();
  const resources = createResources([1]);
  const services = createServices(1);
  const ends: number[] = [];
  const interruptFor = (time: number, fate: Fate): void => {
    run(calendar, calendar.now + time, []);
    expect(withdraw(services, resources, calendar, 0, fate)).toBe(4);
    run(calendar, calendar.now + 2, []);
    expect(admit(resources, calendar, 0)).toBe(4);
    beginService(services, calendar, 0, 4, 99, END);
  };
  seize(resources, calendar, 0, 4);
  beginService(services, calendar, 0, 4, 10, END);
  interruptFor(4, "resume");
  interruptFor(1, "resume");
  interruptFor(3, "repeat");
  // From 0 to 4, 6 to 7 and 9 to 12; then from 14 on again.
  run(calendar, 100, (_, entity) => {
    ends.push(calendar.now);
    endService(services, entity);
    release(resources, calendar, 0);
  });
  expect(ends).toEqual([24]);
  // Once served, it is owed nothing.
  seize(resources, calendar, 0, 4);
  beginService(services, calendar, 0, 4, 7, END);
  run(calendar, 200, () => ends.push(calendar.now));
  expect(ends).toEqual([24, 107]);
});

test("who leaves after an interruption leaves nothing owed to whoever has the number next", () => {
  const calendar = createCalendar();
  const resources = createResources([1]);
  const services = createServices(1);
  seize(resources, calendar, 0, 4);
  beginService(services, calendar, 0, 4, 10, END);
  run(calendar, 4, []);
  withdraw(services, resources, calendar, 0, "resume");
  expect(renege(resources, calendar, 4)).toBe(true);
  forgoService(services, 4);
  seize(resources, calendar, 0, 4);
  beginService(services, calendar, 0, 4, 1, END);
  expect(nextTime(calendar)).toBe(5);
});

test("a resource knows its means over time through interruptions", () => {
  // Busy from 0 to 13; the first waits from 4 to 7 and the third from 5 to 13, when it begins and ends at once.
  const { calendar, resources } = serve([job(0, 10, 1), job(4, 3, 0), job(5, 0, 1)], 1, "resume");
  expect([calendar.now, usage(resources, calendar, 0)]).toEqual([13, { onDuty: 1, busy: 1, waiting: 11 / 13, utilisation: 1 }]);
});

const eighths = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: max * 8 }).map((each) => each / 8);
const plans = (time: (max: number) => fc.Arbitrary<number>): fc.Arbitrary<{ jobs: Job[]; staff: Staff[]; servers: number }> => fc.record({
  jobs: fc.array(fc.record({ at: time(40), duration: time(8), priority: fc.nat(3) }), { minLength: 1, maxLength: 40, size: "max" }),
  // In the end there is somebody to finish all work.
  staff: fc.array(fc.record({ at: time(60), servers: fc.nat(4) }), { maxLength: 6 }).map((staff) => [...staff, { at: 60, servers: 2 }]),
  servers: fc.integer({ min: 1, max: 4 }),
});

/** What holds after every event: nobody waits for a free server or for one that serves somebody less urgent, and those in service are as many as are busy. */
function expectOrder(jobs: readonly Job[]): Look {
  return (serving, { resources, ends, calendar }) => {
    const served = Math.max(-1, ...serving.map((job) => jobs[job]!.priority));
    const first = [0, 1, 2, 3].find((priority) => resources.queues.waiting[priority]! > 0) ?? Infinity;
    expect(resources.busy[0]).toBe(serving.length);
    expect(resources.busy[0]).toBeLessThanOrEqual(resources.servers[0]!);
    if (first < Infinity) expect([resources.busy[0], served <= first]).toEqual([resources.servers[0], true]);
    expect(new Set(serving).size).toBe(serving.length);
    expect(serving.filter((job) => ends[job] !== undefined || jobs[job]!.at > calendar.now)).toEqual([]);
  };
}

function stretchesOf({ stretches }: Course, job: number): number[] {
  return stretches.filter((stretch) => stretch.job === job).map(({ from, to }) => to - from);
}

test("whatever comes and whoever is interrupted, all work that resumes is done, to its exact length, and by one server at a time", () => {
  fc.assert(fc.property(plans(eighths), ({ jobs, staff, servers }) => {
    const course = serve(jobs, servers, "resume", staff, expectOrder(jobs));
    // In eighths all sums are exact.
    jobs.forEach(({ duration }, job) => expect(stretchesOf(course, job).reduce((sum, each) => sum + each, 0)).toBe(duration));
    expect(course.stretches.filter(({ ended }) => ended).map(({ job }) => job).toSorted((a, b) => a - b)).toEqual(jobs.map((_, job) => job));
  }), { seed: 1, numRuns: 200 });
});

test("the same to rounding where times are any numbers", () => {
  const any = (max: number): fc.Arbitrary<number> => fc.double({ min: 0, max, noNaN: true });
  fc.assert(fc.property(plans(any), ({ jobs, staff, servers }) => {
    const course = serve(jobs, servers, "resume", staff, expectOrder(jobs));
    jobs.forEach(({ duration }, job) => {
      const stretches = stretchesOf(course, job);
      // Times are below 512, where a number is rounded by 2^-45 at most, and a stretch has two times that do.
      expect(Math.abs(stretches.reduce((sum, each) => sum + each, 0) - duration)).toBeLessThanOrEqual(stretches.length * 2 ** -43);
    });
    expect(course.ends).not.toContain(undefined);
    expect(course.calendar.now).toBeLessThan(512);
  }), { seed: 1, numRuns: 100 });
});

test("work that begins again is done in one stretch, the last; lost work is done in its first or never", () => {
  fc.assert(fc.property(plans(eighths), ({ jobs, staff, servers }) => {
    const repeated = serve(jobs, servers, "repeat", staff, expectOrder(jobs));
    jobs.forEach(({ duration }, job) => {
      const stretches = stretchesOf(repeated, job);
      expect([stretches.at(-1), stretches.every((each) => each <= duration), repeated.ends[job] !== undefined]).toEqual([duration, true, true]);
    });
    const lost = serve(jobs, servers, "lost", staff, expectOrder(jobs));
    jobs.forEach(({ duration }, job) => {
      const stretches = stretchesOf(lost, job);
      expect(stretches).toHaveLength(1);
      if (lost.ends[job] !== undefined) expect(stretches[0]).toBe(duration);
      else expect(stretches[0]).toBeLessThanOrEqual(duration);
    });
  }), { seed: 1, numRuns: 100 });
});

test("what would end in a circle is refused: service begun twice, ended twice, or at a resource without services", () => {
  const calendar = createCalendar();
  const services = createServices(1);
  expect(() => endService(services, 7)).toThrow("entity 7 is not being served");
  beginService(services, calendar, 0, 7, 10, END);
  expect(() => beginService(services, calendar, 0, 7, 10, END)).toThrow("entity 7 is being served already; endService was not called for it");
  endService(services, 7);
  expect(() => endService(services, 7)).toThrow("entity 7 is not being served");
  expect(() => beginService(services, calendar, 1, 7, 10, END)).toThrow("services were created for 1 resources; resource 1 is none of them");
});

test("urgent work does not get a server that is off duty once its work is done", () => {
  const calendar = createCalendar();
  const resources = createResources([1], 2);
  const services = createServices(1);
  seize(resources, calendar, 0, 1, 1);
  beginService(services, calendar, 0, 1, 10, END, 1);
  setServers(resources, calendar, 0, 0);
  seize(resources, calendar, 0, 2, 0);
  expect(preempt(services, resources, calendar, 0, 2, 0, "resume")).toBe(NOBODY);
});
