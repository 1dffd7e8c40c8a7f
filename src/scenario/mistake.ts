/** Something wrong, by where it stands in the structure of the file; `located` finds it in the text. */
import type { Complaint } from "./complaint.js";
import type { Words } from "./messages.js";
import { offsetAt, type Path, pointAt, type Positions } from "./positions.js";

/** Something wrong, by its offset in the text. */
export interface Slip {
  readonly offset: number;
  readonly words: Words;
}

export interface Mistake {
  readonly path: Path;
  readonly on: "key" | "value";
  /** Characters from the beginning of the value to the word in question. */
  readonly within?: number;
  readonly words: Words;
}

/** Takes a mistake down; it is about the value at `path` unless it is `on` the key. */
export type Say = (path: Path, words: Words, at?: { readonly on?: "key"; readonly within?: number }) => void;

/** No one reads more, and each costs a look through the text. */
const MOST = 100;

/** Complaints about `file` in the order of its text, each place and sentence once. */
export function located(mistakes: readonly Mistake[], slips: readonly Slip[], positions: Positions, file: string): Complaint[] {
  const placed = mistakes.map(({ path, on, within = 0, words }) => {
    const start = offsetAt(positions, path, on);
    return { offset: start + shift(positions, start, within), words };
  });
  const found = [...slips, ...placed].sort((a, b) => a.offset - b.offset);
  const distinct = new Map(found.map(({ offset, words }) => [`${offset} ${words.message}`, { offset, words }]));
  return [...distinct.values()].slice(0, MOST).map(({ offset, words }) => ({ file, ...pointAt(positions, offset), ...words }));
}

/** How far in the text a word of a value is from its beginning: an opening quote comes before. */
function shift({ text }: Positions, start: number, within: number): number {
  return within === 0 ? 0 : within + (text[start] === '"' || text[start] === "'" ? 1 : 0);
}
