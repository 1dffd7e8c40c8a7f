/** What is published about ordinary weeks in England: figures that a simulation without an outage is to reproduce. */
import { dispersionOfOne } from "./dispersion.js";

/** An input must come through, a fitted figure is reached by moving free parameters, and the others must come out by themselves. */
export type Role = "input" | "fitted" | "out";

/** How far from the observed value is still right: a share of it, or an absolute difference of shares (0.02 is 2 points). */
export type Tolerance = { readonly relative: number } | { readonly points: number };

export interface Observed {
  /** Which figure, and which part of it: `leadTime` and `2-7 days`. Together they name a row. */
  readonly id: string;
  readonly part: string;
  readonly label: string;
  readonly role: Role;
  /** In `unit`; null where nothing is published. Shares are fractions of what is known: unknown categories are left out. */
  readonly observed: number | null;
  readonly unit: Unit;
  /** null: reported and not judged. */
  readonly tolerance: Tolerance | null;
  readonly source: string;
  /** Set where regions differ lastingly, so that England's value says nothing about one of them. */
  readonly isLocal?: true;
}

export type Unit = "share" | "index" | "per 1,000 patients and working day" | "minutes" | "working days" | "patients" | "practices" | "FTE per 10,000 patients" | "standard deviation";

const GPAD = "NHS England, Appointments in General Practice, 2025";
const DAILY = "NHS England, Appointments in General Practice, daily counts of March and April 2026";
const AREA = "NHS England, Appointments in General Practice, one area, 2022-23";
const CBT = "NHS England, Cloud Based Telephony in General Practice, February 2026";
const OCS = "NHS England, Submissions via Online Consultation Systems, February 2026";
const LISTS = "NHS England, Patients Registered at a GP Practice, March 2026";
const NETWORKS = "NHS England, practices by primary care network and supplier, 2026";
const WORKFORCE = "NHS England, General Practice Workforce, 2025";
const NONE = "No figure is published";

const RATE = "per 1,000 patients and working day";
/** Of appointments that are kept or missed, with the middle of the published range. */
const NOT_ATTENDED = 0.046;
const LEAD_TIMES = ["same day", "1 day", "2-7 days", "8-14 days", "15-21 days", "22-28 days", "over 28 days"];
const LEAD_SHARES = [43.7, 7.4, 17.4, 12.7, 7.6, 5.2, 5.9];
const MISSED = [0.9, 2.7, 5.1, 7.3, 8.0, 8.1, 10.3];
const WAITS = ["under 1 min", "1-2 min", "2-5 min", "over 5 min"];
const QUANTILES = ["10th percentile", "median practice", "90th percentile"];

/** Appointments of England in thousands: Monday to Friday of the weeks of March and April 2026 that have neither a bank holiday nor the days beside Easter. */
const ordinaryDays = Float64Array.of(
  1711.5, 1617.5, 1519.0, 1496.8, 1416.7, 1700.2, 1599.8, 1495.3, 1480.6, 1405.6, 1682.0, 1584.7, 1466.1, 1419.7, 1311.9,
  1694.5, 1613.3, 1489.4, 1470.3, 1390.1, 1685.8, 1599.1, 1498.4, 1500.7, 1418.1, 1714.2, 1602.1, 1543.0, 1499.8, 1415.4,
);
const nation = dispersionOfOne(ordinaryDays);

interface Figure {
  readonly id: string;
  readonly label: string;
  readonly role: Role;
  readonly unit: Unit;
  readonly tolerance: Tolerance | null;
  readonly source: string;
  readonly isLocal?: true;
}

