/** Kent's March in work with a date: payroll, the end of the financial year, time-critical referrals. An outage costs a date where it lies on it, and hardly where there is time left. */
import { describe, expect, test } from "vitest";
import { DONE, PAYROLL_TASK, RETURN_TASK, URGENT_REFERRAL, type Journal } from "../../src/care/journal.js";
import { DAY } from "../../src/facts/days.js";
import { jobsOf, lived, totalOf, type Lived } from "./lived.js";
import { momentIn, shipped } from "./shipped.js";

const sample = ["generate: {region: QKS}", "generate: {region: QKS}\n  sample: 3 neighbourhoods"] as const;
const period = ["days: 67", "days: 28\n  warmUp: 14"] as const;
const model = await shipped("kent-firewall-2023", sample, period);
const at = (date: string, clock: string): number => momentIn(model, date, clock);
const [from, until] = [at("2023-03-16", "08:00"), at("2023-03-23", "08:00")];
const five = lived(model);
/** The same with the firewall away at other times; nobody is told anything. */
async function lost(since: string, days: string): Promise<Lived[]> {
  const other = await shipped("kent-firewall-2023", sample, period, ["at: 2023-03-16 08:00   #", `at: ${since} 08:00   #`], ["for: 5 working days", `for: ${days}`]);
  return lived({ ...other, policies: { directives: [], habits: [] } });
}
const isMissed = ({ jobs }: Journal, job: number): boolean => !(jobs.endedAt[job]! <= jobs.dueAt[job]!);
const missed = (pairs: readonly Lived[], arm: "none" | "outage", kind: number): number => pairs.reduce((sum, pair) => sum + jobsOf(pair[arm], [kind]).filter((job) => isMissed(pair[arm], job) && pair[arm].jobs.dueAt[job]! <= 42 * DAY).length, 0);
const all = (pairs: readonly Lived[], kind: number): number => pairs.reduce((sum, { none }) => sum + jobsOf(none, [kind]).filter((job) => none.jobs.dueAt[job]! <= 42 * DAY).length, 0);
const practices = five.reduce((sum, { who }) => sum + who.length, 0);

test("ordinary weeks miss hardly anything", () => {
  // February's payroll was due before the warm-up began, April's is after the end.
  expect(all(five, PAYROLL_TASK)).toBe(practices);
  expect(missed(five, "none", PAYROLL_TASK)).toBe(0);
  expect(all(five, RETURN_TASK)).toBeGreaterThan(50 * practices);
  expect(missed(five, "none", RETURN_TASK)).toBe(0);
  expect(missed(five, "none", URGENT_REFERRAL)).toBeLessThan(0.02 * all(five, URGENT_REFERRAL));
});

test("K2: nothing with a date is done meanwhile, since all of it needs the network, but what was in hand", () => {
  for (const { outage } of five) {
    const begun = jobsOf(outage, [PAYROLL_TASK, RETURN_TASK, URGENT_REFERRAL]).filter((job) => {
      const start = outage.jobs.endedAt[job]! - outage.jobs.minutes[job]!;
      return outage.jobs.state[job] === DONE && start > from && start < until;
    });
    expect(begun).toEqual([]);
  }
});

describe("payroll, due by Friday 24 March", () => {
  test("comes up during the five days and is done on the Thursday on which systems are back: late by days, and in time", () => {
    for (const { outage } of five) for (const job of jobsOf(outage, [PAYROLL_TASK])) {
      expect(outage.jobs.arrivedAt[job]).toBeLessThan(until);
      expect(Math.floor(outage.jobs.endedAt[job]! / DAY)).toBe(Math.floor(until / DAY));
    }
    expect(totalOf(five, "deadlinesMissed", "work:payroll")).toBe(0);
  });

  test("is missed by every practice that is without systems over it", async () => {
    expect(totalOf(await lost("2023-03-20", "5 working days"), "deadlinesMissed", "work:payroll")).toBe(practices);
  });
});

describe("claims and returns, due by 31 March", () => {
  test("wait, and are done by then nearly all, a week after the return", () => {
    const waited = five.reduce((sum, { outage }) => sum + jobsOf(outage, [RETURN_TASK], from, until).length, 0);
    expect(waited).toBeGreaterThan(10 * practices);
    expect(totalOf(five, "deadlinesMissed", "work:year-end returns")).toBeLessThan(0.05 * waited);
  });

  test("are missed, all that are left, where the outage lies over the date", async () => {
    const over = await lost("2023-03-29", "5 working days");
    const since = at("2023-03-29", "08:00");
    for (const pair of over) {
      // All that comes up from then on; what came up before was done, in both arms alike, or waits as well.
      expect(jobsOf(pair.outage, [RETURN_TASK], since).filter((job) => !isMissed(pair.outage, job))).toEqual([]);
    }
    const left = over.reduce((sum, { none }) => sum + jobsOf(none, [RETURN_TASK]).filter((job) => none.jobs.endedAt[job]! - none.jobs.minutes[job]! > since).length, 0);
    expect(left).toBeGreaterThan(0);
    expect(totalOf(over, "deadlinesMissed", "work:year-end returns")).toBe(left);
  });
});

test("time-critical referrals are late where the next working day ends before the return, and are sent first once it comes", () => {
  const [last, returned] = [at("2023-03-22", "00:00"), at("2023-03-24", "00:00")];
  for (const { outage } of five) {
    const inTime = (since: number, before: number): number[] => jobsOf(outage, [URGENT_REFERRAL], since, before).filter((job) => !isMissed(outage, job));
    expect(inTime(from, last)).toEqual([]);
    expect(jobsOf(outage, [URGENT_REFERRAL], from, last).length).toBeGreaterThan(0);
    // Whose consultations were on the last day have the Thursday.
    const waiting = jobsOf(outage, [URGENT_REFERRAL], last, until);
    expect(waiting.filter((job) => outage.jobs.endedAt[job]! < returned).length).toBeGreaterThan(0.9 * waiting.length);
  }
  expect(totalOf(five, "deadlinesMissed", "work:urgent referrals")).toBeGreaterThan(0);
});
