import { AT_DESK, DECLINED, NOT_CONNECTED } from "../care/journal.js";
import type { Minutes } from "../facts/days.js";
import { deliveredAt } from "./delivery.js";
import type { Outcome, Pair } from "./outcome.js";
import { dayAt, signedArms, windowOf } from "./window.js";

const id = "patientsAffected";

export const patientsAffected: Outcome = {
  id, unit: "patients", kind: "difference", combination: "sum",
  label: "Patients affected",
  definition:
    "Different people of whom at least one need does not end as in an ordinary period: it is not met or is met elsewhere, is seen to or answered on another day, later or " +
    "sooner, or is seen to without full records; or who more often fail to get through or are told to try again. Whoever is affected several times counts once.",
  parts: ["all"],
  fold(pair, tally) {
    const { count, practice, patient } = pair.demand.needs;
    const { horizon } = windowOf(pair);
    const refusals = moreRefusals(pair);
    // By number of the person: the last practice, plus 1, at which somebody of this number was counted; rows of one practice stand together.
    const countedAt = new Uint16Array(patient.reduce((most, person) => Math.max(most, person), 0) + 1);
    const people = new Float64Array(pair.practices.length);
    for (let need = 0; need < count; need++) {
      const place = practice[need]!;
      const person = patient[need]!;
      if (countedAt[person] === place + 1 || !(refusals[need]! > 0 || endsOtherwise(pair, need, horizon))) continue;
      countedAt[person] = place + 1;
      people[place]!++;
    }
    people.forEach((value, place) => tally.add(id, "all", place, value));
  },
};

function endsOtherwise({ none, outage }: Pair, need: number, horizon: Minutes): boolean {
  if (none.needs.state[need] !== outage.needs.state[need] || none.needs.records[need] !== outage.needs.records[need]) return true;
  return dayAt(deliveredAt(none, need, horizon)) !== dayAt(deliveredAt(outage, need, horizon));
}

/** By need: contacts about it that were not connected or declined, beyond the twin's. */
function moreRefusals(pair: Pair): Int32Array {
  const more = new Int32Array(pair.demand.needs.count);
  for (const [, { jobs }, sign] of signedArms(pair)) {
    for (let job = 0; job < jobs.count; job++) {
      if (jobs.kind[job]! <= AT_DESK && (jobs.state[job] === NOT_CONNECTED || jobs.state[job] === DECLINED)) more[jobs.subject[job]!]! += sign;
    }
  }
  return more;
}
