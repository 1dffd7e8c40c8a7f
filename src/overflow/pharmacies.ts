/**
 * Community pharmacies of a region, hour by hour and in items. Electronic prescriptions wait while a pharmacy cannot pull them; written ones, and patients who come
 * instead of to their practice, can be seen to without its systems. What it cannot order is missing on its shelves a delivery later.
 */
import { DAY, daysOf, firstDay, isWorkingDay, type Period } from "../facts/days.js";
import type { Parameters } from "../facts/defaults.js";
import type { PharmacyJournal } from "./journal.js";
import { weekdayElsewhere } from "./services.js";

/** What reaches pharmacies, by simulated hour: items sent and written, and visits. */
export interface Load {
  readonly sent: Float64Array;
  readonly written: Float64Array;
  readonly visits: Float64Array;
}

/** Items that can be dispensed, by simulated hour: so much above what comes on a mean working day of `ordinary` while figures are reported. */
export function capacityFor(ordinary: Load, period: Period, parameters: Parameters): Float64Array {
  const { pharmacyHours, pharmacyDays, pharmacyMargin } = parameters.overflow;
  const [opens, closes] = pharmacyHours as readonly [number, number];
  const capacity = new Float64Array(daysOf(period) * 24);
  const weekday = (1 + pharmacyMargin) * meanDay(ordinary, period, parameters);
  for (let day = 0; day < daysOf(period); day++) {
    const today = (weekday * pharmacyDays[weekdayElsewhere(firstDay(period) + day)]!) / Math.max(1, closes - opens);
    for (let hour = 0; hour < 24; hour++) {
      capacity[day * 24 + hour] = today * Math.max(0, Math.min(closes, (hour + 1) * 60) - Math.max(opens, hour * 60));
    }
  }
  return capacity;
}

/** Work of all that comes from the first reported day on, in items sent, over the working days. */
function meanDay({ sent, written, visits }: Load, period: Period, { overflow }: Parameters): number {
  let [work, days] = [0, 0];
  for (let day = period.warmUpDays; day < daysOf(period); day++) {
    if (isWorkingDay(firstDay(period) + day)) days++;
    for (let hour = day * 24; hour < (day + 1) * 24; hour++) work += sent[hour]! + overflow.paperItemFactor * written[hour]! + overflow.visitItems * visits[hour]!;
  }
  return days === 0 ? 0 : work / days;
}

/** `level`: share of pharmacies whose systems work, by simulated hour. */
export function dispense({ sent, written, visits }: Load, capacity: Float64Array, level: Float64Array, { overflow }: Parameters): PharmacyJournal {
  const { paperItemFactor, visitItems, shortShare } = overflow;
  const hours = sent.length;
  const lag = Math.round((overflow.deliveryMinutes / DAY) * 24);
  const journal = { issued: new Float64Array(hours), dispensed: new Float64Array(hours), waiting: new Float64Array(hours), visits };
  // Items that can be pulled, that cannot, and on paper; patients who wait to be seen; items that are on no shelf.
  let [pulled, stuck, onPaper, visitors, short] = [0, 0, 0, 0, 0];
  let [works, delivered] = [1, 1];
  for (let hour = 0; hour < hours; hour++) {
    const now = level[hour]!;
    const moved = now > works ? (stuck * (now - works)) / (1 - works) : now < works ? (-pulled * (works - now)) / works : 0;
    stuck += sent[hour]! * (1 - now) - moved;
    pulled += sent[hour]! * now + moved;
    onPaper += written[hour]!;
    visitors += visits[hour]!;
    works = now;

    // Pharmacies without their systems see to what needs none; the others to all alike.
    let room = capacity[hour]! * (1 - now);
    let without = paperItemFactor * onPaper + visitItems * visitors;
    let share = without > room ? room / without : 1;
    let handed = onPaper * share;
    onPaper -= handed;
    visitors -= visitors * share;
    room = capacity[hour]! * now;
    without = paperItemFactor * onPaper + visitItems * visitors;
    share = pulled + without > room ? room / (pulled + without) : 1;
    handed += (onPaper + pulled) * share;
    onPaper -= onPaper * share;
    visitors -= visitors * share;
    pulled -= pulled * share;

    // What is delivered now was ordered so long ago.
    const arrives = hour < lag ? 1 : level[hour - lag]!;
    const found = arrives > delivered ? (short * (arrives - delivered)) / (1 - delivered) : 0;
    const missing = handed * shortShare * (1 - arrives);
    short += missing - found;
    delivered = arrives;

    journal.issued[hour] = sent[hour]! + written[hour]!;
    journal.dispensed[hour] = handed - missing + found;
    journal.waiting[hour] = pulled + stuck + onPaper + short;
  }
  return journal;
}
