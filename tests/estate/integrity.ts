import { expect } from "vitest";
import type { Estate } from "../../src/estate/estate.js";

/** Every index points where it should, nothing is empty, no code stands twice. */
export function expectIntegrity({ regions, neighbourhoods, practices, sample }: Estate): void {
  for (const items of [regions, neighbourhoods, practices]) expect(new Set(items.map(({ code }) => code)).size).toBe(items.length);
  expect(neighbourhoods.flatMap((neighbourhood) => neighbourhood.practices).sort((a, b) => a - b)).toEqual(practices.map((_, index) => index));
  neighbourhoods.forEach((neighbourhood, index) => {
    expect(neighbourhood.practices.length).toBeGreaterThan(0);
    expect([...neighbourhood.practices].sort((a, b) => a - b)).toEqual(neighbourhood.practices);
    for (const practice of neighbourhood.practices) expect(practices[practice]).toMatchObject({ neighbourhood: index, region: neighbourhood.region });
  });
  expect(new Set(neighbourhoods.map(({ region }) => region)).size).toBe(regions.length);
  for (const { patients, staff, workstations, lines } of practices) {
    expect(Number.isInteger(patients) && patients >= 1).toBe(true);
    for (const count of [workstations, lines]) expect(Number.isInteger(count) && count >= 1).toBe(true);
    for (const fte of Object.values(staff)) expect(fte).toBeGreaterThan(0);
  }
  if (sample) expect(sample).toMatchObject({ taken: neighbourhoods.length, weights: { length: neighbourhoods.length } });
}

export function patientsOf({ practices }: Pick<Estate, "practices">): number {
  return practices.reduce((sum, { patients }) => sum + patients, 0);
}
