/** The page of a comparison in a real browser: on a telephone, on a desk and on paper. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { decisionDrawings } from "../../src/report/compare/charts/index.js";
import { boardPage } from "../../src/report/compare/board.js";
import { browserFor } from "./browser.js";
import { comparison } from "./board-fixture.js";

const folder = mkdtempSync(join(tmpdir(), "comparison-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "comparison.html");
const document = comparison(400_000, 6);
writeFileSync(file, boardPage(document, await decisionDrawings(document)));
const address = pathToFileURL(file).href;

// What the margins leave of A4, at 96 pixels an inch: 180 by 265 mm.
const [paperWidth, paperHeight] = [Math.floor((180 / 25.4) * 96), Math.floor((265 / 25.4) * 96)];

for (const [where, width, media] of [["a telephone", 360, "screen"], ["a desk", 1366, "screen"], ["paper", paperWidth, "print"]] as const) test(`fits ${where}, table by table, and sends nothing`, async (context) => {
  const view = await (await browserFor(context)).newPage({ viewport: { width, height: 800 } });
  const troubles: string[] = [];
  view.on("request", (request) => { if (request.url() !== address && !request.url().startsWith("data:")) troubles.push(request.url()); });
  view.on("console", (message) => troubles.push(message.text()));
  await view.emulateMedia({ media });
  await view.goto(address, { waitUntil: "load" });
  if (media === "screen") await view.evaluate(() => globalThis.document.querySelectorAll("details").forEach((each) => { each.open = true; }));
  const found = await view.evaluate(() => {
    const all = (selector: string) => [...globalThis.document.querySelectorAll(selector)];
    const ids = all("[id]").map(({ id }) => id);
    return {
      width: globalThis.document.documentElement.scrollWidth,
      cut: all(".scroll").filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.querySelector("table")!.id),
      highest: Math.max(...all("figure").map((each) => each.getBoundingClientRect().height)),
      repeatedIds: ids.filter((id, index) => ids.indexOf(id) !== index),
      brokenReferences: all("a[href^='#']").map((each) => each.getAttribute("href")!.slice(1)).filter((id) => !ids.includes(id)),
      chartsWithoutTable: all("figure").filter((each) => each.querySelector("details table") === null).length,
    };
  });
  expect(found.width).toBeLessThanOrEqual(width);
  if (media === "print") expect(await view.evaluate(() => globalThis.document.querySelector(".turn")!.getBoundingClientRect().bottom)).toBeLessThanOrEqual(2 * paperHeight);
  if (media === "print") expect(found.highest).toBeLessThanOrEqual(paperHeight);
  expect(found).toMatchObject({ cut: [], repeatedIds: [], brokenReferences: [], chartsWithoutTable: 0 });
  expect(troubles).toEqual([]);
  await view.close();
});
