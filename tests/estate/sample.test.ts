import fc from "fast-check";
import { expect, test } from "vitest";
import { EstateError } from "../../src/estate/estate-error.js";
import type { Estate } from "../../src/estate/estate.js";
import { generateEstate } from "../../src/estate/generate.js";
import { sampleEstate } from "../../src/estate/sample.js";
import { parametersWith } from "../../src/facts/defaults.js";
import { expectIntegrity, patientsOf } from "./integrity.js";

const parameters = parametersWith();
const england = generateEstate({ region: "England" }, parameters, 1);
const three = generateEstate({ region: ["QKS", "QNC", "QT6"] }, parameters, 1);
const kent = generateEstate({ region: "QKS" }, parameters, 1);

/** Patients of a region as its neighbourhoods stand for them. */
function weighted({ regions, neighbourhoods, practices, sample }: Estate): Record<string, number> {
  const totals: Record<string, number> = {};
  neighbourhoods.forEach(({ region, practices: members }, index) => {
    const patients = members.reduce((sum, practice) => sum + practices[practice]!.patients, 0);
    totals[regions[region]!.code] = (totals[regions[region]!.code] ?? 0) + patients * (sample?.weights[index] ?? 1);
  });
  return totals;
}

test("a sample of all is the estate itself with weights of 1", () => {
  for (const count of [46, 1000]) {
    const { sample, ...estate } = sampleEstate(kent, count, 1);
    expect(estate).toEqual(kent);
    expect(sample).toEqual({ taken: 46, of: 46, weights: kent.neighbourhoods.map(() => 1) });
  }
});

test("of several regions each is in it, and the patients of each come to their total", () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: three.neighbourhoods.length - 1 }), fc.string(), (count, seed) => {
      const part = sampleEstate(three, count, seed);
      expectIntegrity(part);
      expect(part.neighbourhoods).toHaveLength(count);
      expect(part.sample).toMatchObject({ taken: count, of: three.neighbourhoods.length });
      const totals = weighted(part);
      for (const [code, patients] of Object.entries(weighted(three))) expect(totals[code]! / patients).toBeCloseTo(1, 9);
      for (const weight of part.sample!.weights) expect(weight).toBeGreaterThanOrEqual(1 - 1e-12);
    }),
    { numRuns: 60 },
  );
});

test("fewer than the regions there are: patients come to the total of England", () => {
  const part = sampleEstate(england, 12, 1);
  expectIntegrity(part);
  expect(part.neighbourhoods).toHaveLength(12);
  expect(Object.values(weighted(part)).reduce((a, b) => a + b) / patientsOf(england)).toBeCloseTo(1, 9);
});

test("a sample of England has all 42 ICBs, larger ones with more neighbourhoods", () => {
  const part = sampleEstate(england, 120, 1);
  expect(part.regions).toHaveLength(42);
  const count = (code: string): number => part.neighbourhoods.filter(({ region }) => part.regions[region]!.code === code).length;
  expect(count("QOP")).toBeGreaterThan(count("QOC"));
});

test("whole neighbourhoods, unchanged, and labelled", () => {
  const part = sampleEstate(kent, 10, 1);
  for (const neighbourhood of part.neighbourhoods) {
    const original = kent.neighbourhoods.find(({ code }) => code === neighbourhood.code)!;
    const practices = (estate: Estate, members: readonly number[]) => members.map((index) => ({ ...estate.practices[index]!, neighbourhood: 0 }));
    expect(practices(part, neighbourhood.practices)).toEqual(practices(kent, original.practices));
  }
  expect(part.source).toContain("sample of 10 of 46 neighbourhoods");
});

test("on average over seeds a sample counts the practices right", () => {
  // Estimates of 175 practices from 15 neighbourhoods; 300 samples. Five standard errors: a false alarm once in a million, and the seeds are fixed.
  const estimates = Array.from({ length: 300 }, (_, seed) => {
    const { neighbourhoods, sample } = sampleEstate(kent, 15, seed);
    return neighbourhoods.reduce((sum, { practices }, index) => sum + practices.length * sample!.weights[index]!, 0);
  });
  const mean = estimates.reduce((a, b) => a + b) / 300;
  const variance = estimates.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / 299;
  expect(Math.abs(mean - 175)).toBeLessThan(5 * Math.sqrt(variance / 300));
});

test("the same seed takes the same neighbourhoods, another takes others", () => {
  const codes = (seed: number): string[] => sampleEstate(kent, 10, seed).neighbourhoods.map(({ code }) => code);
  expect(codes(1)).toEqual(codes(1));
  expect(codes(1)).not.toEqual(codes(2));
});

test.each([0, -1, 2.5, NaN])("%s neighbourhoods cannot be taken", (count) => {
  expect(() => sampleEstate(kent, count, 1)).toThrow(/Write a whole number/);
});

test("a sample is not sampled again", () => {
  expect(() => sampleEstate(sampleEstate(kent, 10, 1), 5, 1)).toThrow(EstateError);
});
