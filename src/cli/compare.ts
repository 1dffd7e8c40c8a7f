/** `outagelab compare`: simulates a scenario without and with options, in the same replications, writes and prints what each averts. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  allNearest, assembleComparison, compare, comparePage, compareTables, compileArms, exclusion, pairsOf, prepare, readOptions, type ArmResult, type ArmUnit, type ComparedArms, type CompareDocument, type CompiledArms, type Excluded,
  type NamedText, type OptionFile, type SteadyUnit, type SteadyValues,
} from "../index.js";
import type { ArmModels } from "./arm-worker.js";
import { Checkpoints } from "./checkpoints.js";
import { compareSummary } from "./compare-summary.js";
import { BadInput, RAN } from "./ending.js";
import { readerBeside, readScenario, resultsFolder, WORK, writeFiles } from "./files.js";
import { decisive, programFingerprint } from "./fingerprint.js";
import { runRecord } from "./machine.js";
import { memoryHere, refuseUnlessItFits } from "./memory.js";
import { printable } from "./printable.js";
import { replicationsOf, type ReplicationOptions } from "./replications.js";
import { keeping } from "./simulate.js";
import { steadyOrRefused } from "./steady.js";
import { coloursFor } from "./terminal.js";
import { startThreads } from "./threads.js";

export interface CompareOptions extends ReplicationOptions {
  /** Names of the catalogue's, files of the user's own, or "all"; names joined by + are options that are in force together. */
  readonly options: readonly string[];
  /** No pairs. */
  readonly singles?: true | undefined;
  readonly seed?: string | undefined;
  readonly out: string;
  readonly threads: number;
  readonly json?: true | undefined;
  readonly quiet?: true | undefined;
  readonly force?: true | undefined;
  readonly fresh?: true | undefined;
}

const isFile = (name: string): boolean => /\.ya?ml$/i.test(name);
const CATALOGUE = fileURLToPath(new URL("../../scenarios/options/", import.meta.url));

/** Resolves to the exit status. Throws `BadInput` and `ScenarioError` for what the user gave, anything else where it cannot finish; then nothing is written. */
export async function compareOptions(file: string, options: CompareOptions, version: string, signal: AbortSignal): Promise<number> {
  const started = new Date();
  const text = await readScenario(file);
  const { chosen, sets } = await setsOf(options);
  const compiled = withOptions(await compileArms(text, file, readerBeside(file), sets), options);
  const { base: { model, inputs }, arms } = compiled;
  const warnings = [...compiled.base.warnings, ...arms.flatMap((arm) => arm.warnings)];
  for (const warning of warnings) process.stderr.write(`Warning: ${printable(warning)}\n`);
  if (options.force !== true) refuseUnlessItFits(file, model, options.threads, memoryHere());
  const folder = await resultsFolder(options.out, `${model.name}-compared`);
  const checkpoints = new Checkpoints(join(folder, WORK), await programFingerprint());
  if (options.fresh === true) await checkpoints.remove();

  const { document, result } = await checkpoints.during(async () => {
    const compared = await simulated(file, compiled, options, checkpoints, signal);
    const document = assembleComparison({
      model, text, hash: createHash("sha256").update(text).digest("hex"), inputs, version, options: chosen.map(({ option }) => option), excluded: excludedIn(chosen), compared, warnings,
    });
    const result = `${JSON.stringify(document, null, 1)}\n`;
    await writeFiles(folder, new Map([
      ...compareTables(document).map(({ name, text }) => [`tables/${name}`, text] as const),
      ["run.json", `${JSON.stringify(runRecord(version, started, options.threads), null, 2)}\n`], ["compare.json", result], ["compare.html", comparePage(document)],
    ]), signal);
    return { document, result };
  });
  return told(document, result, join(folder, "compare.html"), options);
}

function told(document: CompareDocument, result: string, page: string, { json, quiet }: CompareOptions): number {
  const words = json === true ? process.stderr : process.stdout;
  if (json === true) process.stdout.write(result);
  if (quiet !== true) words.write(compareSummary(document, page, coloursFor(words)));
  return RAN;
}

