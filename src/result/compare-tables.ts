/** Tidy tables of a comparison, as CSV; those of prices and of what is decided stand with the decision. */
import type { CompareDocument, Effect } from "./compare-document.js";
import { csv, type Cell, type Table } from "./csv.js";

const estimates = ["without", "with", "averted", "ordinary"] as const;
const bounds = ["mean", "low", "high"] as const;
const effectColumns = ["arm", "against", "id", "part", "unit", "where"] as const;

/** Every table of `document`; numbers are written in full. */
export function compareTables({ effects, options, arms, best }: CompareDocument): Table[] {
  const faults = Object.keys(options[0]?.against ?? {}) as (keyof CompareDocument["options"][number]["against"])[];
  return [
    csv("effects.csv", [...effectColumns, ...estimates.flatMap((name) => bounds.map((bound) => `${name}_${bound}`))],
      effects.map((effect) => [...cells(effect), ...estimates.flatMap((name) => bounds.map((bound) => effect[name][bound]))])),
    csv("effects-by-replication.csv", [...effectColumns, "replication", "without", "with", "averted", "ordinary"], effects.flatMap((effect) => effect.values.without.map((without, replication): Cell[] => {
      const { with: own, ordinary } = effect.values;
      const after = own[replication] ?? null;
      return [...cells(effect), replication + 1, without, after, without === null || after === null ? null : without - after, ordinary[replication] ?? null];
    }))),
    csv("best.csv", ["id", "part", "unit", "where", "arm", "probability"], best.flatMap(({ id, part, unit, where, arms }) => arms.map(({ arm, probability }) => [id, part, unit, where, arm, probability]))),
    csv("options.csv", ["option", "label", "description", "practices", "neighbourhoods", "regions", "without_effect", ...faults.map((fault) => `against_${fault.replaceAll(" ", "_")}`)], options.map((option): Cell[] => {
      const arm = arms.find(({ name }) => name === option.name);
      const { practices = null, neighbourhoods = null, regions = null } = arm?.covered[0] ?? {};
      return [option.name, option.label, option.description, practices, neighbourhoods, regions, arm?.isWithoutEffect ?? null, ...faults.map((fault) => option.against[fault])];
    })),
  ];
}

function cells(effect: Effect): Cell[] {
  return effectColumns.map((column) => effect[column]);
}
