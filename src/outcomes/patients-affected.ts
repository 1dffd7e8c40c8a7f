import { AT_DESK, CALL, DECLINED, NOT_CONNECTED, ONLINE_REQUEST } from "../care/journal.js";
import type { Minutes } from "../facts/days.js";
import { differingNeeds, jobsOf } from "./counted.js";
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
    const isAffected = areRefusedMore(pair);
    const rows = differingNeeds(pair);
    for (let row = 0; row < rows.length; row++) if (endsOtherwise(pair, rows[row]!, horizon)) isAffected[rows[row]!] = 1;
    let most = 0;
    for (let need = 0; need < count; need++) if (patient[need]! > most) most = patient[need]!;
    // By number of the person: the last practice, plus 1, at which somebody of this number was counted; rows of one practice stand together.
    const countedAt = new Uint16Array(most + 1);
    const people = new Float64Array(pair.practices.length);
    for (let need = 0; need < count; need++) {
      if (isAffected[need] === 0) continue;
      const place = practice[need]!;
      const person = patient[need]!;
      if (countedAt[person] === place + 1) continue;
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

/** By need: 1 where more contacts about it were not connected or declined than in the twin. */
function areRefusedMore(pair: Pair): Uint8Array {
  const more = new Int32Array(pair.demand.needs.count);
  for (const [, journal, sign] of signedArms(pair)) {
    for (const kind of [CALL, ONLINE_REQUEST, AT_DESK]) {
      for (const state of [NOT_CONNECTED, DECLINED]) {
        const rows = jobsOf(journal, kind, state);
        for (let row = 0; row < rows.length; row++) more[journal.jobs.subject[rows[row]!]!]! += sign;
      }
    }
  }
  const areMore = new Uint8Array(more.length);
  for (let need = 0; need < more.length; need++) if (more[need]! > 0) areMore[need] = 1;
  return areMore;
}
