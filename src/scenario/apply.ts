/** Options applied to a scenario: the plain value of its file as it would have been written with them in it. */
import { practicesCovered } from "../decision/coverage.js";
import { changed } from "../decision/figure.js";
import type { FigureChange, IncidentChange, Option } from "../decision/option.js";
import type { Estate } from "../estate/estate.js";
import { selects } from "../estate/selector.js";
import type { Model } from "../experiment/model.js";
import { capabilities, type Capability } from "../infrastructure/disruption.js";
import type { Expression } from "../infrastructure/model.js";
import { shareOf } from "./amounts.js";
import { messages, type Words } from "./messages.js";
import { nearest } from "./nearest.js";
import type { Path } from "./positions.js";

type Plain = Record<string, unknown>;

/** Something of an option that the scenario has no place for, by where it stands in the option's file. */
export type Misfit = (option: Option, path: Path, words: Words) => void;

/**
 * `root` with `options` in force, which is the same in whatever order they are given; `root` itself stays as it is. `base` is what `root` compiles to without them. What does
 * not fit is told to `misfit` and left out. An incident's terms that no incident of the scenario has are no misfit: the option then has no effect.
 */
export function applied(root: unknown, options: readonly Option[], base: Model, misfit: Misfit): unknown {
  const scenario = copyOf(root) as Plain;
  const whole = base.whole ?? base.estate;
  const inOrder = [...options].sort((a, b) => (a.name < b.name ? -1 : 1));
  const covered = new Map(inOrder.map((option) => [option, practicesCovered(option, whole, base.seed)]));
  const group = (...path: readonly string[]): Plain => path.reduce((at, key) => (at[key] ??= {}) as Plain, scenario);
  const listOf = (path: readonly string[], key: string): unknown[] => (group(...path)[key] ??= []) as unknown[];

  const given = new Map<string, Set<number>>();
  for (const option of inOrder) {
    const { components, gives, alternatives, figures, practices, hubs } = option.change;
    const own = covered.get(option)!;
    const codes = { practice: own.map((practice) => whole.practices[practice]!.code) };
    const where = own.length === whole.practices.length ? {} : codes;
    if (components.length > 0) listOf(["infrastructure"], "components").push(...components);
    const ids = [...base.infrastructure.components.map(({ id }) => id), ...inOrder.flatMap(({ change }) => change.components.map((component) => String(component["id"])))];
    gives.forEach((id, index) => {
      if (!ids.includes(id)) return misfit(option, ["change", "gives", index], messages.unknownComponent({ subject: `option "${option.name}"`, verb: "gives" }, id, nearest(id, ids)));
      if (!given.has(id)) given.set(id, new Set(owners(id, base, whole)));
      own.forEach((practice) => given.get(id)!.add(practice));
    });
    for (const id of Object.keys(alternatives)) {
      const names = [...ids, ...capabilities];
      if (!names.includes(id)) misfit(option, ["change", "alternatives", id], messages.unknownNeed({ subject: `option "${option.name}"`, verb: "has another way to" }, id, nearest(id, names)));
    }
    for (const [groupName, changes] of Object.entries(figures)) {
      const current = base.parameters[groupName as "response" | "overflow"] as Readonly<Record<string, number | readonly number[]>>;
      for (const [name, change] of Object.entries(changes)) {
        const before = current[name];
        if (before === undefined) misfit(option, ["change", groupName, name], messages.unknownFigure(option.name, groupName, name, nearest(name, Object.keys(current))));
        else if (typeof before !== "number" && !("to" in change)) misfit(option, ["change", groupName, name], messages.listOfFigures(option.name, name, before.length));
        else group(groupName)[name] = changed((group(groupName)[name] ?? before) as number | readonly number[], change);
      }
    }
    if (own.length === 0) {
      // A share may come to nobody by chance; a place that the estate does not have is a slip.
      if (option.covers.where && practicesCovered({ ...option, covers: { where: option.covers.where } }, whole, base.seed).length === 0) misfit(option, ["covers", "where"], messages.coversNobody(option.name));
      continue;
    }
    if (Object.keys(practices).length > 0) listOf(["estate"], "change").push({ where, set: practices });
    for (const { name, perThousand, ...rest } of hubs) {
      const patients = own.reduce((sum, practice) => sum + whole.practices[practice]!.patients, 0);
      listOf(["estate"], "hubs").push({ name, serves: where, appointments: Math.max(1, Math.round((perThousand * patients) / 1000)), ...rest });
    }
  }
  for (const [id, owned] of given) {
    // A list of nobody cannot be written, and need not be: nobody has it yet.
    if (owned.size > 0) group("infrastructure", "where")[id] = owned.size === whole.practices.length ? {} : { practice: inEstate(owned, whole) };
  }
  addWays(group, inOrder, base);
  inOrder.forEach((option) => changeIncidents(scenario, option, new Set(covered.get(option)!), base, whole));
  return scenario;
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copyOf(inner)])) : value;
}

