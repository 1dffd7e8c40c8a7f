/** Two regions: A with neighbourhoods of two practices and of one, B with one of one; and tallies made by hand. */
import type { Estate } from "../../src/estate/estate.js";
import type { UnitTally } from "../../src/experiment/tally.js";
import { Ledger } from "../../src/experiment/ledger.js";
import { queues } from "../../src/outcomes/backlog.js";
import { ONSET, period, RESTORED } from "../outcomes/journal-builder.js";

const practice = (code: string, region: number, neighbourhood: number, patients: number) => ({
  code, name: `${code} Surgery`, region, neighbourhood, patients, clinicalSystem: "EMIS Web" as const, tags: [], workstations: 10, lines: 4, telephony: "cloud" as const,
  staff: { gp: 3, nurse: 2, other: 1, reception: 4, admin: 2 },
});

export const estate: Estate = {
  regions: [{ code: "QA", name: "Region A", appointmentRate: 20 }, { code: "QB", name: "Region B", appointmentRate: 20 }],
  neighbourhoods: [
    { code: "U1", name: "First", region: 0, practices: [0, 1] }, { code: "U2", name: "Second", region: 0, practices: [2] }, { code: "U3", name: "Third", region: 1, practices: [3] },
  ],
  practices: [practice("G1", 0, 0, 5000), practice("G2", 0, 0, 10000), practice("G3", 0, 1, 5000), practice("G4", 1, 2, 20000)],
  source: "written by hand",
};

export interface UnitOf {
  readonly practices: readonly number[];
  /** By name, `id part` or `id part none`: values by place, or numerators and denominators. */
  readonly sums?: Readonly<Record<string, readonly number[] | readonly [readonly number[], readonly number[]]>>;
  /** By place: excess in minutes at the end of every day; absent for a practice that goes through nothing. A day has 600 minutes. */
  readonly excess?: readonly (((day: number) => number) | null)[];
  /** Open minutes of the twin at the end of every day. */
  readonly usual?: number;
  readonly lostDays?: number;
}

export function unitOf({ practices, sums = {}, excess = practices.map(() => () => 0), usual = 0, lostDays = 1 }: UnitOf): UnitTally {
  const hours = (value: number) => new Float64Array(28 * 24).fill(value);
  return {
    onset: ONSET,
    sums: Object.entries(sums).map(([name, values]) => {
      const [id = "", ...words] = name.split(" ");
      const arm = words.at(-1) === "none" ? "none" : "outage";
      const part = (arm === "none" ? words.slice(0, -1) : words).join(" ");
      const [first, second] = values;
      return typeof first === "number" || first === undefined
        ? { id, part, arm, values: Float64Array.from(values as readonly number[]), over: null, censored: 0 }
        : { id, part, arm, values: Float64Array.from(first), over: Float64Array.from(second as readonly number[]), censored: 0 };
    }),
    practices: practices.map((practice, place) => {
      const of = excess[place];
      return {
        practice, restored: of ? RESTORED : NaN, lostDays: of ? lostDays : 0, excessAtRestored: of ? of(3) : 0,
        excess: Float64Array.from({ length: 28 }, (_, day) => of?.(day) ?? 0), usual: new Float64Array(28).fill(usual), day: 600,
      };
    }),
    hourly: { usual: hours(1), excess: queues.map(() => hours(0.5)), calls: { none: hours(10), outage: hours(12) }, blind: hours(2), unconnected: hours(3), cancelled: hours(1) },
    days: [{ id: "callsAbandoned", part: "all", arm: "outage", unit: "calls", values: Float64Array.from({ length: period.days }, (_, day) => day) }],
  };
}

/** A ledger of these replications, each a list of units. */
export function ledgerOf(replications: readonly (readonly UnitOf[])[], of: Estate = estate): Ledger {
  const ledger = new Ledger(of, period);
  for (const units of replications) ledger.addReplication(units.map(unitOf));
  return ledger;
}
