/** `run --stats`: what a simulation consisted of, and what it cost. */
import { eventKinds, exact, phases, type Spent } from "../index.js";

/** In `run.json`; seconds are those of threads, added up. What an earlier run had simulated and kept cost this one nothing, and is counted among the events. */
export interface Stats {
  readonly replications: number;
  readonly events: number;
  readonly eventsByKind: Readonly<Record<string, number>>;
  readonly secondsByPhase: Readonly<Record<string, number>>;
  /** Of simulating neighbourhoods, without drawing their demand and counting what came of it. */
  readonly eventsPerThreadSecond: number;
}

/** Phases in which events are executed. */
const EVENTFUL: readonly string[] = ["past", "twin", "outage"];

export function statsOf(replications: number, events: ArrayLike<number>, spent: Spent): Stats {
  const counts = Array.from(events);
  const seconds = Object.fromEntries(phases.map((phase, at) => [phase, Number(spent[at]!) / 1e6]));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const eventful = EVENTFUL.reduce((sum, phase) => sum + seconds[phase]!, 0);
  return {
    replications, events: total,
    eventsByKind: Object.fromEntries(eventKinds.map((kind, at) => [kind, counts[at]!] as const).filter(([, count]) => count > 0).sort(([, a], [, b]) => b - a)),
    secondsByPhase: Object.fromEntries(Object.entries(seconds).map(([phase, value]) => [phase, Math.round(100 * value) / 100])),
    eventsPerThreadSecond: eventful === 0 ? 0 : Math.round(total / eventful),
  };
}

const words: Readonly<Record<string, string>> = {
  demand: "drawing what patients will need", past: "what both arms have in common", twin: "the rest without the outage", outage: "the rest with it", counting: "counting outcomes",
  downstream: "111, urgent care, pharmacies, teams",
};

/** Lines of at most 80 columns. */
export function statsInWords({ replications, events, eventsByKind, secondsByPhase, eventsPerThreadSecond }: Stats, seconds: number, threads: number, peakMemoryMiB: number): string {
  const all = Object.values(secondsByPhase).reduce((sum, value) => sum + value, 0);
  return [
    `${exact(events)} events in ${replications} replication${replications === 1 ? "" : "s"}, ${(eventsPerThreadSecond / 1e6).toFixed(2)} million a second in each thread.`,
    "",
    row("Events", "number", "share"),
    ...Object.entries(eventsByKind).map(([kind, count]) => row(kind, exact(count), share(count, events))),
    "",
    row("Time of threads", "seconds", "share", "ns an event"),
    ...Object.entries(secondsByPhase).map(([phase, value]) => row(words[phase]!, value.toFixed(2), share(value, all), events === 0 ? "" : ((1e9 * value) / events).toFixed(0))),
    row("all", all.toFixed(2), "", events === 0 ? "" : ((1e9 * all) / events).toFixed(0)),
    "",
    `The whole command took ${seconds.toFixed(1)} s with ${threads} thread${threads === 1 ? "" : "s"}, and ${exact(Math.round(peakMemoryMiB))} MiB at most.`,
    "",
  ].join("\n");
}

function row(name: string, ...cells: readonly string[]): string {
  return `  ${name.padEnd(36)}${cells.map((cell) => cell.padStart(14)).join("")}`.trimEnd();
}

function share(part: number, all: number): string {
  return all === 0 ? "" : `${((100 * part) / all).toFixed(1)}%`;
}
