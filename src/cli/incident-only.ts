/** `outagelab run --incident-only`: the incidents and what practices lose by them, without patients. */
import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { assembleIncidents, availability, compile, incidentTables, IncidentStudy, render, replicationsFor, type IncidentDocument } from "../index.js";
import { BadInput, RAN } from "./ending.js";
import { readerBeside, readScenario, resultsFolder, writeFiles } from "./files.js";
import { incidentSummary, incidentText } from "./incident-summary.js";
import { printable } from "./printable.js";
import { startProgress } from "./progress.js";
import { coloursFor, screenOf } from "./terminal.js";

export interface IncidentOptions {
  /** In place of what the scenario says. */
  readonly replications?: number | undefined;
  readonly seed?: string | undefined;
  readonly out: string;
  readonly json?: true | undefined;
  readonly quiet?: true | undefined;
  readonly gate?: true | undefined;
  readonly untilDecided?: true | undefined;
}

/** All that is said, where a screen is too small for it. */
const TEXT = "incident.txt";

/** Resolves to the exit status; throws as `run` does. Files of a full run in the same folder stay as they are. */
export async function runIncidents(file: string, options: IncidentOptions, version: string, signal: AbortSignal): Promise<number> {
  const judging = options.gate === true ? "--gate" : options.untilDecided === true ? "--until-decided" : undefined;
  if (judging !== undefined) throw new BadInput(`${judging} judges hypotheses, which are about patients and staff: --incident-only simulates neither. Leave one of the two out.`);
  const text = await readScenario(file);
  const { model: written, inputs, warnings } = await compile(text, file, readerBeside(file));
  for (const warning of warnings) process.stderr.write(`Warning: ${printable(warning)}\n`);
  const model = options.seed === undefined ? written : { ...written, seed: options.seed };
  const folder = await resultsFolder(options.out, model.name);

  const study = new IncidentStudy(model);
  await simulate(study, options.replications ?? replicationsFor(model), options.quiet === true, signal);
  const findings = study.findings();
  const document = assembleIncidents({ model, hash: createHash("sha256").update(text).digest("hex"), inputs, version, warnings, findings });
  const result = `${JSON.stringify(document, null, 1)}\n`;
  const pictures = await picturesOf(document);
  await writeFiles(folder, new Map([
    ...incidentTables(document, findings.practiceSteps.rows, findings.journal.rows).map(({ name, text: table }) => [`tables/${name}`, table] as const),
    ...pictures,
    [TEXT, incidentText(document, folder, coloursFor({ isTTY: false }, {}))],
    ["incident.json", result],
  ]), signal);
  if (pictures.length === 0) await Promise.all(["vl.json", "svg"].map((kind) => rm(join(folder, "charts", `availability.${kind}`), { force: true })));

  const words = options.json === true ? process.stderr : process.stdout;
  if (options.json === true) process.stdout.write(result);
  const colours = coloursFor(words);
  if (options.quiet !== true) words.write(incidentSummary(document, folder, join(folder, TEXT), colours));
  return RAN;
}

async function simulate(study: IncidentStudy, replications: number, isQuiet: boolean, signal: AbortSignal): Promise<void> {
  const progress = startProgress(screenOf(process.stderr), () => performance.now(), ({ done, total }) => `${done} of ${total} replications of the incidents`);
  try {
    for (let done = 0; done < replications; done++) {
      // Lets an interruption come through.
      await setImmediate();
      signal.throwIfAborted();
      if (!isQuiet) progress.update({ done, total: replications, replications });
      study.next();
    }
  } finally {
    progress.end();
  }
}

/** Where nothing is lost there is nothing to draw, and a picture of an earlier run would contradict. */
async function picturesOf(document: IncidentDocument): Promise<[path: string, text: string][]> {
  const spec = availability(document);
  return spec === undefined ? [] : [["charts/availability.vl.json", `${JSON.stringify(spec, null, 2)}\n`], ["charts/availability.svg", await render(spec)]];
}
