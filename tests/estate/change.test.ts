import { expect, test } from "vitest";
import { changeEstate } from "../../src/estate/change.js";
import { EstateError } from "../../src/estate/estate-error.js";
import { generateEstate } from "../../src/estate/generate.js";
import { parametersWith } from "../../src/facts/defaults.js";

const kent = generateEstate({ region: "QKS" }, parametersWith(), 1);

test("what is selected changes, and nothing else", () => {
  const changed = changeEstate(kent, [{ where: { practice: "QKS-003" }, set: { lines: 3, telephony: "on site", staff: { gp: 1.5 } } }]);
  expect(changed.practices[2]).toEqual({ ...kent.practices[2], lines: 3, telephony: "on site", staff: { ...kent.practices[2]!.staff, gp: 1.5 } });
  expect({ ...changed, practices: changed.practices.toSpliced(2, 1) }).toEqual({ ...kent, practices: kent.practices.toSpliced(2, 1) });
});

test("changes are made one after another", () => {
  const changed = changeEstate(kent, [
    { where: { neighbourhood: "QKS-N01" }, set: { clinicalSystem: "SystmOne", tags: [] } },
    { where: { clinicalSystem: "SystmOne" }, set: { workstations: 99 } },
  ]);
  const members = kent.neighbourhoods[0]!.practices;
  changed.practices.forEach(({ workstations, clinicalSystem }, index) => {
    expect(clinicalSystem).toBe(members.includes(index) ? "SystmOne" : "EMIS Web");
    if (members.includes(index)) expect(workstations).toBe(99);
    else expect(workstations).toBe(kent.practices[index]!.workstations);
  });
});

test("no change is the estate itself, and the given estate stays as it was", () => {
  const before = structuredClone(kent);
  expect(changeEstate(kent, [])).toEqual(kent);
  changeEstate(kent, [{ where: {}, set: { patients: 1, tags: ["x"], staff: { admin: 0 } } }]);
  expect(kent).toEqual(before);
});

test("a change that reaches nobody is refused", () => {
  expect(() => changeEstate(kent, [{ where: { region: "QNC" }, set: { lines: 3 } }])).toThrow(EstateError);
  expect(() => changeEstate(kent, [{ where: { region: "QNC" }, set: { lines: 3 } }])).toThrow(/\{"region":"QNC"\}/);
});
