/** A run that a power cut ends again and again comes to the result of one that nothing disturbs. */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import seedrandom from "seedrandom";
import { afterAll, beforeAll, expect, test } from "vitest";
import { brief, bytesIn, ended, within } from "./outagelab.js";

const mortal = fileURLToPath(new URL("./workers/mortal-run.mjs", import.meta.url));

let folder: string;
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), "outagelab-")); });
afterAll(() => rm(folder, { recursive: true }));

test("killed twenty times and started again, it ends with the same bytes", async () => {
  const random = seedrandom("killed");
  let before = 0;
  for (let kill = 0; kill < 20; kill++) {
    // One unit or two of each of two threads, and up to a fifth of a second, in which a checkpoint is written, or half of one: at most 80 units of 112 in all.
    const { status, err } = await ended([mortal, brief, "killed", String(1 + Math.floor(random() * 2)), String(Math.floor(random() * 200))], folder);
    // A process that a signal ended has no status.
    expect(status).toBeNull();
    const continued = Number(/^Continuing: (\d+) of 112 parts of the work were done before\.$/m.exec(err)?.[1] ?? 0);
    expect(continued).toBeGreaterThanOrEqual(before);
    before = continued;
  }
  // Nearly all that was finished was kept: of each life one unit at least, but for some that ended before its first was written.
  expect(before).toBeGreaterThan(15);

  const { status, err } = await within(["run", brief, "--out", "killed"], folder);
  expect(status).toBe(0);
  expect(Number(/^Continuing: (\d+) of 112 /m.exec(err)?.[1])).toBeGreaterThanOrEqual(before);
  expect((await within(["run", brief, "--quiet", "--out", "whole"], folder)).status).toBe(0);
  expect(await bytesIn(join(folder, "killed", "brief"))).toEqual(await bytesIn(join(folder, "whole", "brief")));
  expect(existsSync(join(folder, "killed", "brief", ".work"))).toBe(false);
});
