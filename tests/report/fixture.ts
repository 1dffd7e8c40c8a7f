/** Result documents with made-up but plausible numbers: twelve practices, the records lost from Thursday to Monday. */
import { roles } from "../../src/estate/estate.js";
import { dateOf, dayNumber, isWorkingDay, weekdayOf } from "../../src/facts/days.js";
import type { OutcomeRow, Place, ResultDocument, Series, TimelineRow } from "../../src/result/document.js";

const START = dayNumber("2023-03-16");
const DAYS = 56;
const lost = ["2023-03-16", "2023-03-17", "2023-03-20"];
const names = [
  "Abbey Court", "Bell Lane", "Castle Street", "Dover Road", "Elm House", "Ferry View", "Garden of England Family Practice and Walk-in Centre", "Harbour",
  "Ivy Mill", "Jubilee", "King's Gate", "Lower Stour",
];
const listSizes = [3_100, 5_900, 7_400, 8_800, 9_100, 9_900, 10_600, 11_200, 12_700, 13_300, 14_800, 22_000];
const everyone = listSizes.reduce((sum, size) => sum + size, 0);

const practices: Place[] = names.map((name, index) => ({
  code: `G820${String(index + 11)}`, kind: "practice", name: `${name} Surgery`, parent: `U1000${1 + Math.floor(index / 4)}`, patients: listSizes[index]!,
}));
const places: Place[] = [
  { code: "QKS", kind: "region", name: "Kent and Medway", parent: null, patients: everyone },
  ...["Weald", "Coast", "Marsh"].map((name, index): Place => ({
    code: `U1000${index + 1}`, kind: "neighbourhood", name: `${name} PCN`, parent: "QKS",
    patients: practices.filter(({ parent }) => parent === `U1000${index + 1}`).reduce((sum, { patients }) => sum + patients, 0),
  })),
  ...practices,
];

/** A place's part of a total: by list size, tilted a little so that practices differ by more than their size. */
function shareOf(place: Place): number {
  if (place.kind === "region") return 1;
  if (place.kind === "neighbourhood") return practices.filter(({ parent }) => parent === place.code).reduce((sum, practice) => sum + shareOf(practice), 0);
  const tilt = (index: number): number => 0.7 + 0.6 * (((index * 5) % 12) / 11);
  const weight = listSizes.reduce((sum, size, index) => sum + size * tilt(index), 0);
  const index = practices.indexOf(place);
  return (listSizes[index]! * tilt(index)) / weight;
}

type Parts = Readonly<Record<string, number>>;

function rowOf(id: string, part: string, unit: string, kind: OutcomeRow["kind"], where: string, mean: number, half: number, arm = "outage"): OutcomeRow {
  return {
    id, part, unit, arm, against: kind === "level" ? null : "none", where, kind, mean, low: mean - half, high: mean + half,
    p5: mean - 4 * half, p10: mean - 3 * half, p50: mean, p90: mean + 3 * half, p95: mean + 4 * half, replications: 20, defined: 20, censored: 0,
  };
}

function added(id: string, unit: string, parts: Parts, kind: OutcomeRow["kind"] = "difference", arm = "outage"): OutcomeRow[] {
  return ["all", ...places.map(({ code }) => code)].flatMap((where) => {
    const place = places.find(({ code }) => code === where);
    const share = place === undefined ? 1 : shareOf(place);
    const relative = place?.kind === "practice" ? 0.12 : 0.03;
    return Object.entries(parts).map(([part, total]) => rowOf(id, part, unit, kind, where, total * share, Math.abs(total * share) * relative, arm));
  });
}

function same(id: string, unit: string, parts: Parts, kind: OutcomeRow["kind"]): OutcomeRow[] {
  return ["all", ...places.map(({ code }) => code)].flatMap((where) =>
    Object.entries(parts).map(([part, value]) => rowOf(id, part, unit, kind, where, value, value * 0.04)),
  );
}

/** `day:` parts that follow `shape` over the days from the onset, and their sum as `all`. */
function daily(total: number, shape: readonly number[], others: Parts = {}): Parts {
  const sum = shape.reduce((before, value) => before + value, 0);
  const days = Array.from({ length: DAYS }, (_, index) => [`day:${dateOf(START + index)}`, (total * (shape[index] ?? 0)) / sum]);
  return { all: total, ...Object.fromEntries(days), ...others };
}

