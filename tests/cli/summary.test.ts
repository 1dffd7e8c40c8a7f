import picocolors from "picocolors";
import { expect, test } from "vitest";
import { summary } from "../../src/cli/summary.js";
import { labelOf } from "../../src/index.js";
import { beyondHorizon, fixture, hostile, unaffected } from "../report/fixture.js";

const plain = picocolors.createColors(false);
const page = "reports/kent-firewall-2023/index.html";

test.each([["a loss", fixture], ["no loss", unaffected], ["recovery beyond the horizon", beyondHorizon], ["hostile names", hostile]])("%s fits a screen of 80 columns by 24 lines", (_, document) => {
  const text = summary(document(), page, plain);
  const lines = text.split("\n");
  // The last line is left to the prompt.
  expect(lines.length).toBeLessThanOrEqual(24);
  expect(lines.filter((line) => [...line].length > 80)).toEqual([]);
  expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  expect(text.endsWith(`Page: ${page}\n`)).toBe(true);
});

test("recovery stands beside what was never made good, and every figure beside its interval", () => {
  const text = summary(fixture(), page, plain);
  for (const id of ["backlogRecovery", "netUndelivered", "needUnmetSameDay"]) expect(text).toMatch(new RegExp(`^${labelOf(fixture(), id)} +[\\d.,]+ {2}[\\d.,]+ to [\\d.,]+`, "m"));
  expect(text).toContain("simulation error alone");
});

test("a quantile beyond the horizon is no number", () => {
  expect(summary(beyondHorizon(), page, plain)).toMatch(/not\s+by\s+the\s+horizon|not\s+back\s+to\s+normal/);
});

test("where nothing is lost, no figures are shown but that they are exactly 0", () => {
  const text = summary(unaffected(), page, plain);
  expect(text).toContain("exactly 0");
  expect(text).not.toContain("95% interval");
});

test("colour says nothing that words do not", () => {
  const coloured = summary(fixture(), page, picocolors.createColors(true));
  expect(coloured).not.toBe(summary(fixture(), page, plain));
  expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(summary(fixture(), page, plain));
});
