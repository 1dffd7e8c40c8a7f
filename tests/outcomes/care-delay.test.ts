import fc from "fast-check";
import { expect, test } from "vitest";
import { ENDED_IN_MENU, LAPSED, MET, NOT_ATTENDED, TO_111 } from "../../src/care/journal.js";
import { careDelay } from "../../src/outcomes/care-delay.js";
import { at, HORIZON, pairOf, type NeedEnd } from "./journal-builder.js";
import { sums } from "./sums.js";

const seen = (time: number): NeedEnd => ({ state: MET, consultedAt: time, closedAt: time + 10 });
const answered = (time: number): NeedEnd => ({ state: MET, closedAt: time });
const day4 = at(4, 10);

test("the days between care with the outage and without it, however long the consultation; what is answered without one counts when it is answered", () => {
  const pair = pairOf({
    needs: [{}, {}, {}, {}],
    none: { ends: { 0: seen(day4), 1: answered(at(3, 9)), 2: seen(at(8, 10)), 3: seen(day4) } },
    outage: { ends: { 0: seen(at(7, 10)), 1: answered(at(3, 15)), 2: seen(at(7, 10)), 3: { ...seen(day4), closedAt: day4 + 90 } } },
  });
  // Three days, a quarter of one, one sooner, none.
  expect(sums(pair, careDelay)).toEqual({ all: [2.25], met: [2.25] });
});

test("care that never comes counts until the horizon, whether the patient waits, went elsewhere or gave up; care that only the outage brings counts against it", () => {
  // The horizon is the midnight after day 27: 24 days after the midnight of day 4.
  const twin = seen(at(4, 0));
  const pair = pairOf({
    needs: [{}, {}, {}, {}, {}, {}],
    none: { ends: { 0: twin, 1: twin, 2: twin, 3: { state: LAPSED, closedAt: day4 }, 4: {}, 5: { state: TO_111, closedAt: day4 } } },
    outage: { ends: { 1: { state: TO_111, closedAt: day4 }, 2: { state: LAPSED, closedAt: day4 }, 3: seen(at(18, 0)), 4: { state: TO_111, closedAt: at(3, 9) } } },
  });
  // 3 times 24 days, less 10; the last two get no care in either arm.
  expect(sums(pair, careDelay)).toEqual({ all: [62], "not met": [62] });
});

test("who stays away from an appointment, or hears the answer in the menu, was given it then", () => {
  const pair = pairOf({
    needs: [{}, {}],
    none: { ends: { 0: { state: NOT_ATTENDED, closedAt: day4 }, 1: { state: ENDED_IN_MENU, closedAt: day4 } } },
    outage: { ends: { 0: { state: NOT_ATTENDED, closedAt: at(6, 10) }, 1: { state: ENDED_IN_MENU, closedAt: at(5, 10) } } },
  });
  expect(sums(pair, careDelay)).toMatchObject({ all: [3] });
});

test("practices add up, each from its own needs", () => {
  const pair = pairOf({
    practices: 2, needs: [{ practice: 0 }, { practice: 1 }, { practice: 1 }], none: { ends: { 0: seen(day4), 1: seen(day4), 2: seen(day4) } },
    outage: { ends: { 0: seen(at(5, 10)), 1: seen(at(7, 10)), 2: seen(at(8, 10)) } },
  });
  expect(sums(pair, careDelay)).toMatchObject({ all: [1, 7] });
});

test("later care for anybody never makes the sum smaller, and by just as much larger", () => {
  const times = fc.array(fc.option(fc.integer({ min: 0, max: HORIZON - 1 }), { nil: HORIZON }), { minLength: 1, maxLength: 20 });
  const endsOf = (list: readonly number[]) => Object.fromEntries(list.map((time, need) => [need, time < HORIZON ? seen(time) : {}]));
  const total = (none: readonly number[], outage: readonly number[]): number =>
    sums(pairOf({ needs: none.map(() => ({})), none: { ends: endsOf(none) }, outage: { ends: endsOf(outage) } }), careDelay)["all"]?.[0] ?? 0;
  fc.assert(
    fc.property(times, fc.nat(19), fc.integer({ min: 1, max: HORIZON }), (none, which, later) => {
      const need = which % none.length;
      const moved = none.map((time, index) => (index === need ? Math.min(HORIZON, time + later) : time));
      // Rounding of at most 20 sums of days, each within 28.
      expect(total(none, moved)).toBeCloseTo((moved[need]! - none[need]!) / 1440, 9);
      expect(total(none, moved)).toBeGreaterThanOrEqual(0);
    }),
    { seed: 20230316, numRuns: 200 },
  );
});
