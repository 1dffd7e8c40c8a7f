/** `outagelab reproduce`: a result is all that it takes to get it again, and a difference is named. */
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { firstDifference } from "../../dist/cli/difference.js";
import { produce, written, type Asked } from "../../dist/cli/produce.js";
import { version } from "../../dist/cli/program.js";
import { replicationsOf, type ReplicationOptions } from "../../dist/cli/replications.js";
import { compile, type ResultDocument } from "../../dist/index.js";
import { bytesOf, mapHeader, mapRow, patientsHeader, patientsRow } from "../imports/rows.js";
import { outagelab, within, type Outcome } from "./outagelab.js";

const imported = `question: What would two hours without telephones do?
name: imported
calendar: {start: 2023-03-13, days: 7, warmUp: 7}
estate: {import: {map: files/map.csv, patients: files/patients.csv}}
incidents:
  - {name: Telephones fail, component: cloud-telephony, at: 2023-03-16 08:00, for: 2h}
experiment: {replications: {minimum: 2, maximum: 3}}
hypotheses: [backlogRecovery p90 of practices <= 2 working days]
`;

/** One small practice in five days: some hundredths of a second. */
const single = `question: What would a morning without the regional firewall do to one small practice?
name: single
seed: single
calendar: {start: 2023-03-13, days: 5, warmUp: 3}
estate: {written: {practices: [{code: P1, patients: 500}]}}
incidents: [{name: Firewall fails, component: regional-firewall, at: 2023-03-16 08:00, for: 4h}]
experiment: {replications: 2}
`;

/** Two practices of which one is short of staff. */
const unsteady = `question: What would a morning without the regional firewall do where one practice is short of staff?
name: unsteady
seed: short-of-staff
calendar: {start: 2023-03-13, days: 21, warmUp: 14}
estate:
  written:
    practices:
      - {code: P1, patients: 2000, neighbourhood: N1, staff: {gp: 0.4, nurse: 0.36, other: 0.4, reception: 2, admin: 2}}
      - {code: P2, patients: 4000, neighbourhood: N2}
incidents: [{name: Firewall fails, component: regional-firewall, at: 2023-03-16 08:00, for: 4h}]
objectives: {recoveryTime: 1 working day, minimumService: 20%}
hypotheses: [{hypothesis: appointmentsDisrupted mean >= -100000, weight: 3}, appointmentsDisrupted mean < -100000]
experiment: {replications: 2, steady: ignore}
`;

let folder: string, text: string, document: ResultDocument;
/** Of a run without inputs and repeats. */
const plain = join("reports", "single", "result.json");
const result = join("reports", "imported", "result.json");
const reproduced = (file: string, ...options: string[]): Promise<Outcome> => within(["reproduce", file, "--quiet", "--threads", "1", ...options], folder);
const saved = async (name: string, changed: string): Promise<string> => {
  await writeFile(join(folder, name), changed);
  return name;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "outagelab-"));
  await mkdir(join(folder, "files"));
  await writeFile(join(folder, "files", "map.csv"), bytesOf(mapHeader, [mapRow({ code: "X90001" }), mapRow({ code: "X90002", pcn: "U90002" })]));
  await writeFile(join(folder, "files", "patients.csv"), bytesOf(patientsHeader, [patientsRow("X90001", 1000), patientsRow("X90002", 2000)]));
  await writeFile(join(folder, "imported.yaml"), imported);
  await writeFile(join(folder, "single.yaml"), single);
  // Everything that the command line can change of a result.
  expect(await within(["run", "imported.yaml", "--seed", "a seed", "--slack", "5%,12.5%", "--returns", "1.5", "--quiet"], folder)).toMatchObject({ status: 0, out: "" });
  expect((await within(["run", "single.yaml", "--replications", "3", "--quiet"], folder)).status).toBe(0);
  text = await readFile(join(folder, plain), "utf8");
  document = JSON.parse(text) as ResultDocument;
});
afterAll(() => rm(folder, { recursive: true }));

