import { DAY } from "../facts/days.js";
import { differingNeeds } from "./counted.js";
import { deliveredAt } from "./delivery.js";
import type { Outcome } from "./outcome.js";
import { PartSums } from "./part-sums.js";
import { windowOf } from "./window.js";

const id = "careDelay";
const parts = ["all", "met", "not met"];
const ALL = 0, MET = 1, NOT_MET = 2;

/**
 * Over all needs, the time at which care was given with the outage minus that without it (`deliveredAt`): since a need arises at the same moment in both arms,
 * this is by how much longer it is open. Where the practice gives care in both arms it is the shift between them; where it does in one alone, the time from
 * there to the horizon, plus or minus; where it does in neither, 0. Later care for any need never lowers the sum.
 */
export const careDelay: Outcome = {
  id, unit: "patient-days", kind: "difference", combination: "sum",
  label: "Days that patients wait longer",
  definition:
    "Days from when patients would have been seen or answered to when they are, added up over all needs; sooner counts against later. The part of those who are seen or " +
    "answered either way is what patients waited longer. A need that the practice never meets, because the patient goes elsewhere (but to a hub, which gives the same care), lets it rest or waits still, counts to " +
    "the end of the simulated time: that part, shown apart, and with it the whole depend on how long is simulated.",
  parts,
  fold(pair, tally) {
    const { horizon } = windowOf(pair);
    const { practice } = pair.demand.needs;
    const sums = new PartSums(parts, pair.practices.length);
    const rows = differingNeeds(pair);
    for (let row = 0; row < rows.length; row++) {
      const need = rows[row]!;
      const before = deliveredAt(pair.none, need, horizon);
      const after = deliveredAt(pair.outage, need, horizon);
      if (before === after) continue;
      const days = (after - before) / DAY;
      sums.add(ALL, practice[need]!, days);
      sums.add(before < horizon && after < horizon ? MET : NOT_MET, practice[need]!, days);
    }
    sums.into(tally, id);
  },
};
