/** `outagelab calibrate`: simulates ordinary weeks in threads, compares them with published figures, writes and prints the comparison. */
import { join } from "node:path";
import {
  assembleCalibration, calibrate, calibrationDrawings, calibrationPage, calibrationTable, checkWarmUp, EstateError, studyOf, warmUpStudyOf, warmUpTable, type CalibrationFindings, type CalibrationUnit, type StartUnit, type Study,
  type StudySpec, type Tally, type WarmUp, type WarmUpStudy, type Weekly,
} from "../index.js";
import type { CalibrationModel } from "./calibration-worker.js";
import { calibrationSummary } from "./calibration-summary.js";
import { Checkpoints, type Kept } from "./checkpoints.js";
import { BadInput, OUT_OF_TOLERANCE, RAN } from "./ending.js";
import { resultsFolder, WORK, writeFiles } from "./files.js";
import { programFingerprint } from "./fingerprint.js";
import { startProgress } from "./progress.js";
import { coloursFor, screenOf } from "./terminal.js";
import { startThreads } from "./threads.js";

export interface CalibrateOptions {
  /** `England` or an ICB's code. */
  readonly region: string;
  readonly full?: true | undefined;
  /** In place of the default, or of what `full` says. */
  readonly neighbourhoods?: number | undefined;
  readonly replications?: number | undefined;
  readonly seed: string;
  readonly out: string;
  readonly threads: number;
  readonly json?: true | undefined;
  readonly quiet?: true | undefined;
  /** Leaves aside, and removes, what an earlier calibration that was stopped has kept. */
  readonly fresh?: true | undefined;
}

/** Resolves to the exit status. Throws `BadInput` for what the user gave, anything else where it cannot finish; then nothing is written. */
export async function calibrateAgainstPublished(options: CalibrateOptions, version: string, signal: AbortSignal): Promise<number> {
  const study = studyFor(options);
  const folder = await resultsFolder(options.out, `calibration-${options.region}`);

  const checkpoints = new Checkpoints(join(folder, WORK), await programFingerprint());
  if (options.fresh === true) await checkpoints.remove();
  const { document, result } = await checkpoints.during(async () => {
    const { findings, warmUp } = await simulated(study, warmUpStudyFor(study, options), options, checkpoints, signal);
    const document = assembleCalibration(study, findings, warmUp, { version, full: options.full === true });
    const tables = [calibrationTable(document), warmUpTable(document)];
    const result = `${JSON.stringify(document, null, 1)}\n`;
    const page = calibrationPage(document, await calibrationDrawings(document));
    await writeFiles(folder, new Map([...tables.map(({ name, text }) => [`tables/${name}`, text] as const), ["calibration.json", result], ["calibration.html", page]]), signal);
    return { document, result };
  });

  const words = options.json === true ? process.stderr : process.stdout;
  if (options.json === true) process.stdout.write(result);
  const colours = coloursFor(words);
  if (options.quiet !== true) words.write(calibrationSummary(document, join(folder, "calibration.html"), colours));
  return document.figures.some(({ verdict }) => verdict === "out") ? OUT_OF_TOLERANCE : RAN;
}

function studyFor({ region, full, neighbourhoods, replications, seed }: CalibrateOptions): Study {
  const usual: Pick<StudySpec, "neighbourhoods" | "replications"> =
    full !== true ? { neighbourhoods: 30, replications: 3 } : { neighbourhoods: region === "England" ? 200 : null, replications: 4 };
  try {
    return studyOf({ region, neighbourhoods: neighbourhoods ?? usual.neighbourhoods, replications: replications ?? usual.replications, seed });
  } catch (error) {
    throw error instanceof EstateError ? new BadInput(`--region: ${error.message}`) : error;
  }
}

/** Differences between starts are paired, and so need few. */
function warmUpStudyFor(study: Study, { full, neighbourhoods }: CalibrateOptions): WarmUpStudy {
  const [usual, replications] = full === true ? [20, 3] as const : [6, 2] as const;
  return warmUpStudyOf(study, Math.min(usual, neighbourhoods ?? usual), replications);
}

async function simulated(
  study: Study, warmUpStudy: WarmUpStudy, { threads: count, quiet }: CalibrateOptions, checkpoints: Checkpoints, signal: AbortSignal,
): Promise<{ findings: CalibrationFindings; warmUp: WarmUp }> {
  const [weeks, starts] = [await checkpoints.of(study.weeks), await checkpoints.of(warmUpStudy.weeks)];
  const progress = startProgress(screenOf(process.stderr), () => performance.now());
  const model: CalibrationModel = { ordinary: study.weeks, fromStarts: warmUpStudy.weeks };
  const threads = startThreads<CalibrationUnit | StartUnit, Tally | Weekly>(model, count, new URL("./calibration-worker.js", import.meta.url));
  const stop = (): void => void threads.close();
  const shown = (kept: Kept, replications: number) => (done: number, total: number): void => {
    kept.expect(total, replications);
    if (quiet === true) return;
    if (done === 1) kept.tell(process.stderr);
    progress.update({ done, total, replications, before: kept.found });
  };
  signal.addEventListener("abort", stop);
  try {
    signal.throwIfAborted();
    const findings = await calibrate(study, (unit) => weeks.resultOf(unit, (each) => threads.simulate(each) as Promise<Tally>), shown(weeks, study.replications));
    const warmUp = await checkWarmUp(warmUpStudy, (unit) => starts.resultOf(unit, (each) => threads.simulate(each) as Promise<Weekly>), shown(starts, warmUpStudy.replications));
    return { findings, warmUp };
  } finally {
    signal.removeEventListener("abort", stop);
    progress.end();
    await threads.close();
    await Promise.all([weeks.flush(), starts.flush()]);
  }
}
