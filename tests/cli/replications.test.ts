/** How scenario and command line together say how often a run is repeated. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ResultDocument } from "../../src/index.js";
import { replicationsOf, type ReplicationOptions } from "../../src/cli/replications.js";
import { outagelab, tiny } from "./outagelab.js";

let folder: string;
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), "outagelab-")); });
afterAll(() => rm(folder, { recursive: true }));

const hypotheses = [{ text: "appointmentsDisrupted mean <= 5", outcome: "appointmentsDisrupted", part: "all", statistic: "mean", of: "replications", comparison: "<=", value: 5, where: "all" }] as const;
const of = (minimum: number, maximum: number, options: ReplicationOptions) => replicationsOf({ replications: { minimum, maximum }, hypotheses }, options);

test.each<[scenario: readonly [number, number], ReplicationOptions, ReturnType<typeof of>]>([
  [[5, 40], {}, { minimum: 5, maximum: 40 }],
  [[5, 40], { replications: 3 }, { minimum: 3, maximum: 3 }],
  [[5, 40], { maxReplications: 100 }, { minimum: 5, maximum: 100 }],
  [[10, 40], { maxReplications: 8 }, { minimum: 8, maximum: 8 }],
  [[10, 40], { precision: 0.02 }, { minimum: 10, maximum: 40, tolerance: 0.02 }],
  [[10, 40], { untilDecided: true }, { minimum: 10, maximum: 40, untilDecided: true }],
  // A fixed number stays fixed, unless something is to be reached.
  [[20, 20], { maxReplications: 8 }, { minimum: 8, maximum: 8 }],
  [[20, 20], { maxReplications: 100 }, { minimum: 20, maximum: 20 }],
  [[20, 20], { untilDecided: true }, { minimum: 5, maximum: 40, untilDecided: true }],
  [[2, 2], { precision: 0.1, maxReplications: 60 }, { minimum: 5, maximum: 60, tolerance: 0.1 }],
])("a scenario of %j with %j has %j", ([minimum, maximum], options, expected) => {
  expect(of(minimum, maximum, options)).toEqual(expected);
});

test.each<[ReplicationOptions, string]>([
  [{ precision: 0.1, untilDecided: true }, "--until-decided and --precision are two rules"],
  [{ replications: 3, untilDecided: true }, "--replications fixes the number of replications, and --until-decided lets"],
  [{ replications: 3, precision: 0.1 }, "and --precision lets"],
  [{ replications: 3, maxReplications: 4 }, "and --max-replications lets"],
])("options that contradict each other are refused: %j", (options, message) => {
  expect(() => of(5, 40, options)).toThrow(message);
});

test("to go on until all is decided there must be something to decide", async () => {
  const { status, out, err } = await outagelab(["run", tiny, "--until-decided"], folder);
  expect([status, out]).toEqual([2, ""]);
  expect(err).toContain("--until-decided goes on until every hypothesis of the scenario is decided, and it has none.");
});

test("a run that time ends says so, and the command on its page gives the same figures", async () => {
  const result = async (...options: string[]): Promise<ResultDocument> => JSON.parse((await outagelab(["run", tiny, "--json", "--quiet", ...options], folder)).out) as ResultDocument;
  const ended = await result("--replications", "7", "--time-limit", "0.0001");
  expect(ended).toMatchObject({ stoppedBy: "time", intervals: "student" });
  expect(ended.outcomes[0]!.replications).toBe(5);
  expect(await readFile(join(folder, "reports", "tiny", "index.html"), "utf8")).toContain("outagelab run FILE --seed tiny --replications 5<");
  const { stoppedBy, ...again } = await result("--replications", "5");
  expect(stoppedBy).toBe("replications");
  expect({ ...again, stoppedBy: "time" }).toEqual(ended);
});
