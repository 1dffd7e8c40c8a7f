/** What the outage does downstream of practices: to NHS 111, to urgent treatment centres and A&E, to community pharmacies. */
import { DAY, daysOf, type Minutes } from "../facts/days.js";
import type { Arms, LineJournal } from "../overflow/journal.js";
import { byDay, type RegionOutcome, type RegionPair, type Tally } from "./outcome.js";
import { dayAt, dayParts } from "./window.js";

/** Where callers and patients wait, with the part that stands for it. */
const lines = [["service:111", "nhs111"], ["service:urgent care", "urgentCare"]] as const;
const PHARMACY = "service:pharmacy";
const services = [...lines.map(([part]) => part), PHARMACY];
const arms = [["none", -1], ["outage", 1]] as const;

export const contactsElsewhere: RegionOutcome = {
  id: "contactsElsewhere", unit: "contacts", kind: "difference", combination: "sum", ofRegions: true,
  label: "More calls and visits elsewhere",
  definition:
    "Patients of these practices who call NHS 111, or come to an urgent treatment centre, A&E or a pharmacy, because their practice could not help them or because they were " +
    "advised to, beyond those of an ordinary period.",
  parts: ["all", ...services, byDay],
  fold(pair, tally) {
    const days = dayParts(pair.period);
    const add = (part: string, at: Minutes, number: number): void => {
      for (const each of ["all", part, days[dayAt(at)]!]) tally.add("contactsElsewhere", each, 0, number);
    };
    for (const [arm, sign] of arms) {
      for (const [part, line] of lines) {
        const { at, isHandedOver } = pair[line][arm];
        for (let row = 0; row < at.length; row++) if (isHandedOver[row] === 1 && at[row]! >= pair.onset) add(part, at[row]!, sign);
      }
    }
    const { none, outage } = pair.pharmacies;
    for (let hour = Math.floor(pair.onset / 60); hour < none.visits.length; hour++) add(PHARMACY, hour * 60, outage.visits[hour]! - none.visits[hour]!);
  },
};

export const waitsElsewhere: RegionOutcome = {
  id: "waitsElsewhere", unit: "minutes", kind: "level", combination: "ratio", ofRegions: true,
  label: "Wait at NHS 111 and urgent care",
  definition:
    "Minutes that callers wait until NHS 111 answers, and patients until an urgent treatment centre or A&E sees them, or until they give up: the mean over all who call or " +
    "come from the onset to the end of the simulated time, not only those whom practices could not help, and over those of the day of each region on which the outage " +
    "lengthens it most. In regions that the outage reaches.",
  parts: ["all", ...lines.flatMap(([part]) => [part, `${part}, worst day`])],
  fold(pair, tally) {
    for (const [part, line] of lines) {
      const waits = { none: waitsByDay(pair, pair[line].none), outage: waitsByDay(pair, pair[line].outage) };
      const worst = worstDay(waits, dayAt(pair.onset));
      for (const [arm] of arms) {
        const { minutes, people } = waits[arm];
        for (let day = 0; day < people.length; day++) {
          for (const each of ["all", part]) tally.add("waitsElsewhere", each, 0, minutes[day]!, people[day]!, arm);
        }
        tally.add("waitsElsewhere", `${part}, worst day`, 0, minutes[worst]!, people[worst]!, arm);
      }
    }
  },
};

export const waitingElsewhere: RegionOutcome = {
  id: "waitsElsewhere", unit: "hours", kind: "difference", combination: "sum", ofRegions: true,
  label: "Longer waits at NHS 111 and urgent care, added up",
  definition:
    "Hours that callers of NHS 111 and patients of urgent treatment centres and A&E wait until they are served, give up, or the simulated time ends, added up, beyond those " +
    "of an ordinary period.",
  parts: ["added up"],
  fold(pair, tally) {
    for (const [, line] of lines) {
      const [none, outage] = [waitsByDay(pair, pair[line].none).minutes, waitsByDay(pair, pair[line].outage).minutes];
      outage.forEach((minutes, day) => tally.add("waitsElsewhere", "added up", 0, (minutes - none[day]!) / 60));
    }
  },
};