test("seed, slack, returns and the number of replications are known from the result, and the bytes agree, with any number of threads", async () => {
  expect(JSON.parse(await readFile(join(folder, result), "utf8"))).toMatchObject({ seed: "a seed", stoppedBy: expect.stringMatching(/^(precision|maximum)$/) });
  expect(await reproduced(result, "--inputs", ".", "--threads", "3")).toEqual({
    status: 0, out: `${result}: reproduced: the same to the byte.\n`, err: expect.stringMatching(/^(Warning: .*\n)*$/),
  });
});

test("--replications is known from it as well, and the program itself says so", async () => {
  expect(document.stoppedBy).toBe("replications");
  expect(await outagelab(["reproduce", plain, "--quiet"], folder)).toMatchObject({ status: 0, out: `${plain}: reproduced: the same to the byte.\n` });
});

/** A clock that strikes at the end of so many rounds. */
const strikes = (rounds: number) => (): boolean => --rounds <= 0;
const fewFrom = (minimum: number): string => single.replace("replications: 2", `replications: {minimum: ${minimum}, maximum: 40}`);
const hypotheses = "hypotheses: [appointmentsDisrupted mean <= 300, {hypothesis: consultationsWithoutRecords mean >= 10000, weight: 3}]\n";

interface Made extends ReplicationOptions, Partial<Pick<Asked, "isTimeUp" | "slack" | "returns">> {
  readonly scenario: string;
}

test.each<[string, Made, stoppedBy: ResultDocument["stoppedBy"], replications: number, intervals: ResultDocument["intervals"]]>([
  ["--max-replications", { scenario: fewFrom(5), maxReplications: 7 }, "maximum", 7, "willink"],
  ["--precision", { scenario: single, precision: 0.9 }, "precision", 15, "willink"],
  ["--precision that is not reached", { scenario: single, precision: 0.001, maxReplications: 8 }, "maximum", 8, "willink"],
  ["--until-decided", { scenario: single + hypotheses, untilDecided: true }, "decided", 15, "willink"],
  ["--until-decided, and some are not", { scenario: single + hypotheses, untilDecided: true, maxReplications: 6 }, "maximum", 6, "willink"],
  ["--time-limit", { scenario: fewFrom(5) + hypotheses, isTimeUp: strikes(2), precision: 0.001 }, "time", 10, "willink"],
  ["--time-limit with --replications", { scenario: single, replications: 7, isTimeUp: strikes(1) }, "time", 5, "student"],
  ["--time-limit with more --replications than the scenario's fewest", { scenario: fewFrom(5), replications: 20, isTimeUp: strikes(2) }, "time", 10, "student"],
  ["--time-limit with --until-decided, before the scenario's fewest", { scenario: fewFrom(12) + hypotheses, untilDecided: true, isTimeUp: strikes(1) }, "time", 5, "student"],
  ["--time-limit that is not reached with --until-decided", { scenario: fewFrom(12) + hypotheses, untilDecided: true, isTimeUp: () => false }, "decided", 12, "student"],
  ["--time-limit with --slack and --returns", { scenario: fewFrom(5), replications: 20, isTimeUp: strikes(2), slack: [0.05], returns: [1] }, "time", 10, "student"],
  ["objectives, and practices that are not in balance", { scenario: unsteady }, "replications", 2, "student"],
])("a result of %s is reproduced to the byte", async (_, { scenario, isTimeUp, slack, returns, ...options }, stoppedBy, replications, intervals) => {
  const compiled = await compile(scenario, "made.yaml", () => Promise.reject(new Error("it names no file")));
  const model = { ...compiled.model, replications: replicationsOf(compiled.model, options) };
  const asked = { file: "made.yaml", threads: 1, quiet: true as const, slack, returns, ...(isTimeUp && { isTimeUp }) };
  const { document: made } = await produce(scenario, { ...compiled, model }, asked, version, new AbortController().signal);
  expect({ stoppedBy: made.stoppedBy, replications: made.outcomes[0]!.replications, intervals: made.intervals }).toEqual({ stoppedBy, replications, intervals });
  expect(made.steadiness!.verdict).toBe(scenario === unsteady ? "unsteady" : "not judged");
  for (const { outcomes } of [...(made.slack ?? []), ...(made.returns ?? [])]) expect(new Set(outcomes.map((row) => row.replications))).toEqual(new Set([replications]));
  expect(await reproduced(await saved("made.json", written(made)))).toMatchObject({ status: 0, out: "made.json: reproduced: the same to the byte.\n" });
});

