/** `outagelab run`: compiles a scenario, simulates it in threads, writes all results, and says what happened. */
import { join } from "node:path";
import { balances, compile, drawings, nothingSpent, page, situationReport, situationText, tables, type Compiled, type JudgedHypothesis } from "../index.js";
import { Checkpoints } from "./checkpoints.js";
import { BROKEN, RAN, UNDECIDED } from "./ending.js";
import { readerBeside, readOutline, readScenario, resultsFolder, tablesAndPictures, WORK, writeFiles } from "./files.js";
import { programFingerprint } from "./fingerprint.js";
import { runRecord } from "./machine.js";
import { memoryHere, refuseUnlessItFits } from "./memory.js";
import { printable } from "./printable.js";
import { produce, written, type Asked } from "./produce.js";
import { replicationsOf, type ReplicationOptions } from "./replications.js";
import { staffHours } from "./staff-hours.js";
import { statsInWords, statsOf } from "./stats.js";
import { summary } from "./summary.js";
import { coloursFor, signsFor } from "./terminal.js";

export interface RunOptions extends ReplicationOptions, Omit<Asked, "checkpoints" | "isTimeUp" | "file" | "spent"> {
  /** Minutes. */
  readonly timeLimit?: number | undefined;
  /** In place of what the scenario says. */
  readonly seed?: string | undefined;
  readonly out: string;
  readonly json?: true | undefined;
  readonly gate?: true | undefined;
  /** A GeoJSON file with the boundaries of ICBs, for the page's map. */
  readonly outline?: string | undefined;
  /** Says what the simulation consisted of and cost. */
  readonly stats?: true | undefined;
  /** Though it needs more memory than there is. */
  readonly force?: true | undefined;
  /** Leaves aside, and removes, what an earlier run that was stopped has kept. */
  readonly fresh?: true | undefined;
  /** Between two checkpoints, in place of the default. */
  readonly checkpointSeconds?: number;
}

/**
 * Resolves to the exit status. Throws `BadInput` and `ScenarioError` for what the user gave, anything else where it cannot finish; then no result is written, and `Halted`
 * tells how much is kept of what was simulated.
 */
export async function run(file: string, options: RunOptions, version: string, signal: AbortSignal): Promise<number> {
  const started = new Date();
  const text = await readScenario(file);
  const compiled = withOptions(await compile(text, file, readerBeside(file)), options);
  const { model, warnings } = compiled;
  for (const warning of warnings) process.stderr.write(`Warning: ${printable(warning)}\n`);

  if (options.force !== true) refuseUnlessItFits(file, model, options.threads, memoryHere());
  const outline = options.outline === undefined ? undefined : await readOutline(options.outline);
  // Now rather than after an hour's simulation: where the results cannot go there, this says so.
  const folder = await resultsFolder(options.out, model.name);
  const checkpoints = new Checkpoints(join(folder, WORK), await programFingerprint(), options.checkpointSeconds);
  if (options.fresh === true) await checkpoints.remove();

  if (options.quiet !== true) process.stderr.write(`${staffHours(balances(model.estate, model.parameters, model.seed))}\n\n`);
  const { timeLimit } = options;
  const spent = nothingSpent();
  const asked: Asked = { ...options, file, checkpoints, spent, ...(timeLimit === undefined ? {} : { isTimeUp: within(timeLimit) }) };
  const { document, result, record } = await checkpoints.during(async () => {
    const { document, findings, replications, events } = await produce(text, compiled, asked, version, signal);
    const result = written(document);
    const pictures = await drawings(document);
    const record = runRecord(version, started, options.threads, statsOf(replications, events, spent));
    // The page comes last: where it is new, all that it links to is.
    await writeFiles(folder, new Map([
      // A document of many practices leaves them to the tables.
      ...tablesAndPictures(tables({ ...document, outcomes: [...findings.rows, ...findings.practiceRows], series: [...findings.series, ...findings.practiceSeries] }), pictures),
      ["run.json", `${JSON.stringify(record, null, 2)}\n`],
      ["result.json", result],
      ["situation-report.html", situationReport(document)],
      ["situation-report.txt", situationText(document)],
      ["index.html", page(document, pictures, outline)],
    ]), signal);
    return { document, result, record };
  });

  const words = options.json === true ? process.stderr : process.stdout;
  if (options.json === true) process.stdout.write(result);
  const colours = coloursFor(words);
  if (options.quiet !== true) words.write(summary(document, join(folder, "index.html"), colours, signsFor()));
  if (options.stats === true) process.stderr.write(`\n${statsInWords(record.stats!, record.seconds, record.threads, record.peakMemoryMiB)}`);
  return options.gate === true ? verdictOn(document.hypotheses) : RAN;
}

/** Throws `BadInput` for options that contradict each other, or the scenario. */
function withOptions(compiled: Compiled, options: RunOptions): Compiled {
  const { model } = compiled;
  return { ...compiled, model: { ...model, ...(options.seed === undefined ? {} : { seed: options.seed }), replications: replicationsOf(model, options) } };
}

/** Says whether so many minutes have gone by since it was made. */
function within(minutes: number): () => boolean {
  const started = performance.now();
  return () => performance.now() - started >= minutes * 60_000;
}

/** Says what does not hold, whatever the verbosity, and answers with the exit status. */
function verdictOn(hypotheses: readonly JudgedHypothesis[]): number {
  for (const { verdict, text, reason } of hypotheses) if (verdict !== "held") process.stderr.write(printable(`${verdict}: ${text}\n  ${reason}\n`));
  if (hypotheses.some(({ verdict }) => verdict === "broken")) return BROKEN;
  return hypotheses.some(({ verdict }) => verdict === "undecided") ? UNDECIDED : RAN;
}
