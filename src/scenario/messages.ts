/** Every sentence of the scenario checker. A message begins in lower case, as it follows a position; a remedy says what to write. */

export interface Words {
  readonly message: string;
  readonly remedy: string;
}

/** What a sentence is about: `incident "phones"`, and the verb that leads to the value found, such as `lasts` or `has level`. */
export interface About {
  readonly subject: string;
  readonly verb: string;
}

/** A value as it is shown in a sentence: short, on one line, texts in quotes. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a group of settings";
  const text = String(value).replace(/[\p{Cc}\p{Cf}]/gu, " ");
  const short = text.length > 60 ? `${text.slice(0, 57)}...` : text;
  return typeof value === "string" ? `"${short}"` : short;
}

/** A value as it could stand in a scenario, on one line. */
export function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value === "object" && value !== null) return `{${Object.entries(value).map(([key, inner]) => `${key}: ${inline(inner)}`).join(", ")}}`;
  return String(value);
}

const anyOf = (options: readonly string[]): string => options.join(", ").replace(/, ([^,]*)$/, " or $1");
const allOf = (names: readonly string[]): string => names.join(", ").replace(/, ([^,]*)$/, " and $1");
const didYouMean = (suggestion: string | undefined): string | undefined => suggestion && `Did you mean "${suggestion}"?`;
const orNothing = (word: string): string => (word === "" ? "nothing" : shown(word));
const partsOf = (parts: readonly string[]): string => oneOf(parts.map((part) => (part === "day:" ? "day:2023-03-16" : part === "team:" ? "team:NAME" : part)));
const oneOf = (options: readonly string[]): string =>
  options.length > 30 ? `${options.slice(0, 30).join(", ")} and ${options.length - 30} more` : options.join(", ");
const found = ({ subject, verb }: About, value: unknown): string => `${subject} ${verb} ${shown(value)}`;
const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ",");
const words = (message: string, remedy: string): Words => ({ message, remedy });

/** Words of another room, whose last sentence, or what follows a semicolon, says what to do. */
function split(text: string): Words {
  const [, message, remedy] = /^(.*?)[.;]\s+([^.;]+\.)$/s.exec(text) ?? [];
  return message === undefined || remedy === undefined ? words(text, "Change it so that it can be.") : words(`${message}.`, remedy[0]!.toUpperCase() + remedy.slice(1));
}

const syntaxRemedies: Readonly<Record<string, readonly [message: string, remedy: string]>> = {
  TAB_AS_INDENT: ["the line is indented with a tab.", "Indent with spaces, two for each level."],
  BAD_INDENT: ["the line does not stand where a line can stand here.", "Let all entries of a group begin in the same column, and close every { or [ that is opened."],
  BLOCK_AS_IMPLICIT_KEY: ["there is a second colon in the line.", "Put the text after the first colon in quotes, or begin a new line for the second setting."],
  MULTILINE_IMPLICIT_KEY: ["the line has no setting and value.", "Write a setting, a colon, a space and a value, such as days: 63."],
  MISSING_CHAR: ["a character is missing here or before.", "Look for a missing colon with a space after it, dash with a space after it, closing quote, ], } or comma."],
  BAD_SCALAR_START: ["a value cannot begin with this character.", "Put the value in quotes."],
  BAD_DQ_ESCAPE: ["a backslash in double quotes means something special.", "Use single quotes, or write \\\\ for a backslash."],
  UNEXPECTED_TOKEN: ["this is not expected here.", "Put texts with quotes, brackets, commas or colons in them in double quotes as a whole, and look for a missing comma or bracket."],
  MULTIPLE_DOCS: ["a second document begins here.", "Keep one scenario a file: remove the line --- and what belongs to another scenario."],
  KEY_OVER_1024_CHARS: ["the line has more than a thousand characters before its colon.", "Write a setting, a colon, a space and a value, such as days: 63."],
  TAG_RESOLVE_FAILED: ["tags such as !name have no meaning in a scenario.", "Remove the word that begins with !, or put the value in quotes."],
  BAD_DIRECTIVE: ["lines that begin with % have no meaning in a scenario.", "Remove the line, or begin it with # if it is a comment."],
};

