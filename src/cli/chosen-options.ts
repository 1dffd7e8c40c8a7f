/** Options that are to be compared, by name or from files of the user's own, and which of them are in force together. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { allNearest, exclusion, pairsOf, readOptions, type Excluded, type NamedText, type OptionFile } from "../index.js";
import { BadInput } from "./ending.js";
import { readScenario } from "./files.js";

export interface Chosen {
  readonly chosen: readonly OptionFile[];
  /** Those in force in each arm. */
  readonly sets: readonly (readonly OptionFile[])[];
}

const isFile = (name: string): boolean => /\.ya?ml$/i.test(name);
const CATALOGUE = fileURLToPath(new URL("../../scenarios/options/", import.meta.url));

/** Options that are in force in some arm, and which are in each: by themselves, in pairs, and in sets as they were asked for. Throws `BadInput` for a name that nobody has, and sets that cannot be had. */
export async function chosenOptions(options: readonly string[], singles = false): Promise<Chosen> {
  const joined = options.filter((each) => each.includes("+")).map((each) => each.split("+").map((name) => name.trim()));
  const alone = options.filter((each) => !each.includes("+"));
  const path = joined.flat().find(isFile);
  if (path !== undefined) throw new BadInput(`--options: "${path}" is joined to others. Name the file by itself in the list, and join the name of its option.`);
  const chosen = await optionsNamed([...alone, ...joined.flat()]);
  const byName = new Map(chosen.map((each) => [each.option.name, each]));
  const own = joined.length === 0 ? chosen : await optionsNamed(alone);
  const pairs = singles ? [] : pairsOf(own.map(({ option }) => option)).map((pair) => pair.map(({ name }) => byName.get(name)!));
  const sets = joined.map((names) => names.map((name) => byName.get(name)!));
  for (const set of sets) for (const { reason } of excludedIn(set)) throw new BadInput(`--options: ${reason}`);
  const all = [...own.map((each) => [each]), ...pairs, ...sets];
  return { chosen, sets: [...new Map(all.map((set) => [set.map(({ option }) => option.name).sort().join("+"), set])).values()] };
}

/** The options asked for, each once. Throws `BadInput` for a name that nobody has. */
async function optionsNamed(asked: readonly string[]): Promise<OptionFile[]> {
  const shipped = (await readdir(CATALOGUE)).filter(isFile).sort();
  const catalogue = await Promise.all(shipped.map(async (name): Promise<NamedText> => ({ file: `scenarios/options/${name}`, text: await readFile(join(CATALOGUE, name), "utf8") })));
  const files = asked.filter(isFile);
  const own = await Promise.all(files.map(async (file): Promise<NamedText> => ({ file, text: await readScenario(file) })));
  const scenario = own.find(({ text }) => /^(question|estate|incidents):/m.test(text) && !/^option:/m.test(text));
  if (scenario !== undefined) throw new BadInput(`--options: ${scenario.file} is a scenario, not an option. A file of an option begins with "option: NAME"; docs/options.md shows one.`);
  const all = readOptions(catalogue, own);
  const names = new Set(all.map(({ option }) => option.name));
  const wanted = new Set(own.flatMap(({ text }) => /^option:\s*["']?([\w-]+)/m.exec(text)?.[1] ?? []));
  for (const name of asked.filter((each) => !isFile(each))) {
    if (name === "all") names.forEach((each) => wanted.add(each));
    else if (names.has(name)) wanted.add(name);
    else {
      const meant = allNearest(name, [...names], (each) => each)[0] ?? [...names].find((each) => each.includes(name));
      throw new BadInput(`--options: there is no option "${name}". ${meant === undefined ? `Options: ${[...names].join(", ")}; or the path of a file that ends in .yaml.` : `Did you mean "${meant}"?`}`);
    }
  }
  return all.filter(({ option }) => wanted.has(option.name));
}

export function excludedIn(chosen: readonly OptionFile[]): Excluded[] {
  return chosen.flatMap(({ option: one }, index) => chosen.slice(index + 1).flatMap(({ option: other }): Excluded[] => {
    const reason = exclusion(one, other);
    return reason === undefined ? [] : [{ options: [one.name, other.name], reason }];
  }));
}