const whileLost = [2350, 2200, 0, 0, 2600, 90, 60, 30, 10];
const telephones = [900, 700, 0, 0, 1100, 240, 120, 60, 20];
const typing = [40, 60, 30, 0, 50, 160, 170, 150, 140, 60, 0, 120, 90, 60, 30, 10];

function recovery(): OutcomeRow[] {
  const days = practices.map((_, index) => 2.4 + 0.9 * ((index * 7) % 12));
  const region = { ...rowOf("backlogRecovery", "all", "working days", "level", "QKS", 7.3, 0.6), p5: 2.4, p10: 2.9, p50: 7.2, p90: 11.9, p95: 12.3 };
  return [
    { ...region, where: "all" },
    region,
    rowOf("backlogRecovery", "region", "working days", "level", "QKS", 11.4, 0.8),
    rowOf("backlogRecovery", "region", "working days", "level", "all", 11.4, 0.8),
    ...practices.map(({ code }, index) => rowOf("backlogRecovery", "all", "working days", "level", code, days[index]!, 0.7)),
  ];
}

function consultations(): OutcomeRow[] {
  const usual = Array.from({ length: DAYS }, (_, index) => (isWorkingDay(START + index) ? [2600, 2450, 2300, 2270, 2130][weekdayOf(START + index)]! : 0));
  const held = usual.map((count, index) => count * (lost.includes(dateOf(START + index)) ? 0.92 : index < 9 ? 0.98 : 1));
  const sum = (counts: readonly number[]): number => counts.reduce((before, count) => before + count, 0);
  return [
    ...added("consultations", "consultations", daily(sum(usual), usual, { "records:full": sum(usual), "records:none": 0 }), "level", "none"),
    ...added("consultations", "consultations", daily(sum(held), held, { "records:full": sum(held) - 6100, "records:none": 6100 }), "level"),
  ];
}

function outcomes(): OutcomeRow[] {
  const byRole = (...hours: number[]): Parts => Object.fromEntries(hours.map((value, index) => [`role:${roles[index]}`, value]));
  return [
    ...added("appointmentsDisrupted", "appointments", daily(7420, whileLost, { "reason:not delivered on its day": 1310, "reason:without records": 6110 })),
    ...added("appointmentsCancelled", "appointments", daily(446, [150, 130, 0, 0, 166], { rebooked: 372, lost: 74 })),
    ...added("netUndelivered", "appointments", { all: 318 }),
    ...added("recordedShortfall", "appointments", daily(1240, [420, 390, 0, 0, 430])),
    ...added("contactsNotConnected", "contacts", daily(4270, [1500, 1290, 0, 0, 1480], { "channel:telephone": 3420, "channel:online": 850 })),
    ...added("requestsDeclined", "contacts", daily(1910, [640, 560, 0, 0, 710])),
    ...added("excessAbandonment", "calls", daily(812, [0, 0, 0, 0, 60, 420, 210, 90, 32])),
    ...added("needUnmetSameDay", "patients", daily(2140, telephones, {
      "destination:111": 610, "destination:urgent care": 340, "destination:pharmacy": 280, "destination:next day": 760, "destination:nowhere": 150, "per 1,000 patients": 16.6,
    })),
    ...added("careDelay", "patient-days", { all: 31_400, met: 12_600, "not met": 18_800 }),
    ...added("patientsAffected", "patients", { all: 13_900 }),
    ...added("consultationsWithoutRecords", "consultations", daily(6110, [2050, 1920, 0, 0, 2140], { "records:partial": 0 })),
    ...added("prescriptionsWithoutAllergyCheck", "prescriptions", daily(1480, [500, 460, 0, 0, 520])),
    ...added("urgentResultHours", "hours", { all: 690 }),
    ...added("notesToTypeIn", "notes", daily(6110, [2050, 1920, 0, 0, 2140])),
    ...added("backEntryHours", "staff hours", { all: 742, ...byRole(281, 196, 158, 12, 95), overtime: 244 }),
    ...same("workloadFactor", "ratio", { all: 1.71 }, "ratio"),
    ...added("extraWorkHours", "staff hours", daily(1168, typing, {
      ...byRole(402, 228, 177, 214, 147), "activity:consultation": -64, "activity:contact": 238, "activity:task": 252, "activity:note": 742, overtime: 431,
    })),
    ...same("extraWorkHours", "ratio", { multiple: 1.06 }, "ratio"),
    ...same("peakBacklog", "practice-days", { all: 2.7 }, "level"),
    ...practices.map(({ code }, index) => rowOf("worstTenth", "all", "share of runs", "difference", code, [0.05, 0, 0.8, 0.15][index] ?? 0, 0)),
    ...same("recoveryRatio", "ratio", { all: 2.4 }, "ratio"),
    ...recovery(),
    ...consultations(),
    ...same("documentationLag", "hours", { all: 96, "95th percentile": 251 }, "level"),
    ...added("prescriptionDelay", "item-hours", { all: 41_200, "prescription:repeat": 38_900, "prescription:put off": 2300 }),
    ...added("deadlinesMissed", "items", { all: 52, "work:year-end returns": 9, "work:payroll": 3, "work:urgent referrals": 40 }),
    ...same("accessDelay", "days", { all: 0.8, most: 2.9 }, "difference"),
    ...elsewhere(),
    ...["all", ...places.map(({ code }) => code)].map((where) => rowOf("availability", "all", "%", "level", where, 95.87, 0.04)),
    ...same("continuityBreaches", "% of practice-days", { all: 14, "recovery time": 11, "minimum service": 5 }, "difference"),
  ];
}

