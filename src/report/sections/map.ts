/** Where it happens. */
import type { ResultDocument } from "../../result/document.js";
import { shadingOf, type Shading } from "../affected.js";
import { unfolded } from "../figure.js";
import { html, type Html } from "../html.js";
import { listed } from "../labels.js";
import { exact } from "../numbers.js";
import type { Outline } from "../outline.js";
import { outlineMap } from "../pictures/outline-map.js";
import { tileMap } from "../pictures/tile-map.js";
import { section } from "../section.js";
import { table } from "../table.js";

/** True where a region of the result is an ICB, and there is anything to shade. */
export function hasMap(document: ResultDocument): boolean {
  return document.window.onset !== null && shadingOf(document)?.tiles.some(({ value = 0 }) => value > 0) === true;
}

export function map(document: ResultDocument, outline?: Outline): Html {
  const shading = shadingOf(document)!;
  const finding = findingOf(shading);
  const isOne = new Set(shading.tiles.map(({ region }) => region?.code)).size === 2;
  // To say where one lies needs less room than to compare many.
  const picture = (layout: "wide" | "narrow"): Html => html`<div class="${layout}">${tileMap(shading, finding, isOne ? "narrow" : layout)}</div>`;
  const drawn = outline === undefined ? html`${picture("wide")}${picture("narrow")}` : outlineMap(shading, outline, finding);
  const shape = outline === undefined ? "A square for each of the 42 integrated care boards (ICBs) of before April 2026, about where it lies, whatever its size." : "Integrated care boards (ICBs) in the outline that was given.";
  return section("map", "Where it happens", html`<p>${finding}</p>
<figure class="${isOne && outline === undefined ? "map single" : "map"}"><div class="chart">${drawn}</div>
<figcaption class="note">${shape}${shading.tiles.some(({ region }) => region === undefined) ? " What is white is not simulated." : ""}</figcaption>
${unfolded("The numbers behind this map", numbers(shading))}</figure>
`);
}

const NEARLY_ALL = 0.9;

/** `Kent and Medway: 100% of practices lose something.`; of several the three hit hardest. */
function findingOf({ tiles, of, say }: Shading): string {
  const known = [...new Map(tiles.flatMap(({ region, value }) => (region === undefined || value === undefined ? [] : [[region.code, { name: region.name, value }] as const]))).values()].sort((a, b) => b.value - a.value);
  const hit = known.filter(({ value }) => value > 0);
  if (known.length === 1) return `${known[0]!.name}: ${say(known[0]!.value)} of practices lose something. The rest of England is not simulated.`;
  const hits = `${exact(hit.length)} of ${exact(known.length)} ICBs are hit`;
  const [most, least] = [hit[0]!, hit.at(-1)!];
  const nearlyAll = hit.filter(({ value }) => value >= NEARLY_ALL);
  if (of.startsWith("Share") && nearlyAll.length > 3) return `${hits}: in ${exact(nearlyAll.length)} of them nine in ten practices or more lose something, in ${least.name} ${say(least.value)}.`;
  if (hit.length === 1) return `${hits}: ${most.name}. ${of}: ${say(most.value)}.`;
  return `${hits}. ${of}: most in ${listed(hit.slice(0, 3).map(({ name, value }) => `${name} (${say(value)})`))}${hit.length > 3 ? `, least of those hit in ${least.name} (${say(least.value)})` : ""}.`;
}

function numbers({ tiles, of, say }: Shading): Html {
  // An ICB of since April 2026 lies on several squares.
  const rows = [...new Map(tiles.flatMap((each) => (each.region === undefined ? [] : [[each.region.code, each] as const]))).values()].sort((a, b) => (b.value ?? -1) - (a.value ?? -1));
  return table("map-table", of, [{ head: "ICB" }, { head: of, numeric: true }], [{ rows: rows.map(({ region, value }) => [html`${region!.name} <span class="code">${region!.code}</span>`, value === undefined ? "–" : say(value)]) }]);
}
