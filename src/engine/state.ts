/** A simulation's whole state: typed arrays, numbers, and records of these. So it can be copied, saved and continued. */
export type State = { [name: string]: StateValue } | object;
export type StateValue = number | ArrayBufferView | State;

/** An independent copy: what happens to one leaves the other as it is. */
export function copyState<S extends object>(state: S): S {
  const copy: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(state)) {
    if (typeof value === "number") copy[name] = value;
    else if (ArrayBuffer.isView(value)) copy[name] = (value as Float64Array).slice();
    else if (typeof value === "object" && value !== null && !Array.isArray(value)) copy[name] = copyState(value);
    else throw new TypeError(`state "${name}" is neither a number, a typed array nor a record of these`);
  }
  return copy as S;
}