/** Of one team, in all alone. */
function teams(id: string, unit: string, value: number): OutcomeRow[] {
  return ["all", "team:Bromley team"].map((part) => rowOf(id, part, unit, "difference", "all", value, value * 0.05));
}

/** Downstream of practices, for regions alone; and of teams. */
function elsewhere(): OutcomeRow[] {
  const rows = (id: string, unit: string, kind: OutcomeRow["kind"], parts: Parts, arm = "outage"): OutcomeRow[] =>
    ["all", "QKS"].flatMap((where) => Object.entries(parts).map(([part, value]) => rowOf(id, part, unit, kind, where, value, value * 0.03, arm)));
  return [
    ...rows("prescriptionDelay", "item-hours", "difference", { "at pharmacies": 93_000 }),
    ...rows("contactsElsewhere", "contacts", "difference", { all: 1230, "service:111": 610, "service:urgent care": 340, "service:pharmacy": 280 }),
    ...rows("waitsElsewhere", "minutes", "level", { all: 6.1, "service:111": 0.8, "service:111, worst day": 1.4, "service:urgent care": 11, "service:urgent care, worst day": 14 }, "none"),
    ...rows("waitsElsewhere", "minutes", "level", { all: 9.2, "service:111": 1.9, "service:111, worst day": 9.7, "service:urgent care": 19, "service:urgent care, worst day": 62 }),
    ...rows("abandonedElsewhere", "contacts", "difference", { all: 480, "service:111": 410, "service:urgent care": 70 }),
    ...rows("backlogElsewhere", "days", "difference", { all: 2.6, "service:111": 0.06, "service:urgent care": 0.2, "service:pharmacy": 2.6 }),
    ...rows("recoveryElsewhere", "days", "difference", { all: 19, "service:111": 4.4, "service:urgent care": 6.1, "service:pharmacy": 19 }),
    ...teams("teamItemsDelayed", "items", 720), ...teams("teamBacklog", "team-days", 0.9), ...teams("teamRecovery", "working days", 4.2),
  ];
}

