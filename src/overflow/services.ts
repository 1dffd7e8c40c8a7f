/** NHS 111 and urgent care of a region, as large as its patients ask for: who comes by the hour of an ordinary week, and who is there to serve them. */
import { exponentialTable, lognormalTable } from "../engine/table.js";
import { bankHolidays } from "../facts/bank-holidays.js";
import { dateOf, daysOf, firstDay, isWorkingDay, weekdayOf, type Period } from "../facts/days.js";
import type { Parameters } from "../facts/defaults.js";
import type { Line } from "./line.js";

export interface Service {
  /** Calls or attendances expected a minute, by simulated hour, from the whole population. */
  readonly rates: Float64Array;
  /** Minutes that one takes: mean, standard deviation. */
  readonly minutes: readonly number[];
  /** Mean minutes for which one waits. */
  readonly patience: number;
  readonly occupancy: number;
}

export function nhs111Of({ overflow }: Parameters, period: Period, patients: number): Service {
  const rates = ratesOf(period, (patients * overflow.callRate111) / 1000, overflow.callsByDay111, overflow.callsByHour111, overflow.callsByHour111Closed);
  return { rates, minutes: overflow.minutes111, patience: overflow.patience111, occupancy: overflow.occupancy111 };
}

export function urgentCareOf({ overflow }: Parameters, period: Period, patients: number): Service {
  const rates = ratesOf(period, (patients * overflow.attendanceRate) / 1000, overflow.attendancesByDay, overflow.attendancesByHour, overflow.attendancesByHour);
  return { rates, minutes: overflow.attendanceMinutes, patience: overflow.attendancePatience, occupancy: overflow.attendanceOccupancy };
}

/** Servers for `expected` arrivals a minute, by simulated hour: as many as are busy for so much of it, one at least. */
export function lineFor({ minutes: [mean, sd], patience, occupancy }: Service, expected: Float64Array): Line {
  const servers = Int32Array.from(expected, (rate) => Math.max(1, Math.ceil((rate * mean!) / occupancy)));
  return { servers, minutes: lognormalTable(mean!, sd!), patience: exponentialTable(patience) };
}

/** Day of the week by which services that never close go: a bank holiday is as a Sunday. */
export function weekdayElsewhere(date: number): number {
  return bankHolidays.has(dateOf(date)) ? 6 : weekdayOf(date);
}

function ratesOf(period: Period, daily: number, byDay: readonly number[], byHour: readonly number[], byHourClosed: readonly number[]): Float64Array {
  const rates = new Float64Array(daysOf(period) * 24);
  const mean = sumOf(byDay) / byDay.length;
  for (let day = 0; day < daysOf(period); day++) {
    const date = firstDay(period) + day;
    const shares = isWorkingDay(date) ? byHour : byHourClosed;
    const today = (daily * byDay[weekdayElsewhere(date)]!) / mean / sumOf(shares) / 60;
    for (let hour = 0; hour < 24; hour++) rates[day * 24 + hour] = today * shares[hour]!;
  }
  return rates;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
