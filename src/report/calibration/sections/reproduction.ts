/** All that is needed to get the same figures again. */
import type { CalibrationDocument } from "../../../result/calibration-document.js";
import { html, type Html } from "../../html.js";
import { exact } from "../../numbers.js";
import { section } from "../../section.js";
import { shellWord } from "../../shell-word.js";

export function reproduction({ region, neighbourhoods: { simulated, of }, replications, full, seed, version, schema }: CalibrationDocument): Html {
  const facts: readonly (readonly [string, Html])[] = [
    ["Outage Lab", html`version ${version}, schema ${schema}`],
    ["Seed", html`<code>${seed}</code>`],
    ["Simulated", html`${exact(simulated)} of ${exact(of)} neighbourhoods, ${replications} ${replications === 1 ? "replication" : "replications"}`],
    ["Unrounded", html`<code>calibration.json</code>, and <code>tables/calibration.csv</code> with a line for each figure, beside this page`],
  ];
  return section("reproduce", "How to get the same figures again", html`<p>Run this with the same version. Every figure is the same to the last digit, on any machine and with any number of threads.</p>
<pre class="command"><code>outagelab calibrate --region ${shellWord(region)}${full ? " --full" : ""} --neighbourhoods ${simulated} --replications ${replications} --seed ${shellWord(seed)}</code></pre>
<dl class="facts">
${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl>
`);
}