/** Backlog of one place by the clock: rises while records are lost, falls to the twin's over three weeks. */
function backlog(where: string, step: number, scale: number): Series[] {
  const length = (DAYS * 1440) / step;
  const usual = Array.from({ length }, (_, index) => {
    const clock = (index * step) % 1440;
    return scale * (0.8 + (isWorkingDay(START + Math.floor((index * step) / 1440)) ? 0.3 * Math.max(0, 1 - Math.abs(clock - 780) / 360) : 0));
  });
  const excess = Array.from({ length }, (_, index) => {
    const day = (index * step) / 1440;
    if (day < 1 / 3) return 0;
    return scale * (day < 4.8 ? 2.6 * ((day - 1 / 3) / 4.5) : day < 26 ? 2.6 * ((26 - day) / 21.2) * ((26 - day) / 21.2) : 0);
  });
  const series = (arm: string, mean: number[], half: (index: number) => number, part = "all"): Series => ({
    id: "backlog", part, arm, where, start: "2023-03-16T00:00", stepMinutes: step, unit: "practice-days", mean,
    low: mean.map((value, index) => value - half(index)), high: mean.map((value, index) => value + half(index)),
  });
  // Notes are typed in within nine days of the return of systems, other tasks done within twelve; what is left are patients.
  const queue = (share: number, days: number): number[] => excess.map((value, index) => value * share * Math.min(1, Math.max(0, 1 - ((index * step) / 1440 - 4.8) / days)));
  const [notes, tasks] = [queue(0.3, 9), queue(0.4, 12)];
  const patients = excess.map((value, index) => value - notes[index]! - tasks[index]!);
  return [
    series("none", usual, () => 0.02 * scale),
    series("outage", usual.map((value, index) => value + excess[index]!), (index) => 0.02 * scale + 0.05 * excess[index]!),
    ...Object.entries({ notes, tasks, patients }).map(([name, mean]) => series("outage", mean, (index) => 0.05 * mean[index]!, `excess:${name}`)),
  ];
}

function lostFrom(what: string, label: string, kind: TimelineRow["kind"], level: number, until = "2023-03-20T17:10"): TimelineRow {
  return {
    what, label, kind, where: "QKS",
    steps: [{ at: "2023-03-16T08:05", level, slowness: 1 }, { at: until, level: 1, slowness: 1.2 }, { at: "2023-03-21T12:00", level: 1, slowness: 1 }],
  };
}

const always = (value: number) => ({ median: value, least: value, most: value });

