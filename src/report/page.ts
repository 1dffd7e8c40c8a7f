/** The report of a run. */
import type { ResultDocument } from "../result/document.js";
import type { PageChart } from "./figure.js";
import type { Html } from "./html.js";
import type { Outline } from "./outline.js";
import { action } from "./sections/action.js";
import { answer } from "./sections/answer.js";
import { assumptions } from "./sections/assumptions.js";
import { backlog } from "./sections/backlog.js";
import { days } from "./sections/days.js";
import { elsewhere, isFeltElsewhere } from "./sections/elsewhere.js";
import { hypotheses } from "./sections/hypotheses.js";
import { hasMap, map } from "./sections/map.js";
import { outcomes } from "./sections/outcomes.js";
import { practices } from "./sections/practices.js";
import { reproduction } from "./sections/reproduction.js";
import { hasStory, story } from "./sections/story.js";
import { hasStoryline, storyline } from "./sections/storyline.js";
import { timeline } from "./sections/timeline.js";
import { workload } from "./sections/workload.js";
import { shell } from "./shell.js";

export type { PageChart } from "./figure.js";

const contents: readonly (readonly [id: string, name: string])[] = [
  ["answer", "Answer"], ["action", "What to do"], ["hours", "Hour by hour"], ["map", "Where"], ["timeline", "What was lost"], ["days", "Day by day"], ["backlog", "Digging out"], ["workload", "Extra hours"], ["elsewhere", "Elsewhere"], ["practices", "Practices"],
  ["story", "Known and assumed"], ["hypotheses", "Hypotheses"], ["outcomes", "Outcomes"], ["assumptions", "Assumptions"], ["reproduce", "Reproduce"],
];

/** A complete HTML document. Every text of `document` is escaped; `svg` of a chart is trusted. A chart that is missing leaves its table. `outline`: in place of squares for ICBs. */
export function page(document: ResultDocument, charts: readonly PageChart[], outline?: Outline): string {
  const hidden: Readonly<Record<string, boolean>> = { elsewhere: !isFeltElsewhere(document), story: !hasStory(document), map: !hasMap(document), hours: !hasStoryline(document) };
  const shown = contents.filter(([id]) => hidden[id] !== true);
  return shell({
    name: document.scenario.name, question: document.scenario.question, contents: shown, sections: sections(document, charts, outline),
    footer: `Made with Outage Lab ${document.version}, a simulation. It shows what could happen under the assumptions above, not what did happen to any practice or patient. On paper stands what is unfolded on the screen; the rest is in the folder tables, beside the page.`,
  });
}

function sections(document: ResultDocument, charts: readonly PageChart[], outline?: Outline): Html[] {
  return [
    answer(document), action(document), ...(hasStoryline(document) ? [storyline(document)] : []), ...(hasMap(document) ? [map(document, outline)] : []), timeline(document, charts), days(document, charts), backlog(document, charts), workload(document, charts),
    ...(isFeltElsewhere(document) ? [elsewhere(document)] : []), practices(document, charts),
    ...(hasStory(document) ? [story(document)] : []), hypotheses(document), outcomes(document), assumptions(document), reproduction(document),
  ];
}
