/** Text -> complaints, without reading another file. */
import { assemble, type Assembled } from "./assemble.js";
import type { Complaint } from "./complaint.js";
import { located, type Mistake } from "./mistake.js";
import { mistakesOfShape } from "./shape.js";
import { type Reading, readText } from "./text.js";
import type { EstateFiles } from "../imports/files.js";

/**
 * Every mistake in `text`, in the order of the text; none where it can be compiled, but for the files that it names: `compile` reads those. `file` is what
 * complaints call it. Never throws.
 */
export function check(text: string, file: string): Complaint[] {
  return examined(readText(withoutMark(text)), file).complaints;
}

/** A byte order mark would shift the columns of the first line. */
export function withoutMark(text: string): string {
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

export interface Examined extends Pick<Assembled, "model" | "warnings"> {
  readonly complaints: Complaint[];
}

/** What a text that has been read amounts to, and all that is wrong with it; `unread` is what was wrong with the files that it names. */
export function examined({ value, positions, slips }: Reading, file: string, files?: EstateFiles, unread: readonly Mistake[] = []): Examined {
  if (value === undefined) return { model: undefined, warnings: [], complaints: located([], slips, positions, file) };
  const shape = mistakesOfShape(value);
  const { model, mistakes, warnings } = assemble(value, files);
  return { model, warnings, complaints: located([...shape, ...unread, ...mistakes], slips, positions, file) };
}
