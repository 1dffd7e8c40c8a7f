/** What data from a file must look like, and where they do not. */

export interface Fault {
  /** `outcomes[3].mean`; empty for the whole. */
  readonly path: string;
  /** Such as `a number`. */
  readonly wanted: string;
  /** In JSON, shortened; `nothing` where it is missing. */
  readonly found: string;
}

/** The first fault of a value; null where there is none. */
export type Shape = (value: unknown) => Fault | null;

export const text = one("text", (value) => typeof value === "string");
export const number = one("a number", (value) => typeof value === "number");
export const wholeNumber = one("a whole number of 0 or more", (value) => Number.isInteger(value) && (value as number) >= 0);
export const count = one("a whole number of 1 or more", (value) => Number.isInteger(value) && (value as number) >= 1);
export const truth = one("true or false", (value) => typeof value === "boolean");
/** `2023-03-16T08:00`, or the date alone. */
export const time = one("a time such as 2023-03-16T08:00", (value) => typeof value === "string" && /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-4]):[0-5]\d)?$/.test(value));

export function oneOf(...values: readonly string[]): Shape {
  return one(`one of ${values.map((value) => JSON.stringify(value)).join(", ")}`, (value) => values.includes(value as string));
}

export function orNull(shape: Shape): Shape {
  return (value) => (value === null ? null : shape(value));
}

/** Of a part of a record that may be missing. */
export function optional(shape: Shape): Shape {
  return (value) => (value === undefined ? null : shape(value));
}

export function either(first: Shape, second: Shape): Shape {
  return (value) => (first(value) === null ? null : second(value));
}

export function list(of: Shape, least = 0): Shape {
  return (value) => {
    if (!Array.isArray(value) || value.length < least) return fault(least === 0 ? "a list" : `a list of ${least} or more`, value);
    for (let index = 0; index < value.length; index++) {
      const found = of(value[index]);
      if (found !== null) return { ...found, path: `[${index}]${joint(found.path)}${found.path}` };
    }
    return null;
  };
}

/** May have other parts as well. */
export function record(parts: Readonly<Record<string, Shape>>): Shape {
  const entries = Object.entries(parts);
  return (value) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return fault("a record in braces", value);
    for (const [name, shape] of entries) {
      const found = shape(Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined);
      if (found !== null) return { ...found, path: `${name}${joint(found.path)}${found.path}` };
    }
    return null;
  };
}

function joint(path: string): string {
  return path === "" || path.startsWith("[") ? "" : ".";
}

function one(wanted: string, holds: (value: unknown) => boolean): Shape {
  return (value) => (holds(value) ? null : fault(wanted, value));
}

const LONGEST = 60;

function fault(wanted: string, value: unknown): Fault {
  const found = value === undefined ? "nothing" : Array.isArray(value) ? `a list of ${value.length}` : typeof value === "object" && value !== null ? "a record" : JSON.stringify(value);
  return { path: "", wanted, found: found.length <= LONGEST ? found : `${found.slice(0, LONGEST - 3)}...` };
}
