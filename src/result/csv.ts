/** Tables as CSV, for spreadsheets, R and Python. */

export interface Table {
  /** File name, such as `outcomes.csv`. */
  readonly name: string;
  /** CSV after RFC 4180: a header, comma, CRLF, quotes doubled. Empty where nothing is known. */
  readonly text: string;
}

export type Cell = string | number | boolean | null;

/** A byte-order mark comes first only where `rows` hold a character beyond ASCII, since spreadsheets misread such text without one. */
export function csv(name: string, header: readonly string[], rows: Iterable<readonly Cell[]>): Table {
  const lines = [`${header.map(written).join(",")}\r\n`];
  for (const cells of rows) lines.push(`${cells.map(written).join(",")}\r\n`);
  const text = lines.join("");
  return { name, text: /[^\x00-\x7f]/.test(text) ? `\uFEFF${text}` : text };
}

/** A spreadsheet would run text that begins like a formula, in ASCII or full width, some behind blanks or what is not shown; an apostrophe makes it text again. Numbers stay numbers. */
function written(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = /^(?:[\t\r\n]|[\s\p{C}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll("\"", "\"\"")}"` : text;
}
