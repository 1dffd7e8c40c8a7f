/** How wide text will be, without a screen to measure it on. */
import { printable } from "../html.js";

/** Advance widths of Helvetica, U+0020 to U+007E, in thousandths of the font size. Source: Adobe's metrics of the 14 core PostScript fonts; Arial and Liberation Sans share them. */
const advances = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
  1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
  333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/** Fonts that stand in for Arial where it is missing, such as DejaVu Sans, are up to a fifth wider. */
const reserve = 1.2;

/** Pixels. */
export function textWidth(text: string, size: number): number {
  let sum = 0;
  for (const character of text) sum += advances[character.codePointAt(0)! - 32] ?? 700;
  return (sum * size) / 1000;
}

/** Most that lines take in any of the fonts, in pixels. Bold letters are a tenth wider. */
export function widest(lines: readonly string[], size: number, weight: "normal" | "bold" = "normal"): number {
  return Math.max(...lines.map((line) => textWidth(line, size))) * (weight === "bold" ? reserve * 1.1 : reserve);
}

/** `text` in lines that fit into `width` pixels in any of the fonts; a word that is too long by itself is broken. */
export function wrapped(text: string, width: number, size: number, weight: "normal" | "bold" = "normal"): string[] {
  const fits = (line: string): boolean => widest([line], size, weight) <= width;
  const lines: string[] = [];
  let line = "";
  for (let word of printable(text).split(/\s+/)) {
    if (line !== "" && !fits(`${line} ${word}`)) {
      lines.push(line);
      line = "";
    }
    while (!fits(word) && word.length > 1) {
      let length = word.length - 1;
      while (length > 1 && !fits(word.slice(0, length))) length--;
      lines.push(word.slice(0, length));
      word = word.slice(length);
    }
    line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
