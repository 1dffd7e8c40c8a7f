import { expect, test } from "vitest";
import { changePractices, type EstateChange } from "../../src/estate/change.js";
import type { Estate } from "../../src/estate/estate.js";
import { EstateError } from "../../src/estate/estate-error.js";
import { generateEstate } from "../../src/estate/generate.js";
import { parametersWith } from "../../src/facts/defaults.js";

const kent = generateEstate({ region: "QKS" }, parametersWith(), 1);
const changeEstate = (estate: Estate, changes: readonly EstateChange[], seed: string | number): Estate => changes.reduce((current, change) => changePractices(current, change, seed), estate);

test("what is selected changes, and nothing else", () => {
  const changed = changeEstate(kent, [{ where: { practice: "QKS-003" }, set: { lines: 3, telephony: "on site", staff: { gp: 1.5 } } }], 1);
  expect(changed.practices[2]).toEqual({ ...kent.practices[2], lines: 3, telephony: "on site", staff: { ...kent.practices[2]!.staff, gp: 1.5 } });
  expect({ ...changed, practices: changed.practices.toSpliced(2, 1) }).toEqual({ ...kent, practices: kent.practices.toSpliced(2, 1) });
});

test("changes are made one after another", () => {
  const changed = changeEstate(kent, [
    { where: { neighbourhood: "QKS-N01" }, set: { clinicalSystem: "SystmOne", tags: [] } },
    { where: { clinicalSystem: "SystmOne" }, set: { workstations: 99 } },
  ], 1);
  const members = kent.neighbourhoods[0]!.practices;
  changed.practices.forEach(({ workstations, clinicalSystem }, index) => {
    expect(clinicalSystem).toBe(members.includes(index) ? "SystmOne" : "EMIS Web");
    if (members.includes(index)) expect(workstations).toBe(99);
    else expect(workstations).toBe(kent.practices[index]!.workstations);
  });
});

test("no change is the estate itself, and the given estate stays as it was", () => {
  const before = structuredClone(kent);
  expect(changeEstate(kent, [], 1)).toEqual(kent);
  changeEstate(kent, [{ where: {}, set: { patients: 1, tags: ["x"], staff: { admin: 0 } } }], 1);
  expect(kent).toEqual(before);
});

test("a change that reaches nobody is refused", () => {
  expect(() => changeEstate(kent, [{ where: { region: "QNC" }, set: { lines: 3 } }], 1)).toThrow(EstateError);
  expect(() => changeEstate(kent, [{ where: { region: "QNC" }, set: { lines: 3 } }], 1)).toThrow(/\{"region":"QNC"\}/);
});

test("of a share each practice is drawn by itself: the same ones whatever else is in the estate, others for another change or seed", () => {
  const parameters = parametersWith();
  const both = generateEstate({ region: ["QKS", "QNC"] }, parameters, 1);
  const change = { where: { region: "QKS" }, share: 0.3, set: { lines: 7777 } };
  const changed = (estate: typeof kent, lines = 7777, seed = "s"): string[] =>
    changePractices(estate, { ...change, set: { lines } }, seed).practices.filter((practice) => practice.lines === lines).map(({ code }) => code);
  const some = changed(kent);
  // Of 175, 30% each: mean 52.5, standard deviation 6.1; four of those on either side miss once in 16,000 seeds.
  expect(Math.abs(some.length - 52.5)).toBeLessThan(24.5);
  expect(changed(both)).toEqual(some);
  expect(changed(kent, 7778)).not.toEqual(some);
  expect(changed(kent, 7777, "t")).not.toEqual(some);
  expect(changeEstate(kent, [change], "s")).toEqual(changePractices(kent, change, "s"));
  // Whatever changes come before.
  const second = changeEstate(kent, [{ where: {}, set: { workstations: 1 } }, change], "s").practices.filter(({ lines }) => lines === 7777).map(({ code }) => code);
  expect(second).toEqual(some);
});
