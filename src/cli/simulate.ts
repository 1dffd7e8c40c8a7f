/** A model simulated in threads, with its progress on standard error. */
import { runExperiment, type Model, type Progress, type ResultOf, type Run, type Simulate, type Unit } from "../index.js";
import type { Checkpoints } from "./checkpoints.js";
import { decisive } from "./fingerprint.js";
import { startProgress } from "./progress.js";
import { screenOf } from "./terminal.js";
import { withThreads, type Threads } from "./threads.js";

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
export function simulate(model: Model, options: SimulateOptions, signal: AbortSignal): Promise<Run> {
  return withThreads(model, options.threads, options.worker, signal, (threads) => simulateWith(threads, model, options));
}

/** As `simulate`, with threads that have begun with `model`. They are stopped where it rejects. */
export async function simulateWith(threads: Pick<Threads, "simulate" | "close">, model: Model, { quiet, isTimeUp, checkpoints }: Omit<SimulateOptions, "threads" | "worker">): Promise<Run> {
  const kept = await checkpoints?.of(decisive(model));
  const progress = startProgress(screenOf(process.stderr), () => performance.now());
  let broken: unknown;
  // A unit's result is of its kind, which a thread's answer does not tell the compiler.
  const byThreads = threads.simulate as Simulate;
  const resultOf = async <U extends Unit>(unit: U): Promise<ResultOf<U>> => {
    try {
      return await (kept === undefined ? byThreads(unit) : kept.resultOf(unit, byThreads));
    } catch (error) {
      // Replications before this one may have much to simulate yet, for nothing; that they are stopped is not why.
      broken ??= error;
      void threads.close();
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
    return await runExperiment(model, resultOf, update, undefined, isTimeUp);
  } catch (error) {
    // Some may yet finish what they are at, which is kept.
    await threads.close();
    throw broken ?? error;
  } finally {
    progress.end();
    await kept?.flush();
  }
}