async function simulated(file: string, { base: { model }, arms }: CompiledArms, options: CompareOptions, checkpoints: Checkpoints, signal: AbortSignal): Promise<ComparedArms> {
  const prepared = prepare(model, arms);
  const sent: ArmModels = { models: prepared.models.map((each) => ({ ...each, whole: undefined }) as typeof each) };
  signal.throwIfAborted();
  const threads = startThreads<ArmUnit | SteadyUnit, ArmResult | SteadyValues>(sent, options.threads, new URL("./arm-worker.js", import.meta.url));
  const stop = (): void => void threads.close();
  signal.addEventListener("abort", stop);
  try {
    await steadyOrRefused({ simulate: (unit) => threads.simulate(unit as SteadyUnit) as Promise<SteadyValues> }, model, file);
    const byArms = { simulate: (unit: ArmUnit) => threads.simulate(unit) as Promise<ArmResult>, close: () => threads.close() };
    return await keeping(byArms, { compared: prepared.models.map(decisive) }, { ...options, checkpoints }, (unitBy, update) => compare(model, arms, prepared, unitBy, update));
  } finally {
    signal.removeEventListener("abort", stop);
    await threads.close();
  }
}

/** Seed and replications of the command line in place of the scenario's, in every arm. */
function withOptions(compiled: CompiledArms, options: CompareOptions): CompiledArms {
  const replications = replicationsOf(compiled.base.model, options);
  const changed = <M extends object>(model: M): M => ({ ...model, ...(options.seed === undefined ? {} : { seed: options.seed }), replications });
  return { base: { ...compiled.base, model: changed(compiled.base.model) }, arms: compiled.arms.map((arm) => ({ ...arm, model: changed(arm.model) })) };
}

/** Options that are in force in some arm, and which are in each: by themselves, in pairs, and in sets as they were asked for. Throws `BadInput` for a name that nobody has, and sets that cannot be had. */
async function setsOf({ options, singles }: CompareOptions): Promise<{ chosen: OptionFile[]; sets: OptionFile[][] }> {
  const joined = options.filter((each) => each.includes("+")).map((each) => each.split("+").map((name) => name.trim()));
  const alone = options.filter((each) => !each.includes("+"));
  const path = joined.flat().find(isFile);
  if (path !== undefined) throw new BadInput(`--options: "${path}" is joined to others. Name the file by itself in the list, and join the name of its option.`);
  const chosen = await optionsNamed([...alone, ...joined.flat()]);
  const byName = new Map(chosen.map((each) => [each.option.name, each]));
  const own = joined.length === 0 ? chosen : await optionsNamed(alone);
  const pairs = singles === true ? [] : pairsOf(own.map(({ option }) => option)).map((pair) => pair.map(({ name }) => byName.get(name)!));
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
  const all = readOptions(catalogue, own);
  const names = new Set(all.map(({ option }) => option.name));
  const wanted = new Set(own.flatMap(({ text }) => /^option:\s*["']?([\w-]+)/m.exec(text)?.[1] ?? []));
  for (const name of asked.filter((each) => !isFile(each))) {
    if (name === "all") names.forEach((each) => wanted.add(each));
    else if (names.has(name)) wanted.add(name);
    else {
      const meant = allNearest(name, [...names], (each) => each)[0];
      throw new BadInput(`--options: there is no option "${name}". ${meant === undefined ? `Options: ${[...names].join(", ")}; or the path of a file that ends in .yaml.` : `Did you mean "${meant}"?`}`);
    }
  }
  return all.filter(({ option }) => wanted.has(option.name));
}

function excludedIn(chosen: readonly OptionFile[]): Excluded[] {
  return chosen.flatMap(({ option: one }, index) => chosen.slice(index + 1).flatMap(({ option: other }): Excluded[] => {
    const reason = exclusion(one, other);
    return reason === undefined ? [] : [{ options: [one.name, other.name], reason }];
  }));
}
