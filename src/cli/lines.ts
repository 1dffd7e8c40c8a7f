/** Text in lines that fit a terminal. */
import { printable } from "./printable.js";

export const WIDTH = 80;

/** Lines of at most 80 columns, each but the first after `indent` (the first after `begin`, where given); a word that is too long is broken. */
export function wrapped(text: string, indent = "", begin = indent): string {
  const lines = [begin];
  let isNew = true;
  for (let word of inLine(text).split(" ")) {
    if (!isNew && columnsOf(lines.at(-1)!) + 1 + columnsOf(word) > WIDTH) {
      lines.push(indent);
      isNew = true;
    }
    for (let room = WIDTH - columnsOf(lines.at(-1)!); isNew && columnsOf(word) > room; room = WIDTH - columnsOf(indent)) {
      const part = startOf(word, room);
      lines[lines.length - 1] += part;
      lines.push(indent);
      word = word.slice(part.length);
    }
    lines[lines.length - 1] += isNew ? word : ` ${word}`;
    isNew = false;
  }
  return lines.join("\n");
}

export function inLine(text: string): string {
  return printable(text).replaceAll("\n", " ");
}

/** `text` in so many columns at most. */
export function cut(text: string, columns: number): string {
  return columnsOf(text) <= columns ? text : `${startOf(text, columns - 3)}...`;
}

/** Lines that a terminal of 80 columns needs for it. */
export function heightOf(text: string): number {
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(columnsOf(line.replace(/\u001b\[\d+m/g, "")) / WIDTH)), 0);
}

const narrow = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
/** Scripts of East Asia and pictures, by blocks: a terminal gives them two columns. */
const wide = /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$/u;

/** Columns that a terminal gives to `text`. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += columnsFor(character);
  return columns;
}

function columnsFor(character: string): number {
  if (character <= "\u02ff") return 1;
  return narrow.test(character) ? 0 : wide.test(character) ? 2 : 1;
}

/** As much of it as fits into so many columns, and one character at least. */
function startOf(text: string, columns: number): string {
  let [start, taken] = ["", 0];
  for (const character of text) {
    taken += columnsFor(character);
    if (taken > columns && start !== "") break;
    start += character;
  }
  return start;
}
