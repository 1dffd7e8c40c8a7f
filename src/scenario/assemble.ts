/** What a scenario says, section by section -> the model; and every mistake that only shows when the sections are seen together. */
import { overloaded, unstaffed } from "../care/baseline.js";
import type { Role } from "../estate/estate.js";
import type { Hypothesis, Model, Objectives } from "../experiment/model.js";
import { bankHolidays } from "../facts/bank-holidays.js";
import { type Overrides, parametersWith } from "../facts/defaults.js";
import { DAY, dateOf, dayNumber, daysOf, firstDay, isWorkingDay, type Period } from "../facts/days.js";
import type { EstateFiles } from "../imports/files.js";
import type { Incident } from "../infrastructure/incident.js";
import { descriptionOf } from "../outcomes/index.js";
import { byDay, byTeam } from "../outcomes/outcome.js";
import { shareOf, workingDaysOf } from "./amounts.js";
import { infrastructureOf } from "./dependencies.js";
import { directivesOf } from "./directives.js";
import { beginnings, lastEnd } from "./ends.js";
import { hypothesisOf } from "./hypothesis.js";
import { incidentsOf } from "./incidents.js";
import { scenario, type Scenario } from "./language.js";
import { laterHabitsOf } from "./later-habits.js";
import { messages } from "./messages.js";
import type { Mistake, Say } from "./mistake.js";
import { estatesOf } from "./practices.js";
import { hubsOf, teamsOf } from "./teams.js";
import type { Setting } from "./setting.js";
import { type Draft, salvage } from "./schema-walk.js";
import { knownIn, suggestionsFor } from "./selection.js";
import { aboutOf } from "./subject.js";

export interface Assembled {
  /** Undefined where something is wrong, or where the estate is to be imported and its files were not given. */
  readonly model: Model | undefined;
  readonly mistakes: readonly Mistake[];
  readonly warnings: readonly string[];
}

/** Puts together what `root`, the plain value of a file, has right: so every section is checked, however wrong another is. */
export function assemble(root: unknown, files?: EstateFiles): Assembled {
  const mistakes: Mistake[] = [];
  const warnings: string[] = [];
  const say: Say = (path, words, at) => void mistakes.push({ path, on: "value", words, ...at });
  const warn = (warning: string): void => void warnings.push(warning);
  const draft: Draft<Scenario> = salvage(scenario, root) ?? {};
  const { question, name, experiment } = draft;

  const parameters = parametersWith({ estate: draft.estate?.defaults, demand: draft.demand, care: draft.care, response: draft.response, overflow: draft.overflow } as Overrides);
  const seed = String(draft.seed ?? name ?? "");
  const period = periodOf(draft.calendar, warn);
  const { estate, whole } = estatesOf(draft.estate, { root, parameters, seed, files, say, warn }) ?? {};
  if (estate) {
    for (const { practice, role } of unstaffed(estate, parameters, seed)) say(["estate"], messages.unstaffed(practice, staffNames[role]), { on: "key" });
    for (const { region, role, required, rostered } of overloaded(estate, parameters, seed)) {
      say(["estate"], messages.overloaded(region, staffNames[role], required, rostered, parameters.care.highestUtilisation), { on: "key" });
    }
  }
  const infrastructure = infrastructureOf(draft.infrastructure ?? {}, root, whole, say);
  const setting = { root, period, whole, estate, infrastructure, say, warn };
  const teams = teamsOf(draft.estate?.teams ?? [], parameters, seed, setting);
  const hubs = hubsOf(draft.estate?.hubs ?? [], parameters, setting);
  const incidents = incidentsOf(draft.incidents ?? [], setting);
  const isOrdinary = incidents.length === 0;
  const directives = directivesOf(draft.directives ?? [], isOrdinary, setting);
  const habits = laterHabitsOf(draft.habits ?? [], isOrdinary, directives, setting);
  if (period && isWhole(incidents)) checkEnd(period, incidents, warn);
  if (estate?.sample && estate.sample.taken < estate.sample.of) warn(messages.sampled(estate.sample.taken, estate.sample.of, estate.regions.length));
  const teamNames = (draft.estate?.teams ?? []).flatMap((team) => team?.name ?? []);
  const objectives = objectivesOf(draft.objectives);
  const hypotheses = (draft.hypotheses ?? []).map((written, index) => (written === undefined ? undefined : hypothesisIn(written, index, teamNames, objectives, setting)));
  const replications = experiment?.replications;

  if (question === undefined || name === undefined || !period || !estate || replications === undefined) return { model: undefined, mistakes, warnings };
  if (!isWhole(incidents) || !isWhole(directives) || !isWhole(habits) || !isWhole(hypotheses)) return { model: undefined, mistakes, warnings };
  const { minimum = 1, maximum = 1 } = typeof replications === "number" ? { minimum: replications, maximum: replications } : replications;
  const model = {
    name, question, ...storyOf(draft), seed, period, estate, ...(estate.sample && whole && { whole }), ...(teams.length > 0 && { teams }), ...(hubs.length > 0 && { hubs }), infrastructure, incidents, parameters, policies: { directives, habits },
    replications: { minimum, maximum }, hypotheses, ...(objectives && { objectives }), ...(experiment?.steady === "ignore" && { steady: "ignore" as const }),
  };
  return { model, mistakes, warnings };
}

