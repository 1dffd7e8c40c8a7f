/** A model simulated in threads, with its progress on standard error. */
import { runExperiment, type Model, type Progress, type ResultOf, type Run, type Simulate, type Unit } from "../index.js";
import type { Checkpoints } from "./checkpoints.js";
import { decisive } from "./fingerprint.js";
import { startProgress } from "./progress.js";
import { startThreads } from "./threads.js";

export interface SimulateOptions {
  readonly threads: number;
  readonly quiet?: true | undefined;
  /** As `runExperiment` has it. */
  readonly isTimeUp?: () => boolean;
  /** Where finished units are kept; without it they are not. */
  readonly checkpoints?: Checkpoints;
  /** As `startThreads` has it. */
  readonly worker?: URL;
}

/** Rejects where the simulation fails, a thread is lost, units cannot be kept or `signal` is aborted; no thread is left, and what was finished is kept. */
export async function simulate(model: Model, { threads: count, quiet, isTimeUp, checkpoints, worker }: SimulateOptions, signal: AbortSignal): Promise<Run> {
  signal.throwIfAborted();
  const kept = await checkpoints?.of(decisive(model));
  const progress = startProgress(process.stderr, () => performance.now());
  const threads = startThreads(model, count, worker);
  const stop = (): void => void threads.close();
  signal.addEventListener("abort", stop);
  let broken: unknown;
  // A unit's result is of its kind, which a thread's answer does not tell the compiler.
  const byThreads = threads.simulate as Simulate;
  const resultOf = async <U extends Unit>(unit: U): Promise<ResultOf<U>> => {
    try {
      return await (kept === undefined ? byThreads(unit) : kept.resultOf(unit, byThreads));
    } catch (error) {
      // Replications before this one may have much to simulate yet, for nothing; that they are stopped is not why.
      broken ??= error;
      stop();
      throw error;
    }
  };
  let isBegun = false;
  const update = (state: Progress): void => {
    // After a failure no more replications are planned than have begun: that is not what was asked for.
    if (broken !== undefined) return;
    kept?.expect(state.total, state.replications);
    if (quiet === true) return;
    if (!isBegun) kept?.tell(process.stderr);
    isBegun = true;
    progress.update({ ...state, before: kept?.found ?? 0 });
  };
  try {
    signal.throwIfAborted();
    return await runExperiment(model, resultOf, update, undefined, isTimeUp);
  } catch (error) {
    throw broken ?? error;
  } finally {
    signal.removeEventListener("abort", stop);
    progress.end();
    await threads.close();
    await kept?.flush();
  }
}