export const abandonedElsewhere: RegionOutcome = {
  id: "abandonedElsewhere", unit: "contacts", kind: "difference", combination: "sum", ofRegions: true,
  label: "Given up while waiting elsewhere",
  definition: "Callers of NHS 111 who hang up before it answers, and patients who leave an urgent treatment centre or A&E before they are seen, beyond those of an ordinary period.",
  parts: ["all", ...lines.map(([part]) => part)],
  fold(pair, tally) {
    for (const [arm, sign] of arms) {
      for (const [part, line] of lines) {
        const { at, gaveUpAt } = pair[line][arm];
        let count = 0;
        for (let row = 0; row < at.length; row++) if (gaveUpAt[row]! >= pair.onset) count++;
        for (const each of ["all", part]) tally.add("abandonedElsewhere", each, 0, sign * count);
      }
    }
  },
};

export const dispensingDelay: RegionOutcome = {
  id: "prescriptionDelay", unit: "item-hours", kind: "difference", combination: "sum", ofRegions: true,
  label: "Delay of prescriptions at pharmacies",
  definition:
    "Hours from when a practice issued a prescription until a pharmacy dispensed it, or until the end of the simulated time, added up over its items, beyond those of an " +
    "ordinary period: because it could not be pulled, took longer on paper, was not on the shelf, or had to wait while pharmacies caught up.",
  parts: ["at pharmacies"],
  fold({ pharmacies, onset }, tally) {
    for (let hour = Math.floor(onset / 60); hour < pharmacies.none.waiting.length; hour++) {
      tally.add("prescriptionDelay", "at pharmacies", 0, pharmacies.outage.waiting[hour]! - pharmacies.none.waiting[hour]!);
    }
  },
};

export const dispensingDelayOfItem: RegionOutcome = {
  id: "prescriptionDelay", unit: "hours", kind: "ratio", combination: "ratio", ofRegions: true,
  label: "Delay of a prescribed item at pharmacies",
  definition: "The delay of prescriptions at pharmacies, over the items that practices issue from the onset to the end of the simulated time in an ordinary period: hours that an item waits longer on average.",
  parts: ["at pharmacies, an item"],
  fold({ pharmacies: { none, outage }, onset }, tally) {
    for (let hour = Math.floor(onset / 60); hour < none.waiting.length; hour++) {
      tally.add("prescriptionDelay", "at pharmacies, an item", 0, outage.waiting[hour]! - none.waiting[hour]!, none.issued[hour]!);
    }
  },
};

export const backlogElsewhere: RegionOutcome = {
  id: "backlogElsewhere", unit: "days", kind: "difference", combination: "patients", ofRegions: true,
  label: "Largest backlog elsewhere",
  definition:
    "Largest excess over an ordinary period of callers who wait for NHS 111, of patients who wait in urgent care or A&E, and of items that wait at pharmacies, at any full " +
    "hour, over those of a mean day: in all, the largest of the three. For more than one region, the mean over registered patients.",
  parts: ["all", ...services],
  fold: (pair, tally) => eachService(pair, "backlogElsewhere", tally, ({ days }) => ({ value: days.reduce((most, value) => Math.max(most, value), 0), isCut: false })),
};

/** Excess that counts as normal: of a line, this share of those of a mean day, or so many people where that is more; of items at pharmacies, this share of a mean day's. */
const NORMAL_LINE = 0.01, FEW = 5, NORMAL_ITEMS = 0.05;

export const recoveryElsewhere: RegionOutcome = {
  id: "recoveryElsewhere", unit: "days", kind: "difference", combination: "patients", ofRegions: true,
  label: "Time until services elsewhere are back to normal",
  definition:
    "Days, of 24 hours, from the onset until the last full hour at which the backlog elsewhere exceeds that of an ordinary period by more than 1% of a mean day's calls or " +
    "attendances (and more than five people), at pharmacies by more than 5% of a mean day's items, or until the end of the simulated time, which is a lower bound: in all, of " +
    "the last of the three services. 0 where it never does. For more than one region, the mean over registered patients.",
  parts: ["all", ...services],
  fold(pair, tally) {
    const first = Math.ceil(pair.onset / 60);
    eachService(pair, "recoveryElsewhere", tally, ({ days, normal }) => {
      const last = days.findLastIndex((value) => value > normal);
      return last < 0 ? { value: 0, isCut: false } : { value: ((first + last + 1) * 60 - pair.onset) / DAY, isCut: last === days.length - 1 };
    });
  },
};

