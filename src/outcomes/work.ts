/** Staff time. */
import { activities, workedIndex } from "../care/journal.js";
import { roles } from "../estate/estate.js";
import { byDay, type Outcome, type Pair, type Tally } from "./outcome.js";
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
    const days = dayParts(pair.period);
    const { none, outage } = pair;
    inHours("extraWorkHours", pair, tally, (add) => {
      eachExtra(pair, (place, day, role, activity, minutes) => {
        for (const part of ["all", roleNames[role]!, activityNames[activity]!, days[day]!]) add(part, place, minutes);
      });
      eachDay(pair, (place, day) => {
        for (let role = 0; role < roles.length; role++) {
          const index = (place * none.days + day) * roles.length + role;
          add("overtime", place, outage.overtime[index]! - none.overtime[index]!);
        }
      });
    });
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

/** A billionth of a minute, about: far above the rounding error of a sum of minutes worked, far below what means anything. */
const GRAIN = 1 / 1_073_741_824;

/** Minutes of `collect` by part and place, added to an outcome as hours. Work done on another day is none in addition: its rounding error is left out. */
export function inHours(id: string, pair: Pair, tally: Tally, collect: (add: (part: string, place: number, minutes: number) => void) => void): void {
  const sums = new Map<string, Float64Array>();
  collect((part, place, minutes) => {
    let sum = sums.get(part);
    if (sum === undefined) sums.set(part, (sum = new Float64Array(pair.practices.length)));
    sum[place]! += minutes;
  });
  for (const [part, sum] of sums) sum.forEach((minutes, place) => tally.add(id, part, place, (Math.round(minutes / GRAIN) * GRAIN) / 60));
}

/** Visits every practice, day from onset on, role and activity on which the arms' minutes differ. */
export function eachExtra(pair: Pair, visit: (place: number, day: number, role: number, activity: number, minutes: number) => void): void {
  const { none, outage } = pair;
  eachDay(pair, (place, day) => {
    for (let role = 0; role < roles.length; role++) {
      for (let activity = 0; activity < activities.length; activity++) {
        const index = workedIndex(none, place, day, role, activity);
        const minutes = outage.worked[index]! - none.worked[index]!;
        if (minutes !== 0) visit(place, day, role, activity, minutes);
      }
    }
  });
}

function eachDay(pair: Pair, visit: (place: number, day: number) => void): void {
  for (let place = 0; place < pair.practices.length; place++) {
    for (let day = dayAt(windowOf(pair).onset); day < pair.none.days; day++) visit(place, day);
  }
}
