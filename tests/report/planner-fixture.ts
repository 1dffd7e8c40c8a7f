/** The document of the other tests with what planners read beside it: curves by the hour, staff hours by role and day, with and without their kind of work, an accent on one role. */
import { roles } from "../../src/estate/estate.js";
import { dayNumber } from "../../src/facts/days.js";
import type { ResultDocument, Series } from "../../src/result/document.js";
import { fixture } from "./fixture.js";

const START = "2023-03-16T00:00";
/** Parts of the hours of every day. */
export const shares = [0.4, 0.2, 0.15, 0.15, 0.1];

export function planners(): ResultDocument {
  const base = fixture();
  const days = base.outcomes.filter(({ id, part, where }) => id === "extraWorkHours" && part.startsWith("day:") && where === "QKS");
  const series = (id: string, part: string, arm: string, unit: string, stepMinutes: number, mean: number[]): Series => ({ id, part, arm, where: "QKS", start: START, stepMinutes, unit, mean, low: mean.map((value) => value * 0.9), high: mean.map((value) => value * 1.1) });
  const hours = base.series[0]!.mean.length;
  const calls = (factor: number): number[] => Array.from({ length: hours }, (_, hour) => (hour % 24 >= 8 && hour % 24 < 18 ? 100 * factor + (hour === 24 * 5 + 8 ? 400 : 0) : 0));
  const byRole = roles.map((role, index) => {
    const mean = new Array<number>(hours / 24).fill(0);
    for (const { part, mean: all } of days) mean[dayNumber(part.slice(4)) - dayNumber(START.slice(0, 10))] = all! * shares[index]!;
    return series("extraWorkHours", `role:${role}`, "outage", "staff hours", 1440, mean);
  });
  const excess = base.series.filter(({ part, arm }) => part === "all" && arm === "outage").map((outage): Series => {
    const none = base.series.find(({ part, arm, where }) => part === "all" && arm === "none" && where === outage.where)!;
    return { ...outage, part: "excess", mean: outage.mean.map((value, step) => value - none.mean[step]!) };
  });
  return {
    ...base,
    series: [...base.series, ...excess, series("calls", "all", "none", "calls", 60, calls(1).map((value) => Math.min(value, 100))), series("calls", "all", "outage", "calls", 60, calls(1.2)), ...byRole, ...byRole.map((one) => ({ ...one, part: `${one.part} activity:note` }))],
  };
}
