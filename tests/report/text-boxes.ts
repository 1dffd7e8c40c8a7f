/** Where the writing of an SVG by Vega stands, from its transforms and the widths of Arial. */
import { textWidth } from "../../src/report/charts/width.js";

export interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** One a line of text. Rotated text does not occur. */
export function textBoxes(svg: string): Box[] {
  const boxes: Box[] = [];
  const offsets: [number, number][] = [[0, 0]];
  let text: { size: number; bold: boolean; anchor: string; x: number; y: number } | null = null;
  for (const [, closing, tag, attributes = "", selfClosing, words] of svg.matchAll(/<(\/?)(\w+)([^>]*?)(\/?)>|([^<]+)/g)) {
    if (words !== undefined) {
      if (text !== null && words.trim() !== "") boxes.push(boxOf(unescaped(words), text));
      continue;
    }
    const value = (name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1];
    if (closing === "/") {
      if (tag === "text") text = null;
      if (tag === "g") offsets.pop();
      continue;
    }
    const [, dx = "0", dy = "0"] = /translate\(([-\d.e]+),?\s*([-\d.e]+)?\)/.exec(value("transform") ?? "") ?? [];
    const [x, y] = offsets.at(-1)!;
    const at: [number, number] = [x + Number(dx), y + Number(dy)];
    if (tag === "g" && selfClosing !== "/") offsets.push(at);
    if (tag === "text") text = { size: parseFloat(value("font-size") ?? "11"), bold: value("font-weight") === "bold", anchor: value("text-anchor") ?? "start", x: at[0], y: at[1] };
    if (tag === "tspan" && text !== null) text = { ...text, y: text.y + Number(value("dy") ?? 0) };
  }
  return boxes;
}

function boxOf(text: string, { size, bold, anchor, x, y }: { size: number; bold: boolean; anchor: string; x: number; y: number }): Box {
  const width = textWidth(text, size) * (bold ? 1.08 : 1);
  const left = anchor === "end" ? x - width : anchor === "middle" ? x - width / 2 : x;
  return { text, left, right: left + width, top: y - 0.72 * size, bottom: y + 0.2 * size };
}

function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** Pairs of lines that lie on each other, or nearly so: by more than a pixel each way. */
export function overlaps(boxes: readonly Box[]): string[] {
  return boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1,
  ).map((other) => `${one.text} | ${other.text}`));
}
