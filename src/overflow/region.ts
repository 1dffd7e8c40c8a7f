/** Both arms downstream of the practices of one region in one replication. */
import { TO_111, TO_PHARMACY, TO_URGENT_CARE } from "../care/journal.js";
import { DAY, daysOf, firstDay, isWorkingDay, type Minutes, type Period } from "../facts/days.js";
import type { Parameters } from "../facts/defaults.js";
import { summable } from "../facts/summable.js";
import { handedOver, isSame, merged, ordinaryArrivals, since, type Coming, type Weighted } from "./arrivals.js";
import { OF_CONSULTATION, PRESCRIPTION_KINDS, REPEAT, WRITTEN, type HandOver } from "./hand-over.js";
import type { Arms, LineJournal, PharmacyJournal, RegionJournals } from "./journal.js";
import { serve } from "./line.js";
import { capacityFor, dispense, type Load } from "./pharmacies.js";
import { lineFor, nhs111Of, urgentCareOf, type Service } from "./services.js";

/** A neighbourhood that was simulated: what it handed over, for how many alike it stands, and its own patients. */
export interface Member {
  readonly handOver: Arms<HandOver>;
  readonly weight: number;
  readonly patients: number;
}

export interface Downstream {
  readonly seed: string | number;
  readonly replication: number;
  /** Index in the estate, and the code that names the region's streams. */
  readonly region: number;
  readonly code: string;
  /** Registered patients; in a sample, those for whom it stands. */
  readonly patients: number;
  readonly members: readonly Member[];
  /** By simulated hour: share of pharmacies whose systems work in the outage arm. */
  readonly pharmacySystems: Float64Array;
  readonly onset: Minutes;
  readonly period: Period;
  readonly parameters: Parameters;
}

/** Days before the onset from which lines are simulated: they forget within hours who came. */
const BEFORE = 2;

export function simulateRegion(place: Downstream): RegionJournals {
  const { region, onset, period, parameters, patients } = place;
  return {
    region, onset,
    nhs111: linesOf(place, "111", TO_111, nhs111Of(parameters, period, patients)),
    urgentCare: linesOf(place, "urgent care", TO_URGENT_CARE, urgentCareOf(parameters, period, patients)),
    pharmacies: pharmaciesOf(place),
  };
}

function linesOf({ seed, replication, code, members, onset, period }: Downstream, name: string, state: number, service: Service): Arms<LineJournal> {
  const end = daysOf(period) * DAY;
  const from = Math.max(0, Math.floor(onset / DAY) - BEFORE) * DAY;
  const weighted = (arm: "none" | "outage"): Weighted[] => members.map(({ handOver, weight }) => ({ handOver: handOver[arm], weight }));
  // What is published of a service counts those whom practices hand over on ordinary days among the others. It is staffed for both.
  const own = { none: handedOver(weighted("none"), state, end), outage: handedOver(weighted("outage"), state, end) };
  const known = usualRates(own.none.at, period);
  const others = service.rates.map((rate, hour) => Math.max(0, rate - known[hour]!));
  const line = lineFor(service, others.map((rate, hour) => rate + known[hour]!));
  const ordinary = ordinaryArrivals(others, from, seed, replication, code, name);
  const served = (those: Coming): LineJournal => serve(merged(ordinary, since(from, those)), line, from, end);
  const none = served(own.none);
  return { none, outage: isSame(own.none, own.outage) ? none : served(own.outage) };
}

/** Arrivals a minute, by simulated hour: on working days, on which practices are open, the mean of that hour of all of them, otherwise 0. */
function usualRates(at: readonly Minutes[], period: Period): Float64Array {
  const byHour = new Float64Array(24);
  for (const time of at) byHour[Math.floor((time % DAY) / 60)]!++;
  const isWorking = Array.from({ length: daysOf(period) }, (_, day) => isWorkingDay(firstDay(period) + day));
  const days = isWorking.filter(Boolean).length;
  return Float64Array.from({ length: isWorking.length * 24 }, (_, hour) => (isWorking[Math.floor(hour / 24)]! ? byHour[hour % 24]! / days / 60 : 0));
}

function pharmaciesOf(place: Downstream): Arms<PharmacyJournal> {
  const { period, parameters, pharmacySystems } = place;
  const [none, outage] = [loadOf(place, "none"), loadOf(place, "outage")];
  const capacity = capacityFor(none, period, parameters);
  return { none: dispense(none, capacity, pharmacySystems.map(() => 1), parameters), outage: dispense(outage, capacity, pharmacySystems, parameters) };
}

/** Practices issue prescriptions from 08:00 to 18:00. */
const ISSUED_FROM = 8, ISSUED_UNTIL = 18;

function loadOf({ members, patients, period, parameters: { overflow } }: Downstream, arm: "none" | "outage"): Load {
  const hours = daysOf(period) * 24;
  const load = { sent: new Float64Array(hours), written: new Float64Array(hours), visits: new Float64Array(hours) };
  const [repeat, consultation] = overflow.itemsPerPrescription as readonly [number, number];
  for (const { handOver, weight } of members) {
    const { prescriptions, to, at } = handOver[arm];
    for (let hour = 0; hour < hours; hour++) {
      const first = hour * PRESCRIPTION_KINDS;
      load.sent[hour]! += weight * (repeat * prescriptions[first + REPEAT]! + consultation * prescriptions[first + OF_CONSULTATION]!);
      load.written[hour]! += weight * consultation * prescriptions[first + WRITTEN]!;
    }
    for (let row = 0; row < to.length; row++) if (to[row] === TO_PHARMACY && at[row]! < hours * 60) load.visits[Math.floor(at[row]! / 60)]! += summable(weight);
  }
  const elsewhere = Math.max(0, patients - members.reduce((sum, { weight, patients: own }) => sum + weight * own, 0));
  const hourly = (elsewhere * overflow.itemRate) / 1000 / (ISSUED_UNTIL - ISSUED_FROM);
  for (let day = 0; day < daysOf(period); day++) {
    if (isWorkingDay(firstDay(period) + day)) for (let hour = ISSUED_FROM; hour < ISSUED_UNTIL; hour++) load.sent[day * 24 + hour]! += hourly;
  }
  return load;
}
