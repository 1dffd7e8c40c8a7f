/** `outagelab reproduce`: a result is all that it takes to get it again, and a difference is named. */
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { firstDifference } from "../../src/cli/difference.js";
import { BadInput } from "../../src/cli/ending.js";
import { reproduce } from "../../src/cli/reproduce.js";
import type { ResultDocument } from "../../src/index.js";
import { bytesOf, mapHeader, mapRow, patientsHeader, patientsRow } from "../imports/rows.js";
import { brief, outagelab, type Outcome } from "./outagelab.js";

const imported = `question: What would two hours without telephones do?
name: imported
calendar: {start: 2023-03-13, days: 7, warmUp: 7}
estate: {import: {map: files/map.csv, patients: files/patients.csv}}
incidents:
  - {name: Telephones fail, component: cloud-telephony, at: 2023-03-16 08:00, for: 2h}
experiment: {replications: {minimum: 2, maximum: 3}}
hypotheses: [backlogRecovery p90 of practices <= 2 working days]
`;

let folder: string, text: string, document: ResultDocument;
/** Of a run without inputs and repeats. */
const plain = join("reports", "brief", "result.json");
const result = join("reports", "imported", "result.json");
const reproduced = (file: string, ...options: string[]): Promise<Outcome> => outagelab(["reproduce", file, "--quiet", ...options], folder);
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
  // Everything that the command line can change of a result.
  expect(await outagelab(["run", "imported.yaml", "--seed", "a seed", "--slack", "5%,12.5%", "--returns", "0,1.5", "--quiet"], folder)).toMatchObject({ status: 0, out: "" });
  expect((await outagelab(["run", brief, "--replications", "2", "--quiet"], folder)).status).toBe(0);
  text = await readFile(join(folder, plain), "utf8");
  document = JSON.parse(text) as ResultDocument;
});
afterAll(() => rm(folder, { recursive: true }));

test("seed, slack, returns and the number of replications are known from the result, and the bytes agree, with any number of threads", async () => {
  expect(JSON.parse(await readFile(join(folder, result), "utf8"))).toMatchObject({ seed: "a seed", stoppedBy: expect.stringMatching(/^(precision|maximum)$/) });
  expect(await reproduced(result, "--inputs", ".", "--threads", "1")).toEqual({
    status: 0, out: `${result}: reproduced: the same to the byte.\n`, err: expect.stringMatching(/^(Warning: .*\n)*$/),
  });
});

test("--replications is known from it as well", async () => {
  expect(document.stoppedBy).toBe("replications");
  expect(await reproduced(plain)).toMatchObject({ status: 0, out: `${plain}: reproduced: the same to the byte.\n` });
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
  const refused = reproduce(join(folder, await saved("none.json", content)), { threads: 1 }, "0.1.0", new AbortController().signal);
  await expect(refused).rejects.toThrow(BadInput);
  await expect(refused).rejects.toThrow(words);
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
