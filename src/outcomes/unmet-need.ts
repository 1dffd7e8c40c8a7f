import { AT_HUB, LAPSED, MET, NOT_ATTENDED, OPEN, TO_111, TO_PHARMACY, TO_URGENT_CARE, type Journal } from "../care/journal.js";
import { DAY, type Minutes } from "../facts/days.js";
import type { SAME_DAY as SameDay } from "../demand/demand.js";
import { byDay, type Outcome, type Pair } from "./outcome.js";
import { dayAt, dayParts, signedArms, windowOf } from "./window.js";

/** The compiler holds this to be the number that demand gives the kind. */
const SAME_DAY: typeof SameDay = 0;

const destinations: Readonly<Record<number, string>> = {
  [TO_111]: "destination:111", [TO_URGENT_CARE]: "destination:urgent care", [TO_PHARMACY]: "destination:pharmacy",
  [MET]: "destination:next day", [OPEN]: "destination:next day", [LAPSED]: "destination:nowhere",
  [AT_HUB]: "destination:hub",
};

const definition =
  "Patients who needed the practice on the day and were not seen or answered that day, beyond those of an ordinary period, by where their need ended: with NHS 111, urgent " +
  "care or A&E, a pharmacy, a hub that sees patients of many practices, the practice on a later day (those still waiting at the end of the simulated time included), nowhere. Whom NHS 111 sends back counts where it ends after that.";

export const needUnmetSameDay: Outcome = {
  id: "needUnmetSameDay", unit: "patients", kind: "difference", combination: "sum",
  label: "Same-day need not met that day", definition,
  parts: ["all", ...new Set(Object.values(destinations)), byDay],
  fold(pair, tally) {
    const days = dayParts(pair.period);
    eachUnmet(pair, (place, state, at, sign) => {
      for (const part of ["all", destinations[state]!, days[dayAt(at)]!]) tally.add("needUnmetSameDay", part, place, sign);
    });
  },
};

export const needUnmetSameDayRate: Outcome = {
  id: "needUnmetSameDay", unit: "patients per 1,000 registered", kind: "difference", combination: "rate",
  label: "Same-day need not met that day, per 1,000 registered patients", definition,
  parts: ["per 1,000 patients"],
  fold(pair, tally) {
    eachUnmet(pair, (place, _state, _at, sign) => tally.add("needUnmetSameDay", "per 1,000 patients", place, sign));
  },
};

function eachUnmet(pair: Pair, visit: (place: number, state: number, at: Minutes, sign: 1 | -1) => void): void {
  const { onset, horizon } = windowOf(pair);
  // A need that arose earlier on the day of the onset can still fall through; what was met before cancels in the pair.
  const from = dayAt(onset) * DAY;
  const { count, kind, arrivesAt, practice } = pair.demand.needs;
  for (const [, journal, sign] of signedArms(pair)) {
    for (let need = 0; need < count; need++) {
      const at = arrivesAt[need]!;
      if (kind[need] === SAME_DAY && at >= from && at < horizon && isUnmet(journal, need, dayAt(at))) visit(practice[need]!, journal.needs.state[need]!, at, sign);
    }
  }
}

/** A patient who was offered care and did not come is not unmet need. */
function isUnmet({ needs }: Journal, need: number, day: number): boolean {
  const state = needs.state[need]!;
  return state !== NOT_ATTENDED && destinations[state] !== undefined && !(state === MET && dayAt(needs.closedAt[need]!) === day);
}
