/** What a fit may move, from where, and how far it is believed to lie from there. */
import { exp } from "../engine/maths.js";
import type { Overrides } from "../facts/defaults.js";

/** Values before the fit: what sources or, for assumptions, judgement say. */
export const priors = {
  demand: {
    sameDayRate: 10.4, bookableRate: 4.2, plannedRate: 8.9, queryRate: 10, informationRate: 5.8,
    regionDaySd: 0.036, regionWeekSd: 0.034, practiceSd: 0.25,
    sameDayChannels: [0.634, 0.284, 0.082], bookableChannels: [0.56, 0.342, 0.098], queryChannels: [0.661, 0.236, 0.103],
    gpShareSameDay: 0.62, gpShareAhead: 0.31, nursePerOther: 1.135,
    wantedBookable: [0.31, 0.47, 0.15, 0.04, 0.02, 0.01], wantedPlanned: [0.06, 0.17, 0.27, 0.2, 0.14, 0.16],
    minutesGp: [13.7, 9.1], minutesNurse: [18, 10.5], minutesOther: [20.3, 14.4], minutesByTelephone: [7.3, 6.4], minutesOnline: [3.3, 5.7],
  },
  care: {
    phoneOccupancy: 0.84, phoneOccupancySd: 0.12, patienceMinutes: 22, callBackShare: 0.21,
    notAttendedByLead: [0.009, 0.027, 0.051, 0.073, 0.08, 0.081, 0.103], saturdayShare: 0.0436, sundayShare: 0.0029,
  },
} as const satisfies Overrides;

type Name = { [G in keyof typeof priors]: `${G}.${Extract<keyof (typeof priors)[G], string>}` }[keyof typeof priors];
/** A default, or one entry of it. */
type Entry = Name | readonly [name: Name, at: number];

export interface FreeParameter {
  readonly label: string;
  /** Entries that it multiplies; where one is a share of a list, the others make room. */
  readonly moves: readonly Entry[];
  /** Standard deviation of the factor's logarithm, before the fit. */
  readonly sd: number;
}

// Ranges by grade are read as 90% of a lognormal: ±20%, ±50% and half to double.
const B = 0.12, C = 0.25, ASSUMPTION = 0.42;

const wanted = ["1 day", "2-7 days", "8-14 days", "15-21 days", "22-28 days", "29-42 days"];
const consultations = [["GP", "demand.minutesGp"], ["nurse", "demand.minutesNurse"], ["other direct care", "demand.minutesOther"], ["telephone", "demand.minutesByTelephone"], ["video or online", "demand.minutesOnline"]] as const;
const MEAN = 0, SD = 1, ASKED_ONLINE = 1;

export const freeParameters: readonly FreeParameter[] = [
  { label: "same-day needs", moves: ["demand.sameDayRate"], sd: B },
  { label: "bookable needs", moves: ["demand.bookableRate"], sd: C },
  { label: "planned needs", moves: ["demand.plannedRate"], sd: C },
  { label: "same-day needs for a GP", moves: ["demand.gpShareSameDay"], sd: B },
  { label: "needs booked ahead for a GP", moves: ["demand.gpShareAhead"], sd: B },
  { label: "nurses' appointments", moves: ["demand.nursePerOther"], sd: B },
  { label: "queries", moves: ["demand.queryRate"], sd: ASSUMPTION },
  { label: "calls that end in the menu", moves: ["demand.informationRate"], sd: B },
  { label: "clinical needs asked for online", moves: [["demand.sameDayChannels", ASKED_ONLINE], ["demand.bookableChannels", ASKED_ONLINE]], sd: ASSUMPTION },
  { label: "queries asked online", moves: [["demand.queryChannels", ASKED_ONLINE]], sd: ASSUMPTION },
  { label: "differences between practices", moves: ["demand.practiceSd"], sd: C },
  { label: "day effect of a region", moves: ["demand.regionDaySd"], sd: C },
  { label: "week effect of a region", moves: ["demand.regionWeekSd"], sd: C },
  { label: "occupancy of call handlers", moves: ["care.phoneOccupancy"], sd: 0.1 },
  { label: "its differences between practices", moves: ["care.phoneOccupancySd"], sd: ASSUMPTION },
  { label: "callers' patience", moves: ["care.patienceMinutes"], sd: ASSUMPTION },
  { label: "callers who want to be called back", moves: ["care.callBackShare"], sd: ASSUMPTION },
  { label: "patients who do not attend", moves: ["care.notAttendedByLead"], sd: B },
  { label: "appointments at weekends", moves: ["care.saturdayShare", "care.sundayShare"], sd: B },
  ...wanted.map((days, at): FreeParameter => ({ label: `wanted in ${days}`, moves: [["demand.wantedBookable", at], ["demand.wantedPlanned", at]], sd: ASSUMPTION })),
  ...consultations.flatMap(([who, name]): FreeParameter[] => [
    { label: `length of consultations, ${who}`, moves: [[name, MEAN]], sd: C },
    { label: `their standard deviation, ${who}`, moves: [[name, SD]], sd: C },
  ]),
];

/** Lists that are shares of one whole. */
const wholes: ReadonlySet<Name> = new Set<Name>(["demand.sameDayChannels", "demand.bookableChannels", "demand.queryChannels", "demand.wantedBookable", "demand.wantedPlanned"]);

export type Fitted = { readonly [G in keyof typeof priors]: { readonly [N in keyof (typeof priors)[G]]: (typeof priors)[G][N] extends number ? number : readonly number[] } };

/** By what a free parameter multiplies at `position`. */
export function factorAt(position: Float64Array, which: number): number {
  return exp(freeParameters[which]!.sd * position[which]!);
}

/** Values at `position`: by free parameter, standard deviations from the prior. */
export function valuesAt(position: Float64Array): Fitted {
  const values = new Map<Name, number[]>();
  for (const [group, entries] of Object.entries(priors)) for (const [name, value] of Object.entries(entries)) values.set(`${group}.${name}` as Name, [value].flat() as number[]);
  freeParameters.forEach(({ moves }, which) => {
    const factor = factorAt(position, which);
    for (const entry of moves) {
      const [name, at] = typeof entry === "string" ? [entry, null] : entry;
      const list = values.get(name)!;
      list.forEach((value, index) => {
        if (at === null || at === index) list[index] = value * factor;
      });
    }
  });
  const rounded = (name: Name): number[] => {
    const list = values.get(name)!;
    const whole = wholes.has(name) ? list.reduce((sum, value) => sum + value, 0) : 1;
    return list.map((value) => significant(value / whole));
  };
  return Object.fromEntries(Object.entries(priors).map(([group, entries]) => [
    group, Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, Array.isArray(value) ? rounded(`${group}.${name}` as Name) : rounded(`${group}.${name}` as Name)[0]!])),
  ])) as unknown as Fitted;
}

/** Four digits: more says nothing about practices. */
function significant(value: number): number {
  return Number(value.toPrecision(4));
}
