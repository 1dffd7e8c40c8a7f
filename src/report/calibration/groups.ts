/** Which figures stand in one picture, and under which heading. */
import type { Compared } from "../../result/calibration-document.js";
import { capital } from "../labels.js";

/** Figures of one unit side by side. */
export interface Pairing {
  /** Of the chart and its table; unique. */
  readonly name: string;
  readonly what: string;
  /** What the values are of. */
  readonly unit: string;
  readonly holds: (row: Compared) => boolean;
  /** What a row is called, where its part does not say it. */
  readonly called?: (row: Compared) => string;
}

export interface Group {
  readonly id: string;
  readonly title: string;
  /** In the contents. */
  readonly short: string;
  readonly pairings: readonly Pairing[];
}

const PERCENTILE = /percentile|median practice/;
const rateNames: Readonly<Record<string, string>> = { appointments: "appointments", calls: "calls", online: "online requests" };
const is = (...ids: readonly string[]) => ({ id }: Compared): boolean => ids.includes(id);
const isSpread = (id: string) => (row: Compared): boolean => row.id === id && PERCENTILE.test(row.part);

export const groups: readonly Group[] = [
  { id: "appointments", title: "Appointments", short: "Appointments", pairings: [
    { name: "rates", what: "What practices are asked for", unit: "Per 1,000 patients and working day", holds: (row) => Object.hasOwn(rateNames, row.id) && row.part === "all", called: ({ id }) => rateNames[id]! },
    { name: "lead-time", what: "Time from booking to appointment", unit: "Share of appointments", holds: is("leadTime") },
    { name: "duration", what: "Actual duration", unit: "Share of appointments attended", holds: (row) => row.id === "duration" && row.unit === "share" },
    { name: "weekdays", what: "Appointments by weekday", unit: "Mean of Monday to Friday = 1", holds: is("appointmentsByWeekday") },
    { name: "not-attended", what: "Did not attend, by time since booking", unit: "Share of appointments", holds: is("notAttended", "notAttendedByLead") },
    { name: "mode", what: "Appointments by mode", unit: "Share of appointments", holds: is("mode") },
    { name: "clinician", what: "Appointments by clinician", unit: "Share of appointments", holds: is("clinician") },
    { name: "same-day", what: "For the same day, by clinician", unit: "Share of the clinician’s appointments", holds: is("sameDay") },
    { name: "dispersion", what: "How much days and weeks of a region vary", unit: "Standard deviation, in percent of the mean", holds: is("dispersion") },
  ] },
  { id: "calls", title: "Telephone", short: "Telephone", pairings: [
    { name: "call-times", what: "Calls by time of day", unit: "Share of calls from 06:00 to 18:30; Mondays of Mondays’ calls", holds: is("callsByTime") },
    { name: "call-weekdays", what: "Calls by weekday", unit: "Share of calls from Monday to Friday", holds: is("callsByWeekday") },
    { name: "call-outcomes", what: "What becomes of calls", unit: "Share of calls", holds: is("callOutcome") },
    { name: "call-waits", what: "Wait until the call is answered", unit: "Share of answered calls", holds: is("callWait") },
    { name: "call-lengths", what: "Length of answered calls", unit: "Share of answered calls", holds: is("callLength") },
    { name: "call-spread", what: "Calls, from practice to practice", unit: "Calls per 1,000 patients and working day", holds: isSpread("calls") },
  ] },
  { id: "online", title: "Online requests", short: "Online", pairings: [
    { name: "online-spread", what: "Online requests, from practice to practice", unit: "Requests per 1,000 patients and working day", holds: isSpread("online") },
    { name: "online-shares", what: "Kinds, days and hours of online requests", unit: "Share of requests", holds: is("onlineShare") },
  ] },
  { id: "practices", title: "Practices and staff", short: "Practices", pairings: [
    { name: "list-sizes", what: "List sizes", unit: "Patients; percentiles of practices", holds: is("listSize") },
    { name: "networks", what: "Practices per primary care network", unit: "Practices; mean and percentiles of networks", holds: is("network") },
    { name: "suppliers", what: "Suppliers of clinical systems", unit: "Share of practices", holds: is("supplier") },
    { name: "staff", what: "Staff", unit: "Full-time equivalents per 10,000 patients", holds: is("staff") },
  ] },
  { id: "unpublished", title: "Steady and not overworked", short: "Steadiness", pairings: [
    { name: "access", what: "Third next available routine appointment", unit: "Working days ahead", holds: is("access") },
    { name: "utilisation", what: "Time worked of time rostered", unit: "Share of rostered time; wanted below 92%", holds: is("utilisation") },
    { name: "overtime", what: "Overtime", unit: "Share of time worked", holds: is("overtime") },
  ] },
];

/** What `row` is called within a sentence. */
export function plainNameIn({ called }: Pairing, row: Compared): string {
  return called?.(row) ?? row.part;
}

/** The same where it stands by itself. */
export function nameIn(pairing: Pairing, row: Compared): string {
  return capital(plainNameIn(pairing, row));
}
