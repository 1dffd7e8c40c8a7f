/** A model simulated in threads, with its progress on standard error. */
import { runExperiment, type Model, type Progress, type Run, type Simulate, type Spent, type Unit } from "../index.js";
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
  /** Where threads add the time that they spend on each phase. */
  readonly spent?: Spent;
}

/** Rejects where the simulation fails, a thread is lost, units cannot be kept or `signal` is aborted; no thread is left, and what was finished is kept. */
export function simulate(model: Model, options: SimulateOptions, signal: AbortSignal): Promise<Run> {
  return withThreads(model, options.threads, options.worker, signal, (threads) => simulateWith(threads, model, options), options.spent);
}

/**
 * As `simulate`, with threads that have begun with `model`. They are stopped where it rejects. `check` is done first, but for one unit a thread, from which the run says soon what may come out; it is given a way to
 * clear the line of progress, for what it has to say, and where it rejects so does this.
 */
export function simulateWith(
  threads: Pick<Threads, "simulate" | "close">, model: Model, options: Omit<SimulateOptions, "worker" | "spent">, check: (clear: () => void) => Promise<void> = () => Promise.resolve(),
): Promise<Run> {
  return keeping(threads, decisive(model), options, async (unitBy, update, clear) => {
    let [ahead, checked]: [number, Promise<void> | undefined] = [options.threads, undefined];
    const isChecked = (): Promise<void> => {
      checked ??= check(clear);
      // Where a unit fails first, that is why.
      checked.catch(() => {});
      return checked;
    };
    // A unit's result is of its kind, which a thread's answer does not tell the compiler.
    const inTurn = (async (unit: Unit) => {
      if (ahead-- <= 0) await isChecked();
      return unitBy(unit);
    }) as Simulate;
    const ran = await runExperiment(model, inTurn, update, undefined, options.isTimeUp);
    await isChecked();
    return ran;
  });
}

/**
 * Does `work` with a way to simulate a unit in `threads`, or to have it from before, one to tell of its progress, and one to clear the line on which that stands. `content` tells what is simulated from all else, together with the
 * units. The threads are stopped where it rejects.
 */
export async function keeping<U extends { readonly replication: number }, R, T>(
  threads: { readonly simulate: (unit: U) => Promise<R>; readonly close: () => Promise<void> }, content: object, { quiet, checkpoints }: Pick<SimulateOptions, "quiet" | "checkpoints">,
  work: (unitBy: (unit: U) => Promise<R>, update: (state: Progress) => void, clear: () => void) => Promise<T>,
): Promise<T> {
  const kept = await checkpoints?.of(content);
  const progress = startProgress(screenOf(process.stderr), () => performance.now());
  let broken: unknown;
  const resultOf = async (unit: U): Promise<R> => {
    try {
      return await (kept === undefined ? threads.simulate(unit) : kept.resultOf(unit, threads.simulate));
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
    return await work(resultOf, update, () => progress.pause());
  } catch (error) {
    // Some may yet finish what they are at, which is kept.
    await threads.close();
    throw broken ?? error;
  } finally {
    progress.end();
    await kept?.flush();
  }
}
