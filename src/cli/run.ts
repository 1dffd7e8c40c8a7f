/** `outagelab run`: compiles a scenario, simulates it in threads, writes all results, and says what happened. */
import { createHash } from "node:crypto";
import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import picocolors from "picocolors";
import { assemble, balanceInShort, balances, balanceSentence, compile, drawings, page, returnsLevels, slackLevels, tables, type Drawing, type JudgedHypothesis, type Model, type ResultDocument } from "../index.js";
import { BadInput, BROKEN, RAN, UNDECIDED } from "./ending.js";
import { folderNameOf, readerBeside, readScenario, writeFiles } from "./files.js";
import { runRecord } from "./machine.js";
import { memoryHere, refuseUnlessItFits } from "./memory.js";
import { printable } from "./printable.js";
import { replicationsOf, type ReplicationOptions } from "./replications.js";
import { simulate } from "./simulate.js";
import { staffHours } from "./staff-hours.js";
import { steadyOrRefused } from "./steady.js";
import { summary } from "./summary.js";

export interface RunOptions extends ReplicationOptions {
  /** Minutes. */
  readonly timeLimit?: number | undefined;
  /** In place of what the scenario says. */
  readonly seed?: string | undefined;
  readonly out: string;
  readonly threads: number;
  readonly json?: true | undefined;
  readonly quiet?: true | undefined;
  readonly gate?: true | undefined;
  /** Though it needs more memory than there is. */
  readonly force?: true | undefined;
  /** Shares of rostered time at which it is repeated. */
  readonly slack?: readonly number[] | undefined;
  /** Factors of the share whom NHS 111 sends back at which it is repeated. */
  readonly returns?: readonly number[] | undefined;
}

/** Resolves to the exit status. Throws `BadInput` and `ScenarioError` for what the user gave, anything else where it cannot finish; then nothing is written. */
export async function run(file: string, options: RunOptions, version: string, signal: AbortSignal): Promise<number> {
  const started = new Date();
  const text = await readScenario(file);
  const { model: written, inputs, warnings } = await compile(text, file, readerBeside(file));
  for (const warning of warnings) process.stderr.write(`Warning: ${printable(warning)}\n`);
  const model: Model = {
    ...written,
    ...(options.seed === undefined ? {} : { seed: options.seed }),
    replications: replicationsOf(written, options),
  };

  if (options.force !== true) refuseUnlessItFits(file, model, options.threads, memoryHere());
  if ((await stat(options.out).catch(() => undefined))?.isFile() === true) throw new BadInput(`--out ${options.out} is a file; name a folder`);
  const folder = join(options.out, folderNameOf(model.name));
  // Now rather than after an hour's simulation: where the results cannot go there, this says so.
  await mkdir(folder, { recursive: true });

  if (options.quiet !== true) process.stderr.write(`${staffHours(balances(model.estate, model.parameters, model.seed))}\n\n`);
  const steadiness = await steadyOrRefused(model, file, options.threads, signal);
  const unsteady = steadiness.verdict === "unsteady" ? [`${balanceSentence(steadiness)}.`] : [];
  for (const warning of unsteady) process.stderr.write(`Warning: ${printable(warning)}\n`);
  if (options.quiet !== true) process.stderr.write(`${balanceInShort(steadiness)}.\n\n`);
  const { timeLimit } = options;
  const ran = await simulate(model, { ...options, ...(timeLimit === undefined ? {} : { isTimeUp: within(timeLimit) }) }, signal);
  const { findings, stoppedBy } = ran;
  const again = (other: Model): ReturnType<typeof simulate> => simulate(other, options, signal);
  const slack = options.slack && await slackLevels(model, ran, options.slack, again);
  const returns = options.returns && await returnsLevels(model, ran, options.returns, again);
  const hash = createHash("sha256").update(text).digest("hex");
  const document = assemble({ model, text, hash, inputs, version, stoppedBy, findings, slack, returns, steadiness, warnings: [...unsteady, ...warnings] });

  const result = `${JSON.stringify(document, null, 1)}\n`;
  const pictures = await drawings(document);
  // The page comes last: where it is new, all that it links to is.
  await writeFiles(folder, new Map([
    // A document of many practices leaves them to the tables.
    ...filesOf({ ...document, outcomes: [...findings.rows, ...findings.practiceRows], series: [...findings.series, ...findings.practiceSeries] }, pictures),
    ["run.json", `${JSON.stringify(runRecord(version, started, options.threads), null, 2)}\n`],
    ["result.json", result],
    ["index.html", page(document, pictures)],
  ]), signal);

  const words = options.json === true ? process.stderr : process.stdout;
  if (options.json === true) process.stdout.write(result);
  const colours = picocolors.createColors(picocolors.isColorSupported && words.isTTY === true);
  if (options.quiet !== true) words.write(summary(document, join(folder, "index.html"), colours));
  return options.gate === true ? verdictOn(document.hypotheses) : RAN;
}

/** Says whether so many minutes have gone by since it was made. */
function within(minutes: number): () => boolean {
  const started = performance.now();
  return () => performance.now() - started >= minutes * 60_000;
}

/** Tables and pictures, by path below the folder of the results. */
function filesOf(document: ResultDocument, pictures: readonly Drawing[]): Map<string, string> {
  const files = new Map(tables(document).map(({ name, text }) => [`tables/${name}`, text]));
  for (const { name, spec, svg } of pictures) {
    files.set(`charts/${name}.vl.json`, `${JSON.stringify(spec, null, 2)}\n`);
    files.set(`charts/${name}.svg`, svg);
  }
  return files;
}

/** Says what does not hold, whatever the verbosity, and answers with the exit status. */
function verdictOn(hypotheses: readonly JudgedHypothesis[]): number {
  for (const { verdict, text, reason } of hypotheses) if (verdict !== "held") process.stderr.write(printable(`${verdict}: ${text}\n  ${reason}\n`));
  if (hypotheses.some(({ verdict }) => verdict === "broken")) return BROKEN;
  return hypotheses.some(({ verdict }) => verdict === "undecided") ? UNDECIDED : RAN;
}