/** Rows in the order in which they are shown; those of one figure stand together. */
export const observed: readonly Observed[] = [
  ...rows({ id: "appointments", label: "Appointments per 1,000 patients and working day", role: "fitted", unit: RATE, tolerance: { relative: 0.03 }, source: `${GPAD}; months run from 21.3 to 26.8`, isLocal: true }, [["all", 23.3]]),
  ...rows({ id: "appointmentsByWeekday", label: "Appointments by weekday, Monday to Friday = 1", role: "out", unit: "index", tolerance: { relative: 0.04 }, source: GPAD },
    [["Monday", 1.105], ["Tuesday", 1.047], ["Wednesday", 0.979], ["Thursday", 0.964], ["Friday", 0.904]]),
  ...rows({ id: "appointmentsByWeekday", label: "Appointments by weekday, Monday to Friday = 1", role: "fitted", unit: "index", tolerance: { relative: 0.04 }, source: GPAD }, [["Saturday", 0.045], ["Sunday", 0.003]]),
  ...rows({ id: "dispersion", label: "Variation of a region's appointments", role: "fitted", unit: "standard deviation", tolerance: { relative: 0.2 }, source: `${DAILY}: six full weeks, the nation as one region; too few to know it within 20%`, isLocal: true },
    [["days within weeks", nation.days], ["weeks", nation.weeks]]),
  ...rows({ id: "leadTime", label: "Time from booking to appointment", role: "out", unit: "share", tolerance: { points: 0.02 }, source: GPAD }, shares(LEAD_TIMES, LEAD_SHARES)),
  ...rows({ id: "clinician", label: "Appointments by clinician", role: "fitted", unit: "share", tolerance: { points: 0.02 }, source: GPAD, isLocal: true }, shares(["GP", "other practice staff"], [44.5, 53.3])),
  ...rows({ id: "clinician", label: "Appointments by clinician", role: "fitted", unit: "share", tolerance: null, source: `${GPAD}; a lower bound, since 8.3% of appointments are other staff's without a role`, isLocal: true },
    [["nurse", 19.6 / 97.8], ["other direct care", 25.4 / 97.8]]),
  ...rows({ id: "mode", label: "Appointments by mode", role: "input", unit: "share", tolerance: { points: 0.02 }, source: GPAD, isLocal: true }, shares(["face to face", "telephone", "video or online", "home"], [63.6, 24.6, 8.2, 1.2])),
  ...rows({ id: "notAttended", label: "Patients who did not attend", role: "out", unit: "share", tolerance: { points: 0.005 }, source: `${GPAD}: 4.3 to 4.9%, the middle of it` }, [["all", NOT_ATTENDED]]),
  ...rows({ id: "notAttendedByLead", label: "Did not attend, by time since booking", role: "input", unit: "share", tolerance: { points: 0.015 }, source: `${AREA}, scaled: with the lead times above they give 4.0%, where ${NOT_ATTENDED * 100}% did not attend` },
    scaledMissed().map((share, at) => [LEAD_TIMES[at]!, share] as const)),
  ...rows({ id: "sameDay", label: "Appointments for the same day, by clinician", role: "out", unit: "share", tolerance: { points: 0.06 }, source: `${AREA}; with the shares of clinicians above they give 48%, not 43.7%, so both must move`, isLocal: true }, [["GP", 0.64], ["other practice staff", 0.34]]),
  ...rows({ id: "duration", label: "Actual duration of appointments", role: "fitted", unit: "share", tolerance: { points: 0.03 }, source: GPAD },
    shares(["1-5 min", "6-10 min", "11-15 min", "16-20 min", "21-30 min", "31-60 min"], [23.4, 25.3, 19.3, 12.8, 12.0, 7.2])),
  ...rows({ id: "duration", label: "Actual duration of appointments", role: "fitted", unit: "minutes", tolerance: null, source: `${GPAD}, from the classes` }, [["mean", 14], ["median", 10.6]]),
  ...rows({ id: "calls", label: "Calls per 1,000 patients and working day", role: "fitted", unit: RATE, tolerance: { relative: 0.05 }, source: `${CBT}: 5,112 practices with 83.9% of patients`, isLocal: true }, [["all", 27.3]]),
  ...rows({ id: "calls", label: "Calls per 1,000 patients and working day", role: "out", unit: RATE, tolerance: { relative: 0.15 }, source: `${CBT}: 4,771 practices that are published one by one, with 78% of patients`, isLocal: true }, zip(QUANTILES, [17.7, 27.7, 41.0])),
  ...rows({ id: "callOutcome", label: "What becomes of calls", role: "fitted", unit: "share", tolerance: { points: 0.03 }, source: `${CBT}; 5.2% of calls come before opening and end in the menu` },
    shares(["answered", "ended in the menu", "call-back asked for", "missed"], [55.2, 26.5, 7.5, 10.8])),
  ...rows({ id: "callWait", label: "Wait of answered calls", role: "out", unit: "share", tolerance: { points: 0.06 }, source: `${CBT}; handlers, after-call work, patience and the spread between practices decide it together and cannot be told apart` },
    shares(WAITS, [45.5, 14.1, 19.3, 21.1])),
  ...rows({ id: "callLength", label: "Length of answered calls", role: "input", unit: "share", tolerance: { points: 0.03 }, source: CBT }, shares(WAITS, [23.1, 35.9, 33.2, 7.9])),
  ...rows({ id: "callsByWeekday", label: "Calls by weekday, of Monday to Friday", role: "out", unit: "share", tolerance: { points: 0.015 }, source: `${CBT}; redials count as calls` },
    shares(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"], [26.0, 19.9, 18.5, 17.9, 17.7])),
  ...rows({ id: "callsByTime", label: "Calls by time of day", role: "out", unit: "share", tolerance: { points: 0.02 }, source: `${CBT}, of calls from 06:00 to 18:30` }, [
    ...shares(["06:00-08:00", "08:00-10:00", "10:00-12:00", "12:00-14:00", "14:00-16:00", "16:00-18:00", "18:00-18:30"], [5.2, 28.5, 21.1, 16.3, 17.2, 10.4, 0.7]),
    ["Mondays 08:00-10:00", 0.319],
  ]),
  ...rows({ id: "online", label: "Online requests per 1,000 patients and working day", role: "input", unit: RATE, tolerance: { relative: 0.05 }, source: `${OCS}: requests to 6,020 practices, over the patients of all`, isLocal: true }, [["all", 6.75], ...zip(QUANTILES, [0.4, 3.5, 13.8])]),
  ...rows({ id: "onlineShare", label: "Online requests: shares", role: "input", unit: "share", tolerance: { relative: 0.05 }, source: OCS, isLocal: true }, [["clinical", 0.65]]),
  ...rows({ id: "onlineShare", label: "Online requests: shares", role: "input", unit: "share", tolerance: { relative: 0.05 }, source: OCS }, [["Monday, of the week", 0.275], ["Friday, of the week", 0.164], ["08:00-10:00", 0.38]]),
  ...rows({ id: "listSize", label: "List sizes", role: "input", unit: "patients", tolerance: { relative: 0.05 }, source: LISTS, isLocal: true }, [["5%", 3047], ["25%", 5895], ["median", 8824], ["75%", 12740], ["95%", 22025]]),
  ...rows({ id: "network", label: "Practices per primary care network", role: "input", unit: "practices", tolerance: { relative: 0.05 }, source: NETWORKS, isLocal: true }, [["mean", 4.68], ["10%", 2], ["median", 4], ["90%", 8]]),
  ...rows({ id: "supplier", label: "Suppliers by practices", role: "input", unit: "share", tolerance: { points: 0.01 }, source: NETWORKS, isLocal: true }, shares(["EMIS", "TPP", "other"], [58.4, 41.4, 0.2])),
  ...rows({ id: "staff", label: "Staff per 10,000 patients", role: "input", unit: "FTE per 10,000 patients", tolerance: { relative: 0.05 }, source: `${WORKFORCE}: GPs 4.27, locums and trainees 1.52, administration 11.96`, isLocal: true },
    [["GPs, locums, trainees", 5.79], ["nurses", 2.66], ["other direct care", 2.7], ["reception", 6.45], ["other administration", 5.51]]),
  ...rows({ id: "access", label: "Third next available routine appointment", role: "out", unit: "working days", tolerance: null, source: NONE }, [["first four weeks", null], ["last four weeks", null]]),
  ...rows({ id: "utilisation", label: "Time worked of time rostered, wanted below 92%", role: "out", unit: "share", tolerance: null, source: NONE }, staffParts()),
  ...rows({ id: "overtime", label: "Overtime, of time worked", role: "out", unit: "share", tolerance: null, source: NONE }, staffParts()),
];

function rows(figure: Figure, parts: readonly (readonly [part: string, value: number | null])[]): Observed[] {
  return parts.map(([part, value]) => ({ ...figure, part, observed: value }));
}

/** Percentages renormalised to shares of their sum. */
function shares(parts: readonly string[], percentages: readonly number[]): [string, number][] {
  const all = percentages.reduce((sum, percentage) => sum + percentage, 0);
  return zip(parts, percentages.map((percentage) => percentage / all));
}

function zip(parts: readonly string[], values: readonly number[]): [string, number][] {
  return parts.map((part, at) => [part, values[at]!]);
}

/** One area's shares by lead time, so much higher that the national lead times give the national share. */
function scaledMissed(): number[] {
  const all = LEAD_SHARES.reduce((sum, share) => sum + share, 0);
  const given = LEAD_SHARES.reduce((sum, share, at) => sum + (share / all) * MISSED[at]!, 0);
  return MISSED.map((share) => (share / given) * NOT_ATTENDED);
}

function staffParts(): [string, null][] {
  return ["GPs", "nurses", "other direct care", "reception", "other administration"].map((part) => [part, null]);
}
