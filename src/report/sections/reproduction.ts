/** All that is needed to get the same numbers again. */
import type { ResultDocument } from "../../result/document.js";
import { unfolded } from "../figure.js";
import { simulatedRuns } from "../find.js";
import { html, type Html } from "../html.js";
import { section } from "../section.js";
import { shellWord } from "../shell-word.js";
import { percentOf } from "../slack.js";

const stops: Readonly<Record<ResultDocument["stoppedBy"], string>> = {
  replications: "the scenario or the command line fixed their number",
  precision: "the means were known as precisely as was asked for, at two looks in a row",
  decided: "every hypothesis was decided",
  maximum: "the greatest number allowed was reached before that was reached which they were to go on until",
  time: "the time allowed ran out",
};

export function reproduction({ scenario, inputs, seed, version, schema, stoppedBy, intervals, tolerance, untilDecided, outcomes, slack, returns, warnings }: ResultDocument): Html {
  const replications = simulatedRuns({ outcomes });
  const facts: readonly (readonly [string, Html])[] = [
    ["Outage Lab", html`version ${version}, result schema ${schema}`],
    ["Seed", html`<code>${seed}</code>`],
    ["Simulated runs", html`${replications}; ${stops[stoppedBy]}`],
    ["Scenario hash", html`<code>${scenario.hash}</code>`],
    ...inputs.map(({ path, sha256 }): readonly [string, Html] => [`Input ${path}`, html`SHA-256 <code>${sha256}</code>`]),
  ];
  // A number that the run chose is not to be mistaken for one that was fixed: intervals and verdicts differ.
  const number = intervals === "student" && untilDecided !== true ? `--replications ${replications}` : [
    `--max-replications ${replications}`,
    ...(tolerance === undefined ? [] : [`--precision ${percentOf(tolerance)}`]), ...(untilDecided === undefined ? [] : ["--until-decided"]),
  ].join(" ");
  const beside = inputs.length === 0 ? "" : ` The ${inputs.length === 1 ? "file named under Input" : "files named under Input"} must lie beside FILE, at the same ${inputs.length === 1 ? "path" : "paths"}.`;
  return section("reproduce", "How to get the same numbers again", html`<p>Save the scenario below as a file, here called <code>FILE</code>, and run this with the same version. Every number is the same to the last digit, on any machine and with any number of threads.${beside}</p>
<pre class="command"><code>outagelab run FILE --seed ${shellWord(seed)} ${number}${slack === undefined ? "" : ` --slack ${slack.map((level) => percentOf(level.slack)).join(",")}`}${returns === undefined ? "" : ` --returns ${returns.map(({ factor }) => factor).join(",")}`}</code></pre>
<dl class="facts">
${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl>
<h3>Warnings</h3>
${warnings.length === 0 ? html`<p>None.</p>\n` : html`<ul>${warnings.map((warning) => html`<li>${warning}</li>`)}</ul>\n`}${unfolded("The scenario", html`<pre class="scenario" tabindex="0" role="region" aria-label="Text of the scenario"><code>${scenario.text}</code></pre>
`)}`);
}
