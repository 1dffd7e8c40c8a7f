/** The result on one screen, 80 columns by 24 lines: what happened in sentences, the figures with their intervals, open work day by day, where the page lies. */
import {
  capital, clockOf, FEW, figureOf, firstSentence, intervalOf, isAboutContacts, isMerelySlow, isNothing, isUnaffected, isWithoutEffect, labelOf, listed, meanOf, moment, nothingDiffers, objectiveInShort, outagesIn, outagesInWords, overPractices, rankOf,
  recoveryTime, returnsCaption, returnsColumns, returnsRows, scoreSentence, serviceWithinSentence, simulatedRuns, slackAssumed, slackCaption, slackColumns, slackRows, slowUntil, stated, type JudgedHypothesis, type RepeatCell, type RepeatColumn,
  type ResultDocument,
} from "../index.js";
import { cut, heightOf, inLine, WIDTH, wrapped } from "./lines.js";
import { sparkline } from "./sparkline.js";
import { inSigns, ROOM, type Colours, type Signs } from "./terminal.js";

const LABEL = 40;
const VALUE = 14;
const RECOVERY = "Working days until backlog is normal";

/** Recovery never stands without what was never made good. */
const shown = [
  "appointmentsDisrupted", "appointmentsCancelled", "contactsNotConnected", "requestsDeclined", "notesToTypeIn", "extraWorkHours",
  "backlogRecovery", "netUndelivered", "needUnmetSameDay",
];

/** Shown even where they are 0. */
const kept: ReadonlySet<string> = new Set(["appointmentsDisrupted", "backlogRecovery", "netUndelivered", "needUnmetSameDay"]);

/** Of the columns of the tables of slack and of returns from NHS 111. */
const SLACK_WIDTHS = [6, 8, 8, 15, 10, 9, 13, 11], RETURNS_WIDTHS = [10, 9, 11, 11, 9, 8, 9, 13];

const OBJECTIVES = "objectives";
/** What is left out for room, one after the other, and stands on the page: rows of the table, all but this many of the systems that are lost, objectives. */
const spared: readonly (string | number)[] = ["requestsDeclined", "appointmentsCancelled", 2, "notesToTypeIn", "contactsNotConnected", 0, OBJECTIVES];
const MOST_SYSTEMS = 4;

/** `page`: path of the page, as the user may open it. Tables of slack and of returns, which somebody asked for, may take it beyond a screen. */
export function summary(document: ResultDocument, page: string, colours: Colours, signs: Signs = "blocks"): string {
  const asked = isWithoutEffect(document) ? [] : settings(document, colours);
  let [whole, count] = ["", 0];
  do whole = inSigns(draft(document, page, colours, signs, spared.slice(0, count)), signs);
  while (heightOf(whole) > ROOM && count++ < spared.length);
  const end = whole.lastIndexOf("\n\n");
  return `${[whole.slice(0, end), ...asked, whole.slice(end + 2)].join("\n\n")}\n`;
}

function draft(document: ResultDocument, page: string, colours: Colours, signs: Signs, without: readonly (string | number)[]): string {
  const isCalm = isWithoutEffect(document);
  const bars = isCalm ? null : sparkline(document, signs);
  const systems = Math.min(MOST_SYSTEMS, ...without.filter((each) => typeof each === "number"));
  return [
    [colours.bold(cut(inLine(document.scenario.name), WIDTH)), wrapped(sentences(document, systems))].join("\n"),
    ...(isCalm ? [] : [table(document, colours, without)]),
    [
      ...(bars === null ? [] : [bars]), ...(without.includes(OBJECTIVES) ? [] : document.objectives ?? []).map((each) => wrapped(objectiveInShort(each), "  ", "")), ...(document.hypotheses.length === 0 ? [] : [verdicts(document, colours)]), `Page: ${colours.cyan(page)}`,
    ].join("\n"),
  ].join("\n\n");
}

/** The page's own first, then when and what was lost, and how long it takes to dig out. */
function sentences(document: ResultDocument, systems: number): string {
  if (isUnaffected(document)) return "Nothing that these practices depend on is lost, so every difference from an ordinary period is exactly 0.";
  const without = lost(document, systems);
  if (isWithoutEffect(document)) return `${without} ${nothingDiffers(document)}.`;
  const disrupted = figureOf(document, "appointmentsDisrupted");
  const recovery = overPractices(document, "backlogRecovery");
  return [
    firstSentence(document), without,
    // Where the first tells of contacts.
    ...(!isAboutContacts(document) || disrupted === undefined || isNothing(disrupted) ? [] : [`The outage disrupts ${stated(disrupted, ["appointment", "appointments"])}.`]),
    ...(recovery === undefined || recovery.defined === 0 ? [] : [`${recoveryTime(document)}.`]),
  ].join(" ");
}

