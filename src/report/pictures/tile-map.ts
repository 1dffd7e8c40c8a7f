/** England as 42 squares, one for each ICB, as SVG. */
import { TILE_COLUMNS, TILE_ROWS } from "../../facts/icb-tiles.js";
import { classOf, type Shading, type TileValue } from "../affected.js";
import { html, type Html } from "../html.js";
import { widest } from "../charts/width.js";

const INK = "#212B32", GREY = "#4C6272", NONE = "#EEF1F3", UNKNOWN = "#FFFFFF", LINE = "#AEB7BD";
export const edge = LINE;
/** From least to most, each at 4.5 to 1 or better with its own ink. */
const shades = [["#D3E5F2", INK], ["#9CC7E4", INK], ["#62A8D4", INK], ["#1C6CA6", "#FFFFFF"], ["#0B3C66", "#FFFFFF"]] as const;
const GAP = 4;

interface Look {
  readonly width: number;
  readonly height: number;
  readonly font: number;
  /** Whether names stand below codes. */
  readonly named: boolean;
}
const looks: Readonly<Record<"wide" | "narrow", Look>> = { wide: { width: 93, height: 58, font: 11, named: true }, narrow: { width: 43, height: 40, font: 10, named: false } };

/** `finding` is what it shows, for those who cannot see it. */
export function tileMap({ tiles, classes, say, of }: Shading, finding: string, layout: "wide" | "narrow"): Html {
  const look = looks[layout];
  const [width, legendAt] = [TILE_COLUMNS * (look.width + GAP), TILE_ROWS * (look.height + GAP) + 14];
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${legendAt + 44}" width="${width}" height="${legendAt + 44}" font-family="Arial, Helvetica, sans-serif" role="img" aria-label="${finding}">
${tiles.map((tile) => square(tile, classes, say, look))}${legend(of, classes, say, look.font, legendAt)}</svg>`;
}

function square({ tile, region, value }: TileValue, classes: readonly number[], say: Shading["say"], { width, height, font, named }: Look): Html {
  const [x, y] = [tile.column * (width + GAP), tile.row * (height + GAP)];
  const { fill, ink } = paintOf(value, classes);
  const text = value === undefined ? "" : say(value);
  const code = html`<text x="${x + 5}" y="${y + font + 4}" font-size="${font}" font-weight="bold" fill="${ink}">${tile.code}</text>`;
  const number = named ? html`<text x="${x + width - 5}" y="${y + font + 4}" font-size="${font}" font-weight="bold" text-anchor="end" fill="${ink}">${text}</text>`
    : html`<text x="${x + 5}" y="${y + 2 * font + 9}" font-size="${font}" fill="${ink}">${text}</text>`;
  return html`<g><title>${region?.name ?? tile.lines.join(" ")}${value === undefined ? ": not simulated" : `: ${text}`}</title><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="2" fill="${fill}" stroke="${value === undefined ? LINE : fill === NONE ? LINE : fill}"/>${code}${number}${named ? tile.lines.map((line, index) => html`<text x="${x + 5}" y="${y + 31 + index * 12}" font-size="10.5" fill="${ink}">${line}</text>`) : null}</g>
`;
}

/** What a value is painted with, and what is written on it. */
export function paintOf(value: number | undefined, classes: readonly number[]): { readonly fill: string; readonly ink: string } {
  const [fill, ink] = value === undefined ? [UNKNOWN, GREY] as const : shades[classOf(value, classes)] ?? [NONE, GREY] as const;
  return { fill, ink };
}

export function legend(of: string, classes: readonly number[], say: Shading["say"], font: number, top: number): Html {
  const names = ["none", ...classes.map((upTo) => `to ${say(upTo)}`)];
  const wide = Math.max(font * 3.2, widest(names, font) + 6);
  return html`<text x="0" y="${top}" font-size="${font + 1}" font-weight="bold" fill="${INK}">${of}</text>
${names.map((name, index) => html`<rect x="${index * wide}" y="${top + 7}" width="${wide - 3}" height="10" fill="${index === 0 ? NONE : shades[index - 1]![0]}"${index === 0 ? html` stroke="${LINE}"` : null}/><text x="${index * wide}" y="${top + 20 + font}" font-size="${font}" fill="${GREY}">${name}</text>`)}
`;
}