export const messages = {
  // The file as a whole.
  empty: () => words("the file is empty.", "Begin with the question that the scenario answers: question: What would ...?"),
  tooLong: (length: number, longest: number) =>
    words(`the file has ${length} characters; a scenario has ${longest} at most.`, "Check that this is the scenario file, and import large estates with estate: {import: ...}."),
  notText: (what: string) => words(`the file is not plain text: here it has ${what}.`, "Save it as plain text in UTF-8."),
  tooDeep: () => words("brackets or groups are nested more deeply than in any scenario.", "Look for an opening [ or { too many, or a line indented too far."),
  notSettings: (value: unknown) =>
    words(`the file holds ${typeof value === "string" ? "a text" : shown(value)}, not the settings of a scenario.`, "Write one setting a line, such as question: What would ...?"),

  // YAML.
  syntax: (code: string, original: string) => {
    if (/end with an? [}\]]/.test(original)) return words("a { or [ that was opened is not closed before this line.", "Close it with } or ], or indent the lines that belong to it.");
    const [message, remedy] = syntaxRemedies[code] ?? [`this cannot be read (${original.split("\n")[0]}).`, "Compare it with a scenario that works: a setting, a colon, a space and a value on each line."];
    return words(message, remedy);
  },
  openQuote: () => words("a quote is opened here and never closed.", "Close it at the end of the text, or leave it out."),
  duplicateKey: (key: string, first: number) => words(`${shown(key)} stands here a second time; the first is in line ${first}.`, "Keep one of the two."),
  keyNotText: () => words("there is a colon without the name of a setting before it.", "Write a setting, a colon, a space and a value, such as days: 63."),
  unknownAlias: (name: string) => words(`* refers to ${shown(name)}, which is not marked with & before.`, `Write &${name} before the value that is to be repeated, or put the text in quotes.`),
  tooManyAliases: (most: number) => words(`repetitions by * add up to more than ${most} values.`, "Write out what is meant instead of repeating repetitions."),

  // Settings.
  unknownKey: (subject: string, key: string, suggestion: string | undefined, known: readonly string[]) =>
    words(`${subject} has ${shown(key)}, which is not a setting here.`, didYouMean(suggestion) ?? (known.length === 0 ? "Remove it." : `Settings here: ${oneOf(known)}.`)),
  missing: (subject: string, key: string, example: unknown) =>
    words(`${subject} has no "${key}".`, example === undefined ? `Add ${key}.` : `Add it, such as ${key}: ${inline(example)}`),
  noValue: (subject: string, key: string, example: unknown) =>
    words(`${subject} has "${key}" without a value.`, example === undefined ? "Write a value, or remove the line." : `Write a value, such as ${key}: ${inline(example)}`),
  wrongType: (about: About, value: unknown, expected: string, example: unknown) =>
    words(`${found(about, value)}, which is not ${expected}.`, `Write ${expected}${example === undefined ? "" : `, such as ${inline(example)}`}.`),
  notQuoted: (about: About, value: unknown) => words(`${found(about, value)}, which is not a text.`, `Put it in quotes: "${String(value)}".`),
  quotedNumber: (about: About, value: string) => words(`${found(about, value)}, which is a text because of its quotes.`, `Write it without quotes: ${value}.`),
  tooSmall: (about: About, value: unknown, least: number) => words(`${found(about, value)}, which is below ${least}.`, `Write a number from ${least} up.`),
  tooBig: (about: About, value: unknown, most: number) => words(`${found(about, value)}, which is above ${most}.`, `Write a number up to ${most}.`),
  tooLongText: (about: About, value: unknown, most: number) => words(`${found(about, value)}, which is longer than ${most} characters.`, "Write less."),
  tooMany: (about: About, length: number, most: number) => words(`${about.subject} ${about.verb} with ${length} entries, which are more than ${most}.`, "Write fewer."),
  notAnId: (about: About, value: unknown) => words(`${found(about, value)}, which cannot be an id.`, "Write letters, digits and hyphens, a letter first, such as fibre-ring."),
  tooShort: (about: About) => words(`${about.subject} ${about.verb} with nothing in it.`, "Write at least one entry, or leave the setting out."),
  wrongLength: (about: About, length: number, expected: number) => words(`${about.subject} ${about.verb} a list of ${length} numbers, where ${expected} are needed.`, `Write ${expected} numbers.`),
  notAnOption: (about: About, value: unknown, options: readonly string[], suggestion: string | undefined, isOptional: boolean) => {
    const option = `${options.length > 1 ? "one of " : ""}${oneOf(options)}`;
    return words(`${found(about, value)}, which is not ${option}.`, didYouMean(suggestion) ?? `Write ${option}${isOptional && options.length === 1 ? ", or leave the setting out" : ""}.`);
  },
  exactlyOne: (subject: string, present: readonly string[], options: readonly string[]) =>
    words(`${subject} has ${present.length === 0 ? "none" : "more than one"} of ${options.map((option) => `"${option}"`).join(", ")}.`, `Write exactly one of them${present.length === 0 ? "" : ", and remove the other"}.`),

  // Time.
  notDuration: (about: About, value: unknown) => words(`${found(about, value)}, which is not a duration.`, "Write a number and a unit, such as 30m, 4h, 2d, 1h30m or 5 working days."),
  notClockDuration: (about: About, value: unknown) => words(`${found(about, value)}, which is not a duration.`, "Write a number and a unit, such as 30m, 4h, 2d or 1h30m."),
  workingDuration: (about: About, value: unknown) => words(`${found(about, value)}, but working days have no meaning here.`, "Write minutes, hours or days, such as 30m, 4h or 2d."),
  tooLongDuration: (about: About, value: unknown, most: number) => words(`${found(about, value)}, which is longer than ${most} days.`, "Write a shorter duration."),
  notDate: (about: About, value: unknown) => words(`${found(about, value)}, which is not a date.`, "Write year, month and day, such as 2023-03-16."),
  noSuchDate: (about: About, value: unknown) => words(`${found(about, value)}, and there is no such date.`, "Check the day of the month."),
  notMoment: (about: About, value: unknown) => words(`${found(about, value)}, which is not a date and time.`, "Write year, month, day and a time by the 24-hour clock, such as 2023-03-16 08:00."),
  noSuchTime: (about: About, value: unknown) => words(`${found(about, value)}, and there is no such time of day.`, "Write a time from 00:00 to 23:59."),
  beforeCalendar: (about: About, value: unknown, start: string) =>
    words(`${found(about, value)}, before the calendar starts on ${start}.`, "Write a later date, or start the calendar earlier."),
  afterCalendar: (about: About, value: unknown, last: string, days: number) =>
    words(`${found(about, value)}, after the calendar's last day, ${last}.`, `Write an earlier date, or set the calendar's days to ${days} or more.`),
  lastsBeyondCalendar: (about: About, value: unknown, end: string, last: string, days: number, until = "until") =>
    words(`${found(about, value)}, ${until} ${end}, after the calendar's last day, ${last}.`, `Write a shorter duration, or set the calendar's days to ${days} or more.`),
  endsBeforeStart: (about: About, value: unknown, start: string) => words(`${found(about, value)}, before it begins at ${start}.`, "Write a later end, or an earlier beginning."),

  // Places.
  unknownRegion: (about: About, value: unknown, suggestions: readonly string[]) =>
    words(`${found(about, value)}, which is not the code of an ICB.`, suggestions.length === 0 ? "Write the code of an integrated care board, such as QKS." : `Did you mean ${anyOf(suggestions)}?`),
  notInEstate: (about: About, value: unknown, kind: string, suggestions: readonly string[], available: readonly string[]) =>
    words(`${found(about, value)}, and the estate has no such ${kind}.`, suggestions.length > 0 ? `Did you mean ${anyOf(suggestions)}?` : available.length > 0 ? `The estate has ${oneOf(available)}.` : "Leave it out."),
  selectsNothing: (subject: string, key = "where") => words(`no practice of the estate fits the "${key}" of ${subject}.`, "Leave out one of its conditions, or change it."),
  estateFails: (reason: string) => {
    const { message, remedy } = split(reason);
    return words(`the estate cannot be made: ${message}`, remedy);
  },
  notASample: (about: About, value: unknown) => words(`${found(about, value)}, which is not a number of neighbourhoods.`, "Write a number and the word, such as 40 neighbourhoods."),

  // Files.
  overloaded: (region: string, staff: string, required: number, rostered: number, highest: number) =>
    words(
      `without any outage ${staff} in ${region} would need ${Math.round(required)} hours a working day and are rostered for ${Math.round(rostered)}.`,
      `Above ${Math.round(highest * 100)}% nobody ever catches up: give them more staff with estate: {change: ...}, or less to do, such as demand: {sameDayRate: 8}.`,
    ),
  unstaffed: (practice: string, staff: string) =>
    words(`practice ${practice} has work for ${staff} and has none.`, "Give it some with staff: {...}, or leave its staff out: then they follow from its list size."),
  unreadableFile: (path: string, reason: string) => {
    // The reader's message may name the file itself.
    const own = reason.split("\n")[0]!.replace(`${path}: `, "").replace(/[.:]?$/, ".");
    return words(`the file ${shown(path)} cannot be read: ${own}`, "Check its name; it is looked for in the folder of the scenario.");
  },

  // Teams and hubs.
  servesTooMany: (about: About, value: unknown, available: number) => words(`${found(about, value)}, and only ${available} can be served.`, `Write ${available} or fewer, or let it serve more.`),
  twoHubs: (subject: string, practice: string, other: string) => words(`${subject} takes in practice ${practice}, which hub ${shown(other)} serves already.`, "Let every practice have one hub."),
  nameTaken: (list: string, name: string) => words(`several of the ${list} are called ${shown(name)}.`, "Give each a name of its own."),
  notAService: (about: About, value: unknown, services: readonly string[]) =>
    words(`${found(about, value)}, which is no service that people log in to.`, `Write the id of a service, such as ${oneOf(services)}.`),
  keptByTeam: (subject: string, outcome: string) => words(`${subject} asks for ${outcome} by place, and it is kept by team.`, "Ask for it of replications and everywhere, or of one team by its part team:NAME."),
  unknownTeam: (subject: string, part: string, known: readonly string[]) =>
    words(`${subject} is about ${part === "all" ? "teams" : shown(part)}, and the estate has no such team.`, known.length === 0 ? "Describe the team under estate: {teams: ...}." : `The estate has ${oneOf(known)}.`),

  // Infrastructure.
  unknownComponent: (about: About, value: unknown, suggestion: string | undefined) =>
    words(`${found(about, value)}, which is not a component.`, didYouMean(suggestion) ?? "Write the id of a component, such as regional-firewall, or describe it under infrastructure."),
  unknownNeed: (about: About, value: unknown, suggestion: string | undefined) =>
    words(`${found(about, value)}, which is neither a capability nor a component.`, didYouMean(suggestion) ?? "Write a capability such as seeRecords, or the id of a component."),
  componentIncomplete: (id: string, suggestion: string | undefined) =>
    words(`component ${shown(id)} is new and has no "scope".`, suggestion === undefined ? "Add scope: national, region or site; or write the id of a component that exists." : `Add scope: national, region or site; or did you mean "${suggestion}"?`),
  infrastructureFails: (reason: string) => split(reason),

  // Lengths of time left to chance.
  notSpan: (about: About, value: unknown) => words(`${found(about, value)}, which is not a length of time.`, "Write a duration such as 40m, or a range such as 10m to 30m."),
  openRange: (about: About, value: unknown, end: "beginning" | "end") => words(`${found(about, value)}, a range without ${end === "end" ? "an" : "a"} ${end}.`, "Write both, such as 10m to 30m."),
  wrongEnd: (about: About, value: unknown, end: string) => words(`${found(about, value)}, in which ${shown(end)} is not a duration.`, "Write a number and a unit on both sides, such as 10m to 30m."),
  backwards: (about: About, value: unknown, low: string, high: string) => words(`${found(about, value)}, whose end is below its beginning.`, `Write the shorter time first: ${high} to ${low}.`),
  notAllOf: (about: About, present: readonly string[]) =>
    words(
      `${about.subject} ${about.verb} ${present.length === 0 ? "a group with nothing in it" : `a group of ${present.join(", ")}`}, which is not a length of time.`,
      "Write least, likely and most, such as {least: 3m, likely: 4m, most: 20m}, or mean and sd, such as {mean: 40m, sd: 30m}.",
    ),
  notAscending: (about: About, { least, likely, most }: Readonly<Record<"least" | "likely" | "most", string>>) =>
    words(`${about.subject} ${about.verb} at least ${least}, likely ${likely} and at most ${most}, which do not ascend.`, "Let likely lie between least and most."),
  noMean: (about: About) => words(`${about.subject} ${about.verb} a mean of no time.`, "Write a mean above 0, such as {mean: 40m, sd: 30m}."),

  // Amounts.
  notAShare: (about: About, value: unknown) => words(`${found(about, value)}, which is not a share.`, "Write a number from 0 to 1, such as 0.3, or a percentage up to 100%, such as 30%."),
  notWorkingDays: (about: About, value: unknown) => words(`${found(about, value)}, which is not a number of working days.`, "Write a number and the words, such as 2 working days."),
  notADraw: (about: About, value: unknown) =>
    words(`${found(about, value)}, which does not say how many of what.`, "Write a number and practices, neighbourhoods or regions, such as 12 practices, or a percentage up to 100%, such as 30%."),
  notARate: (about: About, value: unknown) => words(`${found(about, value)}, which is not a rate.`, "Write a number and a day, a week, a month or a year, such as 2.19 a month."),
  zeroRate: (about: About, value: unknown) => words(`${found(about, value)}, which is never.`, "Write a number above 0, or remove the incident."),
  tooOften: (about: About, value: unknown, most: number) => words(`${found(about, value)}, which is more often than ${most} times a day.`, "Write a lower rate; what comes and goes quickly is one incident with flapping."),
  tooManyTimes: (about: About, value: unknown, days: number, places: number, each: "practice" | "region" | "all", times: number, most: number) =>
    words(
      `${found(about, value)}, which in ${days} days${each === "all" ? "" : ` and ${grouped(places)} ${each}s`} is about ${grouped(Math.ceil(times / 1000) * 1000)} times, and ${grouped(most)} are the most that are simulated.`,
      `Write a lower rate, give the calendar fewer days${each === "all" ? "" : `, or name fewer ${each}s with where`}.`,
    ),
  notHours: (about: About, value: unknown) => words(`${found(about, value)}, which are not working hours.`, "Write two times by the 24-hour clock, such as 08:00-18:00, or {from: 08:00, to: 18:00, weekends: true}."),
  notAClock: (about: About, value: unknown) => words(`${found(about, value)}, which is not a time of day.`, "Write hours and minutes by the 24-hour clock, such as 08:00."),
  hoursBackwards: (about: About, from: string, to: string) => words(`${about.subject} ${about.verb} from ${from} to ${to}, which is no time of a day.`, "Let the end be later than the beginning; the end of a day is 24:00."),

  // Incidents.
  onlyWith: (subject: string, key: string, needed: readonly string[]) =>
    words(`${subject} has "${key}", which means something only with ${anyOf(needed.map((need) => `"${need}"`))}.`, `Add ${anyOf(needed)}, or remove ${key}.`),
  notBeside: (subject: string, key: string, other: string, remedy: string) => words(`${subject} has "${key}" beside "${other}".`, remedy),
  atMostOne: (subject: string, present: readonly string[]) => words(`${subject} has ${present.map((key) => `"${key}"`).join(" and ")}.`, "Write one of them, and remove the other."),
  noneOf: (subject: string, group: string, options: readonly string[]) => words(`${subject} has "${group}" with none of ${options.map((option) => `"${option}"`).join(", ")}.`, "Write at least one of them."),
  missingWith: (subject: string, key: string, other: string, example: string) => words(`${subject} has "${other}" and no "${key}".`, `Add it, such as ${key}: ${example}`),
  followsUnknown: (about: About, value: unknown, suggestion: string | undefined) =>
    words(`${found(about, value)}, and there is no such incident.`, didYouMean(suggestion) ?? "Write the name of another incident of this scenario."),
  followsItself: (about: About, circle: readonly string[]) =>
    words(
      circle.length === 1 ? `${about.subject} follows itself.` : `${about.subject} follows itself in the end: ${oneOf([...circle, circle[0]!].map(shown)).replaceAll(", ", " after ")}.`,
      "Let one of them begin by itself, with at or rate.",
    ),
  followsOneOfMany: (about: About, value: unknown, count: number) => words(`${found(about, value)}, and ${count} incidents are called so.`, "Give each of them a name of its own."),
  everyPracticeOfRegion: (about: About, component: string) => words(`${found(about, "practice")}, but there is one ${component} an ICB.`, "Write each: region, or all."),
  crewsOfRegion: (subject: string, component: string) =>
    words(`${subject} has "crews", who go from practice to practice, but there is one ${component} an ICB.`, "Write how long it takes instead, such as repair: {takes: 3h}."),
  releaseOfRegion: (subject: string, component: string) =>
    words(`${subject} has "release", which goes to practices, but there is one ${component} an ICB.`, "Write where instead, such as where: {region: QKS}, and spread where it reaches ICBs one after another."),
  foundAtOnce: (about: About) =>
    words(`${about.subject} ${about.verb} no time, which ends it before it has reached anybody.`, "Leave found out, or write how long it took, such as found: 40m."),
  drawOfOne: (about: About, value: unknown) => words(`${found(about, value)}, but with its rate for each practice it happens to one at a time.`, "Write each: all beside the rate, or remove draw."),
  drawWithinRegion: (about: About, value: unknown, component: string) =>
    words(`${found(about, value)}, but there is one ${component} an ICB, for all of its practices.`, "Write a number of regions, such as 2 regions, or a percentage of them, such as 30%."),
  drawTooMany: (about: About, value: unknown, available: number, of: string) => words(`${found(about, value)}, and only ${available} ${of} can be hit.`, `Write ${available} or fewer, or let it reach more.`),
  noTime: (about: About) => words(`${about.subject} ${about.verb} no time.`, "Write a length of time above 0, such as 10m to 30m."),
  backAtOnce: (subject: string, component: string) => words(`${subject} lets ${component} come back later than itself.`, `Write when ${component} is back with over or shares, and here what comes later still.`),
  ringsFull: (about: About, value: unknown, sum: number) => words(`${found(about, value)}, with which the shares of the rings add up to ${sum}.`, "Change them so that they add up to 1 at most."),
  ringTooEarly: (about: About, value: unknown, before: string) => words(`${found(about, value)}, and the ring before it after ${shown(before)}.`, "Write the rings in the order of time."),
  ringsOverlap: (subject: string, practice: string, other: number) =>
    words(`${subject} has practice ${shown(practice)}, which is in ring ${other} as well.`, `Let each practice be in one ring: narrow the "where" of one of the two.`),
  secondRest: (subject: string, other: number) => words(`${subject} is the rest, as ring ${other} is.`, `Give one of them a "share" or a "where".`),
  ringOutside: (subject: string) => words(`${subject} is of practices of which none gets the release.`, `Change its "where", or the rule by which the release is sent.`),
  returnBackwards: (about: About, value: unknown, before: unknown) => words(`${found(about, value)}, and the share before it ${shown(before)}.`, "Let times and shares ascend: shares are of all, those that were back before included."),

  // Directives and habits.
  statesNothing: (subject: string, options: readonly string[]) => words(`${subject} state nothing.`, `Write at least one of ${oneOf(options)}, or leave them out.`),
  asksNothing: (subject: string, options: readonly string[]) => words(`${subject} asks for nothing.`, `Write at least one of ${oneOf(options)}.`),
  endsByStart: (about: About, value: unknown, start: string) => words(`${found(about, value)}, and begins at ${start}.`, "Write a later end, or an earlier beginning."),
  adviceAboveOne: (subject: string, sum: number) => words(`${subject} has advice whose to111 and toPharmacy add up to ${sum}.`, "Change them so that they add up to 1 at most; who is left lets it rest."),
  changesNothing: (subject: string, together: readonly string[], other: string) => words(`${subject} changes nothing.`, `Write ${allOf(together)}, or ${other}, or all of them.`),
  notAllTogether: (subject: string, present: readonly string[], absent: readonly string[]) =>
    words(`${subject} has ${allOf(present.map(shown))} without ${allOf(absent.map(shown))}.`, "Write all three, so that they add up to 1, or none of them."),
  notOneTogether: (subject: string, together: readonly string[], sum: number) => words(`${subject} has ${allOf(together)} that add up to ${sum}.`, "Change them so that they add up to 1."),
  dayNotAfter: (about: About, day: number, before: number) => words(`${found(about, day)}, and the habit before it ${before}.`, "Write each day once, in the order of the days."),

  // Figures.
  notShares: (about: About, sum: number) => words(`${about.subject} ${about.verb} shares that add up to ${sum}.`, "Change them so that they add up to 1."),
  notSharesTogether: (names: readonly string[], sum: number) => words(`${names.join(", ")} add up to ${sum}.`, "Write all of them, so that they add up to 1."),
  minimumAboveMaximum: (minimum: number, maximum: number) => words(`the experiment has at least ${minimum} and at most ${maximum} replications.`, "Let the minimum be no more than the maximum."),

  // Hypotheses.
  notAHypothesis: (subject: string, text: string) =>
    words(`${subject} is ${shown(text)}, which is not a hypothesis.`, "Write outcome, statistic, comparison and number, such as backlogRecovery p90 of practices <= 5 working days."),
  unknownOutcome: (subject: string, word: string, suggestion: string | undefined, known: readonly string[]) =>
    words(`${subject} is about ${shown(word)}, which is not an outcome.`, didYouMean(suggestion) ?? `Outcomes: ${oneOf(known)}.`),
  unknownPart: (subject: string, word: string, outcome: string, suggestion: string | undefined, known: readonly string[]) =>
    words(`${subject} is about ${shown(word)}, which is not a part of ${outcome}.`, didYouMean(suggestion) ?? `Parts: ${partsOf(known)}.`),
  partNeeded: (subject: string, outcome: string, known: readonly string[]) => words(`${subject} does not say which part of ${outcome} it is about.`, `Write one of its parts after it: ${partsOf(known)}.`),
  partOfRegions: (subject: string, part: string) => words(`${subject} asks for ${shown(part)} of less than a region, where it is not kept.`, "Ask for it of replications, and where region QKS or everywhere."),
  unknownStatistic: (subject: string, word: string | undefined, suggestion: string | undefined, known: readonly string[]) =>
    words(`${subject} has ${shown(word)} where a statistic is needed.`, didYouMean(suggestion) ?? `Write one of ${oneOf(known)}.`),
  unknownPopulation: (subject: string, word: string, known: readonly string[]) => words(`${subject} has ${orNothing(word)} after "of".`, `Write ${anyOf(known)}.`),
  unknownComparison: (subject: string, word: string, known: readonly string[]) =>
    words(`${subject} has ${orNothing(word)} where a comparison is needed.`, `Write one of ${known.join(" ")} and a number.`),
  notANumber: (subject: string, word: string) => words(`${subject} compares with ${orNothing(word)}, which is not a number.`, "Write digits without commas, such as 20000."),
  noObjective: (subject: string, outcome: string, part: string) =>
    words(`${subject} is about ${outcome}${part === "all" ? "" : ` ${shown(part)}`}, and the scenario states no such objective.`, "State it, such as objectives: {recoveryTime: 2 working days, minimumService: 50%}."),
  wrongUnit: (subject: string, word: string, outcome: string, unit: string) => words(`${subject} is in ${shown(word)}, but ${outcome} is in ${unit}.`, `Write ${unit}, or leave the unit out.`),
  notAPlace: (subject: string, word: string, kinds: readonly string[]) =>
    words(`${subject} has ${orNothing(word)} after "where", but no place.`, `Write ${anyOf(kinds)} and its code, such as where region QKS.`),
  dayOutside: (subject: string, part: string) => words(`${subject} is about ${shown(part)}, which is not a day of the calendar.`, "Write one of its days, or give the calendar more."),
  unexpectedWord: (subject: string, word: string) => words(`${subject} has ${shown(word)}, which does not belong there.`, "Remove it."),

  // Options.
  priceOutsideRange: (group: string, pounds: number, [low, high]: readonly number[]) => words(`${group} has pounds ${pounds}, which is not within its range of ${low} to ${high}.`, "Write range: [lowest, highest] with the pounds between them."),
  assumptionWithoutRange: (group: string) => words(`${group} is an assumption without a range.`, "Add range: [lowest, highest], as wide as you are unsure."),
  noLife: (group: string) => words(`${group} is paid once and has no "life".`, "Add the years until it is paid again, such as life: 5."),
  lifeOfYearly: (group: string) => words(`${group} is paid every year and has a "life".`, "Remove life, or write paid: once."),
  unknownFigure: (option: string, group: string, name: string, suggestion: string | undefined) =>
    words(`option ${shown(option)} changes ${shown(name)}, which is no figure of ${group}.`, didYouMean(suggestion) ?? `Name a figure of ${group}, as a scenario does.`),
  listOfFigures: (option: string, name: string, length: number) => words(`option ${shown(option)} changes ${shown(name)}, which is ${length} figures.`, `Write to: and a list of ${length} numbers.`),
  optionTwice: (name: string, file: string) => words(`${file} has an option ${shown(name)} as well.`, "Give one of the two another name."),
  unknownOption: (name: string, suggestion: string | undefined, known: readonly string[]) => words(`there is no option ${shown(name)}.`, didYouMean(suggestion) ?? `Options: ${oneOf(known)}.`),
  coversNobody: (option: string) => words(`option ${shown(option)} covers no practice: none of the estate is selected.`, "Name regions, neighbourhoods, practices, systems or labels that the estate has."),
  doesNotFit: (option: string, { message, remedy }: Words) => words(`with option ${shown(option)} the scenario is not in order: ${message}`, `${remedy} Or leave the option out.`),

  // Warnings: what runs all the same.
  questionLater: (line: number) => `The question stands in line ${line}; readers look for it in the first.`,
  hitsNobody: (name: string, component: string) => `Incident ${shown(name)} hits nobody: no practice that it selects has ${component}.`,
  drawsNobody: (name: string, draw: string, among: number, kind: "practice" | "region") =>
    `Incident ${shown(name)} hits nobody: ${draw.trim()} of ${among} ${kind}${among === 1 ? "" : "s"} rounds to none: write draw: 1 ${kind}, or more.`,
  harmsNobody: (name: string) => `Incident ${shown(name)} hits nobody: none of the practices that get the release is one that it breaks.`,
  hitsNoneOfSample: (name: string) => `Incident ${shown(name)} hits nobody in the sample, though practices outside of it.`,
  spreadOutlasts: (name: string) => `Incident ${shown(name)} is over before its spread: it does not reach all whom it selects.`,
  followsTooLate: (name: string) => `Incident ${shown(name)} follows so late that it will hardly begin before the calendar ends.`,
  sameName: (name: string) => `Several incidents are called ${shown(name)}: they share their random numbers, so give each a name of its own.`,
  sameDirective: (name: string) => `Several directives are called ${shown(name)}: give each a name of its own, by which it can be told from the others.`,
  directiveWithoutOutage: (name: string, idle: readonly string[], always: readonly string[]) =>
    `Nothing follows from ${allOf(idle)} of directive ${shown(name)}: without incidents only ${allOf(always)} have an effect.`,
  directiveGoesOn: (name: string) => `Directive ${shown(name)} goes on to the end of the calendar: write until where it ends with the outage.`,
  directsNoneOfSample: (name: string) => `Directive ${shown(name)} is for nobody in the sample, though for practices outside of it.`,
  habitsNeverShow: (name: string) => `Habits no longer show once directive ${shown(name)} holds: it tells all practices what clinicians and reception do, to the end of the calendar.`,
  habitsWithoutOutage: () => "Nothing follows from habits: without incidents they are never decided anew.",
  shortCalendar: (left: number, days: number) =>
    `The calendar ends ${left === 1 ? "1 working day" : `${left} working days`} after the last incident, too soon to see most practices recover: write days: ${days} or more.`,
  sampled: (taken: number, of: number, regions: number) =>
    `Sample: patients are simulated in ${taken} of ${grouped(of)} neighbourhoods, and figures are scaled up to all of them.` +
    (regions > 1 ? " Figures for single ICBs are not shown: too few of their neighbourhoods are simulated." : ""),
  bankHolidaysUnknown: (first: string, last: string) => `Bank holidays are known from ${first} to ${last}; outside of these years every weekday counts as a working day.`,
};