function lost(document: ResultDocument, most: number): string {
  const { onset, restored } = document.window;
  const begin = onset!;
  const isSlow = isMerelySlow(document);
  const last = isSlow ? slowUntil(document) : restored;
  const end = last === null ? "the end of the simulated time" : moment(last);
  const period = last?.slice(0, 10) === begin.slice(0, 10) ? `${clockOf(begin)} to ${end}` : `${moment(begin)} to ${end}`;
  const services = document.timeline.filter(({ kind, what }, index, rows) => kind === "service" && rows.findIndex((row) => row.what === what) === index)
    .sort((one, other) => rankOf(one.what) - rankOf(other.what));
  const isSeveral = outagesIn(document) > 1;
  const isOnAndOff = isSeveral || document.incidents.some(({ begins, effect }) => begins === "by chance" || effect.comesAndGoes);
  const names = services.length === 0 || most === 0 ? "part of their systems" : listed(services.map(({ label }) => cut(inLine(serviceWithinSentence(label)), 34)), most);
  const from = `${isSeveral ? `${capital(outagesInWords(document))}: from` : "From"} ${period}`;
  if (isSlow) return `${from} practices’ systems are ${isOnAndOff ? "at times " : ""}slow${services.length === 0 || most === 0 ? "." : `: ${names}.`}`;
  return `${from} practices are ${isOnAndOff ? "at times " : ""}without ${names}${services.length === 0 || most === 0 ? "." : ", in whole or in part."}`;
}

function table(document: ResultDocument, colours: Colours, without: readonly (string | number)[]): string {
  const rows = shown.filter((id) => !without.includes(id)).flatMap((id) => {
    const row = id === "backlogRecovery" ? overPractices(document, id) : figureOf(document, id);
    if (row === undefined || (isNothing(row) && !kept.has(id))) return [];
    const label = (id === "backlogRecovery" ? RECOVERY : cut(inLine(labelOf(document, id)), LABEL - 1)).padEnd(LABEL);
    const [value, interval] = [meanOf(document, row), intervalOf(row)];
    const line = `${label}${value.padStart(VALUE)}  ${interval}`;
    // A value in words takes the place of both columns, and an interval that is too long stands below.
    if (value.length > VALUE) return [`${label}${cut(value, WIDTH - LABEL)}`];
    return line.length <= WIDTH ? [line] : [`${label}${value.padStart(VALUE)}`, interval.padStart(WIDTH)];
  });
  const replications = simulatedRuns(document);
  const range = document.plausible.length > 0 ? "plausible range" : "95% interval";
  const note = document.plausible.length > 0
    ? "Plausible range: nine in ten results, with every assumption drawn over its range."
    : replications < 2 ? "One replication gives no intervals."
    : `Intervals: simulation error alone, over ${replications} replications${replications < FEW ? ": too few to say much" : ""}.`;
  const slack = slackAssumed(document);
  const whole = `${note} The page has the rest.`;
  return [colours.dim(`${"".padEnd(LABEL)}${"mean".padStart(VALUE)}  ${range}`), ...rows, colours.dim(whole.length <= WIDTH ? whole : note), ...(slack === null ? [] : [colours.dim(`${slack}.`)])].join("\n");
}

/** What becomes of the run with other slack, or with others sent back by NHS 111; nothing where that was not asked for. */
function settings(document: ResultDocument, colours: Colours): string[] {
  return [
    ...settingTable(slackCaption(document), slackColumns, SLACK_WIDTHS, slackRows(document), colours),
    ...settingTable(returnsCaption(document), returnsColumns, RETURNS_WIDTHS, returnsRows(document), colours),
  ];
}

/** A row for each setting; below it the interval of what has one, its lower end and its upper end, which beside the figures would not fit. */
function settingTable(caption: string, columns: readonly RepeatColumn[], widths: readonly number[], rows: readonly (readonly RepeatCell[])[], colours: Colours): string[] {
  const line = (cells: readonly string[]): string => cells.map((text, column) => text.padStart(widths[column]!)).join("");
  const end = (name: string, cells: readonly RepeatCell[], which: 0 | 1): string => colours.dim(line([name, ...cells.slice(1).map(({ bounds }) => bounds?.[which] ?? "")]));
  const hasBounds = rows.some((cells) => cells.some(({ bounds }) => bounds !== null));
  const lines = rows.flatMap((cells) => [line(cells.map(({ text }) => text)), ...(hasBounds ? [end("from", cells, 0), end("to", cells, 1)] : [])]);
  return rows.length === 0 ? [] : [[wrapped(`${caption}.${hasBounds ? " Below each row the 95% interval of its means." : ""}`), colours.dim(line(columns.map(([short]) => short))), ...lines].join("\n")];
}

/** How many of each verdict, and the score. */
function verdicts({ hypotheses, resilience }: ResultDocument, colours: Colours): string {
  const of = (verdict: JudgedHypothesis["verdict"]): JudgedHypothesis[] => hypotheses.filter((hypothesis) => hypothesis.verdict === verdict);
  const [held, broken, undecided] = [of("held"), of("broken"), of("undecided")];
  const counts = [
    ...(held.length > 0 ? [colours.green(`${held.length} held`)] : []),
    ...(broken.length > 0 ? [colours.red(`${broken.length} broken`)] : []),
    ...(undecided.length > 0 ? [colours.yellow(`${undecided.length} undecided`)] : []),
  ];
  return `Hypotheses: ${counts.join(", ")}${resilience === undefined ? "" : `. ${scoreSentence(resilience)}`}`;
}
