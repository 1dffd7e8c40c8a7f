/** Text -> option: reads one option file, or one that changes the prices of an option there is. */
import { touchedBy } from "../decision/together.js";
import { faults, type Change, type CostItem, type FigureChange, type Option } from "../decision/option.js";
import type { Selector } from "../estate/estate.js";
import { shareOf } from "./amounts.js";
import { withoutMark } from "./check.js";
import { ScenarioError, type Complaint } from "./complaint.js";
import { option as language, repriced, type WrittenOption } from "./language-option.js";
import { messages, type Words } from "./messages.js";
import { located, type Mistake } from "./mistake.js";
import { nearest } from "./nearest.js";
import type { Path } from "./positions.js";
import { mistakesOfShape } from "./shape.js";
import { valueAt } from "./subject.js";
import { readText } from "./text.js";

export interface OptionFile {
  readonly option: Option;
  /** A complaint about the file, at what stands at `path`. */
  readonly complaint: (path: Path, words: Words) => Complaint;
}

export interface NamedText {
  /** What complaints call it. */
  readonly file: string;
  readonly text: string;
}

/** The options of `catalogue`, with the prices and the coverage that files of `own` give instead, and then the options of `own`. Throws `ScenarioError` with every complaint. */
export function readOptions(catalogue: readonly NamedText[], own: readonly NamedText[] = []): OptionFile[] {
  const complaints: Complaint[] = [];
  const options = new Map<string, OptionFile>();
  // One of the user's own may take the place of the catalogue's; which of two would be meant nobody knows.
  const written = new Map<string, string>();
  for (const { file, text } of [...catalogue, ...own]) {
    const { value, positions, slips } = readText(withoutMark(text));
    const complain = (...mistakes: readonly Mistake[]): void => void complaints.push(...located(mistakes, slips, positions, file));
    if (value === undefined) {
      complain();
      continue;
    }
    const isRepriced = valueAt(value, ["option"]) !== undefined && ["label", "description", "change", "against", "excludes"].every((key) => valueAt(value, [key]) === undefined);
    const mistakes = mistakesOfShape(value, isRepriced ? repriced : language);
    const complaint = (path: Path, words: Words): Complaint => located([{ path, on: "value", words }], [], positions, file)[0]!;
    if (mistakes.length + slips.length > 0) complain(...mistakes);
    else if (!isRepriced) {
      const option = optionOf(language.parse(value));
      const other = written.get(option.name);
      if (other !== undefined) complain({ path: ["option"], on: "value", words: messages.optionTwice(option.name, other) });
      if (own.some((each) => each.file === file)) written.set(option.name, file);
      options.set(option.name, { option, complaint });
    } else {
      const { option: name, cost, covers } = repriced.parse(value);
      const known = options.get(name);
      if (known === undefined) complaints.push(complaint(["option"], messages.unknownOption(name, nearest(name, options.keys()), [...options.keys()])));
      else options.set(name, { complaint: (path, words) => (path[0] === "covers" ? complaint : known.complaint)(path, words), option: { ...known.option, ...(cost && { cost: cost.map(costOf) }), ...(covers && { covers: coverageOf(covers) }) } });
    }
  }
  if (complaints.length > 0) throw new ScenarioError(complaints);
  return [...options.values()];
}

function optionOf({ option, label, description, covers, change: { response, overflow, ...written }, cost, against, excludes }: WrittenOption): Option {
  // Settings that are absent stay so: what was read has the form of the types.
  const change = { ...written, practices: written.practices ?? {}, figures: { ...(response && { response }), ...(overflow && { overflow }) } as Readonly<Record<string, Readonly<Record<string, FigureChange>>>> } as Change;
  return {
    name: option, label, description, covers: coverageOf(covers), cost: cost.map(costOf), excludes, change, touches: touchedBy(change),
    against: Object.fromEntries(faults.map((fault) => [fault, against[fault] ?? "none"])) as Option["against"],
  };
}

function coverageOf({ where, share }: WrittenOption["covers"]): Option["covers"] {
  return { ...(where && { where: where as Selector }), ...(share !== undefined && { share: shareOf(share)! }) };
}

function costOf({ pounds, range, life, ...rest }: WrittenOption["cost"][number]): CostItem {
  return { ...rest, amount: pounds, low: range?.[0] ?? pounds, high: range?.[1] ?? pounds, life: life ?? null };
}