test("what was changed is named, with both values", async () => {
  const outcomes = document.outcomes.map((row, index) => (index === 7 ? { ...row, mean: -1 } : row));
  const { status, out } = await reproduced(await saved("changed.json", `${JSON.stringify({ ...document, outcomes }, null, 1)}\n`));
  expect(status).toBe(4);
  expect(out).toBe(`changed.json: differs, first at outcomes[7].mean:\n  in the file  -1\n  now          ${document.outcomes[7]!.mean}\n`);
});

test("another version is named, and is no difference by itself", async () => {
  const { status, out } = await reproduced(await saved("older.json", text.replace(`"version": "${document.version}"`, '"version": "0.0.9"')));
  expect({ status, out }).toEqual({ status: 0, out: `older.json: reproduced, but for the version. It was made with version 0.0.9, this is version ${document.version}.\n` });
});

test("the same in other bytes differs", async () => {
  const { status, out } = await reproduced(await saved("short.json", JSON.stringify(document)));
  expect(status).toBe(4);
  expect(out).toContain("It holds the same, but is not written as it was");
});

test("an input that is missing, or no longer what it was, is bad input", async () => {
  const missing = await reproduced(result);
  expect(missing).toMatchObject({ status: 2, out: "" });
  expect(missing.err).toContain(`${join("reports", "imported", "files", "map.csv")}: there is no such file. The result was made from it: say where it is with --inputs.`);
  await mkdir(join(folder, "later"));
  await rename(join(folder, "files"), join(folder, "later", "files"));
  await writeFile(join(folder, "later", "files", "map.csv"), bytesOf(mapHeader, [mapRow({ code: "X90009" })]));
  const other = await reproduced(result, "--inputs", "later");
  expect(other).toMatchObject({ status: 2, out: "" });
  expect(other.err).toMatch(/map\.csv is not the file that the result was made from: its SHA-256 is [0-9a-f]{64}, not [0-9a-f]{64}\./);
});

test.each([
  ["a scenario", imported, "it is no JSON"],
  ["another document", '{"kind": "incident", "schema": 1}', "it is no result of a run"],
  ["nothing", "null", "it is no result of a run"],
  ["a result of another schema", '{"kind": "run", "schema": 99, "version": "9.0.0"}', 'Take the version that made it: "9.0.0".'],
  ["half a result", '{"kind": "run", "schema": 1, "seed": "a", "inputs": []}', "part of it is missing"],
])("%s is bad input", async (_, content, words) => {
  const refused = await reproduced(await saved("none.json", content));
  expect(refused).toMatchObject({ status: 2, out: "" });
  expect(refused.err).toContain(words);
});

describe("the first difference", () => {
  test.each([
    [{ a: 1, b: [1, { c: 2 }] }, { a: 1, b: [1, { c: 3 }] }, { path: "b[1].c", before: "2", now: "3" }],
    [{ a: [1, 2] }, { a: [1] }, { path: "a[1]", before: "2", now: "nothing" }],
    [{ a: 1 }, { a: 1, b: null }, { path: "b", before: "nothing", now: "null" }],
    [{ a: [] }, { a: {} }, { path: "a", before: "[]", now: "{}" }],
    [{ a: null }, { a: 0 }, { path: "a", before: "null", now: "0" }],
    [{ z: 1, a: 1 }, { z: 2, a: 2 }, { path: "z", before: "1", now: "2" }],
    ["x".repeat(100), 1, { path: "", before: `"${"x".repeat(56)}...`, now: "1" }],
  ])("of %j and %j", (before, now, expected) => {
    expect(firstDifference(before, now)).toEqual(expected);
  });

  test("there is none of what is the same", () => {
    expect(firstDifference(JSON.parse(text), document)).toBeNull();
  });
});
