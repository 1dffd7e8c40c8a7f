/** The page of two results side by side. */
import type { PageChart } from "../figure.js";
import { shell } from "../shell.js";
import { answer } from "./sections/answer.js";
import { chartSection } from "./sections/charts.js";
import { figures } from "./sections/figures.js";
import { scenarios } from "./sections/scenarios.js";
import type { Pair } from "./pair.js";

/** A complete HTML document. Every text of both is escaped; `svg` of a chart is trusted. */
export function sideBySidePage(pair: Pair, charts: readonly PageChart[]): string {
  const { a, b } = pair;
  return shell({
    name: a.scenario.name === b.scenario.name ? a.scenario.name : `${a.scenario.name} and ${b.scenario.name}`,
    question: "Two results side by side: what is different?",
    contents: [["answer", "Answer"], ["scenarios", "Scenarios"], ["figures", "Answers of both"], ["charts", "Charts"]],
    sections: [answer(pair), scenarios(pair), figures(pair), chartSection(pair, charts)],
    footer: `Made with Outage Lab ${a.version === b.version ? a.version : `${a.version} (A) and ${b.version} (B)`}, a simulation. It shows what could happen under assumptions, which the page of each result lists, not what did happen to any practice or patient.`,
  });
}
