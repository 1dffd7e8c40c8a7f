import { expect, test } from "vitest";
import { createCalendar, schedule } from "../../src/engine/calendar.js";
import { createProfile } from "../../src/engine/profile.js";
import { NOBODY } from "../../src/engine/queue.js";
import { admit, createResources, release, seize, usage } from "../../src/engine/resource.js";
import { run, type Handler } from "../../src/engine/simulation.js";
import { followTimetable } from "../../src/engine/timetable.js";

const CHANGE = 0;
const ARRIVE = 1;
const END = 2;

/** Nobody at night, 2 in the morning, 1 over noon, 3 in the afternoon. */
const rota = createProfile([0, 8, 12, 14, 18, 24], [0, 2, 1, 3, 0]);

test("there are as many on duty as the rota says, day after day", () => {
  const calendar = createCalendar();
  const resources = createResources([9]);
  followTimetable(resources, calendar, 0, rota, CHANGE);
  for (let quarter = 0; quarter < 4 * 24 * 10; quarter++) {
    run(calendar, quarter / 4 + 0.125, [(resource) => followTimetable(resources, calendar, resource, rota, CHANGE)]);
    const hour = (quarter / 4) % 24;
    expect(resources.servers[0]).toBe(hour < 8 || hour >= 18 ? 0 : hour < 12 ? 2 : hour < 14 ? 1 : 3);
    // One change is always ahead, and only one.
    expect(calendar.size).toBe(1);
  }
  run(calendar, 240, [(resource) => followTimetable(resources, calendar, resource, rota, CHANGE)]);
  // 2 for 4 hours, 1 for 2, 3 for 4.
  expect(usage(resources, calendar, 0).onDuty).toBe(22 / 24);
});

test("a rota is taken up in the middle of the day, by those resources that follow one, each its own", () => {
  const calendar = createCalendar();
  const resources = createResources([5, 6, 7]);
  run(calendar, 24 * 3 + 13, []);
  const rotas: Record<number, typeof rota> = { 0: rota, 2: createProfile([0, 6, 12], [1, 4]) };
  const follow: Handler = (resource) => followTimetable(resources, calendar, resource, rotas[resource]!, CHANGE);
  follow(0);
  follow(2);
  const seen: number[][] = [];
  for (const hour of [13.5, 14, 14.5, 18.5, 24.5]) {
    run(calendar, 24 * 3 + hour, [follow]);
    seen.push([...resources.servers]);
  }
  expect(seen).toEqual([[1, 6, 1], [1, 6, 1], [3, 6, 1], [0, 6, 4], [0, 6, 1]]);
});

test("work begun goes on when fewer are on duty, and those waiting are let in as soon as more come", () => {
  const calendar = createCalendar();
  const resources = createResources([0]);
  const began: Record<number, number> = {};
  const ended: Record<number, number> = {};
  const begin = (entity: number): void => {
    began[entity] = calendar.now;
    schedule(calendar, calendar.now + 3, END, entity);
  };
  const admitAll = (): void => {
    for (let next = admit(resources, calendar, 0); next !== NOBODY; next = admit(resources, calendar, 0)) begin(next);
  };
  const change = (): void => {
    followTimetable(resources, calendar, 0, rota, CHANGE);
    admitAll();
  };
  const arrive = (entity: number): void => {
    if (seize(resources, calendar, 0, entity)) begin(entity);
  };
  const end = (entity: number): void => {
    ended[entity] = calendar.now;
    release(resources, calendar, 0);
    admitAll();
  };
  [7, 7.5, 7.75, 10, 12.5, 16, 16.5, 17, 17.25].forEach((at, entity) => schedule(calendar, at, ARRIVE, entity));
  change();
  run(calendar, 48, [change, arrive, end]);
  // 0 and 1 begin when the first two come at 8. 2 and 3 begin when those end at 11. From 12 to 14 one is on duty but both go on until 14, when the
  // change, which was scheduled before their ends, lets 4 in on the third server. 5 and 6 find the two that 2 and 3 had; 7 begins when 4 ends, at 17.
  // 8 finds nobody free before the evening and waits for the next morning.
  expect(began).toEqual({ 0: 8, 1: 8, 2: 11, 3: 11, 4: 14, 5: 16, 6: 16.5, 7: 17, 8: 32 });
  // 7 ends two hours after the last on duty went.
  expect(ended).toEqual({ 0: 11, 1: 11, 2: 14, 3: 14, 4: 17, 5: 19, 6: 19.5, 7: 20, 8: 35 });
});
