/** `outagelab run` where the disk is full, read-only or has damaged a file: one sentence, and when that is mended the same command goes on. */
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { brief, bytesIn, ended, outagelab, tiny, within } from "./outagelab.js";

const mortal = fileURLToPath(new URL("./workers/mortal-run.mjs", import.meta.url));

/** The tiny scenario with a week, of which no balance is judged, which saves most of the time. */
const week = "tiny.yaml";
let folder: string, disk: string;
let hindrance: string | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "outagelab-"));
  await writeFile(join(folder, week), (await readFile(tiny, "utf8")).replace("days: 21, warmUp: 14", "days: 7, warmUp: 7"));
  disk = join(folder, "disk");
  await mkdir(disk);
  // Room for the finished units of two replications, some 20 kB, and not for the result.
  hindrance = mounting("-t", "tmpfs", "-o", "size=64k", "none", disk);
});
afterAll(async () => {
  if (hindrance === undefined) execFileSync("umount", [disk]);
  await rm(folder, { recursive: true });
});

/** Why it could not. */
function mounting(...args: readonly string[]): string | undefined {
  try {
    execFileSync("mount", args, { stdio: "pipe" });
    return undefined;
  } catch (error) {
    return `no small disk can be mounted here: ${String((error as { stderr?: unknown }).stderr ?? error).trim()}`;
  }
}

test("a full disk: what is finished is kept there, and goes into the result when there is room", async ({ skip }) => {
  if (hindrance !== undefined) skip(hindrance);
  const command = ["run", week, "--out", "disk"];
  const full = await outagelab([...command, "--quiet"], folder);
  expect(full).toMatchObject({ status: 1, out: "" });
  expect(full.err).toMatch(/^Warning: The calendar ends .+\nCould not finish: (.+: )?the disk is full\. 4 of 4 parts of the work are kept: the same command goes on from them\.\n$/);
  expect(await readdir(join(disk, "tiny"))).not.toContain("result.json");

  mounting("-o", "remount,size=16m", disk);
  const { status, err } = await within(command, folder);
  expect(status).toBe(0);
  expect(err).toContain("Continuing: 4 of 4 parts of the work were done before.\n");
  expect((await within(["run", week, "--quiet", "--out", "elsewhere"], folder)).status).toBe(0);
  expect(await bytesIn(join(disk, "tiny"))).toEqual(await bytesIn(join(folder, "elsewhere", "tiny")));
});

test("a disk that may not be written: an earlier result stays as it was", async ({ skip }) => {
  if (hindrance !== undefined) skip(hindrance);
  const before = await readFile(join(disk, "tiny", "result.json"), "utf8").catch(() => undefined);
  mounting("-o", "remount,ro", disk);
  const { status, err } = await within(["run", week, "--quiet", "--out", "disk"], folder);
  mounting("-o", "remount,rw", disk);
  expect(status).toBe(1);
  expect(err).toMatch(/^Warning: The calendar ends .+\nCould not finish: .+: the disk is read-only\.\n$/);
  expect(await readFile(join(disk, "tiny", "result.json"), "utf8").catch(() => undefined)).toBe(before);
});

test("a damaged checkpoint is named, with what to do; --fresh does without", async () => {
  // Killed a while after each thread has finished two units.
  await ended([mortal, brief, "damaged", "2", "500"], folder);
  const work = join(folder, "damaged", "brief", ".work");
  const [file] = (await readdir(work)).filter((name) => name.endsWith(".units"));
  await truncate(join(work, file!), 100);
  const { status, out, err } = await within(["run", brief, "--quiet", "--out", "damaged"], folder);
  expect({ status, out }).toEqual({ status: 1, out: "" });
  expect(err).toContain(`Could not finish: ${join("damaged", "brief", ".work", file!)} is damaged: delete it and run again; what it held will be simulated again.\n`);

  const fresh = await within(["run", brief, "--replications", "1", "--out", "damaged", "--fresh"], folder);
  expect(fresh.status).toBe(0);
  expect(fresh.err).not.toContain("Continuing");
  expect(await readdir(join(folder, "damaged", "brief"))).not.toContain(".work");
});