/** The document that most tests draw from. */
export function fixture(): ResultDocument {
  const rows = outcomes();
  const glossary = [...new Set(rows.map(({ id }) => id))].map((id) => ({ id, ...words[id]!, unit: rows.find((row) => row.id === id)!.unit }));
  return {
    schema: 1, kind: "run", version: "0.1.0",
    scenario: {
      name: "Kent and Medway firewall, March 2023",
      question: "What does the loss of every internet-reliant system for five days do to the practices of Kent and Medway, and how long does it take them to dig out?",
      text: "name: Kent and Medway firewall, March 2023\nseed: kent-1\nestate:\n  region: QKS\noutages:\n  - component: regional firewall\n    from: 2023-03-16 08:05\n    lasts: 4d 9h\nhypotheses:\n  - backlogRecovery p90 of practices <= 5 working days\n",
      hash: "9f2c4be1d07a5c3386e1b0f4a2d9c75e64b8a1f3c0d2e7b9586f4a3c1d0e9b87",
    },
    inputs: [{ path: "estates/kent.csv", sha256: "0d4f2a6c8e1b3957d0f2a4c6e8b1d3f5079a2c4e6f8b0d1a3c5e7f9b1d3a5c7e" }],
    seed: "kent-1", stoppedBy: "precision", intervals: "willink",
    pairing: [
      { measure: "consultations", unit: "consultations", correlation: 0.987, factor: 64.2 }, { measure: "staffHours", unit: "staff hours", correlation: 0.99991, factor: 5120 },
      { measure: "calls", unit: "calls", correlation: null, factor: null },
    ],
    story: { known: ["Thursday 16 March 2023 is known."], assumed: ["The time of day is assumed."] }, teams: [{ name: "Bromley team", practices: 40, patients: 365_000 }],
    window: { start: "2023-03-16T00:00", onset: "2023-03-16T08:05", restored: "2023-03-20T17:10", recovered: "2023-04-05T11:20", horizon: "2023-05-11T00:00" },
    arms: [{ name: "none", label: "Without the outage" }, { name: "outage", label: "With the outage" }],
    places, outcomes: rows, plausible: [],
    series: [...backlog("QKS", 60, 12), ...practices.flatMap(({ code }) => backlog(code, 1440, 1))],
    incidents: [{
      name: "Regional firewall fails", component: "regional-firewall", label: "Regional firewall", scope: "region", begins: "at a time", follows: null,
      effect: { level: 0, slowness: 1, units: null, comesAndGoes: false, unitShare: null, oneByOne: false }, repair: "fix", suspected: "a cut line", cause: "a faulty part", severity: "medium",
      replications: 20, outOf: 5, times: { mean: 1, least: 1, most: 1 }, began: { median: "2023-03-16T08:05", least: "2023-03-16T08:05", most: "2023-03-16T08:05" },
      foundAfter: always(30), repairedAfter: { median: 6305, least: 6000, most: 6600 }, backAfter: { median: 6305, least: 6000, most: 6600 }, suspectedFor: always(120),
      neverFound: 0, neverBack: 0, practices: always(4), patients: always(40_000), units: null, keep: null, monthlyAtPractice: null,
    }],
    directives: [{
      name: "Pen and paper", from: "region", at: "2023-03-16T10:00", until: "2023-03-20T17:10", practices: 5, followed: 0.8, clinicians: "carry on", reception: "paper",
      online: "off", messaging: null, refer: null, plan: false, advice: { heeded: 0.3, to111: 0.5, toPharmacy: 0.2 },
    }],
    timeline: [
      lostFrom("emis-web", "EMIS Web", "service", 0), lostFrom("email", "Email", "service", 0), lostFrom("eps", "Electronic prescription service", "service", 0),
      lostFrom("docman", "Docman", "service", 0), lostFrom("accurx", "Accurx", "service", 0), lostFrom("phones", "Telephones", "service", 0.35, "2023-03-20T12:00"),
      lostFrom("seeRecords", "See records", "capability", 0), lostFrom("writeRecords", "Write records", "capability", 0), lostFrom("book", "Book appointments", "capability", 0),
      lostFrom("prescribeElectronically", "Prescribe electronically", "capability", 0), lostFrom("telephone", "Telephone", "capability", 0.35, "2023-03-20T12:00"),
    ],
    hypotheses: [
      { text: "backlogRecovery p90 of practices <= 5 working days", verdict: "broken", estimate: 11.9, low: 10.8, high: 13, reason: "The whole interval lies above 5." },
      { text: "workloadFactor mean <= 2", verdict: "held", estimate: 1.71, low: 1.64, high: 1.78, reason: "The whole interval lies at or below 2." },
      { text: "backlogRecovery p90 of replications <= 12 working days", verdict: "undecided", estimate: null, low: null, high: null, reason: "A 90th percentile of replications needs 36 of them; there are 20." },
    ],
    assumptions: [
      { id: "care.slackGp", value: 0.08, unit: "fraction", meaning: "Rostered GP time that is neither booked nor needed for tasks", source: "No source; recovery is sensitive to it", grade: "assumption", changed: true },
      { id: "demand.callsPer1000", value: 27.3, unit: "calls per 1,000 patients and working day", meaning: "Inbound telephone calls", source: "NHS England, cloud-based telephony data, February 2026", grade: "A", changed: false, range: { low: 24.57, high: 30.03 } },
      { id: "demand.callsByWeekday", value: [26, 19.9, 18.5, 17.9, 17.7], unit: "%", meaning: "Calls by weekday, Monday to Friday", source: "NHS England, cloud-based telephony data, February 2026", grade: "A", changed: false, range: { low: [23.4, 17.91, 16.65, 16.11, 15.93], high: [28.6, 21.89, 20.35, 19.69, 19.47], sum: 100 } },
      { id: "response.declineAll", value: 0.32, unit: "fraction", meaning: "Practices whose reception declines all requests while systems are down", source: "Snapshot survey of practices, June 2023", grade: "C", changed: false },
      { id: "response.carryOn", value: 0.8, unit: "fraction", meaning: "Practices whose clinicians carry on with paper", source: "Snapshot survey of practices, June 2023", grade: "C", changed: false, range: { fixed: "what the others leave" } },
    ],
    warnings: ["The estate is that of 2026: 12 practices stand for those of 2023."],
    glossary,
  };
}

