/** What is finished is kept as it was, found by whoever asks for the same, and by nobody else. */
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setEnvironmentData } from "node:worker_threads";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Checkpoints, type Kept } from "../../src/cli/checkpoints.js";
import { endingOf, Halted, Unfinished } from "../../src/cli/ending.js";
import { decisive, fingerprint, programFingerprint } from "../../src/cli/fingerprint.js";
import { simulate } from "../../src/cli/simulate.js";
import { compile, runExperiment, simulateUnit, type Model } from "../../src/index.js";
import { brief } from "./outagelab.js";

let folder: string;
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), "outagelab-")); });
afterEach(() => rm(folder, { recursive: true }));

const never = (): Promise<never> => Promise.reject(new Error("it is simulated again"));
/** A checkpoint after every unit. */
const opened = (decides: object, program = "program"): Promise<Kept> => new Checkpoints(join(folder, ".work"), program, 0).of(decides);
const unit = (replication: number, place = 0) => ({ replication, neighbourhood: place });

describe("a result", () => {
  test("comes back as threads send it", async () => {
    // Two of Node's small buffers lie in one pool, each somewhere in it.
    const pooled = [Buffer.from("first"), Buffer.from("second")].map((buffer) => new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length));
    const numbers = new Float64Array([1, NaN, -0, Infinity, 0.1, 5e-324]);
    const result = { word: "Môn", nothing: undefined, none: null, numbers, part: numbers.subarray(1, 3), counts: new Uint16Array([1, 2, 65535]), empty: new Uint32Array(0), pooled };
    await (await opened({})).resultOf(unit(0), () => Promise.resolve(result));
    const found = await (await opened({})).resultOf<ReturnType<typeof unit>, typeof result>(unit(0), never);
    expect(found).toStrictEqual(structuredClone(result));
    expect(Object.is(found.numbers[2], -0)).toBe(true);
  });

  test("is found for the same unit alone, whatever its kind", async () => {
    const units = [unit(0), unit(1), unit(0, 1), { replication: 0, region: 0 }, { replication: 0, region: 0, handOver: new Float64Array([1]) }, { replication: 0, region: 0, handOver: new Float64Array([2]) }];
    const first = await opened({});
    for (const [index, each] of units.entries()) await first.resultOf(each, () => Promise.resolve(index));
    const second = await opened({});
    expect(await Promise.all(units.map((each) => second.resultOf(each, never)))).toEqual([0, 1, 2, 3, 4, 5]);
    await expect(second.resultOf(unit(2), never)).rejects.toThrow("simulated again");
  });

  test("is not found by another model or another program", async () => {
    await (await opened({ seed: "a" })).resultOf(unit(0), () => Promise.resolve(1));
    await expect((await opened({ seed: "b" })).resultOf(unit(0), never)).rejects.toThrow("simulated again");
    await expect((await opened({ seed: "a" }, "later")).resultOf(unit(0), never)).rejects.toThrow("simulated again");
    expect(await (await opened({ seed: "a" })).resultOf(unit(0), never)).toBe(1);
  });

  test("that another run has removed meanwhile is simulated again", async () => {
    const checkpoints = new Checkpoints(join(folder, ".work"), "program", 0);
    await (await checkpoints.of({})).resultOf(unit(0), () => Promise.resolve(1));
    const late = await opened({});
    await checkpoints.remove();
    expect(await late.resultOf(unit(0), () => Promise.resolve(2))).toBe(2);
  });
});

test("all that a unit reads decides, and nothing else", async () => {
  const { model } = await compile(await readFile(brief, "utf8"), "brief.yaml", never);
  const plain = fingerprint(decisive(model));
  const others: Partial<Model> = { name: "other", question: "Other?", replications: { minimum: 1, maximum: 2 }, hypotheses: [{} as Model["hypotheses"][number]] };
  expect(fingerprint(decisive({ ...model, ...others }))).toBe(plain);
  const decides = Object.keys(model).filter((key) => !Object.hasOwn(others, key));
  expect(decides).toEqual(expect.arrayContaining(["seed", "period", "estate", "infrastructure", "incidents", "parameters", "policies"]));
  for (const key of [...decides, "whole", "hubs", "teams"]) expect(fingerprint(decisive({ ...model, [key]: "other" }))).not.toBe(plain);
});

test("numbers that JSON does not know, and their words, have names of their own", () => {
  const data = [Infinity, -Infinity, NaN, null, "Infinity", { number: "Infinity " }, [], new Float64Array([0]), new Float64Array([-0]), new Float32Array([0, 0])];
  expect(new Set(data.map(fingerprint)).size).toBe(data.length);
});

test("another build is another program", async () => {
  const name = await programFingerprint();
  expect(name).toMatch(/^[0-9a-f]{64}$/);
  expect(await programFingerprint()).toBe(name);
});

