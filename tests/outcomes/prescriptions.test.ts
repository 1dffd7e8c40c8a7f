import { expect, test } from "vitest";
import { BY_HAND, DEFERRED, ELECTRONIC, FULL_RECORDS, MET, NO_RECORDS, PARTIAL_RECORDS } from "../../src/care/journal.js";
import { prescriptionsWithoutAllergyCheck } from "../../src/outcomes/prescriptions.js";
import { at, pairOf, type NeedEnd } from "./journal-builder.js";
import { sums } from "./sums.js";

const seen = (time: number, records: number, prescription: number): NeedEnd => ({ state: MET, consultedAt: time, closedAt: time + 10, records, prescription });
const thursday = at(3, 10);

test("those written by hand with no record in sight: not those put off, nor those written beside a read-only copy, nor before the onset", () => {
  const ends = {
    0: seen(thursday, NO_RECORDS, BY_HAND), 1: seen(at(4, 10), NO_RECORDS, BY_HAND), 2: seen(thursday, NO_RECORDS, DEFERRED), 3: seen(thursday, PARTIAL_RECORDS, BY_HAND),
    4: seen(thursday, FULL_RECORDS, BY_HAND), 5: seen(at(2, 10), NO_RECORDS, BY_HAND), 6: seen(thursday, NO_RECORDS, BY_HAND),
  };
  const none = Object.fromEntries(Object.keys(ends).map((need) => [need, seen(thursday, FULL_RECORDS, ELECTRONIC)]));
  const pair = pairOf({ practices: 2, needs: Object.keys(ends).map((need) => ({ practice: need === "6" ? 1 : 0 })), none: { ends: none }, outage: { ends } });
  expect(sums(pair, prescriptionsWithoutAllergyCheck)).toEqual({ all: [2, 1], "day:2023-03-16": [1, 1], "day:2023-03-17": [1, 0] });
});
