/** `run.json`: whatever depends on the machine and the day, kept out of the result. */
import { arch, availableParallelism, cpus, platform, release, totalmem } from "node:os";
import type { Stats } from "./stats.js";

export interface RunRecord {
  readonly version: string;
  /** UTC, ISO 8601. */
  readonly started: string;
  readonly seconds: number;
  readonly threads: number;
  readonly node: string;
  readonly machine: { readonly platform: string; readonly arch: string; readonly processor: string; readonly cores: number; readonly memoryMiB: number };
  readonly peakMemoryMiB: number;
  readonly stats?: Stats;
}

export function runRecord(version: string, started: Date, threads: number, stats?: Stats): RunRecord {
  return {
    version,
    started: started.toISOString(),
    seconds: Math.round((Date.now() - started.getTime()) / 100) / 10,
    threads,
    node: process.version,
    machine: {
      platform: `${platform()} ${release()}`,
      arch: arch(),
      processor: cpus()[0]?.model.trim() ?? "unknown",
      cores: availableParallelism(),
      memoryMiB: Math.round(totalmem() / 2 ** 20),
    },
    // Reported in KiB, threads included.
    peakMemoryMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    ...(stats && { stats }),
  };
}