/** Practices that have the component without any option; nobody where it is new. */
function owners(id: string, { infrastructure }: Model, whole: Estate): number[] {
  const component = infrastructure.components.find((each) => each.id === id);
  return component === undefined ? [] : [...whole.practices.keys()].filter((practice) => selects(component.where ?? {}, whole, practice));
}

function inEstate(practices: ReadonlySet<number>, { practices: all }: Estate): string[] {
  return [...practices].sort((a, b) => a - b).map((practice) => all[practice]!.code);
}

/** One more way to have something is one more of the things of which any will do: of the only choice among its needs, or of a new one. */
function addWays(group: (...path: readonly string[]) => Plain, options: readonly Option[], { infrastructure }: Model): void {
  const ways = new Map<string, Set<string>>();
  for (const { change } of options) for (const [id, way] of Object.entries(change.alternatives)) ways.set(id, (ways.get(id) ?? new Set()).add(way));
  for (const [id, added] of ways) {
    const component = infrastructure.components.find((each) => each.id === id);
    const needs = component?.needs ?? infrastructure.capabilities[id as Capability];
    if (needs !== undefined) group("infrastructure", "needs")[id] = withWays(needs, [...added].sort()) ?? { any: [needs, ...[...added].sort()] };
  }
}

function withWays(needs: Expression, added: readonly string[]): Expression | undefined {
  if (typeof needs === "string") return undefined;
  if ("any" in needs) return { any: [...needs.any, ...added] };
  const choices = needs.all.flatMap((term, index) => (typeof term !== "string" && "any" in term ? [index] : []));
  return choices.length === 1 ? { all: needs.all.map((term, index) => (index === choices[0] ? withWays(term, added)! : term)) } : undefined;
}

/** Incidents as they are written are those of the model, one by one. */
function changeIncidents(scenario: Plain, { change }: Option, covered: ReadonlySet<number>, base: Model, whole: Estate): void {
  for (const terms of change.incidents) {
    base.incidents.forEach((_, index) => {
      const written = (scenario["incidents"] as Plain[])[index]!;
      if (concerns(terms, written)) changeIncident(written, terms, covered, whole);
    });
  }
}

function concerns({ of: { component, has } }: IncidentChange, written: Plain): boolean {
  const part = has === "crews" ? (written["repair"] as Plain | undefined)?.["crews"] : has === undefined ? true : written[has];
  return part !== undefined && (component === undefined || component.includes(String(written["component"])));
}

function changeIncident(written: Plain, { rings, crews, units, spares }: IncidentChange, covered: ReadonlySet<number>, whole: Estate): void {
  const [release, repair, own] = [written["release"], written["repair"], written["units"]] as (Plain | undefined)[];
  const number = (value: unknown, change: FigureChange): number => changed(Number(value), change) as number;
  if (rings && release) release["rings"] = rings;
  if (crews && repair?.["crews"] !== undefined) repair["crews"] = Math.max(1, Math.round(number(repair["crews"], crews)));
  if (units && own) own["share"] = Math.min(1, Math.max(0, number(shareOf(own["share"] as number | string), units)));
  if (spares !== true || covered.size === 0) return;
  // A release is sent by a rule of its own, which is where to leave practices out of it.
  const [at, key] = release ? [release, release["sentTo"] === undefined ? "target" : "sentTo"] : [written, "where"];
  const before = (at[key] ?? {}) as Parameters<typeof selects>[0];
  const left = [...whole.practices.keys()].filter((practice) => !covered.has(practice) && selects(before, whole, practice));
  if (left.length > 0) at[key] = { practice: inEstate(new Set(left), whole) };
  else {
    delete written["draw"];
    written["share"] = 0;
  }
}