describe("a damaged checkpoint", () => {
  let path: string, whole: Buffer;
  beforeEach(async () => {
    const kept = await opened({});
    await kept.resultOf(unit(0), () => Promise.resolve(new Float64Array(4)));
    const [file] = await readdir(join(folder, ".work"));
    path = join(folder, ".work", file!);
    whole = await readFile(path);
  });

  const isRefused = async (bytes: Uint8Array): Promise<void> => {
    await writeFile(path, bytes);
    await expect(opened({})).rejects.toThrow(new Unfinished(`${path} is damaged: delete it and run again; what it held will be simulated again.`));
  };

  test("is named wherever it was cut", async () => {
    for (let length = 0; length < whole.length; length++) await isRefused(whole.subarray(0, length));
  });

  test("is named whichever bit of it was flipped", async () => {
    for (let at = 0; at < whole.length; at++) {
      const flipped = Buffer.from(whole);
      flipped[at]! ^= 1 << at % 8;
      await isRefused(flipped);
    }
  });

  test("is named where it was damaged after it was looked at", async () => {
    const kept = await opened({});
    await writeFile(path, whole.subarray(0, -1));
    await expect(kept.resultOf(unit(0), never)).rejects.toThrow("is damaged: delete it and run again");
  });

  test("hinders nobody who does not need it", async () => {
    await writeFile(path, "");
    await expect((await opened({ other: true })).resultOf(unit(0), never)).rejects.toThrow("simulated again");
  });
});

test("batches hold what some seconds finished, and the last what is left", async () => {
  const checkpoints = new Checkpoints(join(folder, ".work"), "program", 3600);
  const kept = await checkpoints.of({});
  for (let replication = 0; replication < 20; replication++) await kept.resultOf(unit(replication), () => Promise.resolve(replication));
  kept.expect(30, 30);
  expect(checkpoints.standing()).toEqual({ done: 0, total: 30 });
  await kept.flush();
  expect(checkpoints.standing()).toEqual({ done: 20, total: 30 });
  expect(await readdir(join(folder, ".work"))).toHaveLength(1);
  // Fewer replications need fewer of them.
  kept.expect(12, 12);
  expect(checkpoints.standing()).toEqual({ done: 12, total: 12 });
});

test("thousands of units are found at once", async () => {
  const units = Array.from({ length: 3000 }, (_, place) => unit(0, place));
  const first = new Checkpoints(join(folder, ".work"), "program", 3600);
  const kept = await first.of({});
  await Promise.all(units.map((each) => kept.resultOf(each, () => Promise.resolve(each.neighbourhood))));
  await kept.flush();
  const second = await opened({});
  expect(await Promise.all(units.map((each) => second.resultOf(each, never)))).toEqual(units.map(({ neighbourhood }) => neighbourhood));
  expect(second.found).toBe(units.length);
});

test("a thread that dies takes nothing with it that was finished, and the same goes on to the same end", async () => {
  const { model } = await compile(await readFile(brief, "utf8"), "brief.yaml", never);
  const few: Model = { ...model, replications: { minimum: 2, maximum: 2 } };
  const checkpoints = new Checkpoints(join(folder, ".work"), "program");
  const options = { threads: 1, quiet: true, checkpoints, worker: new URL("./workers/mortal.mjs", import.meta.url) } as const;
  const going = new AbortController().signal;
  const live = (units: number): void => setEnvironmentData("life", { units, milliseconds: 0, alone: true });
  live(5);
  await expect(simulate(few, options, going)).rejects.toThrow("a thread ended before its work was done (exit code 7).");
  // All five, and what another thread in its place finished before all were stopped: the batch was written when the thread was lost.
  expect(checkpoints.standing().done).toBeGreaterThanOrEqual(5);
  // Six neighbourhoods and their region in each replication.
  expect(checkpoints.standing()).toMatchObject({ total: 2 * (6 + 1) });
  // The nine that are left, and not one more.
  live(9);
  const { findings } = await simulate(few, options, going);
  expect(findings).toEqual((await runExperiment(few, async (each) => structuredClone(simulateUnit(few, each)))).findings);
});

test("what halted it is said first, then what is kept, and the status is that of what halted it", () => {
  const halted = new Halted(Object.assign(new Error("ENOSPC"), { code: "ENOSPC", path: "result.json.tmp" }), { done: 120, total: 230 });
  expect(endingOf(halted, false)).toEqual({ status: 1, message: "Could not finish: result.json.tmp: the disk is full. 120 of 230 parts of the work are kept: the same command goes on from them." });
  expect(endingOf(halted, true)).toEqual({ status: 130, message: "Interrupted after 120 of 230 parts of the work. They are kept: run the same command to go on." });
});
