/** The look of what planners read: map, story by the hour, small pictures, situation report. It comes after the style of every page. */
export const plannerStyle = `
.lead { font-size: 1.375rem; line-height: 1.35; font-weight: bold; max-width: 46rem; }
.lead ~ .answer { font-size: 1.0625rem; line-height: 1.5; max-width: 42rem; }
figcaption { max-width: 42rem; margin-top: .5rem; }
.storyline { list-style: none; margin: 1.5rem 0 1rem; padding: 0; max-width: 48rem; }
.storyline li { display: grid; grid-template-columns: 3.75rem 1fr; gap: 0 .75rem; padding: .35rem 0 .35rem .75rem; border-left: 4px solid var(--line); }
.storyline .day { grid-column: 1 / -1; font-weight: bold; padding: .5rem 0 .25rem; }
.storyline time { color: var(--grey); font-variant-numeric: tabular-nums; }
.storyline .lost, .storyline .peak { border-left-color: #a5281b; }
.storyline .back, .storyline .normal { border-left-color: #00662f; }
.storyline .told, .storyline .found { border-left-color: var(--blue); }
.multiples { max-width: none; }
.smalls { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 1rem 1.5rem; }
.smalls svg { display: block; width: 100%; max-width: 17rem; height: auto; }
dfn { font-style: normal; }
.situation { margin: 0; }
.situation > div { display: grid; grid-template-columns: 9rem 1fr; gap: 0 1rem; padding: .5rem 0; border-bottom: 1px solid var(--line); }
.situation dt { font-weight: bold; }
.situation dd p { margin: 0 0 .35rem; max-width: none; }
.exercise { border: 2px solid var(--ink); padding: .35rem .75rem; font-weight: bold; max-width: none; }
@media screen and (max-width: 44rem) {
  .lead { font-size: 1.1875rem; }
  .situation > div { grid-template-columns: 1fr; }
  .smalls { grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); }
}
@media print {
  .lead { font-size: 13pt; max-width: none; }
  .lead ~ .answer { font-size: 1rem; max-width: none; }
  body:has(.situation) h1 { font-size: 14pt; margin: .25rem 0 .5rem; }
  body:has(.situation) section, body:has(.situation) p.note, body:has(.situation) footer p { margin: .35rem 0 0; }
  .exercise { margin: 0 0 .35rem; padding: .15rem .5rem; font-size: 9pt; }
  .situation { font-size: 8.5pt; line-height: 1.25; }
  .situation > div { grid-template-columns: 6rem 1fr; padding: .25rem 0; }
  .situation dd p { margin: 0 0 .15rem; }
  .storyline { max-width: none; }
  .storyline li { padding: .2rem 0 .2rem .75rem; break-inside: avoid; }
  .storyline .day { break-after: avoid; }
  .smalls { grid-template-columns: repeat(3, 1fr); }
  .smalls svg { break-inside: avoid; }
  figure.map { max-width: 12cm; }
  figure.map.single { max-width: 7cm; }
  #hours-table, #ring-table { font-size: 7.75pt; }
  details table { font-size: 6.75pt; overflow-wrap: anywhere; }
  :is(#hours-table, #ring-table, details table) :is(th, td) { padding-right: .4rem; min-width: 0; }
  :is(#hours-table, details table) .interval { white-space: normal; font-size: 6.75pt; }
  section:has(> .turn) { break-after: page; }
  body:has(.turn) { line-height: 1.3; }
  body:has(.turn) h1 { font-size: 14pt; margin: .25rem 0; }
  body:has(.turn) h2 { font-size: 12pt; margin: .5rem 0 .25rem; }
  body:has(.turn) section { margin: 2.5mm 0; padding-top: .3rem; }
  body:has(.turn) :is(ul, header) { margin: 0; }
  body:has(.turn) .answer { font-size: 10.5pt; line-height: 1.35; margin: .25rem 0 .5rem; }
  body:has(.turn) :is(section p:not(.answer, .note), li) { font-size: 9pt; margin-bottom: .25rem; }
  body:has(.turn) .figures { margin: .35rem 0; }
  body:has(.turn) .figures :is(dd, dt) { margin: 0; font-size: 8.5pt; }
  body:has(.turn) .figures .value { font-size: 13pt; }
  body:has(.turn) .note { font-size: 8.5pt; margin: .35rem 0; }
  body:has(.turn) table { font-size: 8pt; margin: .25rem 0; }
  body:has(.turn) :is(th, td) { padding-top: .2rem; padding-bottom: .2rem; }
  :is(#options-table, #sets-table) .interval { display: inline; }
  #frontier ~ figure { max-width: 14cm; margin: 0; }
}
`;
