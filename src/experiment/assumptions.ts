/** Every parameter in force, with what is known of it. */
import { defaults, type Default, type Grade, type Parameters } from "../facts/defaults.js";

export interface Assumption {
  /** Group and name, such as `care.slackGp`. */
  readonly id: string;
  readonly value: number | readonly number[];
  readonly unit: string;
  readonly meaning: string;
  readonly source: string;
  readonly grade: Grade;
  /** True where the scenario set it to another value than the default. */
  readonly changed: boolean;
}

export function assumptionsOf(parameters: Parameters): Assumption[] {
  return Object.entries(defaults).flatMap(([group, entries]) =>
    Object.entries(entries as Record<string, Default>).map(([name, { value: usual, unit, meaning, source, grade }]) => {
      const value = (parameters as unknown as Record<string, Record<string, number | readonly number[]>>)[group]![name]!;
      return { id: `${group}.${name}`, value, unit, meaning, source, grade, changed: !isSame(value, usual) };
    }),
  );
}

function isSame(one: number | readonly number[], other: number | readonly number[]): boolean {
  if (typeof one === "number" || typeof other === "number") return one === other;
  return one.length === other.length && one.every((value, index) => value === other[index]);
}
