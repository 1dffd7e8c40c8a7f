/** The report of a run. */
import type { ResultDocument } from "../result/document.js";
import type { PageChart } from "./figure.js";
import type { Html } from "./html.js";
import { answer } from "./sections/answer.js";
import { assumptions } from "./sections/assumptions.js";
import { backlog } from "./sections/backlog.js";
import { days } from "./sections/days.js";
import { elsewhere, isFeltElsewhere } from "./sections/elsewhere.js";
import { hypotheses } from "./sections/hypotheses.js";
import { outcomes } from "./sections/outcomes.js";
import { practices } from "./sections/practices.js";
import { reproduction } from "./sections/reproduction.js";
import { hasStory, story } from "./sections/story.js";
import { timeline } from "./sections/timeline.js";
import { workload } from "./sections/workload.js";
import { shell } from "./shell.js";

export type { PageChart } from "./figure.js";

const contents: readonly (readonly [id: string, name: string])[] = [
  ["answer", "Answer"], ["story", "Known and assumed"], ["timeline", "What was lost"], ["days", "Day by day"], ["backlog", "Digging out"], ["workload", "Extra hours"], ["elsewhere", "Elsewhere"], ["practices", "Practices"],
  ["hypotheses", "Hypotheses"], ["outcomes", "Outcomes"], ["assumptions", "Assumptions"], ["reproduce", "Reproduce"],
];

/** A complete HTML document. Every text of `document` is escaped; `svg` of a chart is trusted. A chart that is missing leaves its table. */
export function page(document: ResultDocument, charts: readonly PageChart[]): string {
  const shown = contents.filter(([id]) => (id !== "elsewhere" || isFeltElsewhere(document)) && (id !== "story" || hasStory(document)));
  return shell({
    name: document.scenario.name, question: document.scenario.question, contents: shown, sections: sections(document, charts),
    footer: `Made with Outage Lab ${document.version}, a simulation. It shows what could happen under the assumptions above, not what did happen to any practice or patient.`,
  });
}

function sections(document: ResultDocument, charts: readonly PageChart[]): Html[] {
  return [
    answer(document), ...(hasStory(document) ? [story(document)] : []), timeline(document, charts), days(document, charts), backlog(document, charts), workload(document, charts),
    ...(isFeltElsewhere(document) ? [elsewhere(document)] : []), practices(document),
    hypotheses(document), outcomes(document), assumptions(document), reproduction(document),
  ];
}
