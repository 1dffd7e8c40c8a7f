/** The page of a calibration in a real browser: on a telephone, on a desk and on paper. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test, type TestContext } from "vitest";
import type { Page } from "playwright-core";
import { calibrationDrawings } from "../../src/report/calibration/charts/index.js";
import { calibrationPage } from "../../src/report/calibration/page.js";
import { browserFor } from "./browser.js";
import { calibration } from "./calibration-fixture.js";

const folder = mkdtempSync(join(tmpdir(), "calibration-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "calibration.html");
writeFileSync(file, calibrationPage(calibration(), await calibrationDrawings(calibration())));
const address = pathToFileURL(file).href;

async function open(context: TestContext, width: number): Promise<Page> {
  return (await browserFor(context)).newPage({ viewport: { width, height: 800 } });
}

for (const width of [360, 800, 1366]) {
  test(`fits ${width} pixels with all that unfolds, sends nothing and complains of nothing`, async (context) => {
    const view = await open(context, width);
    const troubles: string[] = [];
    view.on("request", (request) => { if (request.url() !== address && !request.url().startsWith("data:")) troubles.push(request.url()); });
    view.on("console", (message) => troubles.push(message.text()));
    await view.goto(address, { waitUntil: "load" });
    await view.evaluate(() => document.querySelectorAll("details").forEach((each) => { each.open = true; }));
    expect(await view.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    // In between, the widest tables may be pushed sideways within their frame; those of a picture never.
    const frames = width === 800 ? ".pairs .scroll" : ".scroll";
    expect(await view.evaluate((selector) => [...document.querySelectorAll(selector)].filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.querySelector("table")!.id), frames)).toEqual([]);
    expect(troubles).toEqual([]);
    await view.close();
  });
}

test("headings, tables and pictures can be found without seeing", async (context) => {
  const view = await open(context, 1366);
  await view.goto(address, { waitUntil: "load" });
  const found = await view.evaluate(() => {
    const all = (selector: string) => [...document.querySelectorAll(selector)];
    const ids = all("[id]").map(({ id }) => id);
    return {
      levels: all("h1, h2, h3").map(({ tagName }) => Number(tagName[1])),
      repeatedIds: ids.filter((id, index) => ids.indexOf(id) !== index),
      brokenReferences: all("a[href^='#']").map((each) => each.getAttribute("href")!.slice(1)).filter((id) => !ids.includes(id)),
      tablesWithoutCaption: all("table").filter((each) => each.querySelector("caption") === null).length,
      picturesWithoutWords: all("figure svg").filter((each) => (each.closest("[role=img][aria-label]")?.getAttribute("aria-label") ?? "").length < 20).length,
      chartsWithoutTable: all("figure").filter((each) => each.querySelector("details table") === null).length,
    };
  });
  expect(found.levels.every((level, index) => index === 0 ? level === 1 : level > 1 && level <= found.levels[index - 1]! + 1)).toBe(true);
  expect(found).toMatchObject({ repeatedIds: [], brokenReferences: [], tablesWithoutCaption: 0, picturesWithoutWords: 0, chartsWithoutTable: 0 });
  await view.close();
});

test("on a desk and on paper pictures of distributions stand two in a row, on paper in their narrow form", async (context) => {
  const view = await open(context, 1366);
  await view.goto(address, { waitUntil: "load" });
  const rows = () => view.evaluate(() => {
    const [first, second] = [...document.querySelectorAll(".pairs > figure")].map((each) => each.getBoundingClientRect());
    return { sideBySide: first!.top === second!.top && first!.right <= second!.left, narrow: document.querySelector(".pairs .narrow")!.getClientRects().length > 0 };
  });
  expect(await rows()).toEqual({ sideBySide: true, narrow: false });
  await view.emulateMedia({ media: "print" });
  // What the margins leave of A4, at 96 pixels an inch: 180 by 265 mm.
  const [width, height] = [Math.floor((180 / 25.4) * 96), Math.floor((265 / 25.4) * 96)];
  await view.setViewportSize({ width, height });
  expect(await rows()).toEqual({ sideBySide: true, narrow: true });
  const found = await view.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    highest: Math.max(...[...document.querySelectorAll("figure")].map((each) => each.getBoundingClientRect().height)),
    cutTables: [...document.querySelectorAll(".scroll")].filter((each) => each.scrollWidth > each.clientWidth).length,
  }));
  expect(found.width).toBeLessThanOrEqual(width);
  expect(found.highest).toBeLessThanOrEqual(height);
  expect(found.cutTables).toBe(0);
  await view.close();
});
