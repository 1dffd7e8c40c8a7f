/** What curves count adds up to what outcomes count. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { roles } from "../../src/estate/estate.js";
import { runExperiment } from "../../src/experiment/run.js";
import { simulateUnit } from "../../src/experiment/unit.js";
import { compile } from "../../src/scenario/compile.js";

const text = readFileSync(new URL("../cli/tiny.yaml", import.meta.url), "utf8");

test("hours by role and day, and failed calls and cancellations by hour, add up to the outcomes of the same run; no curve stands twice", async () => {
  const { model } = await compile(text, "tiny.yaml", () => Promise.reject(new Error("no file")));
  const { findings: { rows, series, practiceSeries } } = await runExperiment(model, (unit) => Promise.resolve(simulateUnit(model, unit)));
  const mean = (id: string, part: string): number => rows.find((row) => row.id === id && row.part === part && row.where === "all")!.mean!;
  const curve = (id: string, part = "all"): readonly number[] => series.find((one) => one.id === id && one.part === part && one.where === "all" && one.arm === "outage")!.mean;
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  // Curves keep six figures of every value: of a hundred values less than one in ten thousand of the largest is lost.
  const near = (one: number, other: number): void => expect(Math.abs(one - other)).toBeLessThan(1e-3 * Math.max(1, Math.abs(other)));
  for (const role of roles) near(sum(curve("extraWorkHours", `role:${role}`)), mean("extraWorkHours", `role:${role}`));
  const names = [...series, ...practiceSeries].map(({ id, part, arm, where, stepMinutes }) => [id, part, arm, where, stepMinutes].join(" "));
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  const days = rows.filter(({ id, part, where }) => id === "extraWorkHours" && part.startsWith("day:") && where === "all");
  const first = curve("extraWorkHours", "role:gp").length - days.length;
  days.forEach(({ mean }, day) => near(sum(roles.map((role) => curve("extraWorkHours", `role:${role}`)[first + day]!)), mean!));
  expect(mean("contactsNotConnected", "all")).toBeGreaterThan(0);
  for (const id of ["contactsNotConnected", "appointmentsCancelled"]) near(sum(curve(id)), mean(id, "all"));
});
