/** `outagelab calibrate`: simulates ordinary weeks in threads, compares them with published figures, writes and prints the comparison. */
import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import picocolors from "picocolors";
import { assembleCalibration, calibrate, calibrationDrawings, calibrationPage, calibrationTable, EstateError, studyOf, type CalibrationFindings, type CalibrationUnit, type Study, type StudySpec, type Tally } from "../index.js";
import { calibrationSummary } from "./calibration-summary.js";
import { BadInput, OUT_OF_TOLERANCE, RAN } from "./ending.js";
import { folderNameOf, writeFiles } from "./files.js";
import { startProgress } from "./progress.js";
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
}

/** Resolves to the exit status. Throws `BadInput` for what the user gave, anything else where it cannot finish; then nothing is written. */
export async function calibrateAgainstPublished(options: CalibrateOptions, version: string, signal: AbortSignal): Promise<number> {
  const study = studyFor(options);
  if ((await stat(options.out).catch(() => undefined))?.isFile() === true) throw new BadInput(`--out ${options.out} is a file; name a folder`);
  const folder = join(options.out, folderNameOf(`calibration-${options.region}`));
  await mkdir(folder, { recursive: true });

  const document = assembleCalibration(study, await compared(study, options, signal), version);
  const { name, text } = calibrationTable(document);
  const result = `${JSON.stringify(document, null, 1)}\n`;
  await writeFiles(folder, new Map([[`tables/${name}`, text], ["calibration.json", result], ["calibration.html", calibrationPage(document, await calibrationDrawings(document))]]), signal);

  const words = options.json === true ? process.stderr : process.stdout;
  if (options.json === true) process.stdout.write(result);
  const colours = picocolors.createColors(picocolors.isColorSupported && words.isTTY === true);
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

async function compared(study: Study, { threads: count, quiet }: CalibrateOptions, signal: AbortSignal): Promise<CalibrationFindings> {
  const progress = startProgress(process.stderr, () => performance.now());
  const threads = startThreads<CalibrationUnit, Tally>(study.weeks, count, new URL("./calibration-worker.js", import.meta.url));
  const stop = (): void => void threads.close();
  signal.addEventListener("abort", stop);
  try {
    signal.throwIfAborted();
    return await calibrate(study, threads.simulate, (done, total) => {
      if (quiet !== true) progress.update({ done, total, replications: study.replications });
    });
  } finally {
    signal.removeEventListener("abort", stop);
    progress.end();
    await threads.close();
  }
}
