/** A model simulated in threads, with its progress on standard error. */
import { runExperiment, type Model, type Progress, type Run, type Unit, type UnitResult } from "../index.js";
import type { Checkpoints, Kept } from "./checkpoints.js";
import { decisive } from "./fingerprint.js";
import { startProgress } from "./progress.js";
import { startThreads } from "./threads.js";

export interface SimulateOptions {
  readonly threads: number;
  readonly quiet?: true | undefined;
  /** Where finished units are kept; without it they are not. */
  readonly checkpoints?: Checkpoints;
  /** As `startThreads` has it. */
  readonly worker?: URL;
}

/** Rejects where the simulation fails, a thread is lost, units cannot be kept or `signal` is aborted; no thread is left, and what was finished is kept. */
export async function simulate(model: Model, { threads: count, quiet, checkpoints, worker }: SimulateOptions, signal: AbortSignal): Promise<Run> {
  signal.throwIfAborted();
  const kept = await checkpoints?.of(decisive(model));
  const progress = startProgress(process.stderr, () => performance.now());
  const threads = startThreads(model, count, worker);
  const stop = (): void => void threads.close();
  signal.addEventListener("abort", stop);
  const unit = kept === undefined ? threads.simulate : (unit: Unit): Promise<UnitResult> => kept.resultOf(unit, threads.simulate);
  let isBegun = false;
  const update = (state: Progress): void => {
    kept?.expect(state.total, state.replications);
    if (quiet === true) return;
    if (!isBegun && kept !== undefined) tellBefore(kept);
    isBegun = true;
    progress.update({ ...state, before: kept?.found ?? 0 });
  };
  try {
    signal.throwIfAborted();
    return await runExperiment(model, unit, update);
  } finally {
    signal.removeEventListener("abort", stop);
    progress.end();
    await threads.close();
    await kept?.flush();
  }
}

function tellBefore(kept: Kept): void {
  const { done, total } = kept.standing();
  if (done > 0) process.stderr.write(`Continuing: ${done} of ${total} neighbourhoods were simulated before.\n`);
}
