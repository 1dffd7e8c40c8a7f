/** `outagelab compare`: simulates a scenario without and with options, in the same replications, says what each averts, and which to buy. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { assembleComparison, boardPage, comparePage, compareTables, decisionDrawings, decisionTables, nothingSpent, type CompareDocument } from "../index.js";
import { Checkpoints } from "./checkpoints.js";
import { chosenOptions, excludedIn } from "./chosen-options.js";
import { compiledArms, mostArms, simulatedAndDecided, type ArmOptions } from "./compare-arms.js";
import { compareSummary } from "./compare-summary.js";
import { RAN } from "./ending.js";
import { readScenario, resultsFolder, tablesAndPictures, WORK, writeFiles } from "./files.js";
import { programFingerprint } from "./fingerprint.js";
import { runRecord, type RunRecord } from "./machine.js";
import { memoryHere, refuseUnlessItFits } from "./memory.js";
import { printable } from "./printable.js";
import { written } from "./produce.js";
import { statsInWords, statsOf } from "./stats.js";
import { coloursFor, signsFor } from "./terminal.js";

export interface CompareOptions extends ArmOptions {
  /** Names of the catalogue's, files of the user's own, or "all"; names joined by + are options that are in force together. */
  readonly options: readonly string[];
  /** No pairs. */
  readonly singles?: true | undefined;
  readonly out: string;
  readonly json?: true | undefined;
  /** Says what the simulation consisted of and cost. */
  readonly stats?: true | undefined;
  readonly force?: true | undefined;
  readonly fresh?: true | undefined;
}

/** Resolves to the exit status. Throws `BadInput` and `ScenarioError` for what the user gave, anything else where it cannot finish; then nothing is written. */
export async function compareOptions(file: string, options: CompareOptions, version: string, signal: AbortSignal): Promise<number> {
  const started = new Date();
  const text = await readScenario(file);
  const chosen = await chosenOptions(options.options, options.singles);
  const compiled = await compiledArms(text, file, chosen.sets, options);
  const { base: { model, inputs }, arms } = compiled;
  const before = [...compiled.base.warnings, ...arms.flatMap(({ warnings }) => warnings)];
  for (const warning of before) process.stderr.write(`Warning: ${printable(warning)}\n`);
  if (options.force !== true) refuseUnlessItFits(file, model, options.threads, memoryHere(), mostArms(chosen, options));
  const folder = await resultsFolder(options.out, `${model.name}-compared`);
  const checkpoints = new Checkpoints(join(folder, WORK), await programFingerprint());
  if (options.fresh === true) await checkpoints.remove();
  const spent = nothingSpent();

  const { document, result, record } = await checkpoints.during(async () => {
    const { compared, decision, warnings } = await simulatedAndDecided(chosen, compiled, { ...options, file, text, checkpoints, spent }, signal);
    const document = assembleComparison({
      model, text, hash: createHash("sha256").update(text).digest("hex"), inputs, version, options: chosen.chosen.map(({ option }) => option), excluded: excludedIn(chosen.chosen), compared, decision,
      warnings: [...new Set([...before, ...warnings])],
    });
    const result = written(document);
    const pictures = await decisionDrawings(document);
    const record = runRecord(version, started, options.threads, statsOf(compared.replications, compared.events, spent));
    // The board's page comes last: where it is new, all that it links to is.
    await writeFiles(folder, new Map([
      ...tablesAndPictures([...compareTables(document), ...decisionTables(document)], pictures), ["run.json", `${JSON.stringify(record, null, 2)}\n`], ["compare.json", result], ["effects.html", comparePage(document)], ["index.html", boardPage(document, pictures)],
    ]), signal);
    return { document, result, record };
  });
  told(document, result, record, join(folder, "index.html"), options);
  return RAN;
}

function told(document: CompareDocument, result: string, { stats, seconds, threads, peakMemoryMiB }: RunRecord, page: string, options: CompareOptions): void {
  const words = options.json === true ? process.stderr : process.stdout;
  if (options.json === true) process.stdout.write(result);
  if (options.quiet !== true) words.write(compareSummary(document, page, coloursFor(words), signsFor()));
  if (options.stats === true) process.stderr.write(`\n${statsInWords(stats!, seconds, threads, peakMemoryMiB)}`);
}
