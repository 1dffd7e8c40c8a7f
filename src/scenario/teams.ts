/** Teams that serve many practices, and hubs, as the model has them. */
import { quotasOf, type Hub } from "../estate/hub.js";
import type { Estate, Selector } from "../estate/estate.js";
import { selects } from "../estate/selector.js";
import type { OpeningHours, Team } from "../estate/team.js";
import { stream, uniform } from "../engine/random.js";
import { daysOf, firstDay, isWorkingDay } from "../facts/days.js";
import type { Parameters } from "../facts/defaults.js";
import { hoursOf, shareOf } from "./amounts.js";
import { componentNamed } from "./component-name.js";
import type { Scenario } from "./language.js";
import { messages } from "./messages.js";
import type { Path } from "./positions.js";
import type { Draft } from "./schema-walk.js";
import { checkSelector, knownIn, suggestionsFor } from "./selection.js";
import type { Setting } from "./setting.js";
import { aboutOf } from "./subject.js";

type EstateDraft = NonNullable<Draft<Scenario>["estate"]>;
type WrittenTeam = NonNullable<NonNullable<EstateDraft["teams"]>[number]>;
type WrittenHub = NonNullable<NonNullable<EstateDraft["hubs"]>[number]>;

/** Those that can be made; what keeps another from it has been said. */
export function teamsOf(written: readonly (WrittenTeam | undefined)[], parameters: Parameters, seed: string, setting: Setting): Team[] {
  checkNames(written, "teams", setting);
  return written.flatMap((team, index) => (team === undefined ? [] : teamOf(team, ["estate", "teams", index], parameters, seed, setting)));
}

export function hubsOf(written: readonly (WrittenHub | undefined)[], parameters: Parameters, setting: Setting): Hub[] {
  checkNames(written, "hubs", setting);
  const hubOfPractice = new Map<number, string>();
  return written.flatMap((hub, index) => (hub === undefined ? [] : hubOf(hub, ["estate", "hubs", index], parameters, hubOfPractice, setting)));
}

function teamOf(written: WrittenTeam, path: Path, parameters: Parameters, seed: string, setting: Setting): Team[] {
  const { name, serves, logsInTo = {} } = written;
  const { whole } = setting;
  const component = serviceAt(logsInTo.component, [...path, "logsInTo", "component"], setting);
  if (name === undefined || serves === undefined || whole === undefined) return [];
  const host = practiceAt(logsInTo.practice, [...path, "logsInTo", "practice"], whole, setting);
  const all = served(serves, path, whole, setting);
  const number = written.practices ?? all.length;
  if (all.length > 0 && number > all.length) setting.say([...path, "practices"], messages.servesTooMany(aboutOf(setting.root, [...path, "practices"]), number, all.length));
  const practices = number < all.length ? drawn(all, number, name, whole, seed) : all;
  const lists = practices.map((practice) => whole.practices[practice]!.patients);
  const registered = lists.reduce((sum, list) => sum + list, 0);
  if (registered === 0) return [];
  const patients = lists.map((list) => list * ((written.patients ?? registered) / registered));
  const { teamItems, teamItemMinutes, teamAppointments, teamRecords, teamOccupancy } = parameters.overflow;
  const [mean, sd] = teamItemMinutes as readonly [number, number];
  const minutes = written.minutes === undefined ? [mean, sd] : [written.minutes, (sd * written.minutes) / mean];
  const hours = openingOf(written.hours, parameters);
  const itemsADay = ((written.items ?? teamItems) * (written.patients ?? registered)) / 1000;
  return [{
    name, practices, patients, itemsADay, minutes, hours,
    appointments: written.appointments === undefined ? teamAppointments : (shareOf(written.appointments) ?? teamAppointments),
    records: logsInTo.records === undefined ? teamRecords : (shareOf(logsInTo.records) ?? teamRecords),
    ...(host !== undefined && { host }), ...(component !== undefined && { component }),
    staff: written.staff ?? Math.max(1, Math.ceil((itemsADay * minutes[0]!) / ((hours.to - hours.from) * teamOccupancy))),
  }];
}

