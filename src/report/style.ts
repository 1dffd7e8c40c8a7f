/**
 * The look of the page on screens from 360 pixels, light or dark as the reader's machine is set, and on A4. Contrasts of writing are 4.5 to 1 or better. Nothing moves. Charts keep their white ground: what their colours mean is chosen for it.
 */
export const style = `
:root { color-scheme: light; --paper: #fff; --ink: #212b32; --grey: #4c6272; --blue: #005eb8; --line: #d8dde0; --pale: #f0f4f5; --green: #00662f; --red: #a5281b; --edge: #687a86; }
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; --paper: #14191d; --ink: #e6ebee; --grey: #a9b8c2; --blue: #7fb8f0; --line: #3a464e; --pale: #20282e; --green: #6fce97; --red: #ff9d8f; --edge: #8b9ba6; }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 Arial, Helvetica, sans-serif; overflow-wrap: break-word; }
header, main, footer, nav { max-width: 60rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 1.5rem; }
.kicker { margin: 0; color: var(--blue); font-weight: bold; }
.kicker .name { margin-left: .75rem; color: var(--grey); font-size: .875rem; font-weight: normal; overflow-wrap: anywhere; }
h1 { margin: .5rem 0 1rem; font-size: 1.875rem; line-height: 1.2; max-width: 28em; }
h2 { margin: 0 0 .75rem; font-size: 1.5rem; line-height: 1.2; }
h3 { margin: 1.5rem 0 .5rem; font-size: 1.125rem; }
section { margin: 2.5rem 0; padding-top: 1rem; border-top: 3px solid var(--blue); }
p, ul { margin: 0 0 1rem; max-width: 42rem; }
a { color: var(--blue); }
:focus-visible { outline: 3px solid #ffb81c; outline-offset: 2px; box-shadow: 0 0 0 2px var(--ink); }
.skip { position: absolute; left: -999rem; padding: .5rem 1rem; background: var(--paper); }
.skip:focus { left: 1rem; top: .5rem; }
nav { padding-bottom: .5rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin: 0; padding: 0; max-width: none; list-style: none; font-size: .9375rem; }
nav a { display: inline-block; padding: .25rem 0; }
.answer { font-size: 1.25rem; line-height: 1.45; max-width: 46rem; }
.warnings { border-left: 4px solid var(--orange, #E69F00); padding: .25rem .75rem; margin: 1rem 0; }
.warnings p { margin: .25rem 0; }
.note, footer { color: var(--grey); font-size: .9375rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 1.25rem 2rem; margin: 1.5rem 0; }
.figures > div { display: grid; grid-row: span 4; grid-template-rows: subgrid; gap: 0; border-left: 4px solid var(--blue); padding-left: .75rem; }
.figures dt { font-weight: bold; }
dd { margin: 0; }
.incidents { max-width: 42rem; margin: 0 0 1rem; }
.incidents dt { font-weight: bold; }
.incidents dd { margin: 0 0 .75rem; }
.figures .value { font-size: 1.75rem; line-height: 1.2; font-weight: bold; color: var(--blue); }
.figures .range { font-size: .9375rem; }
.definition { display: block; color: var(--grey); font-size: .875rem; line-height: 1.4; font-weight: normal; max-width: 40rem; }
.figures .definition { margin-top: .25rem; }
figure { position: relative; margin: 1.25rem 0 1.5rem; max-width: 45rem; }
.chart svg { display: block; max-width: 100%; height: auto; overflow: visible; }
@media screen and (prefers-color-scheme: dark) { .chart { background: #fff; padding: .75rem; } }
.chart .at { stroke: #212b32; stroke-width: 2; }
.chart .at[opacity="0"] { opacity: .12; }
.nearest { position: absolute; margin: 0; padding: .25rem .5rem; max-width: 20rem; background: #212b32; color: #fff; border: 1px solid #fff; font-size: .875rem; line-height: 1.35; pointer-events: none; }
.hint { display: none; color: var(--grey); font-size: .875rem; }
.chart:focus-visible ~ .hint { display: block; }
.narrow { display: none; }
.pairs { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 0 2rem; align-items: start; }
#warm-up-table .verdict { white-space: normal; }
.sources { max-width: 46rem; }
.pairs > figure { min-width: 0; }
.pairs table { font-size: .8125rem; }
.pairs th, .pairs td { padding-right: .5rem; }
.pairs tbody th { min-width: 0; }
.pairs td.number { white-space: normal; }
.pairs .interval { white-space: nowrap; }
details { margin: .75rem 0; }
summary { color: var(--blue); cursor: pointer; text-decoration: underline; padding: .25rem 0; }
.scroll { overflow-x: auto; margin: 0 0 1.5rem; max-width: 100%; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.4; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: bold; padding: .25rem 0 .5rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem 1rem .4rem 0; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; }
tbody th { font-weight: normal; min-width: 8rem; overflow-wrap: anywhere; }
.sorts thead button { all: unset; cursor: pointer; color: inherit; font-weight: bold; text-decoration: underline dotted; text-underline-offset: .2em; min-height: 1.5rem; }
.sorts thead button:focus-visible { outline: 3px solid #ffb81c; box-shadow: 0 0 0 5px #212b32; }
[aria-sort=ascending] button::after { content: " \u25b2" / ""; }
[aria-sort=descending] button::after { content: " \u25bc" / ""; }
.chooser { margin: 0 0 1.5rem; padding: .75rem 1rem; background: var(--pale); }
.chooser label { display: block; font-weight: bold; margin-bottom: .25rem; }
.chooser input { font: inherit; width: 100%; max-width: 24rem; padding: .35rem .5rem; color: var(--ink); background: var(--paper); border: 2px solid var(--edge); }
.chooser p { margin: .5rem 0 0; }
.chooser .facts { max-width: 42rem; margin: .5rem 0 0; }
.chooser .facts div { grid-template-columns: 2fr 1fr; }
.group th { font-weight: bold; padding-top: 1rem; }
.number { text-align: right; }
td.number { white-space: nowrap; }
th:last-child, td:last-child { padding-right: 0; }
.interval { display: block; color: var(--grey); font-size: .8125rem; }
.cards tbody th { min-width: 11rem; }
.code { color: var(--grey); font-size: .8125rem; font-weight: normal; overflow-wrap: anywhere; }
.whole { white-space: nowrap; }
.lines { white-space: pre-wrap; overflow-wrap: anywhere; }
.grade { color: var(--grey); white-space: nowrap; }
.changed { background: var(--blue); color: var(--paper); padding: 0 .35rem; font-weight: normal; }
.verdict { font-weight: bold; white-space: nowrap; }
.verdict.held { color: var(--green); }
.verdict.broken { color: var(--red); }
.facts div { display: grid; grid-template-columns: 12rem 1fr; gap: 0 1rem; padding: .4rem 0; border-bottom: 1px solid var(--line); }
.facts dt { font-weight: bold; overflow-wrap: anywhere; min-width: 0; }
.facts dd { overflow-wrap: anywhere; min-width: 0; }
pre { background: var(--pale); padding: .75rem 1rem; margin: 0 0 1rem; font: .875rem/1.45 Consolas, Menlo, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
code { font-family: Consolas, Menlo, monospace; font-size: .9em; }
pre code { font-size: 1em; }
footer { padding-bottom: 2rem; }
@media screen and (max-width: 44rem) {
  body { font-size: 1rem; }
  h1 { font-size: 1.375rem; }
  h2 { font-size: 1.3125rem; }
  .answer { font-size: 1.125rem; }
  .wide { display: none; }
  .narrow { display: block; }
  .narrow svg { width: 100%; }
  .facts div { grid-template-columns: 1fr; }
  th, td { padding-right: .5rem; }
  tbody th { min-width: 0; }
  .scroll td.number { white-space: normal; }
  .cards, .cards caption, .cards tbody, .cards tr, .cards tbody th { display: block; }
  .cards:not(.sorts) thead { position: absolute; left: -999rem; }
  .cards.sorts thead { display: block; }
  .cards.sorts thead tr { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
  .cards.sorts thead tr::before { content: "Sort by"; color: var(--grey); }
  .cards.sorts thead th { border: 0; padding: 0; text-align: left; }
  .cards tr { padding: .4rem 0; border-bottom: 1px solid var(--line); }
  .cards tbody th { font-weight: bold; border: 0; padding: 0 0 .2rem; }
  .cards .group th { padding: 1rem 0 .2rem; font-size: 1.0625rem; }
  .cards td { display: flex; flex-wrap: wrap; gap: 0 .35rem; border: 0; padding: .1rem 0; text-align: right; justify-content: flex-end; }
  .scroll .cards td.number { white-space: nowrap; }
  .interval { display: inline; }
  .cards td::before { content: attr(data-head); color: var(--grey); text-align: left; white-space: normal; flex: 1; min-width: 7.5rem; padding-right: .5rem; }
}
@page { size: A4; margin: 16mm 15mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Arial, Helvetica, sans-serif; } }
@media print {
  html { font-size: 10pt; }
  body { font-size: 1rem; }
  header, main, footer { max-width: none; padding: 0; }
  nav, .skip, .chooser, .nearest, .hint, details:not(.printed, [open]) { display: none; }
  .sorts thead button { text-decoration: none; }
  [aria-sort] button::after { content: none; }
  tr[hidden] { display: table-row !important; }
  .printed { margin: 0; }
  .printed summary { display: none; }
  .printed::details-content { display: block; content-visibility: visible; }
  h1 { font-size: 18pt; }
  p { break-inside: avoid; }
  p, ul { max-width: none; }
  section > h2 + p { break-after: avoid; }
  h2 { font-size: 14pt; }
  h2, h3, caption, thead { break-after: avoid; }
  section { margin: 8mm 0; border-top-width: 1.5pt; }
  .answer { font-size: 12pt; max-width: none; }
  .figures { grid-template-columns: repeat(3, 1fr); gap: 4mm; }
  .figures .value { font-size: 15pt; }
  .figures > div, figure, tr, .facts div { break-inside: avoid; }
  figure { max-width: 14.2cm; margin: 2mm 0; }
  .wide svg { width: 100%; }
  .pairs { grid-template-columns: 1fr 1fr; gap: 0 6mm; }
  .pairs .wide { display: none; }
  .pairs .narrow { display: block; }
  .pairs .narrow svg { width: 100%; }
  table { font-size: 8.5pt; }
  .scroll { overflow: visible; }
  td.number { white-space: normal; }
  #outcomes-table td.number, .interval { white-space: nowrap; }
  thead { display: table-header-group; }
  .group, dt { break-after: avoid; }
  li, dd { break-inside: avoid; }
  pre { background: none; border: 1px solid var(--line); font-size: 7.5pt; }
  a { color: inherit; text-decoration: none; }
}
`;
