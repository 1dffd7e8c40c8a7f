/** What is wrong with a scenario file: where, what was found, what to write. */

export interface Complaint {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** The line of the file it is about. */
  readonly source: string;
  /** A sentence that begins in lower case: it follows the position. */
  readonly message: string;
  readonly remedy: string;
}

/** Thrown where a scenario cannot be compiled; its message is the complaints as plain text. */
export class ScenarioError extends Error {
  override readonly name = "ScenarioError";
  readonly complaints: readonly Complaint[];

  constructor(complaints: readonly Complaint[]) {
    super(format(complaints));
    this.complaints = complaints;
  }
}

/** Complaints as plain text, one paragraph each, with the line and a mark under the place. */
export function format(complaints: readonly Complaint[]): string {
  return complaints.map((complaint) => {
    const { file, line, column, message, remedy } = complaint;
    const { shown, mark } = excerpt(complaint);
    const number = String(line).padStart(5);
    return [
      `${file}:${line}:${column}  ${message}`,
      `${number} | ${shown}`.trimEnd(),
      `${" ".repeat(number.length)} | ${" ".repeat(mark)}^`,
      `        ${remedy}`,
    ].join("\n");
  }).join("\n\n");
}

const WIDTH = 120;

/** A part of the line that a terminal can show, and how far in it the mark stands. */
function excerpt({ source, column }: Complaint): { shown: string; mark: number } {
  const characters = [...source];
  const from = column <= WIDTH * 0.75 ? 0 : column - 1 - WIDTH / 2;
  const [before, after] = [from > 0 ? "..." : "", characters.length > from + WIDTH ? "..." : ""];
  // Tabs and control characters would move the mark or the cursor.
  const shown = characters.slice(from, from + WIDTH).join("").replace(/[\p{Cc}\p{Cf}]/gu, " ");
  return { shown: `${before}${shown}${after}`, mark: column - 1 - from + before.length };
}
