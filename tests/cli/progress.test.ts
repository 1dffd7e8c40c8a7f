import { expect, test } from "vitest";
import { durationInWords, startProgress } from "../../src/cli/progress.js";

function record(isTTY: boolean): { screen: { isTTY: boolean; columns: number; write(text: string): void }; written: string[]; clock: { time: number } } {
  const written: string[] = [];
  return { screen: { isTTY, columns: 60, write: (text) => written.push(text) }, written, clock: { time: 0 } };
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
    "Simulating: 15 of 120 neighbourhoods in 5 replications, about 2 min left\n",
    "Simulating: 30 of 120 neighbourhoods in 5 replications, about 2 min left\n",
    "Simulating: 45 of 120 neighbourhoods in 5 replications, about 2 min left\n",
    "Simulating: 60 of 120 neighbourhoods in 5 replications, about 1 min left\n",
  ]);
});

test.each([[0, "0 s"], [400, "1 s"], [59_000, "59 s"], [60_000, "1 min"], [61_000, "2 min"], [3_599_000, "1 h 0 min"], [5_400_000, "1 h 30 min"]])("%i ms is %s", (milliseconds, words) => {
  expect(durationInWords(milliseconds)).toBe(words);
});

test("what an earlier run has done says nothing of how long the rest takes", () => {
  const { screen, written, clock } = record(false);
  const progress = startProgress(screen, () => clock.time);
  clock.time = 20_000;
  progress.update({ done: 110, total: 120, replications: 5, before: 100 });
  clock.time = 40_000;
  progress.update({ done: 100, total: 120, replications: 5, before: 100 });
  expect(written).toEqual(["Simulating: 110 of 120 neighbourhoods in 5 replications, about 20 s left\n", "Simulating: 100 of 120 neighbourhoods in 5 replications\n"]);
});
