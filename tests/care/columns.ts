/** Two journals, column by column. */
import type { Journal } from "../../src/care/journal.js";

/** Names of the columns in which two journals differ, those of the neighbourhood's minutes included. */
export function differingColumns(one: Journal, other: Journal): string[] {
  const found: string[] = [];
  compare(one as unknown as Columns, other as unknown as Columns, "");
  return found;

  function compare(a: Columns, b: Columns, path: string): void {
    for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const [x, y] = [a[name], b[name]];
      if (ArrayBuffer.isView(x) ? !sameNumbers(x as Float64Array, y as Float64Array) : typeof x !== "object" && !Object.is(x, y)) found.push(path + name);
      else if (!ArrayBuffer.isView(x) && typeof x === "object") compare(x, y as Columns, `${path}${name}.`);
    }
  }
}

type Columns = { readonly [name: string]: number | ArrayBufferView | Columns };

function sameNumbers(a: Float64Array, b: Float64Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false;
  return true;
}
