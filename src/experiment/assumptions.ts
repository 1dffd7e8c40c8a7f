/** Every parameter in force, with what is known of it. */
import type { Estate, Region } from "../estate/estate.js";
import type { Fixed, Range } from "../facts/default.js";
import { defaults, type Default, type Grade, type Parameters } from "../facts/defaults.js";
import { appointmentRates, proportionSpread } from "../facts/icbs.js";
import { rangeOf } from "../facts/range.js";

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
  /** Of the default, whatever the scenario set; of a region's rate, around itself. Documents of before ranges have none. */
  readonly range?: Range | Fixed;
}

/** Defaults in force, then what was assumed of each region. */
export function assumptionsOf(parameters: Parameters, { regions }: Estate): Assumption[] {
  return [...inForce(parameters), ...regions.map(ofRegion)];
}

function ofRegion({ code, name, appointmentRate }: Region): Assumption {
  const published = appointmentRates[code];
  const { source, grade, range } = published?.value === appointmentRate ? { ...published, range: rangeOf(published) } : inProportion(appointmentRate);
  return {
    id: `region.${code}.appointmentRate`, value: Math.round(appointmentRate * 10) / 10, unit: "appointments per 1,000 patients and working day", meaning: `Appointments in ${name}`,
    source, grade, changed: false, range,
  };
}

function inProportion(appointmentRate: number): Pick<Assumption, "source" | "grade" | "range"> {
  const [low, high] = proportionSpread.map((part) => Math.round(part * appointmentRate * 10) / 10) as [number, number];
  return { source: "England's rate in proportion to the region's clinical staff per patient, or as the scenario says", grade: "assumption", range: { low, high } };
}

function inForce(parameters: Parameters): Assumption[] {
  return Object.entries(defaults).flatMap(([group, entries]) =>
    Object.entries(entries as Record<string, Default>).map(([name, figure]) => {
      const { value: usual, unit, meaning, source, grade } = figure;
      const value = (parameters as unknown as Record<string, Record<string, number | readonly number[]>>)[group]![name]!;
      return { id: `${group}.${name}`, value, unit, meaning, source, grade, changed: !isSame(value, usual), range: rangeOf(figure) };
    }),
  );
}

function isSame(one: number | readonly number[], other: number | readonly number[]): boolean {
  if (typeof one === "number" || typeof other === "number") return one === other;
  return one.length === other.length && one.every((value, index) => value === other[index]);
}
