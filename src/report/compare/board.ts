/** The page of a comparison: what a board reads before it decides. */
import type { DecisionDocument } from "../../result/decision-document.js";
import type { PageChart } from "../figure.js";
import { shell } from "../shell.js";
import { answer } from "./sections/answer.js";
import { assumptions, prices } from "./sections/assumptions.js";
import { acceptability, changes, frequency } from "./sections/doubts.js";
import { frontier, options, otherEffects, sets } from "./sections/options.js";
import { protection } from "./sections/protection.js";
import { pounds } from "./words.js";

/** A complete HTML document: on two sides of A4 what one decides by, then the working. Every text of `document` is escaped; `svg` of a chart is trusted. A chart that is missing leaves its table. */
export function boardPage(document: DecisionDocument, charts: readonly PageChart[]): string {
  const { scenario, version, decision: { budget } } = document;
  const leading = sets(document);
  return shell({
    name: `Options, ${scenario.name}`,
    question: budget === null ? "Which option averts most for its price?" : `What should ${pounds(budget)} buy against an outage like this?`,
    contents: [
      ["answer", "Recommendation"], ["options", "Options"], ["frontier", "Frontier"], ["protection", "Not protected"], ["assumptions", "Assumptions"], ...(leading === null ? [] : [["sets", "Sets"] as const]), ["effects", "Other effects"],
      ["frequency", "How often"], ["acceptability", "Worth"], ["changes", "What changes it"], ["prices", "Prices"],
    ],
    sections: [
      answer(document), options(document), frontier(document, charts), protection(document), assumptions(document),
      leading, otherEffects(document), frequency(document), acceptability(document, charts), changes(document, charts), prices(document),
    ],
    footer: `Made with Outage Lab ${version}, a simulation, from the figures that compare.json beside this page holds unrounded.`,
  });
}
