/** A model simulated in threads, with its progress on standard error. */
import { runExperiment, type Model, type Run, type Simulate } from "../index.js";
import { startProgress } from "./progress.js";
import { startThreads } from "./threads.js";

export interface SimulateOptions {
  readonly threads: number;
  readonly quiet?: true | undefined;
  /** As `runExperiment` has it. */
  readonly isTimeUp?: () => boolean;
  /** As `startThreads` has it. */
  readonly worker?: URL;
}

/** Rejects where the simulation fails, a thread is lost or `signal` is aborted; no thread is left. */
export async function simulate(model: Model, { threads: count, quiet, isTimeUp, worker }: SimulateOptions, signal: AbortSignal): Promise<Run> {
  const progress = startProgress(process.stderr, () => performance.now());
  const threads = startThreads(model, count, worker);
  const stop = (): void => void threads.close();
  signal.addEventListener("abort", stop);
  try {
    signal.throwIfAborted();
    // A unit's result is of its kind, which a thread's answer does not tell the compiler.
    return await runExperiment(model, threads.simulate as Simulate, quiet === true ? undefined : progress.update, undefined, isTimeUp);
  } finally {
    signal.removeEventListener("abort", stop);
    progress.end();
    await threads.close();
  }
}
