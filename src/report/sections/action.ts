/** What to do with this: hours to find, the worst day on the telephones, when care is normal again, whom to ring first. */
import type { ResultDocument } from "../../result/document.js";
import { isBeyondHorizon } from "../charts/recovery.js";
import { dayAndMonth, longDate } from "../dates.js";
import { unfolded } from "../figure.js";
import { horizonOf, isWithoutEffect, nameOf, near } from "../find.js";
import { html, type Content, type Html } from "../html.js";
import { partName } from "../labels.js";
import { exact, type Estimate } from "../numbers.js";
import { inRuns, isMadeUp, spared, staffDays, staffRoles, toFind, together, toRing, type StaffDay, type ToRing } from "../outlook.js";
import { hoursSentences, normalSentences, telephoneSentences } from "../planning.js";
import { countedAs, inWords } from "../ranges.js";
import { section } from "../section.js";
import { table } from "../table.js";
import { stacked, stackedBound } from "../values.js";

const TEN = 10;

export function action(document: ResultDocument): Html {
  if (isWithoutEffect(document)) return section("action", "What to do with this", html`<p>Nothing: no practice works differently from an ordinary period.</p>\n`);
  return section("action", "What to do with this", html`
${part("Staff hours to find", [...hoursSentences(document), ...lessAtFirst(document)])}${hoursTable(document)}
${part("The telephones", telephoneSentences(document))}
${part("When routine care is normal again", normalSentences(document))}
${ring(document)}
<p class="note">To send on: the <a href="situation-report.html">situation report</a>, one page of A4. For a spreadsheet: <a href="tables/practices.csv">practices.csv</a>, every practice with its hours by role and its chance of being among the worst tenth.</p>
`);
}

function part(title: string, sentences: readonly string[]): Html {
  return html`<h3>${title}</h3>\n<p>${sentences.map((sentence) => `${sentence}. `)}</p>\n`;
}

/** Why hours to find are more than the net figure. */
function lessAtFirst(document: ResultDocument): string[] {
  const less = together(spared(staffDays(document)).map(({ all }) => all));
  return (less.mean ?? 0) === 0 ? [] : [`On other days, above all while systems are away and much cannot be done, they work ${inWords(less, countedAs.extraWorkHours)}, so that it comes to less in all`];
}

/** The first ten days with hours to find; all of them, and their sum, folded below. */
function hoursTable(document: ResultDocument): Html | null {
  const days = toFind(staffDays(document));
  if (days.length === 0) return null;
  const roles = staffRoles(document);
  const columns = [{ head: "Day" }, ...roles.map((role) => ({ head: partName(role), numeric: true })), { head: "All staff", numeric: true }];
  const row = ({ date, byRole, all }: StaffDay): Content[] => [dayAndMonth(date), ...byRole.map(toFindOf), toFindOf(all)];
  const sum: Content[] = ["All these days", ...roles.map((_, role) => stacked(together(days.map(({ byRole }) => byRole[role]!)))), stacked(together(days.map(({ all }) => all)))];
  const caption = `Staff hours beyond an ordinary period, from ${longDate(days[0]!.date)} on; in brackets the 95% interval of the mean`;
  if (days.length <= TEN) return table("hours-table", caption, columns, [{ rows: [...days.map(row), sum] }]);
  return html`${table("hours-table", `${caption}: the first ${TEN} of ${days.length} days`, columns, [{ rows: days.slice(0, TEN).map(row) }])}
${unfolded(`All ${days.length} days, and their sum`, table("all-hours-table", `${caption}. Ranges of the sum are those of its days added up, so they are no narrower than its own`, columns, [{ rows: [...days.map(row), sum] }]))}`;
}

/** Hours of a role on a day. Those that are a minute or two at most for a whole area are none that anybody could find. */
function toFindOf(hours: Estimate): Content {
  return [hours.mean, hours.low, hours.high].every((value) => Math.abs(value ?? 0) < 0.05) ? "0" : stacked(hours);
}

/** Practices hit worst, most often first. */
function ring(document: ResultDocument): Html | null {
  const practices = toRing(document);
  if (practices.length === 0) return document.places.some(({ kind }) => kind === "practice") ? html`<h3>Practices to ring first</h3>\n<p>This result is too large to hold every practice; practices.csv has each with its chance of being among the worst tenth.</p>\n` : null;
  const isKnown = practices.some(({ chance }) => chance !== undefined);
  const columns = [{ head: "Practice" }, { head: "Patients", numeric: true }, ...(isKnown ? [{ head: "Among the worst tenth", numeric: true }] : []), { head: "Largest backlog, practice-days", numeric: true }, { head: "Working days until normal", numeric: true }, { head: "Extra staff hours", numeric: true }];
  const row = ({ place, chance, peak, recovery, hours }: ToRing, index: number): Content[] => [
    html`${index + 1}. ${near(document, place.name)} <span class="code whole">${place.code}</span>${place.parent === null || nameOf(document, place.parent) === place.name ? null : html`<span class="definition">${near(document, nameOf(document, place.parent))}</span>`}`,
    exact(place.patients), ...(isKnown ? [chance === undefined ? "–" : inRuns(chance)] : []), stacked(peak), recovery === undefined ? "–" : isBeyondHorizon(recovery) ? `beyond ${horizonOf(document)}` : stackedBound(recovery), stacked(hours),
  ];
  return html`<h3>Practices to ring first</h3>
<p>${isKnown ? "Those most often among the tenth hit worst: by the backlog that they carry from day to day, in practice-days; one practice-day is what a practice’s staff do in an ordinary day, so large practices do not come first for their size." : "Those that carry the largest backlog from day to day, in practice-days; one practice-day is what a practice’s staff do in an ordinary day."}${practices.some(({ place }) => isMadeUp(place)) ? " These practices are made up in the likeness of real ones: ring those like them first, or give the scenario your own list." : ""}</p>
${table("ring-table", practices.length > TEN ? `The ${TEN} practices to ring first, of ${exact(practices.length)}` : "Practices, those to ring first on top", columns, [{ rows: practices.slice(0, TEN).map(row) }])}`;
}
