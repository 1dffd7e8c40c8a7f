/** The fixture with what charts alone need: days by reason, role and kind, calls by the hour, values of single replications, curves of practices. All made up. */
import type { ByReplication, ResultDocument, Series } from "../../src/result/document.js";
import { fixture } from "./fixture.js";

const START = "2023-03-16T00:00";
const DAYS = 56, REPLICATIONS = 20;

function series(id: string, part: string, unit: string, stepMinutes: number, mean: readonly number[], arm = "outage", where = "all", start = START): Series {
  return { id, part, arm, where, start, stepMinutes, unit, mean, low: mean.map((value) => value * 0.96), high: mean.map((value) => value * 1.04) };
}

function byDay(id: string, part: string, unit: string, total: number, shape: readonly number[], arm = "outage"): Series {
  const sum = shape.reduce((before, value) => before + value, 0);
  return series(id, part, unit, 1440, Array.from({ length: DAYS }, (_, day) => (total * (shape[day] ?? 0)) / sum), arm);
}

const lost = [3, 3, 0, 0, 3, 0.1], afterwards = [0, 0.4, 0, 0, 1, 3, 3, 2, 1];

/** On working days a peak at 08:00; with the outage as many again while it lasts. */
function calls(arm: "none" | "outage"): Series {
  const mean = Array.from({ length: DAYS * 24 }, (_, hour) => {
    const [day, clock] = [Math.floor(hour / 24), hour % 24];
    const usual = [2, 3].includes(day % 7) || clock < 8 || clock > 17 ? 0 : clock === 8 ? 420 : 180 - 8 * (clock - 9);
    return arm === "outage" && day < 6 ? usual * 1.8 : usual;
  });
  return series("calls", "all", "calls", 60, mean, arm);
}

const hours: Readonly<Record<string, readonly number[]>> = { gp: [281, 60, 90, -29], nurse: [196, 0, 40, -8], other: [158, 0, 40, -21], reception: [12, 140, 62, 0], admin: [95, 38, 20, -6] };

/** Every practice falls behind while records are lost, and digs out at a pace of its own. */
function ofPractices({ places }: ResultDocument): Series[] {
  return places.filter(({ kind }) => kind === "practice").map(({ code }, index) => {
    const mean = Array.from({ length: DAYS }, (_, day) => (day < 5 ? (0.15 + 0.06 * index) * (day + 1) : Math.max(0, (0.75 + 0.3 * index) * (1 - (day - 4) / (5 + index)))));
    // At the end of each day.
    return series("backlog", "excess", "practice-days", 1440, mean, "outage", code, "2023-03-17T00:00");
  });
}

function replications({ outcomes }: ResultDocument): ByReplication[] {
  return ["appointmentsDisrupted", "extraWorkHours", "notesToTypeIn", "backlogRecovery"].map((id) => {
    const { mean, unit } = outcomes.find((row) => row.id === id && row.part === "all" && row.where === "all")!;
    // No chance in it: they swing about the mean, ever less alike.
    return { id, part: "all", unit, values: Array.from({ length: REPLICATIONS }, (_, at) => mean! * (1 + 0.12 * (((at * 7) % 20) / 19 - 0.5))) };
  });
}

export function charted(base = fixture()): ResultDocument {
  return {
    ...base,
    series: [
      ...base.series, ...ofPractices(base), calls("none"), calls("outage"),
      byDay("appointmentsDisrupted", "reason:without records", "appointments", 6110, lost), byDay("appointmentsDisrupted", "reason:not delivered on its day", "appointments", 1310, afterwards),
      byDay("appointmentsCancelled", "rebooked", "appointments", 372, lost), byDay("appointmentsCancelled", "lost", "appointments", 74, lost),
      byDay("callsAbandoned", "all", "calls", 900, [1, 1, 0, 0, 1, 1, 1, 1, 1], "none"), byDay("callsAbandoned", "all", "calls", 1712, [0, 0, 0, 0, 1, 6, 4, 2, 1]),
      byDay("paperHours", "with records", "staff hours", 1045, lost), byDay("paperHours", "on paper", "staff hours", 1045, lost), byDay("paperHours", "typing in", "staff hours", 742, lost),
      ...Object.entries(hours).flatMap(([role, values]) => ["note", "contact", "task", "consultation"].map((activity, at) => byDay("extraWorkHours", `role:${role} activity:${activity}`, "staff hours", values[at]!, afterwards))),
    ],
    byReplication: replications(base),
  };
}