/** Nothing where the scenario says nothing of it. */
function storyOf({ known = [], assumed = [] }: Draft<Scenario>): Pick<Model, "story"> {
  const said = (sentences: readonly (string | undefined)[]): string[] => sentences.filter((sentence) => sentence !== undefined);
  return known.length + assumed.length === 0 ? {} : { story: { known: said(known), assumed: said(assumed) } };
}

const staffNames: Readonly<Record<Role, string>> = {
  gp: "GPs", nurse: "nurses", other: "other direct care staff", reception: "receptionists", admin: "administrators",
};

function isWhole<T extends object>(list: readonly (T | undefined)[]): list is readonly T[] {
  return !list.includes(undefined);
}

function periodOf(calendar: Draft<Scenario>["calendar"], warn: (warning: string) => void): Period | undefined {
  if (calendar?.start === undefined || calendar.days === undefined || calendar.warmUp === undefined) return undefined;
  const { start, days, warmUp } = calendar;
  const years = [...bankHolidays].map((date) => date.slice(0, 4)).sort();
  const [first, last] = [years[0]!, years.at(-1)!];
  const ends = dateOf(dayNumber(start) + days - 1);
  if (dateOf(dayNumber(start) - warmUp).slice(0, 4) < first || ends.slice(0, 4) > last) warn(messages.bankHolidaysUnknown(first, last));
  return { start, days, warmUpDays: warmUp };
}

/** Working days after the last incident below which recovery, which is to last five, is hardly seen. */
const FEW = 10;

function checkEnd(period: Period, incidents: readonly Incident[], warn: (warning: string) => void): void {
  beginnings(incidents).forEach((from, index) => from >= daysOf(period) * DAY && warn(messages.followsTooLate(incidents[index]!.name)));
  const last = lastEnd(incidents);
  if (last === -Infinity) return;
  const from = Math.floor(last / DAY) + 1;
  const left = Array.from({ length: Math.max(0, daysOf(period) - from) }, (_, day) => firstDay(period) + from + day).filter(isWorkingDay).length;
  // Four weeks have more than ten working days whatever holidays there are.
  if (left < FEW) warn(messages.shortCalendar(left, from - period.warmUpDays + 28));
}

function objectivesOf(written: Draft<Scenario>["objectives"]): Objectives | undefined {
  if (written === undefined) return undefined;
  const [recoveryTime, minimumService] = [workingDaysOf(written.recoveryTime ?? ""), shareOf(written.minimumService ?? "")];
  return { ...(recoveryTime !== undefined && { recoveryTime }), ...(minimumService !== undefined && { minimumService }) };
}

/** What each part of `continuityBreaches` needs. */
const objectiveOf: Readonly<Record<string, keyof Objectives>> = { "recovery time": "recoveryTime", "minimum service": "minimumService" };

function hypothesisIn(
  written: Draft<Scenario["hypotheses"][number]>, index: number, teams: readonly string[], objectives: Objectives | undefined, { root, period, estate, say }: Setting,
): Hypothesis | undefined {
  const text = typeof written === "string" ? written : written.hypothesis;
  if (text === undefined) return undefined;
  const { subject } = aboutOf(root, ["hypotheses", index]);
  const path = typeof written === "string" ? ["hypotheses", index] : ["hypotheses", index, "hypothesis"];
  const read = hypothesisOf(text, subject);
  if ("words" in read) {
    say(path, read.words, { within: read.within });
    return undefined;
  }
  const { hypothesis, place } = read;
  if (place && estate) {
    const codes = knownIn(estate)[place.kind];
    const { where } = hypothesis;
    if (!codes.has(where)) {
      const suggestions = suggestionsFor(place.kind, where, codes);
      say(path, messages.notInEstate({ subject, verb: "is about" }, where, place.kind, suggestions, [...codes.keys()]), { within: place.within });
    }
  }
  if (period && hypothesis.part.startsWith(byDay)) {
    const day = dayNumber(hypothesis.part.slice(byDay.length)) - dayNumber(period.start);
    if (day < 0 || day >= period.days) say(path, messages.dayOutside(subject, hypothesis.part), { within: text.indexOf(hypothesis.part) });
  }
  if (descriptionOf(hypothesis.outcome, hypothesis.part)?.ofTeams === true && !(hypothesis.part === "all" ? teams.length > 0 : teams.includes(hypothesis.part.slice(byTeam.length)))) {
    say(path, messages.unknownTeam(subject, hypothesis.part, teams.map((team) => byTeam + team)), { within: hypothesis.part === "all" ? 0 : text.indexOf(hypothesis.part) });
  }
  if (descriptionOf(hypothesis.outcome, hypothesis.part)?.ofObjectives === true && (objectives === undefined || (hypothesis.part !== "all" && objectives[objectiveOf[hypothesis.part]!] === undefined))) {
    say(path, messages.noObjective(subject, hypothesis.outcome, hypothesis.part));
  }
  return typeof written === "string" || written.weight === undefined ? hypothesis : { ...hypothesis, weight: written.weight };
}