/** Nothing happened: every difference is exactly 0 and there is nothing to recover from. */
export function unaffected(): ResultDocument {
  const base = fixture();
  const nothing = (row: OutcomeRow): OutcomeRow => {
    if (row.kind === "difference") return { ...row, mean: 0, low: 0, high: 0, p5: 0, p10: 0, p50: 0, p90: 0, p95: 0 };
    if (row.arm === "none" || row.id === "consultations") return row;
    if (row.id === "availability") return { ...row, mean: 100, low: 100, high: 100, p5: 100, p10: 100, p50: 100, p90: 100, p95: 100 };
    return { ...row, mean: null, low: null, high: null, p5: null, p10: null, p50: null, p90: null, p95: null, defined: 0 };
  };
  return {
    ...base,
    window: { ...base.window, onset: null, restored: null, recovered: null },
    outcomes: base.outcomes.map(nothing),
    series: base.series.map((series) => {
      if (series.part !== "all") return { ...series, mean: series.mean.map(() => 0), low: series.low.map(() => 0), high: series.high.map(() => 0) };
      const twin = base.series.find(({ arm, id, where }) => arm === "none" && id === series.id && where === series.where)!;
      return { ...twin, arm: series.arm };
    }),
    incidents: [], directives: [], timeline: [], hypotheses: [], warnings: [],
  };
}

/** Most practices are still digging out at the horizon. */
export function beyondHorizon(): ResultDocument {
  const base = fixture();
  return {
    ...base,
    window: { ...base.window, recovered: null },
    outcomes: base.outcomes.map((row, index) => {
      if (row.id !== "backlogRecovery") return row;
      const place = places.find(({ code }) => code === row.where);
      if (place?.kind === "practice" && index % 3 === 0) return row;
      return { ...row, mean: 38, low: 37, high: 39, p50: null, p90: null, p95: null, censored: 20 };
    }),
  };
}

export const payloads = ["<script>alert(1)</script>", "\"onload=\"alert(2)", "' onmouseover='alert(3)", "]]><img src=x onerror=alert(4)>", "</style></title></pre><b>", "{{7*7}}${7*7}", "javascript:alert(5)"];

/** What no page and no picture may hold: an escape sequence of terminals in both its forms, a null, a mark that turns the direction of writing, half a character. */
export const unshowable = "\u001b[31m\u009b31m\u0000\u202e\u2066\ud800";

/** Every text that a scenario or an imported file can bring along, and the codes that name places, carry markup. */
export function hostile(): ResultDocument {
  const structural = new Set(["id", "part", "arm", "against", "kind", "verdict", "grade", "stoppedBy", "intervals", "measure", "start", "onset", "restored", "recovered", "horizon", "at", "what"]);
  let turn = 0;
  const poison = (value: unknown, key: string): unknown => {
    if (typeof value === "string") {
      if (structural.has(key)) return value;
      // A place's code must stay the same wherever it stands.
      const payload = key === "code" || key === "where" || key === "parent" ? payloads[1] : payloads[turn++ % payloads.length];
      return value === "all" ? value : value + payload + unshowable;
    }
    if (Array.isArray(value)) return value.map((item) => poison(item, key));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, poison(item, name)]));
  };
  const document = poison(fixture(), "") as ResultDocument;
  const parts = document.outcomes.map((row) => (row.part.startsWith("reason:") ? { ...row, part: row.part + payloads[0] } : row));
  return { ...document, outcomes: parts, assumptions: document.assumptions.map((row) => ({ ...row, id: row.id + payloads[0] })) };
}

