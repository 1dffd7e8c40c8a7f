import { describe, expect, test } from "vitest";
import { durationInWords, startProgress } from "../../src/cli/progress.js";

function record(isTTY: boolean, columns = 60): { screen: { isTTY: boolean; columns: number; write(text: string): void }; written: string[]; clock: { time: number } } {
  const written: string[] = [];
  return { screen: { isTTY, columns, write: (text) => written.push(text) }, written, clock: { time: 0 } };
}

test("on a terminal one line is rewritten, never wider than the screen, and cleared at the end", () => {
  const { screen, written, clock } = record(true);
  const progress = startProgress(screen, () => clock.time);
  for (let done = 0; done <= 100; done++) {
    clock.time = done * 50;
    progress.update({ done, total: 100, replications: 1000000 });
  }
  progress.end();
  // 5 s at a line every 0.1 s, and the clearing.
  expect(written.length).toBe(52);
  for (const text of written) expect(text).toMatch(/^\r[^\r\n]{0,59}\u001b\[K$/);
  expect(written.at(-1)).toBe("\r\u001b[K");
});

test("elsewhere a plain line comes every quarter of a minute, without control characters", () => {
  const { screen, written, clock } = record(false);
  const progress = startProgress(screen, () => clock.time);
  for (let done = 0; done <= 60; done++) {
    clock.time = done * 1000;
    progress.update({ done, total: 120, replications: 5 });
  }
  progress.end();
  expect(written).toEqual([
    "Simulating: 15 of 120 parts in 5 replications, about 2 min left\n",
    "Simulating: 30 of 120 parts in 5 replications, about 2 min left\n",
    "Simulating: 45 of 120 parts in 5 replications, about 2 min left\n",
    "Simulating: 60 of 120 parts in 5 replications, about 1 min left\n",
  ]);
});

describe("what is known so far", () => {
  const soFar = (replications: number, disrupted: number, precision: number | null) => ({ done: 50 * replications, total: 500, replications: 10, soFar: { replications, disrupted, precision } });

  test("stands on the terminal's line as soon as a replication is in, with its precision from the second on", () => {
    const { screen, written, clock } = record(true, 80);
    const progress = startProgress(screen, () => clock.time);
    for (const [time, state] of [[60_000, soFar(1, 21_345, null)], [60_001, soFar(2, 20_912, 0.1234)]] as const) {
      clock.time = time;
      progress.update(state);
    }
    expect(written).toEqual([
      "\r1 of 10 replications, about 9 min left; about 21,000 appointments disrupted\u001b[K",
      "\r2 of 10 replications, 5 min left; about 21,000 appointments disrupted ±12%\u001b[K",
    ]);
  });

  test("says of how many patients it is before a replication is in", () => {
    const { screen, written, clock } = record(true, 80);
    clock.time = 4000;
    startProgress(screen, () => clock.time).update({ done: 3, total: 230, replications: 5, soFar: { replications: 0, disrupted: 238_400, precision: null, share: 0.061 } });
    expect(written.join("")).toContain("about 240,000 appointments disrupted, by 6% of patients");
  });

  test("stands there at once, however short the time since a part came in", () => {
    const { screen, written, clock } = record(true, 80);
    const progress = startProgress(screen, () => clock.time);
    const state = { done: 1, total: 230, replications: 5 };
    clock.time = 4000;
    progress.update(state);
    clock.time = 4001;
    progress.update({ ...state, soFar: { replications: 0, disrupted: 238_400, precision: null, share: 0.061 } });
    clock.time = 4002;
    progress.update({ ...state, soFar: { replications: 0, disrupted: 238_900, precision: null, share: 0.062 } });
    expect(written).toHaveLength(2);
    expect(written[1]).toContain("by 6% of patients");
  });

  test("is told where there is nothing to simulate", () => {
    const { screen, written, clock } = record(true, 80);
    startProgress(screen, () => clock.time).update({ done: 0, total: 0, replications: 3, soFar: { replications: 1, disrupted: 0, precision: null } });
    expect(written).toEqual(["\r1 of 3 replications; no appointments disrupted so far\u001b[K"]);
  });

  test("never makes the line wider than the screen or 80 columns", () => {
    for (const columns of [20, 60, 80, 200]) {
      const { screen, written, clock } = record(true, columns);
      const progress = startProgress(screen, () => clock.time);
      for (const disrupted of [0, 7, 1_234_567]) {
        clock.time += 40_000_000;
        progress.update({ done: 1, total: 40_000, replications: 1000, soFar: { replications: 999, disrupted, precision: 0.123 } });
      }
      for (const text of written) {
        expect(text).not.toContain("\n");
        expect(text.replace(/^\r|\u001b\[K$/g, "").length).toBeLessThan(Math.min(columns, 80));
      }
    }
  });

  test("follows on plain lines elsewhere", () => {
    const { screen, written, clock } = record(false);
    const progress = startProgress(screen, () => clock.time);
    for (const [time, state] of [[20_000, soFar(1, 0, null)], [25_000, soFar(2, 1, null)], [40_000, soFar(4, 1930, 0.0512)]] as const) {
      clock.time = time;
      progress.update(state);
    }
    expect(written).toEqual([
      "Simulating: 50 of 500 parts in 10 replications, about 3 min left; after 1 replication no appointments disrupted\n",
      "Simulating: 200 of 500 parts in 10 replications, about 1 min left; after 4 replications about 1,900 appointments disrupted ±5.1%\n",
    ]);
  });
});

test.each([true, false])("a run of more than ten minutes is announced once, as soon as that can be told (on a terminal: %s)", (isTTY) => {
  const { screen, written, clock } = record(isTTY);
  const progress = startProgress(screen, () => clock.time);
  for (let done = 1; done <= 100; done++) {
    clock.time = done * 1000;
    progress.update({ done, total: 10_000, replications: 40 });
  }
  expect(written.filter((text) => text.includes("This run takes about 2 h 47 min on this machine."))).toHaveLength(1);
  const short = record(isTTY);
  const brief = startProgress(short.screen, () => short.clock.time);
  for (let done = 1; done <= 100; done++) {
    short.clock.time = done * 1000;
    brief.update({ done, total: 500, replications: 40 });
  }
  expect(short.written.join("")).not.toContain("This run takes");
});

test.each([[0, "0 s"], [400, "1 s"], [59_000, "59 s"], [60_000, "1 min"], [61_000, "2 min"], [3_599_000, "1 h 0 min"], [5_400_000, "1 h 30 min"]])("%i ms is %s", (milliseconds, words) => {
  expect(durationInWords(milliseconds)).toBe(words);
});

test("what came before a pause says nothing of how long the rest takes", () => {
  const { screen, written, clock } = record(true, 80);
  const progress = startProgress(screen, () => clock.time);
  const update = (time: number, done: number): void => {
    clock.time = time;
    progress.update({ done, total: 102, replications: 1 });
  };
  update(60_000, 2);
  progress.pause();
  update(61_000, 12);
  // Ten in the second since; two in the minute before would be three quarters of an hour.
  expect(written.slice(1)).toEqual(["\r\u001b[K", "\rSimulating: 12 of 102 parts in 1 replication, about 9 s left\u001b[K"]);
});

test("what an earlier run has done says nothing of how long the rest takes", () => {
  const { screen, written, clock } = record(false);
  const progress = startProgress(screen, () => clock.time);
  clock.time = 20_000;
  progress.update({ done: 110, total: 120, replications: 5, before: 100 });
  clock.time = 40_000;
  progress.update({ done: 100, total: 120, replications: 5, before: 100 });
  expect(written).toEqual(["Simulating: 110 of 120 parts in 5 replications, about 20 s left\n", "Simulating: 100 of 120 parts in 5 replications\n"]);
});
