/** What was lost, and when. */
import type { ResultDocument } from "../../result/document.js";
import { placeInWords, shortly } from "../charts/timeline.js";
import { moment } from "../dates.js";
import { conflictIn, toldIn } from "../directive-words.js";
import { figure, type PageChart } from "../figure.js";
import { figureOf, isNothing } from "../find.js";
import { html, type Html } from "../html.js";
import { storyOf } from "../incident-words.js";
import { withinSentence } from "../labels.js";
import { hidesRegions, lossesOf } from "../losses.js";
import { about, exact } from "../numbers.js";
import { inOrder } from "../outages.js";
import { table } from "../table.js";
import { section } from "../section.js";

export function timeline(document: ResultDocument, charts: readonly PageChart[]): Html {
  const losses = lossesOf(document);
  const where = losses[0]?.where;
  const more = where !== undefined && hidesRegions(document) ? html`<p>${shownIn(document, where)}</p>\n` : null;
  const numbers = table(
    "timeline-table", "Services and capabilities, and when they were lost or slow",
    [{ head: "What" }, { head: "State" }, { head: "From" }, { head: "To" }],
    [
      { head: "Services", rows: losses.filter(({ kind }) => kind === "service") },
      { head: "What practices can do", rows: losses.filter(({ kind }) => kind === "capability") },
    ].filter(({ rows }) => rows.length > 0).map(({ head, rows }) => ({
      head, rows: rows.flatMap(({ labels, stretches }) => stretches.map((stretch) => [labels.join(", "), shortly(stretch), moment(stretch.from), moment(stretch.to)])),
    })),
  );
  return section("timeline", "What was lost, and when", html`${wentWrong(document)}${wasTold(document)}${losses.length === 0 ? html`<p>No service was lost and none was slow.</p>\n` : html`${more}${figure(charts, "timeline", numbers)}`}`);
}

function shownIn(document: ResultDocument, where: string): string {
  const others = where === "all" ? "Single regions" : "The others";
  const place = placeInWords(document, where);
  return `Shown ${where === "all" && place !== "Everywhere" ? `are ${withinSentence(place)}` : `is ${place}`}. ${others} stand in the table of the timeline, timeline.csv.`;
}

/** Incidents that are told one by one; of more, the rest are named. */
const MOST_INCIDENTS = 12;

/** The story of each incident. What it was called has no part in the simulation, and stands beside what the simulation finds. */
function wentWrong(document: ResultDocument): Html | null {
  const incidents = inOrder(document.incidents);
  if (incidents.length === 0) return null;
  const rest = incidents.slice(MOST_INCIDENTS).map(({ name }) => name);
  const impact = incidents.some(({ severity }) => severity !== null) ? impactOf(document) : "";
  return html`<dl class="incidents">${incidents.slice(0, MOST_INCIDENTS).map((incident) => html`<dt>${incident.name}</dt>
<dd>${storyOf(incident).join(" ")}${incident.severity === null || incidents.length > 1 ? "" : ` ${impact}`}</dd>
`)}</dl>
${rest.length > 0 ? html`<p>Not told here, but in result.json: ${rest.join("; ")}.</p>
` : null}${incidents.length > 1 && impact !== "" ? html`<p>${impact}</p>
` : null}`;
}

/** What nation and ICB say, in order of time; that they say nothing, where something goes wrong. */
function wasTold({ directives, incidents }: ResultDocument): Html | null {
  if (directives.length === 0) return incidents.length === 0 ? null : html`<p>In this scenario nobody tells practices or patients what to do: each practice goes on by its habits.</p>\n`;
  const conflict = conflictIn(directives);
  return html`<h3>What practices and patients were told</h3>
<dl class="incidents">${[...directives].sort((a, b) => (a.at < b.at ? -1 : 1)).map((directive) => html`<dt>${directive.name}</dt>
<dd>${toldIn(directive)}</dd>
`)}</dl>
${conflict === null ? null : html`<p>${conflict}</p>
`}`;
}

/** `Simulated impact: about 12,000 appointments disrupted, …`. */
function impactOf(document: ResultDocument): string {
  const parts = ([["appointmentsDisrupted", "appointments disrupted"], ["contactsNotConnected", "calls and online requests not connected"], ["needUnmetSameDay", "same-day needs not met that day"]] as const).flatMap(([id, words]) => {
    const row = figureOf(document, id);
    return row === undefined || isNothing(row) ? [] : [`${about(row)} ${words}`];
  });
  const { length } = document.incidents;
  return `Simulated impact${length < 2 ? "" : ` of ${length === 2 ? "both" : `all ${exact(length)}`} together`}: ${parts.length === 0 ? "none" : parts.join(", ")}.`;
}
