import { expect, test } from "vitest";
import type { Estate, Selector } from "../../src/estate/estate.js";
import { selects } from "../../src/estate/selector.js";
import { writtenEstate } from "../../src/estate/written.js";
import { parametersWith } from "../../src/facts/defaults.js";

const written = writtenEstate(
  {
    practices: [
      { code: "A", patients: 9000, region: "QKS", neighbourhood: "N1", tags: ["template-manager"] },
      { code: "B", patients: 9000, region: "QKS", neighbourhood: "N1" },
      { code: "C", patients: 9000, region: "QU9", clinicalSystem: "SystmOne" },
      { code: "D", patients: 9000, region: "S0E4D" },
      { code: "E", patients: 9000, region: "QNQ" },
    ],
  },
  parametersWith(),
);
const estate: Estate = { ...written, practices: written.practices.map((practice) => (practice.code === "D" ? { ...practice, formerly: "QNQ" } : practice)) };

const selected = (selector: Selector): string => estate.practices.filter((_, index) => selects(selector, estate, index)).map(({ code }) => code).join("");

test.each([
  [{}, "ABCDE"],
  [{ region: "QKS" }, "AB"],
  [{ region: ["QKS", "QU9"] }, "ABC"],
  [{ neighbourhood: "N1" }, "AB"],
  [{ neighbourhood: ["N1", "C"] }, "ABC"],
  [{ practice: ["B", "D"] }, "BD"],
  [{ clinicalSystem: "SystmOne" }, "C"],
  [{ tag: "template-manager" }, "A"],
  [{ region: "QKS", tag: "template-manager" }, "A"],
  [{ region: "QU9", clinicalSystem: "EMIS Web" }, ""],
  [{ region: [] }, ""],
] as const)("%j selects %s", (selector, codes) => expect(selected(selector as Selector)).toBe(codes));

test("an ICB is found by its code of either era", () => {
  // QU9 went into S0E4D as a whole, QNQ only in part: which of its practices did is known of D alone.
  expect(selected({ region: "S0E4D" })).toBe("CD");
  expect(selected({ region: "QNQ" })).toBe("DE");
});
