/** The habits section: how practices go on as their outage goes on. */
import type { Directive, LaterHabits } from "../care/policies.js";
import { shareOf } from "./amounts.js";
import { laterHabits, type WrittenHabits as Written } from "./language-policies.js";
import { messages } from "./messages.js";
import type { Path } from "./positions.js";
import { hasOnlyKnown } from "./schema-walk.js";
import type { Setting } from "./setting.js";
import { aboutOf, subjectOf, valueAt } from "./subject.js";
import { isOne, total } from "./sums.js";

/** Shares of practices that are 1 together. */
const ofClinicians = ["carryOnWithPaper", "cancelRoutine", "urgentOnly"] as const;

/** The entries in their order; undefined where one has no day. `isOrdinary`: the scenario has no incidents. `directives` may leave habits no room. */
export function laterHabitsOf(written: readonly (Written | undefined)[], isOrdinary: boolean, directives: readonly (Directive | undefined)[], setting: Setting): (LaterHabits | undefined)[] {
  if (isOrdinary && written.length > 0) setting.warn(messages.habitsWithoutOutage());
  if (!isOrdinary && written.length > 0) directives.filter((each) => each !== undefined).filter(leavesNoHabit).forEach(({ name }) => setting.warn(messages.habitsNeverShow(name)));
  checkDays(written, setting);
  return written.map((entry, index) => entry && entryOf(entry, ["habits", index], setting));
}

/** All practices follow it for good, in all that habits are about. */
function leavesNoHabit({ until, where, followed, clinicians, reception }: Directive): boolean {
  return until === Infinity && where === undefined && followed === 1 && clinicians !== undefined && reception !== undefined;
}

function checkDays(written: readonly (Written | undefined)[], { root, say }: Setting): void {
  let before: number | undefined;
  written.forEach((entry, index) => {
    const day = entry?.fromDay;
    if (day === undefined) return;
    const own = ["habits", index, "fromDay"];
    if (before !== undefined && day <= before) say(own, messages.dayNotAfter(aboutOf(root, own), day, before));
    before = day;
  });
}

function entryOf(written: Written, path: Path, setting: Setting): LaterHabits | undefined {
  checkSays(path, setting);
  const clinicians = ofClinicians.map((key) => optionalShare(written[key])).filter((share) => share !== undefined);
  const isGiven = clinicians.length === ofClinicians.length;
  if (isGiven && !isOne(clinicians)) setting.say(path, messages.notOneTogether(subjectOf(setting.root, path), ofClinicians, total(clinicians)));
  const receptionDeclines = optionalShare(written.receptionDeclines);
  if (written.fromDay === undefined) return undefined;
  return {
    fromDay: written.fromDay,
    ...(isGiven && { clinicians: clinicians as [number, number, number] }),
    ...(receptionDeclines !== undefined && { receptionDeclines }),
  };
}

const optionalShare = (written: number | string | undefined): number | undefined => (written === undefined ? undefined : shareOf(written));

/** Says of an entry that it changes nothing, or that shares are missing beside others: judged by what is written, right or wrong. */
function checkSays(path: Path, { root, say }: Setting): void {
  const written = valueAt(root, path);
  // One that is misspelt may be the one that is missing.
  if (!hasOnlyKnown(laterHabits, written)) return;
  const has = (key: string): boolean => valueAt(written, [key]) !== undefined;
  const [present, absent] = [ofClinicians.filter(has), ofClinicians.filter((key) => !has(key))];
  const subject = subjectOf(root, path);
  if (present.length > 0 && absent.length > 0) say(path, messages.notAllTogether(subject, present, absent));
  else if (present.length === 0 && !has("receptionDeclines")) say(path, messages.changesNothing(subject, ofClinicians, "receptionDeclines"));
}
