/** The page of a calibration: its charts, its words, and that no text can break out of it. */
import { describe, expect, test } from "vitest";
import { calibrationDrawings, chartsOf } from "../../src/report/calibration/charts/index.js";
import { groups, nameIn } from "../../src/report/calibration/groups.js";
import { calibrationPage } from "../../src/report/calibration/page.js";
import { differenceIn, intervalIn, valueIn } from "../../src/report/calibration/words.js";
import { sizes, type ChartSpec, type Layout } from "../../src/report/charts/frame.js";
import { escaped } from "../../src/report/html.js";
import { render } from "../../src/report/render.js";
import type { CalibrationDocument } from "../../src/result/calibration-document.js";
import { calibration } from "./calibration-fixture.js";
import { payloads } from "./fixture.js";

const known = calibration();
const drawn = await calibrationDrawings(known);
const whole = calibrationPage(known, drawn);
const judged = known.figures.filter(({ verdict }) => verdict !== null);

function chart(name: string, document: CalibrationDocument = known, layout: Layout = "half"): ChartSpec {
  return chartsOf(document).find((one) => one.name === name)!.chart(layout)!;
}

function titleOf(spec: ChartSpec): string {
  return (spec.title as { text: string[] }).text.join(" ");
}

interface Layer {
  readonly data?: { readonly values: readonly Readonly<Record<string, unknown>>[] };
  readonly mark: { readonly type: string; readonly shape?: string; readonly text?: string };
}

function layersOf(spec: ChartSpec, panel = 0): readonly Layer[] {
  return (spec as unknown as { vconcat: { layer: Layer[] }[] }).vconcat[panel]!.layer;
}

/** Values behind the marks of this shape. */
function shaped(spec: ChartSpec, shape: string): readonly Readonly<Record<string, unknown>>[] {
  return layersOf(spec).filter(({ mark }) => mark.shape === shape).flatMap(({ data }) => data!.values);
}