const words: Readonly<Record<string, { readonly label: string; readonly definition: string }>> = {
  appointmentsDisrupted: { label: "Appointments disrupted", definition: "Appointments not delivered on their day, or delivered without full records. Patients who did not attend and late starts are left out." },
  appointmentsCancelled: { label: "Appointments cancelled", definition: "Appointments that the practice cancelled: rebooked by the horizon, or lost." },
  recordedShortfall: { label: "Appointments missing from statistics", definition: "Appointments held and recorded without the outage, minus those held and recorded with it." },
  careDelay: { label: "Days that patients wait longer", definition: "Days from when patients would have been seen or answered to when they are, added up over all needs." },
  patientsAffected: { label: "Patients affected", definition: "Different people of whom at least one need does not end as in an ordinary period." },
  prescriptionsWithoutAllergyCheck: { label: "Prescriptions without a check for allergies", definition: "Prescriptions written by hand while nobody could look at the patient's record." },
  urgentResultHours: { label: "Hours that urgent results wait unseen", definition: "Hours from when an urgent result exists until somebody has dealt with it." },
  documentationLag: { label: "Time until a paper note is in the record", definition: "Hours from a consultation on paper until its note has been typed in." },
  prescriptionDelay: { label: "Delay of prescriptions", definition: "Hours from when prescriptions were due until they were issued, added up." },
  deadlinesMissed: { label: "Work with a date not done by it", definition: "Year-end returns, payrolls and time-critical referrals not done by their date, beyond those of an ordinary period." },
  accessDelay: { label: "Longer wait for a routine GP appointment", definition: "Working days until the third next free routine appointment, above the usual." },
  continuityBreaches: { label: "Days on which an objective is missed", definition: "Share of working days on which a practice misses an objective." },
  availability: { label: "Availability in service hours", definition: "Share of service hours for which practices can do what they need systems for." },
  netUndelivered: { label: "Appointments not made up for", definition: "Appointments delivered without the outage, minus those delivered with it, at the horizon." },
  contactsNotConnected: { label: "Calls and online requests not connected", definition: "Calls to a dead line, and online requests to a tool that is off." },
  requestsDeclined: { label: "Requests declined", definition: "Requests refused because of the outage on the telephone, at the desk or online." },
  excessAbandonment: { label: "Calls abandoned", definition: "Calls that patients gave up, above the usual." },
  needUnmetSameDay: { label: "Same-day needs not met that day", definition: "Patients who needed help the same day and did not get it from their practice that day." },
  consultationsWithoutRecords: { label: "Consultations without records", definition: "Consultations at which the clinician could not see the patient's records." },
  notesToTypeIn: { label: "Notes to type in", definition: "Paper notes of consultations that somebody has to type in afterwards." },
  backEntryHours: { label: "Hours of typing in", definition: "Staff hours that typing in the paper notes takes." },
  workloadFactor: { label: "Workload factor", definition: "Minutes of consultation, paper and typing in, over the minutes that the same needs take with records." },
  extraWorkHours: { label: "Extra work", definition: "Staff hours worked with the outage, minus those worked without it." },
  peakBacklog: { label: "Peak backlog", definition: "Largest excess of open work over a usual day's." },
  worstTenth: { label: "Chance of being among the worst tenth", definition: "Share of simulated runs in which the practice is among the tenth that carry the largest backlog." },
  backlogRecovery: { label: "Recovery time", definition: "Working days from the end of the outage until a practice's open work, needs not yet met included, is back to normal and stays so for five working days." },
  recoveryRatio: { label: "Recovery over outage", definition: "Recovery time over the time the outage lasted." },
  consultations: { label: "Consultations", definition: "Consultations held." },
  contactsElsewhere: { label: "More calls and visits elsewhere", definition: "Patients who turn to NHS 111, urgent care, A&E or pharmacies, above the usual." },
  waitsElsewhere: { label: "Wait at NHS 111 and urgent care", definition: "Minutes until the call is answered or the patient seen." },
  abandonedElsewhere: { label: "Given up while waiting elsewhere", definition: "Callers who hang up and patients who leave, above the usual." },
  backlogElsewhere: { label: "Largest backlog elsewhere", definition: "Largest excess of those who wait, in days." },
  teamItemsDelayed: { label: "Work of teams not done on its day", definition: "Items of teams done on a later day, above the usual." },
  teamBacklog: { label: "Largest backlog of teams", definition: "Largest excess of what teams have not done, in days." },
  teamRecovery: { label: "Time until teams are back to normal", definition: "Working days until their backlog is as usual." },
  recoveryElsewhere: { label: "Time until services elsewhere are back to normal", definition: "Days from the onset until the backlog elsewhere is as usual." },
};
