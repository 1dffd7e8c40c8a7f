import { isColumn, type Column } from "./column.js";

/**
 * An independent copy of a simulation's whole state, which is typed arrays, numbers, and records of these: what happens to one leaves the other as it is.
 * Only frozen records, such as distributions, are shared; freeze what never changes, arrays in it included.
 *
 * `blank`, a state made by the same function as the original, is filled and answered: then both have one shape to the machine, and code that meets one
 * shape runs faster than code that meets two (the care model by a quarter); its columns are filled where they are as long. Without it the copy is right all the same.
 *
 * `used`: columns of the state of which only so many rows, the first ones, mean anything; where they go into those of the blank, the rest is left there as it is.
 *
 * @throws TypeError where the state holds anything else, or one thing twice, which a copy would hold as two.
 */
export function copyState<S extends object>(state: S, blank: S = { ...state }, used: ReadonlyMap<Column, number> = new Map()): S {
  copyInto(blank as Record<string, unknown>, state as Readonly<Record<string, unknown>>, used, new Set([state]));
  return blank;
}

function copyInto(blank: Record<string, unknown>, state: Readonly<Record<string, unknown>>, used: ReadonlyMap<Column, number>, seen: Set<unknown>): void {
  for (const [name, value] of Object.entries(state)) {
    if (typeof value === "number" || (isRecord(value) && Object.isFrozen(value))) {
      blank[name] = value;
      continue;
    }
    if (seen.has(value)) throw new TypeError(`state "${name}" stands in the state twice`);
    seen.add(value);
    if (isColumn(value)) {
      const own = blank[name];
      if (own !== value && isColumn(own) && own.length === value.length && own.constructor === value.constructor) own.set(value.subarray(0, used.get(value)));
      else blank[name] = value.slice();
    } else if (isRecord(value)) {
      if (blank[name] === value) blank[name] = { ...value };
      copyInto(blank[name] as Record<string, unknown>, value, used, seen);
    } else throw new TypeError(`state "${name}" is neither a number, a typed array nor a record of these`);
  }
}

/** Whether it is a plain object, not an array and not of a class. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
