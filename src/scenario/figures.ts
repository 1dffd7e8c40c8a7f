/** The parts of the language in which a scenario changes a default: made from the table of defaults, so that a new default needs nothing here. */
import * as z from "zod";
import { type Default, defaults, type Group, type Overrides } from "../facts/defaults.js";
import { rangeOf } from "../facts/range.js";
import { messages } from "./messages.js";
import { unless } from "./leaf.js";
import { isOne, total } from "./sums.js";

/** Figures of which each is a share and which are 1 together. */
const sharesTogether: Readonly<Partial<Record<Group, readonly string[]>>> = { response: ["carryOnWithPaper", "cancelRoutine", "urgentOnly"] };

/** Schema of a group of figures, each of which may be left out. */
export function figures<G extends Group>(group: G): z.ZodType<NonNullable<Overrides[G]>, NonNullable<Overrides[G]>> {
  const table: Readonly<Record<string, Default>> = defaults[group];
  const shape = Object.fromEntries(Object.entries(table).map(([name, figure]) => [name, figureSchema(figure).optional()]));
  const schema = z.strictObject(shape).superRefine(unless((value) => {
    const together = sharesTogether[group] ?? [];
    const shares = together.map((name) => Number(value[name] ?? table[name]!.value));
    const isWrong = together.some((name) => value[name] !== undefined) && !isOne(shares);
    return isWrong ? () => messages.notSharesTogether(together, total(shares)) : undefined;
  }));
  return schema as unknown as z.ZodType<NonNullable<Overrides[G]>, NonNullable<Overrides[G]>>;
}

function figureSchema(figure: Default): z.ZodType<number | readonly number[]> {
  const { value, unit, meaning, source } = figure;
  const meta = { description: `${meaning}. Unit: ${unit}. Source: ${source}.`, examples: [value] };
  if (typeof value === "number") return within(value, unit).meta(meta);
  const range = rangeOf(figure);
  const isDistribution = "sum" in range && range.sum === 1;
  const [first, ...rest] = value.map((entry) => within(entry, isDistribution ? "share" : unit));
  const entries = z.tuple([first!, ...rest]);
  const summed = entries.superRefine(unless((written) => (isOne(written) ? undefined : (about) => messages.notShares(about, total(written)))));
  return (isDistribution ? summed : entries).meta(meta);
}

/** Units of which there are no halves. */
const counted: ReadonlySet<string> = new Set(["days", "patients", "contacts"]);

/** Bounds that catch slips of the keyboard; what is plausible within them is for the reader of the result to judge. */
function within(value: number, unit: string): z.ZodNumber {
  const least = value < 0 ? -1000 : 0;
  const most = unit.startsWith("share") ? 1 : unit.startsWith("minutes after midnight") ? 1440 : Math.max(1000, 10 * value);
  return (counted.has(unit) ? z.int() : z.number()).min(least).max(most);
}
