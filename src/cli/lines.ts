/** Text in lines that fit a terminal. */
import { printable } from "./printable.js";

export const WIDTH = 80;

/** Lines of at most 80 columns, each but the first after `indent` (the first after `begin`, where given); a word that is too long is broken. */
export function wrapped(text: string, indent = "", begin = indent): string {
  const lines = [begin];
  let isNew = true;
  for (let word of inLine(text).split(" ")) {
    if (!isNew && lines.at(-1)!.length + 1 + word.length > WIDTH) {
      lines.push(indent);
      isNew = true;
    }
    for (let room = WIDTH - lines.at(-1)!.length; isNew && word.length > room; room = WIDTH - indent.length) {
      lines[lines.length - 1] += word.slice(0, room);
      lines.push(indent);
      word = word.slice(room);
    }
    lines[lines.length - 1] += isNew ? word : ` ${word}`;
    isNew = false;
  }
  return lines.join("\n");
}

export function inLine(text: string): string {
  return printable(text).replaceAll("\n", " ");
}

export function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 3)}...`;
}
