/**
 * What charts look like, to the byte: a picture of each lies in `pictures/`. The fonts come along and the processor alone draws, so that a picture differs only where the chart does, or
 * the libraries that draw it. To draw them anew, and then look at them: PICTURES=new npx vitest run tests/report/pictures.test.ts
 */
import { readFile, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { png } from "../../src/cli/png.js";
import { calibrationDrawables } from "../../src/report/calibration/charts/index.js";
import { drawablesOf } from "../../src/report/charts/catalogue.js";
import { lookFor, type Theme } from "../../src/report/charts/look.js";
import { render } from "../../src/report/render.js";
import { calibration } from "./calibration-fixture.js";
import { charted } from "./chart-fixture.js";

const WIDTH = 360;
const themes: readonly Theme[] = ["print", "screen", "dark"];

/** Themes take turns. */
const all = [...drawablesOf(charted()), ...calibrationDrawables(calibration()).filter(({ name }) => ["overview", "weekdays"].includes(name))].map((drawable, at) => ({ ...drawable, theme: themes[at % themes.length]! }));

/** As many pixels as the chart has, to keep the files small. */
function halved(svg: string): string {
  return svg.replace(/width="(\d+)" height="(\d+)"/, (_, width, height) => `width="${Number(width) / 2}" height="${Number(height) / 2}"`);
}

// On other processors sums of colours may differ in the last bit.
test.skipIf(process.arch !== "x64").each(all)("$name, $theme", async ({ name, theme, chart }) => {
  const file = new URL(`pictures/${name}-${theme}.png`, import.meta.url);
  const drawn = await png(halved(await render(chart(lookFor(theme, WIDTH))!)));
  if (process.env["PICTURES"] === "new") await writeFile(file, drawn);
  expect(drawn.equals(await readFile(file)), "the picture is another than the one that was looked at").toBe(true);
});
