import { AT_HUB, LAPSED, MET, needStates, OPEN, TO_111, TO_PHARMACY, TO_URGENT_CARE, type Journal } from "../care/journal.js";
import { DAY } from "../facts/days.js";
import type { SAME_DAY as SameDay } from "../demand/demand.js";
import { differingNeeds } from "./counted.js";
import { byDay, type Outcome, type Pair } from "./outcome.js";
import { PartSums } from "./part-sums.js";
import { dayAt, dayParts, signedArms, windowOf } from "./window.js";

/** The compiler holds this to be the number that demand gives the kind. */
const SAME_DAY: typeof SameDay = 0;

/** By where a need ends, with the states that stand for it. */
const destinations = [
  ["destination:next day", OPEN, MET], ["destination:111", TO_111], ["destination:urgent care", TO_URGENT_CARE], ["destination:pharmacy", TO_PHARMACY],
  ["destination:nowhere", LAPSED], ["destination:hub", AT_HUB],
] as const;
const parts = ["all", ...destinations.map(([part]) => part)];
/** By state: its part, 0 for those of which none is. */
const partOf = Uint8Array.from(needStates, (_, state) => 1 + destinations.findIndex(([, ...states]) => (states as number[]).includes(state)));

const definition =
  "Patients who needed the practice on the day and were not seen or answered that day, beyond those of an ordinary period, by where their need ended: with NHS 111, urgent " +
  "care or A&E, a pharmacy, a hub that sees patients of many practices, the practice on a later day (those still waiting at the end of the simulated time included), nowhere. Whom NHS 111 sends back counts where it ends after that.";

export const needUnmetSameDay: Outcome = {
  id: "needUnmetSameDay", unit: "patients", kind: "difference", combination: "sum",
  label: "Same-day need not met that day", definition,
  parts: [...parts, byDay],
  fold(pair, tally) {
    const counts = new PartSums([...parts, ...dayParts(pair.period)], pair.practices.length);
    eachUnmet(pair, (place, state, day, sign) => {
      for (const part of [0, partOf[state]!, parts.length + day]) counts.add(part, place, sign);
    });
    counts.into(tally, "needUnmetSameDay");
  },
};

export const needUnmetSameDayRate: Outcome = {
  id: "needUnmetSameDay", unit: "patients per 1,000 registered", kind: "difference", combination: "rate",
  label: "Same-day need not met that day, per 1,000 registered patients", definition,
  parts: ["per 1,000 patients"],
  fold(pair, tally) {
    const counts = new PartSums(["per 1,000 patients"], pair.practices.length);
    eachUnmet(pair, (place, _state, _day, sign) => counts.add(0, place, sign));
    counts.into(tally, "needUnmetSameDay");
  },
};

function eachUnmet(pair: Pair, visit: (place: number, state: number, day: number, sign: 1 | -1) => void): void {
  const { onset, horizon } = windowOf(pair);
  // A need that arose earlier on the day of the onset can still fall through; what was met before cancels in the pair.
  const from = dayAt(onset) * DAY;
  const { kind, arrivesAt, practice } = pair.demand.needs;
  for (const [, journal, sign] of signedArms(pair)) {
    const rows = differingNeeds(pair);
    for (let row = 0; row < rows.length; row++) {
      const need = rows[row]!;
      const at = arrivesAt[need]!;
      if (kind[need] === SAME_DAY && at >= from && at < horizon && isUnmet(journal, need, dayAt(at))) visit(practice[need]!, journal.needs.state[need]!, dayAt(at), sign);
    }
  }
}

/** A patient who was offered care and did not come is not unmet need. */
function isUnmet({ needs }: Journal, need: number, day: number): boolean {
  const state = needs.state[need]!;
  return partOf[state] !== 0 && !(state === MET && dayAt(needs.closedAt[need]!) === day);
}