function text(markup: string): string {
  const plain = markup.replace(/<svg.*?<\/svg>/gs, "").replace(/<(style|script)>.*?<\/\1>/gs, "").replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
  return plain.replaceAll("&#39;", "'").replaceAll("&quot;", "\"").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

test.each(chartsOf(known).map(({ name, desk }) => [name, desk] as const))("%s is drawn for desk and telephone, with its title, and with no number missing", async (name, desk) => {
  for (const layout of [desk, "narrow"] as const) {
    const spec = chart(name, known, layout);
    const svg = await render(spec);
    expect(svg).not.toMatch(/NaN|undefined|Infinity|null/);
    for (const line of (spec.title as { text: string[] }).text) expect(svg).toContain(line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"));
    expect(svg).toContain(`aria-label="${escaped(spec.description)}"`);
    expect(Number(/<svg [^>]*width="([\d.]+)"/.exec(svg)![1])).toBeLessThanOrEqual(sizes[layout].total);
  }
});

test("every judged figure stands in a picture of its own unit, in the picture of all, and in the table", () => {
  const pairings = groups.flatMap((group) => group.pairings);
  for (const row of judged) expect(pairings.filter(({ holds }) => holds(row)).map(({ name }) => name), `${row.id} ${row.part}`).toHaveLength(1);
  for (const { holds } of pairings) expect(new Set(known.figures.filter(holds).map(({ unit }) => unit)).size).toBe(1);
  const points = ["circle", "diamond", "triangle-left", "triangle-right"].flatMap((shape) => shaped(chart("overview", known, "wide"), shape));
  expect(points).toHaveLength(judged.length);
  const table = text(/<table id="figures-table".*?<\/table>/s.exec(whole)![0]);
  for (const row of known.figures) {
    expect(table).toContain(row.label);
    expect(table).toContain([valueIn(row, row.observed), valueIn(row, row.simulated), intervalIn(row) || "–", differenceIn(row) || "–"].join(" "));
  }
});

describe("what is out of tolerance", () => {
  test("is marked by shape and by a word, and nothing else is", () => {
    const spec = chart("weekdays");
    expect(shaped(spec, "diamond").map(({ row, label }) => [row, label])).toEqual([["appointmentsByWeekday Saturday", "−100.0% out"], ["appointmentsByWeekday Sunday", "−100.0% out"]]);
    expect(shaped(spec, "circle")).toHaveLength(5);
  });
  test("stands at the edge of the picture of all where it is far out", () => {
    const spec = chart("overview", known, "wide");
    expect(shaped(spec, "triangle-left").map(({ tolerances }) => tolerances)).toEqual([-3, -3]);
    // GP by 3 points of 2, calls by 5 of 2.655.
    expect(shaped(spec, "diamond").map(({ tolerances }) => tolerances)).toEqual([expect.closeTo(1.5, 9), expect.closeTo(-5 / (0.15 * 17.7), 9)]);
  });
  test("is named in the answer and in its table, furthest out first", () => {
    expect(text(whole)).toContain(`${judged.length - 4} of the ${judged.length} figures that have a tolerance lie within it; 4 do not: Appointments by weekday, Monday to Friday = 1 (Saturday and Sunday)`);
    const table = text(/<table id="out-table".*?<\/table>/s.exec(whole)![0]);
    expect(table).toMatch(/Saturday .*Sunday .*10th percentile .*GP /);
    expect(table).toContain("48.5% (47.5% to 49.5%) +3.0 points ±2 points 1.5");
  });
  test("and where nothing is, the page says so", () => {
    const fine = { ...known, figures: known.figures.map((row) => (row.verdict === null ? row : { ...row, simulated: row.observed, difference: 0, verdict: "ok" as const })) };
    const page = text(calibrationPage(fine, []));
    expect(page).toContain(`All ${judged.length} figures that have a tolerance lie within it.`);
    expect(page).not.toContain("What is out of tolerance");
    expect(titleOf(chart("overview", fine, "wide"))).toBe(`${judged.length} of ${judged.length} figures lie within their tolerance`);
  });
});

test.each([
  ["lead-time", "Time from booking to appointment: all 7 within tolerance"],
  ["weekdays", "Appointments by weekday: Saturday and Sunday out of tolerance"],
  ["clinician", "Appointments by clinician: GP out of tolerance"],
  ["rates", "What practices are asked for: all 3 within tolerance"],
  ["access", "Third next available routine appointment: 1.60 to 1.60 working days"],
  ["half-hours", "Most calls come from 08:00 to 08:30: on Mondays 4.5 per 1,000 patients, on other days 3"],
  ["warm-up-appointments", "Appointments held: three starts come to the same"],
  ["warm-up-openTasks", "Open tasks: it is not shown that three starts come to the same"],
])("the title of %s says what was found", (name, title) => {
  expect(titleOf(chart(name))).toBe(title);
});

test("alternative text tells each value, and whether it is within", () => {
  expect(chart("clinician").description).toContain("GP: published 45.5%, simulated 48.5% (47.5% to 49.5%), out of tolerance by +3.0 points; Other practice staff: published 54.5%, simulated 54.5%");
  expect(chart("list-sizes").description).toContain("Median: published 8,824, simulated 8,824, within tolerance");
  for (const { alternative } of drawn) expect(whole).toContain(`aria-label="${escaped(alternative)} The numbers are in the table below the chart."`);
});

test("published bands of calls are rates, as high as so many calls spread over them evenly are", () => {
  const spec = chart("half-hours", known, "wide");
  const bands = layersOf(spec)[0]!.data!.values;
  const share = (part: string): number => known.figures.find((row) => row.id === "callsByTime" && row.part === part)!.observed!;
  expect(bands).toHaveLength(7);
  expect(bands[1]).toMatchObject({ from: 8, to: 10, rate: expect.closeTo((share("08:00-10:00") * 27.3) / 4, 9) });
  expect(bands[6]).toMatchObject({ from: 18, to: 18.5, rate: expect.closeTo(share("18:00-18:30") * 27.3, 9) });
  // Of a week of 5 * 27.3 calls 26% come on its Monday.
  expect(layersOf(spec, 1)[0]!.data!.values).toEqual([{ from: 8, to: 10, rate: expect.closeTo((0.319 * 0.26 * 5 * 27.3) / 4, 9) }]);
});

test("each start has its line, named where it begins", () => {
  const layers = layersOf(chart("warm-up-appointments"));
  expect(layers.filter(({ mark }) => mark.type === "line").map(({ data }) => data!.values.length)).toEqual([12, 12, 12]);
  expect(layers.filter(({ mark }) => mark.type === "text").map(({ mark }) => mark.text)).toEqual(["overfull", "usual", "empty", "Counted from here"]);
});

test("the warm-up has its verdicts", () => {
  const table = text(/<table id="warm-up-table".*?<\/table>/s.exec(whole)![0]);
  expect(table).toMatch(/Appointments held of expected 2 −0.10 pt \(−0.40 to 0.20\) .* ±2.00 pt 0.14 pt \(−0.70 to 0.98\) holds/);
  expect(table).toMatch(/Open tasks per 1,000 patients no verdict .* 5.60 \(0.00 to 6.00\) ±0.28 .* not shown to agree, MSER-5/);
  expect(text(whole)).toContain("After 4 weeks of warm-up it is not shown that the start no longer matters for open tasks; no drift beyond a bound is shown; MSER-5 would drop more than the warm-up, or has no verdict, for open tasks.");
  expect(text(calibrationPage(known, []))).not.toMatch(/NaN|undefined|null/);
});

test("each source is listed once, and the command gives the same figures", () => {
  const sources = [...whole.matchAll(/<ol class="sources">.*?<\/ol>/gs)][0]![0];
  expect(sources.match(/<li>/g)).toHaveLength(new Set(known.figures.map(({ source }) => source)).size);
  expect(text(whole)).toContain("outagelab calibrate --region England --neighbourhoods 30 --replications 3 --seed 'made up'");
  expect(text(calibrationPage({ ...known, full: true }, []))).toContain("--region England --full --neighbourhoods 30");
});

test("texts from the document cannot become markup", async () => {
  const hostile: CalibrationDocument = {
    ...known, name: payloads[0]!, seed: payloads[1]!, version: payloads[2] ?? payloads[0]!,
    figures: known.figures.map((row) => ({ ...row, label: `${payloads[0]} ${row.label}`, part: row.id === "leadTime" ? `${payloads[1]} ${row.part}` : row.part, source: payloads[0]! })),
    warmUp: { ...known.warmUp, series: known.warmUp.series.map((one) => ({ ...one, label: payloads[0]! })), verdicts: known.warmUp.verdicts.map((one) => ({ ...one, label: payloads[1]! })) },
  };
  const attacked = calibrationPage(hostile, await calibrationDrawings(hostile));
  expect(attacked).not.toMatch(/<script[^>]|<img|<b>/i);
  expect(attacked.match(/<\/?script/gi)).toHaveLength(2);
  expect(attacked.match(/<\/style>/g)).toHaveLength(1);
  for (const payload of payloads.slice(0, 2)) expect(text(attacked)).toContain(payload);
});

test("one file of less than two megabytes that may load nothing, and run what is its own", () => {
  expect(whole).toMatch(/^<!doctype html>\n<html lang="en-GB">/);
  expect(whole).toContain("default-src &#39;none&#39;");
  expect(whole).not.toMatch(/<script[^>]|<link rel="stylesheet|@import|src="http|url\(/);
  expect(whole.length).toBeLessThan(2e6);
});

test("rows keep their names where a part does not say what it is of", () => {
  const rates = groups[0]!.pairings[0]!;
  expect(known.figures.filter(rates.holds).map((row) => nameIn(rates, row))).toEqual(["Appointments", "Calls", "Online requests"]);
});

test.each(["weekdays", "half-hours", "warm-up-openTasks"])("the specification of %s is the committed one", async (name) => {
  await expect(`${JSON.stringify(chart(name), null, 1)}\n`).toMatchFileSnapshot(`specs/calibration-${name}.vl.json`);
});
