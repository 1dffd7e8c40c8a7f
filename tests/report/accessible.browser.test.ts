/** Pages meet WCAG 2.2 at level AA as far as a program can judge it: axe on four of them, on a desk and on a telephone, light and dark, and what axe cannot see. */
// Slow: axe looks at ten thousand elements a page, and a browser shares the machine with other tests.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type * as Axe from "axe-core";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { calibrationDrawings } from "../../src/report/calibration/charts/index.js";
import { calibrationPage } from "../../src/report/calibration/page.js";
import { boardPage } from "../../src/report/compare/board.js";
import { decisionDrawings } from "../../src/report/compare/charts/index.js";
import { page } from "../../src/report/page.js";
import { drawings } from "../../src/report/render.js";
import type { ResultDocument } from "../../src/result/document.js";
import { comparison } from "./board-fixture.js";
import { calibration } from "./calibration-fixture.js";
import { fixture } from "./fixture.js";
import { opened } from "./opened.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const example = JSON.parse(readFileSync("reports/example/result.json", "utf8")) as ResultDocument;
const drawn = await drawings(fixture());
/** As of a nation: neighbourhoods drawn from several regions stand for all. */
const sample: ResultDocument = { ...fixture(), sample: { taken: 30, of: 1391 }, places: [...fixture().places, { code: "QMM", kind: "region", name: "Norfolk and Waveney", parent: null, patients: 1000 }] };

/**
 * Rules broken, each with the first element that breaks it. Pictures are hidden from those who cannot see them, so what is said of them is judged instead. Axe takes its time for every
 * element, so what lies within pictures is taken out, and of the rows of a table that are made alike but for their words two are left.
 */
async function violations(view: Page, options: Axe.RunOptions): Promise<string[]> {
  await view.evaluate(() => {
    for (const picture of document.querySelectorAll("svg")) picture.replaceChildren();
    for (const { rows } of document.querySelectorAll("tbody")) {
      const seen = new Map<string, number>();
      for (const row of [...rows]) {
        const make = [row, ...row.querySelectorAll("*")].map((each) => `${each.tagName}.${each.className}`).join(" ");
        seen.set(make, (seen.get(make) ?? 0) + 1);
        if (seen.get(make)! > 2) row.remove();
      }
    }
  });
  await view.evaluate(axe);
  const { violations: found } = await view.evaluate(
    (given) => (globalThis as unknown as { axe: typeof Axe }).axe.run({ include: [["html"]], exclude: [["svg"]] }, { ...given, resultTypes: ["violations"], preload: false, selectors: false }), options as object,
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

const levels: Axe.RunOptions = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] };
const unfold = (view: Page) => view.evaluate(() => document.querySelectorAll("details").forEach((each) => { each.open = true; }));

const known = comparison(400_000, 6);
const desk = { viewport: { width: 1366, height: 800 } };

for (const [name, markup, look] of [
  ["the example", async () => page(example, await drawings(example)), desk],
  ["a comparison", async () => boardPage(known, await decisionDrawings(known)), desk],
  ["a calibration", async () => calibrationPage(calibration(), await calibrationDrawings(calibration())), desk],
  ["a sample of a nation, on a telephone in the dark", async () => page(sample, drawn), { viewport: { width: 360, height: 800 }, colorScheme: "dark" as const }],
] as const) {
  test(`no rule is broken, with all unfolded: ${name}`, async (context) => {
    const { view, close } = await opened(context, await markup(), look);
    await unfold(view);
    expect(await violations(view, levels)).toEqual([]);
    await close();
  });
}

test("alternative text of a chart tells its finding, and where its numbers are", async (context) => {
  const { view, close } = await opened(context, page(fixture(), drawn));
  // In its place stands that of roles and kinds of work.
  const shown = drawn.filter(({ name }) => name !== "workload");
  const told = await view.evaluate(() => [...document.querySelectorAll("figure:has(> .chart[role=img])")].map((each) => ({ text: each.querySelector("[role=img]")!.getAttribute("aria-label")!, table: each.querySelector("details table tbody td") !== null })));
  expect(told).toHaveLength(shown.length);
  for (const { spec } of shown) {
    const title = (spec as unknown as { title: { text: string[] } }).title.text.join(" ");
    const of = told.find(({ text }) => text.startsWith(title))!;
    expect(of.text).toMatch(/ The numbers are in the table below the chart\.$/);
    expect(of.text.length).toBeGreaterThan(title.length + 60);
    expect(of.table).toBe(true);
  }
  await close();
});

test("writing in charts has a contrast of 4.5 to 1 or more with what lies behind it", async (context) => {
  const { view, close } = await opened(context, page(fixture(), drawn), { viewport: { width: 1366, height: 12_000 }, colorScheme: "dark" });
  const { faint, judged } = await view.evaluate(() => {
    const channels = (colour: string): number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: readonly number[]): number => {
      const [red, green, blue] = colour.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
    };
    const found: { text: string; contrast: number }[] = [];
    for (const text of document.querySelectorAll(".wide svg text")) {
      if (text.textContent!.trim() === "") continue;
      const box = text.getBoundingClientRect();
      let behind = [255, 255, 255];
      for (const element of document.elementsFromPoint(box.left + box.width / 2, box.top + box.height / 2).reverse()) {
        if (element === text || !["path", "rect"].includes(element.tagName)) continue;
        const style = getComputedStyle(element);
        const fill = channels(style.fill);
        const alpha = fill.length < 3 ? 0 : (fill[3] ?? 1) * Number(style.fillOpacity) * Number(style.opacity);
        behind = behind.map((part, channel) => part * (1 - alpha) + (fill[channel] ?? 0) * alpha);
      }
      const [light, dark] = [luminance(channels(getComputedStyle(text).fill).slice(0, 3)), luminance(behind)].sort((a, b) => b - a) as [number, number];
      found.push({ text: text.textContent!, contrast: (light + 0.05) / (dark + 0.05) });
    }
    return { judged: found.length, faint: found.filter(({ contrast }) => contrast < 4.5) };
  });
  expect(judged).toBeGreaterThan(50);
  expect(faint).toEqual([]);
  await close();
});
