import { csvParse } from "d3-dsv";
import { describe, expect, test } from "vitest";
import { calibrationDrawables } from "../../src/report/calibration/charts/index.js";
import { drawablesOf, type Drawable } from "../../src/report/charts/catalogue.js";
import type { ChartSpec } from "../../src/report/charts/frame.js";
import { lookFor, type Theme } from "../../src/report/charts/look.js";
import { render } from "../../src/report/render.js";
import type { ResultDocument } from "../../src/result/document.js";
import { calibration } from "./calibration-fixture.js";
import { charted } from "./chart-fixture.js";
import { beyondHorizon, fixture, hostile, unaffected } from "./fixture.js";
import { overlaps, textBoxes } from "./text-boxes.js";

const names = drawablesOf(charted()).map(({ name }) => name);
const named = (document: ResultDocument, name: string): Drawable => drawablesOf(document).find((each) => each.name === name)!;
const wordsOf = (text: unknown): string => (text as string[]).join(" ");
const titleOf = (spec: ChartSpec): string => wordsOf((spec.title as { text: string[] }).text);
const subtitleOf = (spec: ChartSpec): string => wordsOf((spec.title as { subtitle: string[] }).subtitle);

const looks = ([["screen", 360], ["screen", 700], ["print", 330], ["print", 680], ["dark", 1000]] as const).map(([theme, width]) => ({ name: `${theme}, ${width} pixels`, look: lookFor(theme as Theme, width), width }));

/** In what a chart may count. */
const units = /practice-days|working days|staff hours|appointments|calls|contacts|ratio|share|1,000 patients|tolerances|patients|practices|services|lost|full-time|mean of monday|percent|of expected|of time/i;

const documents = [["an ordinary result", charted()], ["no recovery by the horizon", charted(beyondHorizon())], ["hostile texts", charted(hostile())]] as const;

/** The narrowest and the widest page. */
const few = [looks[0]!, looks[3]!];

describe.each([
  ...documents.map(([what, document], at) => ({ what: String(what), drawables: drawablesOf(document), drawnIn: at === 0 ? looks : few })), { what: "a calibration", drawables: calibrationDrawables(calibration()), drawnIn: few },
])("$what", ({ drawables, drawnIn }) => {
  test.each(drawnIn)("every chart has title, finding, units and source, all of it within its frame and nothing on top of another: $name", async ({ look, width }) => {
    for (const { name, chart } of drawables) {
      const spec = chart(look);
      if (spec === undefined) continue;
      const svg = await render(spec);
      expect(titleOf(spec).trim(), name).not.toBe("");
      expect(subtitleOf(spec), name).toMatch(units);
      // A description begins with the finding, here without its last word, which a long name in it may break.
      const finding = /^(.*?)(?:\. |\.$)/.exec(spec.description)![1]!.slice(0, 40).replace(/\S+$/, "").trim();
      expect(`${titleOf(spec)} ${subtitleOf(spec)}`.replace(/\s+/g, " "), name).toContain(finding.replace(/\s+/g, " "));
      const boxes = textBoxes(svg);
      expect(boxes.some(({ text }) => text.startsWith("Source: ")), name).toBe(true);
      const drawnWidth = Number(/<svg [^>]*width="([\d.]+)"/.exec(svg)![1]);
      expect(drawnWidth, name).toBeLessThanOrEqual(width + 0.5);
      expect(boxes.filter(({ left, right, top }) => left < -1 || right > drawnWidth + 1 || top < -1), name).toEqual([]);
      expect(overlaps(boxes), name).toEqual([]);
      expect(svg, name).not.toMatch(/NaN|undefined|Infinity|<script|<img|<\/style|<b>/);
    }
  });
});

test("every chart is drawn of a result that has all it needs", () => {
  expect(drawablesOf(charted()).filter(({ chart }) => chart("wide") === undefined)).toEqual([]);
});

test("a result of before lacks what it does not hold, and says so", () => {
  const absent = drawablesOf(fixture()).filter(({ chart }) => chart("wide") === undefined);
  expect(absent.map(({ name, whyNot }) => `${name}: ${whyNot}`)).toEqual([
    expect.stringMatching(/^reasons: it counts none by day and reason/), "calls: it holds no calls by the hour", expect.stringMatching(/^practices: it holds no curves/), expect.stringMatching(/^convergence: it holds no values of single/),
  ]);
});

