/** What is printed, whatever a reader did on the screen; and screens and paper to look at, in `reports/looks/`, which nothing compares. */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { calibrationDrawings } from "../../src/report/calibration/charts/index.js";
import { calibrationPage } from "../../src/report/calibration/page.js";
import { page } from "../../src/report/page.js";
import { drawings } from "../../src/report/render.js";
import { calibration } from "./calibration-fixture.js";
import { fixture } from "./fixture.js";
import { opened } from "./opened.js";

const looks = fileURLToPath(new URL("../../reports/looks/", import.meta.url));
const pages = { run: page(fixture(), await drawings(fixture())), calibration: calibrationPage(calibration(), await calibrationDrawings(calibration())) };
/** What the margins leave of A4, at 96 pixels an inch. */
const A4 = { width: Math.floor((180 / 25.4) * 96), height: Math.floor((265 / 25.4) * 96) };

test("a page that is dark, sorted and searched prints light, whole and without its tools", async (context) => {
  const { view, close } = await opened(context, pages.run, { colorScheme: "dark" });
  const rows = () => view.$$eval("section[aria-labelledby=practices] .scroll:not(details *) tbody tr", (all) => all.filter((row) => row.getClientRects().length > 0).length);
  const all = await rows();
  await view.locator("#place").fill("elm house");
  expect(await rows()).toBeLessThan(all);
  await view.locator("#by-hours-table thead button").first().click();
  await view.emulateMedia({ media: "print", colorScheme: "dark" });
  await view.setViewportSize(A4);
  expect(await rows()).toBe(all);
  const found = await view.evaluate(() => ({
    ground: getComputedStyle(document.body).backgroundColor, ink: getComputedStyle(document.body).color, width: document.documentElement.scrollWidth,
    tools: [...document.querySelectorAll(".chooser, p.told, .hint, nav, .skip")].filter((each) => each.getClientRects().length > 0).length,
    arrow: getComputedStyle(document.querySelector("[aria-sort] button")!, "::after").content,
  }));
  expect(found).toEqual({ ground: "rgb(255, 255, 255)", ink: "rgb(33, 43, 50)", width: A4.width, tools: 0, arrow: "none" });
  await close();
});

for (const [name, markup] of Object.entries(pages)) {
  test(`headings stay with what follows, rows, pictures and points of lists stay whole: ${name}`, async (context) => {
    const { view, close } = await opened(context, markup, { viewport: A4 });
    await view.emulateMedia({ media: "print" });
    const found = await view.evaluate(() => {
      const parted = (selector: string, side: "breakAfter" | "breakInside") => [...document.querySelectorAll(selector)].filter((each) => getComputedStyle(each)[side] !== "avoid").length;
      return { left: parted("h2, h3, caption, thead, dt, .group", "breakAfter"), cut: parted("tbody tr, figure, li, .facts div", "breakInside"), width: document.documentElement.scrollWidth };
    });
    expect(found).toEqual({ left: 0, cut: 0, width: A4.width });
    await close();
  });

  test(`it becomes a PDF of A4 pages and pictures of screens to look at: ${name}`, async (context) => {
    mkdirSync(looks, { recursive: true });
    const { view, troubles, close } = await opened(context, markup);
    const pdf = await view.pdf({ preferCSSPageSize: true });
    writeFileSync(`${looks}${name}.pdf`, pdf);
    expect(pdf.toString("latin1").match(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/g)!.length).toBeGreaterThan(2);
    for (const [look, width, colorScheme] of [["desk", 1366, "light"], ["dark", 1366, "dark"], ["telephone", 360, "light"]] as const) {
      await view.emulateMedia({ colorScheme });
      await view.setViewportSize({ width, height: 800 });
      expect(await view.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await view.screenshot({ path: `${looks}${name}-${look}.png`, fullPage: true });
    }
    expect(troubles).toEqual([]);
    await close();
  });
}
