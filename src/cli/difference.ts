/** Where two documents first differ. */

export interface Difference {
  /** Such as `outcomes[3].mean`; empty for the document itself. */
  readonly path: string;
  /** As JSON, or "nothing" where one has no such entry; long ones are cut. */
  readonly before: string;
  readonly now: string;
}

/** In the order of `before`, what only `now` has after it; null where they hold the same, in the same order. Both are plain JSON. */
export function firstDifference(before: unknown, now: unknown, path = ""): Difference | null {
  if (isRecord(before) && isRecord(now) && Array.isArray(before) === Array.isArray(now)) {
    const isList = Array.isArray(before);
    for (const key of new Set([...Object.keys(before), ...Object.keys(now)])) {
      const at = isList ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`;
      const found = Object.hasOwn(before, key) && Object.hasOwn(now, key) ? firstDifference(before[key], now[key], at) : { path: at, before: valueOf(before, key), now: valueOf(now, key) };
      if (found !== null) return found;
    }
    return null;
  }
  return before === now ? null : { path, before: inShort(before), now: inShort(now) };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function valueOf(record: Record<string, unknown>, key: string): string {
  return Object.hasOwn(record, key) ? inShort(record[key]) : "nothing";
}

/** As much as fits a line. */
function inShort(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
