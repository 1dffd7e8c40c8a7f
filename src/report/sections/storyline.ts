/** The incident hour by hour. */
import type { ResultDocument } from "../../result/document.js";
import { clockOf, dayAndMonth, longDay } from "../dates.js";
import { backlogsOf } from "../find.js";
import { html, type Html } from "../html.js";
import { hoursStrip, stripOf } from "../pictures/hours-strip.js";
import { section } from "../section.js";
import { storylineOf, type Moment } from "../storyline.js";

/** True where there is one story to tell. */
export function hasStoryline(document: ResultDocument): boolean {
  return storylineOf(document).length > 0;
}

export function storyline(document: ResultDocument): Html {
  const moments = storylineOf(document);
  const strip = stripOf(document);
  const picture = (layout: "wide" | "narrow"): Html => html`<div class="${layout}">${hoursStrip(strip!, layout)}</div>`;
  return section("hours", "Hour by hour", html`<p>Open work, which waits for staff, is counted in practice-days; one practice-day is what a practice’s staff do in an ordinary day.</p>
${strip === undefined ? null : html`<figure><div class="chart">${picture("wide")}${picture("narrow")}</div>
<figcaption class="note">Grey bands: systems are away. Pale: practices are closed. Means over simulated runs${backlogsOf(document)?.outage.where === "all" ? ", of all practices" : ""}; figures by the hour stand in series.csv.</figcaption></figure>\n`}
<ol class="storyline">
${moments.map((moment, index) => item(moment, moments[index - 1]))}</ol>
<p class="note">Figures are means over simulated runs; their ranges stand <a href="#days">day by day</a>.${document.typical?.differ === true ? " What is lost and comes back is that of a typical run, the middle one in how much is lost." : ""}</p>
`);
}

/** The date stands where it is new. */
function item({ at, kind, words }: Moment, before: Moment | undefined): Html {
  const isNew = before?.at.slice(0, 10) !== at.slice(0, 10);
  const day = before === undefined ? longDay(at) : dayAndMonth(at);
  return html`<li class="${kind}">${isNew ? html`<span class="day">${day}</span>` : null}<time datetime="${at}">${clockOf(at)}</time><span class="words">${words}</span></li>
`;
}
