import { expect, test } from "vitest";
import { timelineOf } from "../../src/experiment/timeline.js";
import { capabilities, undisturbed, type Disruption, type History, type Steps } from "../../src/infrastructure/disruption.js";
import { at, period } from "../outcomes/journal-builder.js";
import { estate } from "./estate-of-three.js";

const none: Steps = { times: [], level: [], slowness: [] };
const history = (steps: Steps, label: string): History => ({
  capabilities: capabilities.map((capability) => (capability === "telephone" ? steps : none)), services: [{ component: "phones", label, steps }],
});

test("levels are means over a region's patients, untouched practices included; a region that goes through nothing has no row", () => {
  // Of 20,000 patients in A: 5,000 down from 09:00 to 12:00, 10,000 at half level from 10:00 to 12:00 and then slow until 15:00.
  const down = history({ times: [at(3, 9), at(3, 12)], level: [0, 1], slowness: [1, 1] }, "Telephones");
  const half = history({ times: [at(3, 10), at(3, 12), at(3, 15)], level: [0.5, 1, 1], slowness: [1, 1.2, 1] }, "Telephones");
  const disruption: Disruption = { histories: [undisturbed, down, half], historyOf: [1, 2, 0, 0], onset: at(3, 9), restored: at(3, 12) };
  const steps = [
    { at: "2023-03-16T09:00", level: 0.75, slowness: 1 }, { at: "2023-03-16T10:00", level: 0.5, slowness: 1 },
    { at: "2023-03-16T12:00", level: 1, slowness: 1.1 }, { at: "2023-03-16T15:00", level: 1, slowness: 1 },
  ];
  expect(timelineOf(estate, disruption, period)).toEqual([
    { what: "phones", label: "Telephones", kind: "service", where: "QA", steps }, { what: "telephone", label: "Telephone", kind: "capability", where: "QA", steps },
  ]);
});

test("a loss of everybody is a level of exactly 0, and one that nobody's horizon sees is none", () => {
  const down = history({ times: [at(3, 9.001), at(40, 9)], level: [0, 1], slowness: [1, 1] }, "Telephones");
  const disruption: Disruption = { histories: [down], historyOf: [0, 0, 0, 0], onset: at(3, 9), restored: Infinity };
  // A step within a minute counts from the next full one.
  for (const { steps } of timelineOf(estate, disruption, period)) expect(steps).toEqual([{ at: "2023-03-16T09:01", level: 0, slowness: 1 }]);
});
