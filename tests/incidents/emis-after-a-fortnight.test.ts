// Slow: the Friday, the fortnight and both, nine times, for every neighbourhood of two ICBs that the Friday reaches: fewer do not tell the sum from its parts.
/** The Friday of 26 May 2023 on practices that are still digging out of a fortnight of shorter failures. */
import { describe, expect, test } from "vitest";
import type { Model } from "../../src/experiment/model.js";
import { backlogAt, keyOf, lived, rateOf, totalOf, type Lived } from "./lived.js";
import { hitIn, levelAt, momentIn, shipped, stepsIn, upstreamOf } from "./shipped.js";

interface Loss extends Pick<Lived, "who"> {
  readonly key: string;
  /** Minutes of work left on the Friday's midnight, and hours. */
  readonly backlog: number;
  readonly overtime: number;
}

describe("E7: the same outage after a fortnight of shorter ones", async () => {
  const model = await shipped("emis-code-push-2023-after-a-fortnight", ["days: 56", "days: 28\n  warmUp: 14"]);
  const [friday, ...fortnight] = model.incidents;
  /** What each neighbourhood that these incidents reach loses by them: no journal is kept, which would fill the memory. */
  const lossesBy = (incidents: Model["incidents"]): Loss[] => Array.from({ length: 9 }, (_, replication) => lived({ ...model, incidents }, { replication, regions: ["QKS", "QNC"] }).map((pair) => (
    { key: keyOf(pair), who: pair.who, backlog: backlogAt([pair], "2023-05-27", "00:00"), overtime: totalOf([pair], "extraWorkHours", "overtime") }))).flat();
  const [both, before, alone] = [model.incidents, fortnight, [friday!]].map(lossesBy) as [Loss[], Loss[], Loss[]];
  const [bothOf, inFortnightOnly] = [both, before].map((losses) => new Map(losses.map((loss) => [loss.key, loss]))) as [Map<string, Loss>, Map<string, Loss>];
  /** What the Friday adds to the fortnight, less what it costs by itself: the same patients, in every neighbourhood that it reaches. */
  const more = (cost: "backlog" | "overtime") => rateOf(alone, (loss) => bothOf.get(loss.key)![cost] - inFortnightOnly.get(loss.key)![cost] - loss[cost]);

  test("its Friday is that of the other file, practice by practice", async () => {
    const hit = (of: Model): (readonly [string, number])[] => {
      const upstream = upstreamOf(of);
      const eleven = momentIn(of, "2023-05-26", "11:00");
      return hitIn(upstream).map((practice) => [upstream.practices[practice]!.code, levelAt(stepsIn(upstream.of(practice), "seeRecords"), eleven)]);
    };
    expect(hit({ ...model, incidents: [friday!] })).toEqual(hit(await shipped("emis-code-push-2023")));
  });

  test.each([
    ["leaves more undone over the long weekend", "backlog"],
    ["takes more overtime", "overtime"],
  ] as const)("%s than alone", (_, cost) => {
    expect(alone.length).toBeGreaterThanOrEqual(10);
    const { mean, error } = more(cost);
    // They are four standard errors and more: one seed in fifty falls short of two; were there nothing, one in forty would pass them.
    expect(mean).toBeGreaterThan(2 * error);
  });
});
