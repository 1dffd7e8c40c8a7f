/** What the result says of directives. */
import { expect, test } from "vitest";
import { noPolicies, type Directive } from "../../src/care/policies.js";
import { directiveFigures } from "../../src/experiment/directive-figures.js";
import { period } from "../outcomes/journal-builder.js";
import { estate } from "./estate-of-three.js";

const directive: Directive = { name: "x", from: "region", at: 4800, until: Infinity, followed: 1, refer: "nobody" };
/** Of a sample of one practice in A, drawn from three in A and one in B. */
function figuresOf(directives: readonly Directive[]) {
  const sample = { ...estate, regions: estate.regions.slice(0, 1), neighbourhoods: [{ ...estate.neighbourhoods[0]!, practices: [0] }], practices: estate.practices.slice(0, 1) };
  return directiveFigures({ estate: sample, whole: estate, period, policies: { ...noPolicies, directives } });
}

test("practices are counted in the whole from which a sample was drawn, and who speaks is named", () => {
  const figures = figuresOf([{ ...directive, from: "nation" }, { ...directive, where: { region: "QA" } }, { ...directive, where: { practice: "G2" } }, { ...directive, where: { region: ["QA", "QB"] } }]);
  expect(figures.map(({ regions, practices, outOf }) => [regions, practices, outOf])).toEqual([
    [undefined, 4, 4], [["Region A"], 3, 3], [["Region A"], 1, 3], [["Region A", "Region B"], 4, 4],
  ]);
});
