/** Threads that simulate units of work. The model is sent to each once, when it starts. */
import { totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { getHeapStatistics } from "node:v8";
import { Piscina } from "piscina";
import type { Spent, SteadyUnit, SteadyValues, Unit, UnitResult } from "../index.js";
import { inWords, Unfinished } from "./ending.js";

/** What `worker.js` takes and gives. */
type Work = Unit | SteadyUnit;
type WorkResult = UnitResult | SteadyValues;

export interface Threads<U = Work, R = WorkResult> {
  /** Rejects with `Unfinished` where a thread is lost, and with what the simulation threw where it failed. */
  simulate(unit: U): Promise<R>;
  /** Stops at once; what is still being simulated rejects. */
  close(): Promise<void>;
}

/** `model`: all that a thread needs beside its units. `worker`: a JavaScript file whose default export takes a unit and returns its result, with `{ model, spent }` as worker data. */
export function startThreads<U = Work, R = WorkResult>(
  model: object,
  threads: number,
  worker = new URL("./worker.js", import.meta.url),
  memoryMiB = memoryFor(threads),
  spent?: Spent,
): Threads<U, R> {
  const pool = new Piscina<U, R>({
    filename: fileURLToPath(worker),
    // Upstream is simulated by whoever starts the threads: they need not hold what a sample was drawn from.
    workerData: { model: { ...model, whole: undefined }, spent },
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: Infinity,
    // Else a unit for which no thread is free goes to the end of the queue, and the first replication is not complete before nearly all are.
    stricterFIFO: true,
    // Without a limit of its own a thread that runs out of memory takes the whole program with it, and no message is shown.
    resourceLimits: { maxOldGenerationSizeMb: memoryMiB, maxYoungGenerationSizeMb: YOUNG_MIB },
  });
  // A thread that dies between two units, or while it starts, takes no unit's promise with it: without this the rest would wait for ever.
  const waiting = new Set<(error: unknown) => void>();
  let lost: unknown;
  pool.on("error", (error) => {
    lost = error;
    for (const reject of waiting) reject(error);
  });
  return {
    async simulate(unit) {
      if (lost !== undefined) throw lost;
      let giveUp!: (error: unknown) => void;
      const result = new Promise<R>((resolve, reject) => {
        giveUp = reject;
        waiting.add(giveUp);
        pool.run(unit).then(resolve, reject);
      });
      try {
        return await result;
      } catch (error) {
        throw lossInWords(error, threads) ?? error;
      } finally {
        waiting.delete(giveUp);
      }
    },
    close: () => pool.destroy(),
  };
}

/** For what is soon garbage: with three times the usual room a unit is a twentieth faster. */
const YOUNG_MIB = 96;

/** Does `work` with such threads, and stops them when it is done or `signal` is aborted, which rejects what they are still at. */
export async function withThreads<T, U = Work, R = WorkResult>(
  model: object, count: number, worker: URL | undefined, signal: AbortSignal, work: (threads: Threads<U, R>) => Promise<T>, spent?: Spent,
): Promise<T> {
  signal.throwIfAborted();
  const threads = startThreads<U, R>(model, count, worker, undefined, spent);
  const stop = (): void => void threads.close();
  signal.addEventListener("abort", stop);
  try {
    return await work(threads);
  } finally {
    signal.removeEventListener("abort", stop);
    await threads.close();
  }
}

/** What Node allows a program (`--max-old-space-size`), or a fair share of most of the machine where that is less. */
function memoryFor(threads: number): number {
  return Math.floor(Math.min(getHeapStatistics().heap_size_limit, (0.8 * totalmem()) / threads) / 2 ** 20);
}

function lossInWords(error: unknown, threads: number): Unfinished | null {
  const fewer = threads > 1 ? ` Try fewer threads: --threads ${Math.floor(threads / 2)}.` : "";
  if ((error as NodeJS.ErrnoException)?.code === "ERR_WORKER_OUT_OF_MEMORY") return new Unfinished(`a thread ran out of memory.${fewer}`);
  const code = /^worker exited with code: (-?\d+)$/.exec(inWords(error))?.[1];
  return code === undefined ? null : new Unfinished(`a thread ended before its work was done (exit code ${code}).${fewer}`);
}
