/** The published table: whole, consistent, and with a simulated counterpart for every row. */
import { expect, test } from "vitest";
import { estateFigures } from "../../src/calibration/estate-figures.js";
import { figuresOf } from "../../src/calibration/figures.js";
import { observed } from "../../src/calibration/observed.js";
import { observedIn } from "../../src/calibration/regional.js";
import { generateEstate } from "../../src/estate/generate.js";
import { parametersWith } from "../../src/facts/defaults.js";

const nameOf = ({ id, part }: { id: string; part: string }): string => `${id} ${part}`;
const valuesOf = (id: string): number[] => observed.filter((row) => row.id === id && row.tolerance !== null).map((row) => row.observed!);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

test("every row has a name of its own, a source, and a value where it has a tolerance", () => {
  expect(new Set(observed.map(nameOf)).size).toBe(observed.length);
  expect(observed.filter(({ source, label }) => source === "" || label === "")).toEqual([]);
  expect(observed.filter((row) => row.tolerance !== null && row.observed === null)).toEqual([]);
});

test("every row is computed from what is simulated or from the estate, and nothing else is", () => {
  const estate = estateFigures(generateEstate({ region: "QKS" }, parametersWith(), "any"));
  expect([...Object.keys(figuresOf([], { rates: [1, 1, 1], onlinePercentiles: [0.4, 3.5, 13.8] })), ...Object.keys(estate)].sort()).toEqual(observed.map(nameOf).sort());
});

test.each(["leadTime", "clinician", "mode", "duration", "callOutcome", "callWait", "callLength", "callsByWeekday", "supplier"])("shares of %s are renormalised to 1", (id) => {
  expect(sum(valuesOf(id))).toBeCloseTo(1, 12);
});

test("times of day add up to 1 without Mondays' mornings, which are part of them", () => {
  expect(sum(valuesOf("callsByTime").slice(0, -1))).toBeCloseTo(1, 12);
});

test("the working week's indices have a mean of 1", () => {
  expect(sum(valuesOf("appointmentsByWeekday").slice(0, 5)) / 5).toBeCloseTo(1, 3);
});

test("one area's missed appointments, at the nation's lead times, give the nation's 4.6%", () => {
  const leads = valuesOf("leadTime");
  expect(sum(valuesOf("notAttendedByLead").map((missed, lead) => missed * leads[lead]!))).toBeCloseTo(0.046, 12);
});

test("a region is judged by its own figures; by England's only where regions do not differ lastingly", () => {
  const kent = new Map(observedIn("QKS", observed).map((row) => [nameOf(row), row]));
  expect(kent.get("appointments all")).toMatchObject({ observed: 19.6, tolerance: { relative: 0.03 } });
  expect(kent.get("staff GPs, locums, trainees")!.observed).toBeCloseTo(3.56 + 1.01, 1);
  expect(kent.get("calls all")).toMatchObject({ observed: 25.32, tolerance: { relative: 0.05 }, source: expect.stringContaining("70% of the region's patients") });
  expect(kent.get("online median practice")!.observed).toBe(5.55);
  expect(kent.get("mode telephone")).toMatchObject({ tolerance: null });
  expect(kent.get("leadTime same day")).toEqual(observed.find((row) => nameOf(row) === "leadTime same day"));
  const own = (code: string): number => observedIn(code, observed).find((row) => row.id === "appointments")!.observed!;
  expect([own("QNC"), own("QKK")]).toEqual([20.3, 16.3]);
});
