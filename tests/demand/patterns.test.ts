/** When patients ask, who they are and what is urgent. Seeds are fixed; bounds are four standard errors, 1 in 16,000 each. */
import { expect, test } from "vitest";
import { BY_PRACTICE, DESK, ONLINE, REPORT, RESULT, TELEPHONE } from "../../src/demand/demand.js";
import { drawDemand } from "../../src/demand/draw.js";
import { CALL_EDGES } from "../../src/demand/tables.js";
import { DAY, firstDay, weekdayOf, type Period } from "../../src/facts/days.js";
import { placeOf } from "../care/neighbourhoods.js";

/** Twelve weeks without a bank holiday. */
const period: Period = { start: "2023-01-09", warmUpDays: 0, days: 84 };
const place = placeOf({ patients: [20_000], seed: "patterns", period });
const { demand } = place.parameters;
const { needs, items } = drawDemand(place);
const bound = (share: number, of: number) => 4 * Math.sqrt((share * (1 - share)) / of);
const total = (shares: readonly number[]) => shares.reduce((sum, share) => sum + share, 0);
const isMonday = (time: number) => weekdayOf(firstDay(period) + Math.floor(time / DAY)) === 0;

/** Minutes after midnight at which needs come by a channel from day 0 on, on Mondays, on other days, or on all. */
function clocks(channel: number, on: (time: number) => boolean = () => true): number[] {
  const found: number[] = [];
  for (let need = 0; need < needs.count; need++) {
    const time = needs.arrivesAt[need]!;
    if (time >= 0 && needs.channel[need] === channel && on(time)) found.push(time % DAY);
  }
  return found;
}
const shareBetween = (times: readonly number[], from: number, to: number) => times.filter((clock) => clock >= from && clock < to).length / times.length;

test("31.9% of Monday's calls come from 08:00 to 10:00, and on other days what leaves 28.5% over the week", () => {
  const monday = clocks(TELEPHONE, isMonday), others = clocks(TELEPHONE, (time) => !isMonday(time)), all = clocks(TELEPHONE);
  // Published shares between 06:00 and 18:30 add up to 99.5% and 99.4%.
  expect(Math.abs(shareBetween(monday, 480, 600) - 31.9 / 99.5)).toBeLessThan(bound(0.319, monday.length));
  expect(Math.abs(shareBetween(all, 480, 600) - 28.5 / 99.4)).toBeLessThan(bound(0.285, all.length));
  // Mondays are 26% of the week's calls: (28.67 - 0.26 x 32.06) / 0.74.
  expect(Math.abs(shareBetween(others, 480, 600) - 0.2748)).toBeLessThan(bound(0.275, others.length));
});

test("calls come in every half hour and band as the parameters say, on Mondays and over the week", () => {
  const check = (times: readonly number[], shares: readonly number[]) => shares.forEach((share, bin) => {
    const expected = share / total(shares);
    expect(Math.abs(shareBetween(times, CALL_EDGES[bin]!, CALL_EDGES[bin + 1]!) - expected)).toBeLessThan(bound(expected, times.length));
  });
  check(clocks(TELEPHONE, isMonday), demand.callsByTimeMonday);
  check(clocks(TELEPHONE), demand.callsByTime);
});

test("Monday's half hours divide their two hours as those of the week do", () => {
  const early = (shares: readonly number[]) => shares.slice(1, 5).map((share, _, four) => share / total(four));
  // Shares are given to a tenth of a percent, of at least 4.6.
  early(demand.callsByTimeMonday).forEach((share, bin) => expect(Math.abs(share - early(demand.callsByTime)[bin]!)).toBeLessThan(0.005));
});

test("38% of online requests come from 08:00 to 10:00; nobody comes to the desk before 08:00", () => {
  const online = clocks(ONLINE);
  expect(Math.abs(shareBetween(online, 480, 600) - 0.38)).toBeLessThan(bound(0.38, online.length));
  expect(Math.min(...clocks(DESK))).toBeGreaterThanOrEqual(480);
});

test("the tenth who ask most often have four in ten contacts, each tenth its share; practices invite every tenth alike", () => {
  const asked = new Float64Array(10), invited = new Float64Array(10);
  for (let need = 0; need < needs.count; need++) {
    expect(needs.patient[need]).toBeLessThan(20_000);
    (needs.channel[need] === BY_PRACTICE ? invited : asked)[Math.floor(needs.patient[need]! / 2000)]!++;
  }
  expect(demand.contactsByTenth[0]! / total(demand.contactsByTenth)).toBe(0.4);
  const contacts = total([...asked]), invitations = total([...invited]);
  for (let tenth = 0; tenth < 10; tenth++) {
    const share = demand.contactsByTenth[tenth]! / total(demand.contactsByTenth);
    // A cell of the table, 1 in 512, may straddle the border of a tenth; it is divided wrongly by less than a quarter of its 0.2%.
    expect(Math.abs(asked[tenth]! / contacts - share)).toBeLessThan(bound(share, contacts) + 0.0005);
    expect(Math.abs(invited[tenth]! / invitations - 0.1)).toBeLessThan(bound(0.1, invitations));
  }
});

test("the share of results that cannot wait, and nothing else, is urgent", () => {
  let results = 0, urgent = 0, forms = 0;
  for (let item = 0; item < items.count; item++) {
    if (items.kind[item] === RESULT) {
      results++;
      urgent += items.urgent[item]!;
    } else expect(items.urgent[item]).toBe(0);
    if (items.kind[item] === REPORT) forms++;
  }
  expect(Math.abs(urgent / results - demand.urgentResultShare)).toBeLessThan(bound(demand.urgentResultShare, results));
  expect(forms).toBeGreaterThan(0);
});
