/** ICBs in an outline of the user's, as SVG. */
import type { Shading, TileValue } from "../affected.js";
import { html, type Html } from "../html.js";
import type { Outline } from "../outline.js";
import { edge, legend, paintOf } from "./tile-map.js";

const LEGEND = 60;

/** `finding` is what it shows, for those who cannot see it. What the outline has and the result has not is drawn white. */
export function outlineMap({ tiles, classes, say, of }: Shading, { width, height, rings }: Outline, finding: string): Html {
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height + LEGEND}" width="${width}" height="${height + LEGEND}" font-family="Arial, Helvetica, sans-serif" role="img" aria-label="${finding}">
${tiles.map((each) => shape(each, rings.get(each.tile.code) ?? [], classes, say))}${legend(of, classes, say, 10, height + 16)}</svg>`;
}

function shape({ tile, region, value }: TileValue, rings: readonly (readonly number[])[], classes: readonly number[], say: Shading["say"]): Html | null {
  if (rings.length === 0) return null;
  const path = rings.map((ring) => `M${ring.join(" ")}Z`).join("");
  return html`<path d="${path}" fill="${paintOf(value, classes).fill}" fill-rule="evenodd" stroke="${edge}" stroke-width="0.7"><title>${region?.name ?? tile.lines.join(" ")}${value === undefined ? ": not simulated" : `: ${say(value)}`}</title></path>
`;
}
