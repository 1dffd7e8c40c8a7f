/** Where in the text a part of a scenario stands. */
import type { LineCounter } from "yaml";

/** Keys and list indices from the top of the file, such as `["incidents", 0, "for"]`. */
export type Path = readonly (string | number)[];

export interface Positions {
  readonly text: string;
  readonly lines: LineCounter;
  /** Offsets in `text`, by `nameOf(path)`. */
  readonly keys: Map<string, number>;
  readonly values: Map<string, number>;
}

/** Line and column count from 1, the column in characters. */
export interface Point {
  readonly line: number;
  readonly column: number;
  /** The line itself. */
  readonly source: string;
}

export const nameOf = (path: Path): string => JSON.stringify(path);

/** Offset of a key or a value; of the nearest thing around it that stands in the text where it does not. */
export function offsetAt({ keys, values }: Positions, path: Path, on: "key" | "value"): number {
  const own = on === "key" ? keys.get(nameOf(path)) : undefined;
  if (own !== undefined) return own;
  for (let length = path.length; length >= 0; length--) {
    const offset = values.get(nameOf(path.slice(0, length)));
    if (offset !== undefined) return offset;
  }
  return 0;
}

export function pointAt({ text, lines }: Positions, offset: number): Point {
  const { line, col } = lines.linePos(offset);
  const start = offset - (col - 1);
  const end = text.indexOf("\n", start);
  const source = text.slice(start, end === -1 ? undefined : end).replace(/\r$/, "");
  return { line: Math.max(line, 1), column: [...text.slice(start, offset)].length + 1, source };
}
