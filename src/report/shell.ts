/** What every page is made of: one HTML file that needs nothing else, for a screen of any width and for paper. */
import { html, raw, type Content } from "./html.js";
import { plannerStyle } from "./planner-style.js";
import { policyFor } from "./policy.js";
import { script } from "./script.js";
import { style } from "./style.js";

export interface Shell {
  /** What the page is of. */
  readonly name: string;
  /** The question that it answers. */
  readonly question: string;
  /** Its sections, in their order; none of what fits on a page. */
  readonly contents: readonly (readonly [id: string, name: string])[];
  readonly sections: Content;
  readonly footer: string;
}

/** A complete HTML document. Texts are escaped. */
export function shell({ name, question, contents, sections, footer }: Shell): string {
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(style + plannerStyle, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${name} – Outage Lab</title>
<style>${raw(style + plannerStyle)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<header>
<p class="kicker">Outage Lab <span class="name">${name}</span></p>
<h1>${question}</h1>
</header>
${contents.length === 0 ? null : html`<nav aria-label="Contents"><ul>${contents.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
`}<main id="main" tabindex="-1">
${sections}</main>
<footer><p>${footer}</p></footer>
<script>${raw(script)}</script>
</body>
</html>
`.markup;
}