/** At every full hour from the onset on, in mean days; and how much of it counts as normal. */
interface Excess {
  readonly days: Float64Array;
  readonly normal: number;
}

interface Figure {
  readonly value: number;
  /** It is not over at the horizon: the value is a lower bound. */
  readonly isCut: boolean;
}

/** Adds what `figure` makes of the excess of each service, and the most of them; times the patients of the region. */
function eachService(pair: RegionPair, id: string, tally: Tally, figure: (excess: Excess) => Figure): void {
  const figures = [...lines.map(([part, line]) => [part, figure(excessOf(pair, pair[line]))] as const), [PHARMACY, figure(excessAtPharmacies(pair))] as const];
  const most = { value: Math.max(...figures.map(([, { value }]) => value)), isCut: figures.some(([, { isCut }]) => isCut) };
  for (const [part, { value, isCut }] of [...figures, ["all", most] as const]) {
    tally.add(id, part, 0, value * pair.patients);
    if (isCut) tally.cut(id, part);
  }
}

function excessOf({ period, onset }: RegionPair, { none, outage }: Arms<LineJournal>): Excess {
  const hours = daysOf(period) * 24;
  const first = Math.ceil(onset / 60);
  const excess = new Float64Array(Math.max(0, hours - first));
  let people = 0;
  for (const [journal, sign] of [[none, -1], [outage, 1]] as const) {
    const { at, startedAt } = journal;
    for (let row = 0; row < at.length; row++) {
      if (sign < 0 && at[row]! >= onset) people++;
      const until = Math.min(leftAt(journal, row), hours * 60);
      if (startedAt[row] === at[row]) continue;
      for (let hour = Math.max(first, Math.ceil(at[row]! / 60)); hour * 60 < until; hour++) excess[hour - first]! += sign;
    }
  }
  const day = meanDay(people, excess);
  return { days: inDays(excess, day), normal: Math.max(NORMAL_LINE, day > 0 ? FEW / day : 0) };
}

function excessAtPharmacies({ onset, pharmacies: { none, outage } }: RegionPair): Excess {
  const first = Math.ceil(onset / 60);
  const items = none.issued.subarray(first).reduce((sum, value) => sum + value, 0);
  const excess = outage.waiting.subarray(first).map((waiting, hour) => waiting - none.waiting[first + hour]!);
  return { days: inDays(excess, meanDay(items, excess)), normal: NORMAL_ITEMS };
}

/** Of `number` in all these hours. */
function meanDay(number: number, { length }: Float64Array): number {
  return (24 * number) / length;
}

function inDays(excess: Float64Array, day: number): Float64Array {
  return excess.map((value) => (day > 0 ? value / day : 0));
}

/** When somebody stops waiting; Infinity for who waits at the horizon. */
function leftAt({ startedAt, gaveUpAt }: LineJournal, row: number): Minutes {
  const [started, gaveUp] = [startedAt[row]!, gaveUpAt[row]!];
  return Number.isNaN(started) ? (Number.isNaN(gaveUp) ? Infinity : gaveUp) : started;
}

/** By day: those who come from the onset on, and the minutes for which they wait, up to the horizon. */
function waitsByDay({ period, onset }: RegionPair, journal: LineJournal): { readonly minutes: Float64Array; readonly people: Float64Array } {
  const horizon = daysOf(period) * DAY;
  const [minutes, people] = [new Float64Array(daysOf(period)), new Float64Array(daysOf(period))];
  for (let row = 0; row < journal.at.length; row++) {
    const at = journal.at[row]!;
    if (at < onset) continue;
    minutes[dayAt(at)]! += Math.min(leftAt(journal, row), horizon) - at;
    people[dayAt(at)]!++;
  }
  return { minutes, people };
}

/** The day, from `first` on, on which the mean wait is longer by most. */
function worstDay({ none, outage }: Arms<ReturnType<typeof waitsByDay>>, first: number): number {
  const mean = ({ minutes, people }: ReturnType<typeof waitsByDay>, day: number): number => (people[day]! > 0 ? minutes[day]! / people[day]! : 0);
  let worst = first;
  for (let day = first + 1; day < none.people.length; day++) if (mean(outage, day) - mean(none, day) > mean(outage, worst) - mean(none, worst)) worst = day;
  return worst;
}
