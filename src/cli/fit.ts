/** `npm run calibrate:fit`: fits free parameters to published figures and writes `src/facts/fitted.ts` and `docs/calibration-fit.md`. Some ten minutes on two cores. */
import { availableParallelism } from "node:os";
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { calibrate, fit, fitPage, fittedModule, parametersWith, studyOf, type CalibrationUnit, type Fitted, type FitSamples, type Tally } from "../index.js";
import type { CalibrationModel } from "./calibration-worker.js";
import { startProgress } from "./progress.js";
import { startThreads } from "./threads.js";

const samples: FitSamples = { small: { neighbourhoods: 30, replications: 1 }, large: { neighbourhoods: 60, replications: 2 }, seed: "fit" };

const progress = startProgress(process.stderr, () => performance.now(), ({ done, total }) => `${done} of ${total} parameter sets`);
const found = await fit(async (values: Fitted, sample) => {
  const study = studyOf({ region: "England", ...samples[sample], seed: samples.seed }, parametersWith(values));
  const model: Pick<CalibrationModel, "ordinary"> = { ordinary: study.weeks };
  const threads = startThreads<CalibrationUnit, Tally>(model, availableParallelism(), new URL("./calibration-worker.js", import.meta.url));
  try {
    return (await calibrate(study, threads.simulate)).rows;
  } finally {
    await threads.close();
  }
}, (done, total) => progress.update({ done, total, replications: 1 }));
progress.end();

for (const [path, text] of [["../../src/facts/fitted.ts", fittedModule(found)], ["../../docs/calibration-fit.md", fitPage(found, samples)]] as const) {
  const target = fileURLToPath(new URL(path, import.meta.url));
  await writeFile(target, text);
  console.log(target);
}
