import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import type { ResultDocument } from "../../src/result/document.js";
import { page } from "../../src/report/page.js";
import { drawings, type Drawing } from "../../src/report/render.js";
import { browserFor } from "./browser.js";
import { beyondHorizon, fixture, hostile, payloads, unaffected } from "./fixture.js";

const folder = mkdtempSync(join(tmpdir(), "report-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Opened {
  readonly view: Page;
  readonly requests: string[];
  readonly troubles: string[];
  readonly address: string;
}

/** Of each result drawn once. */
const drawn = new Map<ResultDocument, Promise<Drawing[]>>();

function drawingsOf(result: ResultDocument): Promise<Drawing[]> {
  const made = drawn.get(result) ?? drawings(result);
  drawn.set(result, made);
  return made;
}

async function open(browser: Browser, result: ResultDocument, width: number): Promise<Opened> {
  const file = join(folder, "report.html");
  writeFileSync(file, page(result, await drawingsOf(result)));
  const view = await browser.newPage({ viewport: { width, height: 800 } });
  const requests: string[] = [];
  const troubles: string[] = [];
  view.on("request", (request) => requests.push(request.url()));
  view.on("console", (message) => troubles.push(message.text()));
  view.on("pageerror", (error) => troubles.push(String(error)));
  view.on("dialog", (dialog) => { troubles.push(`dialog ${dialog.message()}`); void dialog.dismiss(); });
  const address = pathToFileURL(file).href;
  await view.goto(address, { waitUntil: "load" });
  return { view, requests, troubles, address };
}

const [ordinary, attacked] = [fixture(), hostile()];
const documents: readonly (readonly [string, ResultDocument])[] = [
  ["an ordinary result", ordinary], ["no recovery by the horizon", beyondHorizon()], ["an unaffected run", unaffected()], ["hostile texts", attacked],
];

describe.each(documents)("%s", (_, result) => {
  for (const width of [360, 1366]) {
    test(`fits ${width} pixels, sends nothing and complains of nothing`, async (context) => {
      const { view, requests, troubles, address } = await open(await browserFor(context), result, width);
      await view.evaluate(() => document.querySelectorAll("details").forEach((each) => { each.open = true; }));
      expect(await view.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(requests.filter((url) => url !== address && !url.startsWith("data:"))).toEqual([]);
      expect(troubles).toEqual([]);
      await view.close();
    });
  }

  test("headings, landmarks, tables and pictures can be found without seeing", async (context) => {
    const { view } = await open(await browserFor(context), result, 1366);
    const found = await view.evaluate(() => {
      const all = (selector: string) => [...document.querySelectorAll(selector)];
      const ids = all("[id]").map(({ id }) => id);
      return {
        levels: all("h1, h2, h3, h4").map(({ tagName }) => Number(tagName[1])),
        landmarks: ["header", "nav[aria-label]", "main", "footer"].map((selector) => all(selector).length),
        repeatedIds: ids.filter((id, index) => ids.indexOf(id) !== index),
        brokenReferences: [...all("[aria-labelledby]").map((each) => each.getAttribute("aria-labelledby")!), ...all("a[href^='#']").map((each) => each.getAttribute("href")!.slice(1))]
          .filter((id) => !ids.includes(id)),
        headersWithoutScope: all("th:not([scope])").length,
        tablesWithoutCaption: all("table").filter((each) => each.querySelector("caption") === null).length,
        picturesWithoutWords: all("figure svg").filter((each) => (each.closest("[role=img][aria-label]")?.getAttribute("aria-label") ?? "").length < 20).length,
        chartsWithoutTable: all("figure").filter((each) => each.querySelector("details table") === null).length,
        firstLink: document.querySelector("a")?.getAttribute("href"),
      };
    });
    expect(found.levels.filter((level) => level === 1)).toHaveLength(1);
    expect(found.levels.every((level, index) => index === 0 ? level === 1 : level <= found.levels[index - 1]! + 1)).toBe(true);
    expect(found).toMatchObject({
      landmarks: [1, 1, 1, 1], repeatedIds: [], brokenReferences: [], headersWithoutScope: 0, tablesWithoutCaption: 0, picturesWithoutWords: 0, chartsWithoutTable: 0, firstLink: "#main",
    });
    await view.close();
  });
});

test("markup in texts stays text: nothing runs, and readers see what was written", async (context) => {
  const { view, troubles } = await open(await browserFor(context), attacked, 1366);
  const found = await view.evaluate(() => ({
    scripts: document.querySelectorAll("body > script ~ script, :not(body) > script, img, iframe, object, b").length,
    handlers: [...document.querySelectorAll("*")].flatMap((each) => each.getAttributeNames()).filter((name) => name.startsWith("on")),
    text: document.body.textContent,
  }));
  expect(found).toMatchObject({ scripts: 0, handlers: [] });
  for (const payload of payloads) expect(found.text).toContain(payload);
  expect(troubles).toEqual([]);
  await view.close();
});

test("the pictures are sound XML by themselves", async (context) => {
  const view = await (await browserFor(context)).newPage();
  for (const { svg, narrow } of [...(await drawingsOf(attacked)), ...(await drawingsOf(ordinary))]) {
    for (const picture of [svg, narrow]) {
      expect(await view.evaluate((text) => new DOMParser().parseFromString(text, "image/svg+xml").querySelector("parsererror")?.textContent ?? "", picture)).toBe("");
    }
  }
  await view.close();
});

test("writing has a contrast of 4.5 to 1 or more", async (context) => {
  const { view } = await open(await browserFor(context), ordinary, 1366);
  const faint = await view.evaluate(() => {
    const channels = (colour: string) => colour.match(/[\d.]+/g)!.map(Number);
    const luminance = (colour: string) => {
      const [red, green, blue] = channels(colour).slice(0, 3).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
    };
    const behind = (element: Element | null): string => {
      if (element === null) return "rgb(255, 255, 255)";
      const colour = getComputedStyle(element).backgroundColor;
      return channels(colour)[3] === 0 ? behind(element.parentElement) : colour;
    };
    return [...document.body.querySelectorAll("*:not(svg, svg *)")].filter((each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim() !== "")).map((each) => {
      const [light, dark] = [luminance(getComputedStyle(each).color), luminance(behind(each))].sort((a, b) => b - a) as [number, number];
      return { text: each.textContent!.trim().slice(0, 40), contrast: (light + 0.05) / (dark + 0.05) };
    }).filter(({ contrast }) => contrast < 4.5);
  });
  expect(faint).toEqual([]);
  await view.close();
});

test("on a telephone the narrow pictures stand, on a desk and on paper the wide ones", async (context) => {
  const { view } = await open(await browserFor(context), ordinary, 360);
  const shown = () => view.evaluate(() => ({ wide: document.querySelector(".wide")!.getClientRects().length > 0, narrow: document.querySelector(".narrow")!.getClientRects().length > 0 }));
  expect(await shown()).toEqual({ wide: false, narrow: true });
  await view.setViewportSize({ width: 1366, height: 800 });
  expect(await shown()).toEqual({ wide: true, narrow: false });
  await view.setViewportSize({ width: 360, height: 800 });
  await view.emulateMedia({ media: "print" });
  expect(await shown()).toEqual({ wide: true, narrow: false });
  await view.close();
});

test("prints on A4, with no picture higher than a page and no table wider", async (context) => {
  const { view } = await open(await browserFor(context), ordinary, 1366);
  const pdf = (await view.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf.startsWith("%PDF-")).toBe(true);
  // 210 by 297 mm in points, as Chromium rounds them.
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
  await view.emulateMedia({ media: "print" });
  // What the margins leave of A4, at 96 pixels an inch: 180 by 265 mm.
  const [width, height] = [Math.floor((180 / 25.4) * 96), Math.floor((265 / 25.4) * 96)];
  await view.setViewportSize({ width, height });
  const found = await view.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    figures: [...document.querySelectorAll("figure")].map((each) => each.getBoundingClientRect().height),
    cutTables: [...document.querySelectorAll(".scroll")].filter((each) => each.scrollWidth > each.clientWidth).length,
    kept: [...document.querySelectorAll("figure, tbody tr")].every((each) => getComputedStyle(each).breakInside === "avoid"),
  }));
  expect(found.width).toBeLessThanOrEqual(width);
  expect(Math.max(...found.figures)).toBeLessThanOrEqual(height);
  expect(found).toMatchObject({ cutTables: 0, kept: true });
  await view.close();
});

for (const [name, result] of documents.slice(0, 3)) {
  test(`on a telephone no table has to be pushed sideways: ${name}`, async (context) => {
    const { view } = await open(await browserFor(context), result, 360);
    await view.evaluate(() => document.querySelectorAll("details").forEach((each) => { each.open = true; }));
    expect(await view.evaluate(() => [...document.querySelectorAll(".scroll")].filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.querySelector("table")!.id))).toEqual([]);
    await view.close();
  });
}
