/** Whether the machine has the memory that a run needs; what it would take is said before anything is simulated. */
import { totalmem } from "node:os";
import { memoryFor, type Model } from "../index.js";
import { BadInput } from "./ending.js";

const GB = 1e9;

/** What this machine has, or as much of it as the program may use. */
export function memoryHere(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

/** Throws `BadInput` where `model`, with so many arms that are compared with it, needs more than `available` bytes in so many threads. `file` is what the message calls the scenario. */
export function refuseUnlessItFits(file: string, model: Model, threads: number, available: number, arms = 0): void {
  const { working, kept, all } = memoryFor(model, threads, arms);
  if (all <= available) return;
  const { neighbourhoods, practices, sample } = model.estate;
  const ways = [
    working > kept && threads > 1 ? `fewer threads (--threads ${Math.max(1, Math.floor(threads / 2))})` : "",
    arms > 1 ? "fewer options (--options a,b, --singles)" : "", practices.length > 1 ? "fewer practices" : "", "fewer days", "fewer replications (--replications N)",
    neighbourhoods.length > 40 && sample === undefined ? "a sample of the practices (estate: {sample: 40 neighbourhoods})" : "",
  ].filter((way) => way !== "");
  throw new BadInput(
    `${file}: this run needs about ${inGigabytes(all)} GB of memory, and this machine has ${inGigabytes(available)} GB: ` +
    `${inGigabytes(working)} GB for the neighbourhoods in work at once (${threads} ${threads === 1 ? "thread" : "threads"}), ` +
    `${inGigabytes(kept)} GB for the figures of ${arms === 0 ? "" : `${arms} ${arms === 1 ? "arm" : "arms"} with options, `}${practices.length.toLocaleString("en-GB")} ${practices.length === 1 ? "practice" : "practices"}, ` +
    `${model.period.days} days and ${model.replications.maximum.toLocaleString("en-GB")} ${model.replications.maximum === 1 ? "replication" : "replications"}.\n` +
    `  Ask for ${ways.join(", ")}; or write --force to try all the same.`,
  );
}

function inGigabytes(bytes: number): string {
  const value = bytes / GB;
  return value < 10 ? value.toFixed(1).replace(/\.0$/, "") : Math.round(value).toLocaleString("en-GB");
}
