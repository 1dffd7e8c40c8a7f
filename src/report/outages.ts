/** Whether a result is about one outage or about several, one after the other. */
import type { IncidentFigures, ResultDocument } from "../result/document.js";
import { after } from "../result/tables.js";
import { exact, plain } from "./numbers.js";

/**
 * Outages in the mean replication: incidents that overlap are one, and those that come back again and again are as many as they are. Of what came and goes in one
 * incident nothing is counted.
 */
export function outagesIn({ incidents }: ResultDocument): number {
  const happening = inOrder(incidents).filter(({ began }) => began !== null);
  let [count, end] = [0, ""];
  for (const incident of happening) {
    if (incident.times.most > 1) {
      count += incident.times.mean;
      continue;
    }
    const { median } = incident.began!;
    if (median >= end) count++;
    const over = incident.backAfter ?? incident.repairedAfter;
    const until = over === null ? median : after(median, Math.ceil(over.median));
    if (until > end) end = until;
  }
  return Math.round(count);
}

/** `10 outages`; `about 400 outages` where runs differ. */
export function outagesInWords(document: ResultDocument): string {
  const count = outagesIn(document);
  const differ = document.incidents.some(({ times }) => times.least !== times.most);
  return `${differ ? `about ${plain(count, 2)}` : exact(count)} outages`;
}

/** By the time of their first beginning; those that never begin last. */
export function inOrder(incidents: readonly IncidentFigures[]): IncidentFigures[] {
  return [...incidents].sort((a, b) => {
    const [one, other] = [a.began?.least ?? "z", b.began?.least ?? "z"];
    return one === other ? 0 : one < other ? -1 : 1;
  });
}
