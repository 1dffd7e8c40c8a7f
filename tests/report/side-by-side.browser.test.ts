import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import type { ResultDocument } from "../../src/result/document.js";
import { sideBySideDrawings } from "../../src/report/side-by-side/charts/index.js";
import { sideBySidePage } from "../../src/report/side-by-side/page.js";
import { browserFor } from "./browser.js";
import { beyondHorizon, fixture, hostile } from "./fixture.js";

const folder = mkdtempSync(join(tmpdir(), "side-by-side-"));
afterAll(() => rmSync(folder, { recursive: true }));

const pairs: readonly (readonly [string, ResultDocument, ResultDocument])[] = [["two results", fixture(), beyondHorizon()], ["hostile texts", hostile(), fixture()]];

for (const [name, a, b] of pairs) {
  test(`${name} fit a telephone, a desk and A4, next to each other where there is room, and nothing runs`, async (context) => {
    const file = join(folder, "page.html");
    writeFileSync(file, sideBySidePage({ a, b }, await sideBySideDrawings({ a, b })));
    const view = await (await browserFor(context)).newPage();
    const troubles: string[] = [];
    view.on("console", (message) => troubles.push(message.text()));
    view.on("pageerror", (error) => troubles.push(String(error)));
    view.on("dialog", (dialog) => { troubles.push(dialog.message()); void dialog.dismiss(); });
    // A4 between its margins has 680 pixels.
    for (const [width, media, areBeside] of [[1366, "screen", true], [360, "screen", false], [680, "print", true]] as const) {
      await view.setViewportSize({ width, height: 800 });
      await view.emulateMedia({ media });
      await view.goto(pathToFileURL(file).href, { waitUntil: "load" });
      await view.evaluate(() => document.querySelectorAll("details").forEach((each) => { each.open = true; }));
      const found = await view.evaluate(() => ({
        width: document.documentElement.scrollWidth,
        tops: [...document.querySelectorAll(".beside")].map((pair) => [...pair.querySelectorAll("figure")].map((each) => Math.round(each.getBoundingClientRect().top))),
        cut: [...document.querySelectorAll(".scroll")].filter((each) => each.scrollWidth > each.clientWidth).length,
        widest: Math.max(...[...document.querySelectorAll(".beside figure svg")].map((each) => each.getBoundingClientRect().right)),
      }));
      expect(found.width).toBeLessThanOrEqual(width);
      expect(found.widest).toBeLessThanOrEqual(width);
      expect(found.cut).toBe(0);
      expect(found.tops.length).toBeGreaterThan(0);
      for (const [left, right] of found.tops) expect(left === right).toBe(areBeside);
    }
    expect(troubles).toEqual([]);
    await view.close();
  });
}
