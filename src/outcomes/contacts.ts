/** Patients who ask and do not get through. */
import { ABANDONED, AT_DESK, CALL, DECLINED, NOT_CONNECTED, ONLINE_REQUEST, type Journal } from "../care/journal.js";
import { DAY } from "../facts/days.js";
import { byDay, type Outcome, type Pair } from "./outcome.js";
import { dayAt, dayParts, signedArms, windowOf } from "./window.js";

/** Name of the channel by kind of job. */
const channelOf: Readonly<Record<number, string>> = { [CALL]: "channel:telephone", [ONLINE_REQUEST]: "channel:online", [AT_DESK]: "channel:desk" };

export const contactsNotConnected: Outcome = {
  id: "contactsNotConnected", unit: "contacts", kind: "difference", combination: "sum",
  label: "Calls and online requests not connected",
  definition: "Calls to a line that was dead or engaged and online requests to a tool that was off, beyond those of an ordinary period. Every attempt counts.",
  parts: ["all", "channel:telephone", "channel:online", byDay],
  fold(pair, tally) {
    const days = dayParts(pair.period);
    eachContact(pair, NOT_CONNECTED, (place, kind, at, sign) => {
      for (const part of ["all", channelOf[kind]!, days[dayAt(at)]!]) tally.add("contactsNotConnected", part, place, sign);
    });
  },
};

export const requestsDeclined: Outcome = {
  id: "requestsDeclined", unit: "contacts", kind: "difference", combination: "sum",
  label: "Requests declined",
  definition:
    "Patients who reached the practice by telephone, online or at the desk and were told to try again later, because of the outage: by practices that decline all " +
    "requests, and by those that take them on paper but see only urgent patients, and so decline the others.",
  parts: ["all", "channel:telephone", "channel:online", "channel:desk", byDay],
  fold(pair, tally) {
    const days = dayParts(pair.period);
    eachContact(pair, DECLINED, (place, kind, at, sign) => {
      for (const part of ["all", channelOf[kind]!, days[dayAt(at)]!]) tally.add("requestsDeclined", part, place, sign);
    });
  },
};

export const excessAbandonment: Outcome = {
  id: "excessAbandonment", unit: "calls", kind: "difference", combination: "sum",
  label: "Calls given up while waiting",
  definition: "Callers who hung up before anybody answered, beyond those of an ordinary period; those who rang between 08:00 and 10:00 are also counted apart.",
  parts: ["all", "from 08:00 to 10:00", byDay],
  fold(pair, tally) {
    const days = dayParts(pair.period);
    eachContact(pair, ABANDONED, (place, kind, at, sign) => {
      if (kind !== CALL) return;
      tally.add("excessAbandonment", "all", place, sign);
      tally.add("excessAbandonment", days[dayAt(at)]!, place, sign);
      const clock = at - dayAt(at) * DAY;
      if (clock >= 480 && clock < 600) tally.add("excessAbandonment", "from 08:00 to 10:00", place, sign);
    });
  },
};

/** Visits the contacts of both arms that ended in `state` within the window; callers on hold at the onset among them. */
function eachContact(pair: Pair, state: number, visit: (place: number, kind: number, at: number, sign: 1 | -1) => void): void {
  const { onset, horizon } = windowOf(pair);
  for (const [, { jobs }, sign] of signedArms(pair)) {
    for (let job = 0; job < jobs.count; job++) {
      const at = jobs.arrivedAt[job]!;
      if (jobs.state[job] === state && jobs.endedAt[job]! >= onset && at < horizon && isContact(jobs, job)) visit(jobs.practice[job]!, jobs.kind[job]!, at, sign);
    }
  }
}

function isContact({ kind }: Journal["jobs"], job: number): boolean {
  return channelOf[kind[job]!] !== undefined;
}
