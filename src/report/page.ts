/** The report: one HTML file that needs nothing else, for a screen of any width and for paper. */
import type { ResultDocument } from "../result/document.js";
import type { PageChart } from "./figure.js";
import { html, raw, type Html } from "./html.js";
import { answer } from "./sections/answer.js";
import { assumptions } from "./sections/assumptions.js";
import { backlog } from "./sections/backlog.js";
import { days } from "./sections/days.js";
import { elsewhere, isFeltElsewhere } from "./sections/elsewhere.js";
import { hypotheses } from "./sections/hypotheses.js";
import { outcomes } from "./sections/outcomes.js";
import { practices } from "./sections/practices.js";
import { reproduction } from "./sections/reproduction.js";
import { timeline } from "./sections/timeline.js";
import { workload } from "./sections/workload.js";
import { style } from "./style.js";

export type { PageChart } from "./figure.js";

/** Nothing may be loaded, sent or run: the page is text, its own style and pictures within it. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

const contents: readonly (readonly [id: string, name: string])[] = [
  ["answer", "Answer"], ["timeline", "What was lost"], ["days", "Day by day"], ["backlog", "Digging out"], ["workload", "Extra hours"], ["elsewhere", "Elsewhere"], ["practices", "Practices"],
  ["hypotheses", "Hypotheses"], ["outcomes", "Outcomes"], ["assumptions", "Assumptions"], ["reproduce", "Reproduce"],
];

/** A complete HTML document. Every text of `document` is escaped; `svg` of a chart is trusted. A chart that is missing leaves its table. */
export function page(document: ResultDocument, charts: readonly PageChart[]): string {
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${document.scenario.name} – Outage Lab</title>
<style>${raw(style)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<header>
<p class="kicker">Outage Lab <span class="name">${document.scenario.name}</span></p>
<h1>${document.scenario.question}</h1>
</header>
<nav aria-label="Contents"><ul>${contents.filter(([id]) => id !== "elsewhere" || isFeltElsewhere(document)).map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
<main id="main">
${sections(document, charts)}</main>
<footer><p>Made with Outage Lab ${document.version}, a simulation. It shows what could happen under the assumptions above, not what did happen to any practice or patient.</p></footer>
</body>
</html>
`.markup;
}

function sections(document: ResultDocument, charts: readonly PageChart[]): Html[] {
  return [
    answer(document), timeline(document, charts), days(document, charts), backlog(document, charts), workload(document, charts),
    ...(isFeltElsewhere(document) ? [elsewhere(document)] : []), practices(document),
    hypotheses(document), outcomes(document), assumptions(document), reproduction(document),
  ];
}
