/** A calibration document with made-up simulated figures: everything as published but for what is said here. */
import { verdictOn, type Compared } from "../../src/calibration/comparison.js";
import { observed } from "../../src/calibration/observed.js";
import { starts, type WarmUp, type WarmUpSeries, type WarmUpVerdict } from "../../src/calibration/warm-up-types.js";
import type { CalibrationDocument } from "../../src/result/calibration-document.js";

/** By id and part: how much is added to the published value. */
const added: Readonly<Record<string, number>> = {
  "appointmentsByWeekday Saturday": -0.045, "appointmentsByWeekday Sunday": -0.003, "clinician GP": 0.03, "calls 10th percentile": -5, "leadTime same day": -0.012, "callWait over 5 min": 0.05,
};

/** Of what nothing is published. */
const unpublished: Readonly<Record<string, number>> = { access: 1.6, utilisation: 0.8, overtime: 0.02 };

function compared(row: (typeof observed)[number]): Compared {
  const simulated = row.observed === null ? unpublished[row.id]! : row.observed + (added[`${row.id} ${row.part}`] ?? 0);
  const isExact = ["listSize", "network", "supplier", "staff"].includes(row.id);
  const half = Math.abs(simulated) * 0.02;
  const difference = row.observed === null ? null : simulated - row.observed;
  return { ...row, simulated, low: isExact ? null : simulated - half, high: isExact ? null : simulated + half, difference, verdict: verdictOn(row, difference) };
}

/** Monday to Friday: a peak from 08:00 to 08:30, half as high again on Mondays. */
const callsByHalfHour = Array.from({ length: 5 }, (_, day) => Array.from({ length: 28 }, (_, at) => (day === 0 ? 1.5 : 1) * (at < 4 ? 0.3 : at === 4 ? 3 : at < 24 ? 1 : 0)));

const WEEKS = 12;
const measures = [["appointments", "Appointments held", "of expected", 1], ["openTasks", "Open tasks", "per 1,000 patients", 14]] as const;

/** Starts that meet by the third week; of open tasks, the overfull one never does. */
function warmUp(): WarmUp {
  const series = measures.flatMap(([id, label, unit, level]) => starts.map((start): WarmUpSeries => {
    const off = start === "seeded" ? 0 : start === "empty" ? -0.5 : 0.4;
    const weekly = Array.from({ length: WEEKS }, (_, week) => level * (1 + (id === "openTasks" && start === "overfull" ? off : off / (1 + week * week * week))));
    return { id, label, unit, start, weekly, smoothed: weekly };
  }));
  const verdicts = measures.map(([id, label, unit, level]): WarmUpVerdict => ({
    id, label, unit, truncation: id === "openTasks" ? null : 2, emptyLess: { mean: -0.001 * level, low: -0.004 * level, high: 0.002 * level }, overfullLess: { mean: id === "openTasks" ? 5.6 : 0.001, low: 0, high: id === "openTasks" ? 6 : 0.003 },
    bound: 0.02 * level, agrees: id !== "openTasks", slopePerWeek: { mean: 0.0002, low: -0.001, high: 0.0014 }, isStable: true,
  }));
  return { weeks: WEEKS, warmUpWeeks: 4, neighbourhoods: 10, replications: 2, series, verdicts };
}

export function calibration(): CalibrationDocument {
  return {
    schema: 1, kind: "calibration", version: "9.9.9", region: "England", name: "England", seed: "made up", period: { start: "2026-02-02", warmUpDays: 28, days: 56 }, replications: 3, full: false,
    neighbourhoods: { simulated: 30, of: 1391, practices: 190, patients: 1_700_000 }, callsByHalfHour, clusters: "neighbourhoods", figures: observed.map(compared), warmUp: warmUp(),
  };
}
