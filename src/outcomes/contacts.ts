/** Patients who ask and do not get through. */
import { ABANDONED, AT_DESK, CALL, DECLINED, NOT_CONNECTED, ONLINE_REQUEST, type Journal } from "../care/journal.js";
import { DAY, type Minutes } from "../facts/days.js";
import { jobsOf } from "./counted.js";
import { byDay, type Outcome, type Pair, type Tally } from "./outcome.js";
import { PartSums } from "./part-sums.js";
import { dayAt, dayParts, signedArms, windowOf } from "./window.js";

const contacts = [[CALL, "channel:telephone"], [ONLINE_REQUEST, "channel:online"], [AT_DESK, "channel:desk"]] as const;

export const contactsNotConnected: Outcome = {
  id: "contactsNotConnected", unit: "contacts", kind: "difference", combination: "sum",
  label: "Calls and online requests not connected",
  definition: "Calls to a line that was dead or engaged and online requests to a tool that was off, beyond those of an ordinary period. Every attempt counts.",
  parts: ["all", "channel:telephone", "channel:online", byDay],
  fold: (pair, tally) => addContacts(pair, NOT_CONNECTED, "contactsNotConnected", tally),
};

export const requestsDeclined: Outcome = {
  id: "requestsDeclined", unit: "contacts", kind: "difference", combination: "sum",
  label: "Requests declined",
  definition:
    "Patients who reached the practice by telephone, online or at the desk and were told to try again later, because of the outage: by practices that decline all " +
    "requests, and by those that take them on paper but see only urgent patients, and so decline the others.",
  parts: ["all", "channel:telephone", "channel:online", "channel:desk", byDay],
  fold: (pair, tally) => addContacts(pair, DECLINED, "requestsDeclined", tally),
};

export const excessAbandonment: Outcome = {
  id: "excessAbandonment", unit: "calls", kind: "difference", combination: "sum",
  label: "Calls given up while waiting",
  definition: "Callers who hung up before anybody answered, beyond those of an ordinary period; those who rang between 08:00 and 10:00 are also counted apart.",
  parts: ["all", "from 08:00 to 10:00", byDay],
  fold(pair, tally) {
    const counts = new PartSums(["all", "from 08:00 to 10:00", ...dayParts(pair.period)], pair.practices.length);
    eachContact(pair, CALL, ABANDONED, ({ practice, arrivedAt }, job, sign) => {
      const day = dayAt(arrivedAt[job]!);
      counts.add(0, practice[job]!, sign);
      counts.add(2 + day, practice[job]!, sign);
      const clock = arrivedAt[job]! - day * DAY;
      if (clock >= 480 && clock < 600) counts.add(1, practice[job]!, sign);
    });
    counts.into(tally, "excessAbandonment");
  },
};

/** Adds the contacts that ended in `state`, in all, by channel and by day. */
function addContacts(pair: Pair, state: number, id: string, tally: Tally): void {
  const counts = new PartSums(["all", ...contacts.map(([, channel]) => channel), ...dayParts(pair.period)], pair.practices.length);
  contacts.forEach(([kind], at) => eachContact(pair, kind, state, ({ practice, arrivedAt }, job, sign) => {
    for (const part of [0, 1 + at, 1 + contacts.length + dayAt(arrivedAt[job]!)]) counts.add(part, practice[job]!, sign);
  }));
  counts.into(tally, id);
}

/** Visits the calls of both arms that nobody answered before the caller hung up. */
export function eachAbandoned(pair: Pair, visit: (arrivedAt: Minutes, sign: 1 | -1) => void): void {
  eachContact(pair, CALL, ABANDONED, ({ arrivedAt }, job, sign) => visit(arrivedAt[job]!, sign));
}

/** Visits the calls and online requests of both arms that do not connect. */
export function eachUnconnected(pair: Pair, visit: (arrivedAt: Minutes, sign: 1 | -1) => void): void {
  for (const [kind] of contacts) eachContact(pair, kind, NOT_CONNECTED, ({ arrivedAt }, job, sign) => visit(arrivedAt[job]!, sign));
}

/** Visits the contacts of a kind in both arms that ended in `state` within the window; callers on hold at the onset among them. */
function eachContact(pair: Pair, kind: number, state: number, visit: (jobs: Journal["jobs"], job: number, sign: 1 | -1) => void): void {
  const { onset, horizon } = windowOf(pair);
  for (const [, journal, sign] of signedArms(pair)) {
    const rows = jobsOf(journal, kind, state);
    for (let row = 0; row < rows.length; row++) if (journal.jobs.endedAt[rows[row]!]! >= onset && journal.jobs.arrivedAt[rows[row]!]! < horizon) visit(journal.jobs, rows[row]!, sign);
  }
}