function hubOf(written: WrittenHub, path: Path, parameters: Parameters, hubOfPractice: Map<number, string>, setting: Setting): Hub[] {
  const { name, serves, appointments } = written;
  const { whole, estate, period } = setting;
  const component = serviceAt(written.component, [...path, "component"], setting);
  if (name === undefined || serves === undefined || appointments === undefined || whole === undefined || estate === undefined || period === undefined) return [];
  const all = served(serves, path, whole, setting);
  const taken = all.find((practice) => hubOfPractice.has(practice));
  if (taken !== undefined) setting.say([...path, "serves"], messages.twoHubs(aboutOf(setting.root, [...path, "serves"]).subject, whole.practices[taken]!.code, hubOfPractice.get(taken)!));
  for (const practice of all) hubOfPractice.set(practice, name);
  if (all.length === 0 || taken !== undefined) return [];
  const hours = openingOf(written.hours, parameters);
  const days = daysOf(period);
  // Quotas are those of the whole: a sample's practices have no more than they would have there.
  const quotas = quotasOf(appointments, all.map((practice) => whole.practices[practice]!.patients), days, (day) => isWorkingDay(firstDay(period) + day));
  const placeOf = new Map(all.map((practice, place) => [whole.practices[practice]!.code, place]));
  const practices = [...estate.practices.keys()].filter((practice) => placeOf.has(estate.practices[practice]!.code));
  const own = new Uint16Array(practices.length * days);
  practices.forEach((practice, place) => {
    const from = placeOf.get(estate.practices[practice]!.code)! * days;
    own.set(quotas.subarray(from, from + days), place * days);
  });
  return [{ name, hours, practices, quotas: own, ...(component !== undefined && { component }) }];
}

function served(serves: Selector, path: Path, whole: Estate, { root, say }: Setting): number[] {
  checkSelector(serves, [...path, "serves"], whole, root, say);
  return [...whole.practices.keys()].filter((practice) => selects(serves, whole, practice));
}

function drawn(all: readonly number[], number: number, name: string, { practices }: Estate, seed: string): number[] {
  const ranks = new Map(all.map((practice) => [practice, uniform(stream(seed, "team", name, practices[practice]!.code))]));
  return [...all].sort((a, b) => ranks.get(a)! - ranks.get(b)! || a - b).slice(0, number).sort((a, b) => a - b);
}

function openingOf(written: WrittenTeam["hours"], { overflow: { teamHours } }: Parameters): OpeningHours {
  const [from, to] = teamHours as readonly [number, number];
  return (written === undefined ? undefined : hoursOf(written)) ?? { from, to, weekends: false };
}

/** Of what people do not see nothing is known, practice by practice. */
function serviceAt(id: string | undefined, path: Path, setting: Setting): string | undefined {
  const component = id === undefined ? undefined : componentNamed(id, path, undefined, "logs in to", setting);
  if (component === undefined || component.service) return component?.id;
  setting.say(path, messages.notAService(aboutOf(setting.root, path), component.id, setting.infrastructure.components.filter(({ service }) => service).map((each) => each.id)));
  return undefined;
}

function practiceAt(code: string | undefined, path: Path, whole: Estate, { root, say }: Setting): number | undefined {
  if (code === undefined) return undefined;
  const index = whole.practices.findIndex((practice) => practice.code === code);
  if (index !== -1) return index;
  const { practice } = knownIn(whole);
  say(path, messages.notInEstate(aboutOf(root, path), code, "practice", suggestionsFor("practice", code, practice), [...practice.keys()]));
  return undefined;
}

/** Two of one name would share their random numbers, and their row in the result. */
function checkNames(written: readonly ({ readonly name?: string } | undefined)[], list: "teams" | "hubs", { say }: Setting): void {
  const seen = new Set<string>();
  written.forEach((entry, index) => {
    if (entry?.name === undefined) return;
    if (seen.has(entry.name)) say(["estate", list, index, "name"], messages.nameTaken(list, entry.name));
    seen.add(entry.name);
  });
}
