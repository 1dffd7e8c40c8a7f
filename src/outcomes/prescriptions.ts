import { BY_HAND } from "../care/journal.js";
import { isBlind } from "./consultations.js";
import { consultationsOf } from "./counted.js";
import { byDay, type Outcome } from "./outcome.js";
import { dayAt, dayParts, signedArms } from "./window.js";

const id = "prescriptionsWithoutAllergyCheck";

export const prescriptionsWithoutAllergyCheck: Outcome = {
  id, unit: "prescriptions", kind: "difference", combination: "sum",
  label: "Prescriptions without a check for allergies",
  definition: "Prescriptions written by hand at consultations at which nobody could look at the patient's record, allergies included. This is exposure to a risk, not harm.",
  parts: ["all", byDay],
  fold(pair, tally) {
    const days = dayParts(pair.period);
    for (const [arm, journal, sign] of signedArms(pair)) {
      const rows = consultationsOf(pair)[arm];
      for (let row = 0; row < rows.length; row++) {
        const need = rows[row]!;
        if (journal.needs.prescription[need] !== BY_HAND || !isBlind(journal, need)) continue;
        for (const part of ["all", days[dayAt(journal.needs.consultedAt[need]!)]!]) tally.add(id, part, pair.demand.needs.practice[need]!, sign);
      }
    }
  },
};
