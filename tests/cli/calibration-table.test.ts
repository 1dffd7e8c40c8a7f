/**
 * A quick version of the table that `outagelab calibrate` prints, for England and for three regions with inputs of their own: the promise that ordinary weeks look like
 * general practice.
 */
// Slow: fewer neighbourhoods would tell nothing of most figures.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { calibrate } from "../../src/calibration/run.js";
import { studyOf } from "../../src/calibration/study.js";
import { simulateOrdinaryWeeks } from "../../src/calibration/unit.js";
import type { CalibrationDocument, Compared } from "../../src/index.js";
import { outagelab } from "./outagelab.js";

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "outagelab-"))));
afterAll(() => rm(folder, { recursive: true }));

test("no figure of England is out of its tolerance for certain", async () => {
  const done = await outagelab(["calibrate", "--neighbourhoods", "12", "--replications", "2", "--out", "."], folder);
  process.stdout.write(done.out);
  const { figures } = JSON.parse(await readFile(join(folder, "calibration-England", "calibration.json"), "utf8")) as CalibrationDocument;
  expect(surelyOut(figures)).toEqual([]);
}, 300_000);

test.each(["QKS", "QNC", "QKK"])("no figure of %s is out of its tolerance for certain", async (region) => {
  const study = studyOf({ region, neighbourhoods: 6, replications: 2, seed: "table" });
  const { rows } = await calibrate(study, (unit) => Promise.resolve(simulateOrdinaryWeeks(study.weeks, unit)));
  expect(surelyOut(rows)).toEqual([]);
}, 120_000);

/** Of few neighbourhoods a figure may lie outside by luck; its whole interval of 95% does so once in forty figures that are on a bound, and far more seldom else. Seeds are fixed. */
function surelyOut(figures: readonly Compared[]): string[] {
  expect(figures.length).toBeGreaterThan(90);
  return figures.filter(({ part, verdict, observed, simulated, low, high, tolerance }) => {
    // Of a percentile over so few practices the jackknife's interval says nothing.
    if (verdict !== "out" || part.endsWith("percentile")) return false;
    const width = "points" in tolerance! ? tolerance.points : tolerance!.relative * observed!;
    return (low ?? simulated!) > observed! + width || (high ?? simulated!) < observed! - width;
  }).map(({ id, part }) => `${id} ${part}`);
}
