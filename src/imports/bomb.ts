/** Workbooks that are small on the disk and huge in memory, refused before they are read. */
import { unzipSync } from "fflate";
import { MB, MOST_CELLS, MOST_UNPACKED } from "./bounds.js";
import { grouped } from "./codes.js";
import { ImportError } from "./table.js";

/**
 * Throws `ImportError` where a workbook unpacked is too large to be one of the publications, or has cells far from all others. One that cannot be unpacked
 * is left to be complained about by whoever reads it.
 */
export function refuseBomb(bytes: Uint8Array, file: string): void {
  let unpacked = 0;
  const sheets = partsOf(bytes, ({ name, originalSize }) => {
    unpacked += originalSize;
    if (unpacked > MOST_UNPACKED) throw new ImportError(`${file}: unpacked the workbook would have more than ${MOST_UNPACKED / MB} MB. Give the workbook as published.`);
    return /^xl\/worksheets\/[^/]*\.xml$/.test(name);
  });
  for (const [name, content] of Object.entries(sheets)) {
    const { row, column } = extentOf(new TextDecoder("latin1").decode(content));
    if (row * column > MOST_CELLS) {
      throw new ImportError(`${file}: ${name} reaches to row ${grouped(row)} and column ${grouped(column)}, ${grouped(MOST_CELLS)} cells being the most. Give the workbook as published, without cells far from the table.`);
    }
  }
}

type Part = Parameters<NonNullable<NonNullable<Parameters<typeof unzipSync>[1]>["filter"]>>[0];

function partsOf(bytes: Uint8Array, isWanted: (part: Part) => boolean): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(bytes, { filter: isWanted });
  } catch (error) {
    if (error instanceof ImportError) throw error;
    return {};
  }
}

/** The last row and column that a cell or row of a sheet names, such as `<c r="AB12">`. */
function extentOf(xml: string): { row: number; column: number } {
  let [row, column] = [0, 0];
  for (const [, letters = "", digits] of xml.matchAll(/\br=["']([A-Za-z]*)(\d+)["']/g)) {
    row = Math.max(row, Number(digits));
    column = Math.max(column, [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0));
  }
  return { row, column };
}
