/** Staff time. */
import { activities, workedIndex } from "../care/journal.js";
import { roles } from "../estate/estate.js";
import { byDay, type Outcome, type Pair } from "./outcome.js";
import { PartSums } from "./part-sums.js";
import { dayAt, dayParts, windowOf } from "./window.js";

const activityNames = activities.map((activity) => `activity:${activity}`);
const roleNames = roles.map((role) => `role:${role}`);

export const extraWorkHours: Outcome = {
  id: "extraWorkHours", unit: "staff hours", kind: "difference", combination: "sum",
  label: "Extra staff hours",
  definition:
    "All staff time worked by the end of the simulated time, less that of an ordinary period: work that was not done is taken off work that came in addition. By " +
    "role and by kind of work; overtime is what is worked outside rostered hours.",
  parts: ["all", ...roleNames, ...activityNames, "overtime", byDay],
  fold(pair, tally) {
    const parts = ["all", "overtime", ...roleNames, ...activityNames, ...dayParts(pair.period)];
    const [firstRole, firstActivity, firstDay] = [2, 2 + roles.length, 2 + roles.length + activities.length];
    const sums = new PartSums(parts, pair.practices.length);
    eachExtraHours(pair, (place, day, role, activity, hours) => {
      for (const part of [0, firstRole + role, firstActivity + activity, firstDay + day]) sums.add(part, place, hours);
    });
    const { none, outage } = pair;
    eachDay(pair, (place, day) => {
      for (let role = 0; role < roles.length; role++) {
        const index = (place * none.days + day) * roles.length + role;
        sums.add(1, place, (outage.overtime[index]! - none.overtime[index]!) / 60);
      }
    });
    sums.into(tally, "extraWorkHours");
  },
};

export const workMultiple: Outcome = {
  id: "extraWorkHours", unit: "ratio", kind: "ratio", combination: "ratio",
  label: "Work as a multiple of an ordinary period",
  definition: "Staff time worked from the day of onset to the end of the simulated time, over that of an ordinary period, in the neighbourhoods that the incident touches.",
  parts: ["multiple"],
  fold(pair, tally) {
    const { none, outage } = pair;
    eachDay(pair, (place, day) => {
      const first = workedIndex(none, place, day, 0, 0);
      for (let index = first; index < first + roles.length * activities.length; index++) {
        tally.add("extraWorkHours", "multiple", place, outage.worked[index]! / 60, none.worked[index]! / 60);
      }
    });
  },
};

/** Visits every practice, day from onset on, role and activity on which the arms' hours differ. */
export function eachExtraHours(pair: Pair, visit: (place: number, day: number, role: number, activity: number, hours: number) => void): void {
  const { none, outage } = pair;
  eachDay(pair, (place, day) => {
    for (let role = 0; role < roles.length; role++) {
      for (let activity = 0; activity < activities.length; activity++) {
        const index = workedIndex(none, place, day, role, activity);
        const hours = (outage.worked[index]! - none.worked[index]!) / 60;
        if (hours !== 0) visit(place, day, role, activity, hours);
      }
    }
  });
}

function eachDay(pair: Pair, visit: (place: number, day: number) => void): void {
  for (let place = 0; place < pair.practices.length; place++) {
    for (let day = dayAt(windowOf(pair).onset); day < pair.none.days; day++) visit(place, day);
  }
}
