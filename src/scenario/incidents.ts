/** The incidents section: what fails, where, from when until when. */
import type { Estate } from "../estate/estate.js";
import { selects } from "../estate/selector.js";
import { DAY, daysOf, dateOf, firstDay, type Minutes, minutesAt, type Period, timestamp } from "../facts/days.js";
import type { Incident, Infrastructure } from "../infrastructure/model.js";
import { durationOf, endOf, momentOf } from "./duration.js";
import type { Scenario } from "./language.js";
import { messages } from "./messages.js";
import type { Say } from "./mistake.js";
import { nearest } from "./nearest.js";
import type { Path } from "./positions.js";
import type { Draft } from "./schema-walk.js";
import { checkSelector } from "./selection.js";
import { aboutOf, subjectOf } from "./subject.js";

type Written = NonNullable<NonNullable<Draft<Scenario>["incidents"]>[number]>;

/** What an incident is checked against; what could not be made is absent, and whatever would need it is left alone. */
export interface Setting {
  readonly root: unknown;
  readonly period: Period | undefined;
  readonly estate: Estate | undefined;
  readonly infrastructure: Infrastructure;
}

/** The incident at `path`; undefined where something is wrong with it or with its setting, which has been said. */
export function incidentOf(written: Written, path: Path, setting: Setting, say: Say, warn: (warning: string) => void): Incident | undefined {
  const { root, period, estate, infrastructure } = setting;
  const { name, component, where, level, tail } = written;
  const known = infrastructure.components.find(({ id }) => id === component);
  if (component !== undefined && !known) {
    const suggestion = componentLike(component, infrastructure);
    say([...path, "component"], messages.unknownComponent({ subject: subjectOf(root, path), verb: "is about" }, component, suggestion));
  }
  if (where && estate) checkSelector(where, [...path, "where"], estate, root, say);
  const span = period && spanOf(written, path, root, period, say);
  if (name === undefined || !known || level === undefined || !span) return undefined;
  const hits = (practice: number): boolean => estate !== undefined && selects(where ?? {}, estate, practice) && selects(known.where ?? {}, estate, practice);
  if (estate && !estate.practices.some((_, practice) => hits(practice))) warn(messages.hitsNobody(name, known.id));
  const fades = tail?.fades === undefined ? undefined : durationOf(tail.fades);
  return {
    name,
    faults: [{ component: known.id, ...(where && { where }), ...span, level }],
    ...(tail?.slowness !== undefined && fades && "minutes" in fades && { tail: { slowness: tail.slowness, fades: fades.minutes } }),
  };
}

/** Id of the component that was meant: by its id, by what people call it, or by a word of either; what people name goes before what they never see. */
function componentLike(written: string, { components }: Infrastructure): string | undefined {
  const names = new Map<string, string>();
  const inOrder = [...components.filter(({ service }) => service), ...components.filter(({ service }) => !service)];
  for (const wholes of [true, false]) {
    for (const { id, label } of inOrder) {
      const words = `${id} ${label}`.split(/[ (),-]+/).filter((word) => word.length > 3);
      for (const name of wholes ? [id, label] : words) if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), id);
    }
  }
  const name = nearest(written.toLowerCase(), [...names.keys()]);
  return name === undefined ? undefined : names.get(name);
}

/** From when until when, within the reported days. */
function spanOf({ at, for: lasts, until }: Written, path: Path, root: unknown, period: Period, say: Say): { from: Minutes; until: Minutes } | undefined {
  const start = period.warmUpDays * DAY;
  const horizon = daysOf(period) * DAY;
  const lastDay = dateOf(firstDay(period) + daysOf(period) - 1);
  const spelt = (time: Minutes): string => timestamp(period, time).replace("T", " ");
  /** Days that the calendar would need for something that goes on until `time`. */
  const daysFor = (time: Minutes): number => Math.ceil(time / DAY) - period.warmUpDays;
  /** A moment if it lies in the calendar; one at the horizon may end something, but begin nothing. */
  const within = (key: "at" | "until", text: string, least: Minutes): Minutes | undefined => {
    const moment = momentOf(text);
    if (typeof moment !== "object") return undefined;
    const time = minutesAt(period, moment.date, moment.clock);
    const own = [...path, key];
    if (time < start) say(own, messages.beforeCalendar(aboutOf(root, own), text, period.start));
    else if (time + least > horizon) say(own, messages.afterCalendar(aboutOf(root, own), text, lastDay, daysFor(time + least)));
    else return time;
    return undefined;
  };

  const from = at === undefined ? undefined : within("at", at, 1);
  const end = until === undefined ? undefined : within("until", until, 0);
  if (from === undefined) return undefined;
  if (end !== undefined) {
    if (end >= from) return { from, until: end };
    say([...path, "until"], messages.endsBeforeStart(aboutOf(root, [...path, "until"]), until, spelt(from)));
    return undefined;
  }
  const duration = lasts === undefined ? undefined : durationOf(lasts);
  if (!duration) return undefined;
  const ends = endOf(from, duration, firstDay(period));
  if (ends <= horizon) return { from, until: ends };
  say([...path, "for"], messages.lastsBeyondCalendar(aboutOf(root, [...path, "for"]), lasts, spelt(ends), lastDay, daysFor(ends)));
  return undefined;
}
