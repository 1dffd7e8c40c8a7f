/** Pictures as pixels, the same on every machine: with the fonts that lie beside this file, none of the system's, and no graphics card. */
import { fileURLToPath } from "node:url";
import { Unfinished } from "./ending.js";

/** Pixels of the picture for each of the chart's. */
const SCALE = 2;

/** Liberation Sans has the widths of Arial, by which charts are laid out. Seen from `dist/cli` too, which holds no copy. */
const fonts = ["Regular", "Bold"].map((weight) => fileURLToPath(new URL(`../../src/cli/fonts/LiberationSans-${weight}.ttf`, import.meta.url)));

/** A PNG of `svg`, twice as large as it says. */
export async function png(svg: string): Promise<Buffer> {
  // Loaded only when it is needed: a library of the platform.
  const { Resvg } = await import("@resvg/resvg-js").catch(() => {
    throw new Unfinished("Could not finish: the library that draws PNG does not run on this machine. Use --format svg.");
  });
  return new Resvg(svg, { fitTo: { mode: "zoom", value: SCALE }, font: { fontFiles: fonts, loadSystemFonts: false, defaultFontFamily: "Liberation Sans" } }).render().asPng();
}
