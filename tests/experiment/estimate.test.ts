/** The estimate of memory grows with what it is about. That it is near what runs take is tested with runs, in tests/cli/limits.test.ts. */
import { expect, test } from "vitest";
import { memoryFor } from "../../src/experiment/estimate.js";
import { writtenEstate } from "../../src/estate/written.js";
import { parametersWith } from "../../src/facts/defaults.js";

function estimated({ practices = 20, patients = 5000, days = 28, replications = 10, threads = 2, arms = 0 }): ReturnType<typeof memoryFor> {
  const estate = writtenEstate({ practices: Array.from({ length: practices }, (_, index) => ({ code: `P${index}`, patients, neighbourhood: `N${index >> 2}` })) }, parametersWith());
  return memoryFor({ estate, period: { start: "2023-03-13", days, warmUpDays: 14 }, replications: { minimum: 1, maximum: replications } }, threads, arms);
}

test("neighbourhoods in work take memory by their patients, days and threads, and not by practices elsewhere or replications", () => {
  const { working } = estimated({});
  for (const more of [{ patients: 50_000 }, { days: 280 }, { threads: 4 }]) expect(estimated(more).working).toBeGreaterThan(1.3 * working);
  expect(estimated({ replications: 100 }).working).toBe(working);
  // But for the copies of the model.
  expect(estimated({ practices: 200 }).working).toBeLessThan(1.02 * working);
});

test("what is kept takes memory by practices, days and replications, and not by patients or threads", () => {
  const { kept } = estimated({});
  for (const more of [{ practices: 200 }, { days: 280 }, { replications: 100 }]) expect(estimated(more).kept).toBeGreaterThan(2 * kept);
  expect(estimated({ patients: 50_000, threads: 8 }).kept).toBe(kept);
});

test("no more neighbourhoods are in work than there are", () => {
  expect(estimated({ practices: 4, replications: 1, threads: 64 }).working - estimated({ practices: 4, replications: 1, threads: 32 }).working).toBeLessThan(32 * 30e6);
});

test("each arm with options takes what its sums and its model take: less than a run, for it has no days", () => {
  const [alone, with10, with20] = [0, 10, 20].map((arms) => estimated({ replications: 40, arms })) as [ReturnType<typeof estimated>, ReturnType<typeof estimated>, ReturnType<typeof estimated>];
  // Ten further arms, each with an outage and ordinary days: between a quarter of and as much as twenty runs.
  expect(with10.kept - alone.kept).toBeGreaterThan(0.25 * 20 * alone.kept);
  expect(with10.kept - alone.kept).toBeLessThan(20 * alone.kept);
  expect(with20.kept - with10.kept).toBeGreaterThan(0.5 * (with10.kept - alone.kept));
  expect(with10.working).toBeGreaterThan(alone.working);
});