test("of one replication, and of nothing disrupted, a result of this version says so", () => {
  const document = charted();
  const few = { ...document, byReplication: document.byReplication!.map((each) => ({ ...each, values: each.values.slice(0, 1) })), series: document.series.filter(({ part }) => !/^reason:|^rebooked$|^lost$/.test(part)) };
  const absent = drawablesOf(few).filter(({ chart }) => chart("wide") === undefined);
  expect(absent.map(({ name, whyNot }) => `${name}: ${whyNot}`)).toEqual(["reasons: no appointment is disrupted or cancelled", "convergence: one replication alone settles nothing"]);
});

test("of an outage without effect there is nothing to draw but how means settle, and nothing else is said to be missing", () => {
  const absent = drawablesOf(unaffected()).filter(({ chart }) => chart("wide") === undefined);
  expect(absent.map(({ name }) => name)).toEqual(names);
  for (const { whyNot } of absent) expect(whyNot).toBe("nothing is lost");
});

test.each([
  ["reasons", "Appointments disrupted: about 7,400, most on Monday 20 March; 82% of them held without full records"],
  ["roles", "The most extra staff hours fall to GPs: about 400 of about 1,170, above all on typing notes in"],
  ["paper", "With the notes typed in, consultations on paper take 1.71 times the work"],
  ["calls", "more calls than usual come in, most at 08:00 on Thursday 16 March; about 810 more callers than usual hang up"],
  ["practices", "11 of 12 practices hit fall behind by a whole day’s work or more; the furthest is Lower Stour Surgery, by 4 practice-days on Monday 20 March"],
  ["convergence", "After 20 replications every mean shown is known to within 5%"],
])("the title of %s says what was found", (name, finding) => {
  expect(titleOf(named(charted(), name).chart("wide")!)).toContain(finding);
});

test("of less work than usual it is not told who has most of the extra hours", () => {
  const base = charted();
  const less = { ...base, outcomes: base.outcomes.map((row) => (row.id === "extraWorkHours" && row.kind === "difference" && row.mean !== null ? { ...row, mean: -row.mean, low: -row.high!, high: -row.low! } : row)) };
  expect(titleOf(named(less, "roles").chart("wide")!)).toBe("No extra staff hours in all, but about 1,170 less than usual; the largest change is for GPs, about 400 less");
});

test("a heading of one's own takes the place of the title, and the finding stands below", () => {
  const plain = named(charted(), "backlog").chart(lookFor("screen", 680))!;
  const own = named(charted(), "backlog").chart(lookFor("screen", 680, "Figure 1 <b>"))!;
  expect(titleOf(own)).toBe("Figure 1 <b>");
  expect(subtitleOf(own)).toContain(titleOf(plain));
  expect(titleOf(named(charted(), "backlog").chart(lookFor("print", 330))!)).toBe("Open work with and without the outage");
});

test.each(names)("the data of %s are tidy: units in the header, a row a value, no formula", (name) => {
  const { text } = named(charted(hostile()), name).table();
  const rows = csvParse(text.replace(/^\uFEFF/, ""));
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.columns.some((column) => /practice_days|working_days|staff_hours|appointments|calls|percent|ratio|unit/.test(column))).toBe(true);
  for (const row of rows) for (const cell of Object.values(row)) expect(Number.isFinite(Number(cell)) || !/^[=+\-@\t\r]/.test(cell)).toBe(true);
});

test("intervals narrow about a mean that is that of all values, as in the row of the outcome", () => {
  const document = charted();
  const rows = csvParse(named(document, "convergence").table().text);
  const last = rows.filter(({ outcome }) => outcome === "notesToTypeIn").at(-1)!;
  const { values } = document.byReplication!.find(({ id }) => id === "notesToTypeIn")!;
  // Sums in another order differ in the last digits.
  expect(Number(last["mean_so_far"])).toBeCloseTo(values.reduce<number>((sum, value) => sum + value!, 0) / values.length, 6);
  expect(last["replication"]).toBe("20");
});

/** To write them anew: npx vitest run tests/report/catalogue.test.ts -u */
test.each(names.filter((name) => !["timeline", "disrupted", "backlog", "queues", "recovery", "workload"].includes(name)))("the specification of %s is the committed one", async (name) => {
  const text = JSON.stringify(named(charted(), name).chart("wide"), (key, value: unknown) => (key === "values" && Array.isArray(value) && value.length > 60 ? value.slice(0, 5) : value), 1);
  await expect(`${text}\n`).toMatchFileSnapshot(`specs/${name}.vl.json`);
});
