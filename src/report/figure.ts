/** A chart on the page: for wide and narrow screens, in words, and with its numbers behind it. */
import { html, raw, type Content, type Html } from "./html.js";

export interface PageChart {
  readonly name: string;
  /** Trusted: drawn by this program. */
  readonly svg: string;
  /** The same for a telephone; without it the wide one is made smaller. */
  readonly narrow?: string;
  readonly alternative: string;
}

/** The chart with this name, or of several names the first that there is, and `numbers` to unfold below; the numbers alone where there is none. */
export function figure(charts: readonly PageChart[], names: string | readonly string[], numbers: Html): Html {
  const chart = [names].flat().map((name) => charts.find((each) => each.name === name)).find((each) => each !== undefined);
  if (chart === undefined) return unfolded("The numbers", numbers);
  const both = chart.narrow === undefined ? silent(chart.svg) : html`<div class="wide">${silent(chart.svg)}</div><div class="narrow">${silent(chart.narrow)}</div>`;
  return html`<figure>
<div class="chart" role="img" aria-label="${chart.alternative.replace(/[^.]$/, "$&.")} The numbers are in the table below the chart.">${both}</div>
${unfolded("The numbers behind this chart", numbers)}</figure>
`;
}

/** What stands beside it says what it shows, once for both sizes. */
function silent(svg: string): Html {
  return raw(svg.replace(/ role="img" aria-label="[^"]*"/, " aria-hidden=\"true\""));
}

/** Folded on a screen. On paper stands what a reader has unfolded, and what is `printed` in any case. */
export function unfolded(summary: Content, content: Content, paper: "printed" | "left out" = "left out"): Html {
  return html`<details${paper === "printed" ? html` class="printed"` : null}><summary>${summary}</summary>
${content}</details>
`;
}
