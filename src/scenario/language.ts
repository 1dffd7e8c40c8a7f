/**
 * The scenario language: every setting, its type, its default and what it means. The checker, the types of the compiler and the JSON Schema for editors all
 * come from here. Values stay as they are written; dates and durations are read where they are used.
 */
import * as z from "zod";
import { capabilities } from "../infrastructure/disruption.js";
import type { Expression } from "../infrastructure/model.js";
import { share, workingDays } from "./amounts.js";
import { figures } from "./figures.js";
import { estate } from "./language-estate.js";
import { incident } from "./language-incident.js";
import { directive, laterHabits, MOST_DIRECTIVES, MOST_HABITS } from "./language-policies.js";
import { date, exactlyOne, line, unless } from "./leaf.js";
import { messages } from "./messages.js";
import { selector } from "./language-selector.js";

const calendar = z.strictObject({
  start: date.meta({ description: "First day of the results. The simulation begins earlier, by the warm-up.", examples: ["2023-03-13"] }),
  days: z.int().min(1).max(366).default(56).meta({ description: "Days of results, from the start to the horizon. Eight weeks by default: long enough to see most practices dig out.", examples: [63] }),
  warmUp: z.int().min(0).max(182).default(28).meta({ description: "Days simulated before the start, so that diaries and queues are in their steady state by then. They are not reported.", examples: [28] }),
}).meta({ description: "The days that are simulated. Weekends and bank holidays of England are known.", examples: [{ start: "2023-03-13", days: 63 }] });

const expression: z.ZodType<WrittenExpression, WrittenExpression> = z.lazy(() => z.union([
  line(100),
  z.array(expression).min(1),
  z.strictObject({
    all: z.array(expression).min(1).optional().meta({ description: "All of these must work.", examples: [["site-circuit", "hscn"]] }),
    any: z.array(expression).min(1).optional().meta({ description: "One of these must work: each stands in for the others.", examples: [["site-circuit", "mobile-router"]] }),
  }).superRefine(unless(exactlyOne("all", "any"))),
])).meta({ id: "expression", description: "What must work: a component, a list of which all must, {all: [...]} or {any: [...]}.", examples: [{ any: ["site-circuit", "mobile-router"] }] });

/** As `Expression`, with a bare list for `all`. */
export type WrittenExpression = string | readonly WrittenExpression[] | { readonly all?: readonly WrittenExpression[] | undefined; readonly any?: readonly WrittenExpression[] | undefined };

export function expressionOf(written: WrittenExpression): Expression {
  if (typeof written === "string") return written;
  if ("any" in written && written.any) return { any: written.any.map(expressionOf) };
  return { all: ("all" in written ? (written.all ?? []) : (written as readonly WrittenExpression[])).map(expressionOf) };
}

export const component = z.strictObject({
  id: line(100).regex(/^[A-Za-z][A-Za-z0-9-]*$/).meta({ description: "Name of the component in this file. The id of a built-in component changes that one.", examples: ["fibre-ring"] }),
  label: line(100).optional().meta({ description: "Name for the page. The id by default.", examples: ["Fibre ring"] }),
  scope: z.enum(["national", "region", "site"]).optional().meta({ description: "How many there are: one for all, one an ICB, or one a practice. Needed for a new component.", examples: ["region"] }),
  needs: expression.optional().describe("What it needs in order to work: a component, a list of which all are needed, {all: [...]} or {any: [...]}. Nothing by default."),
  where: selector.optional().describe("Practices that have it; for others it is as if it were down. All by default."),
  service: z.boolean().optional().meta({ description: "true for what people would name as lost, such as email; false, the default, for plumbing.", examples: [false] }),
});

/** Components or needs that one scenario may add. */
export const MOST_ADDITIONS = 500;
const additions = <S extends z.ZodType>(entry: S): z.ZodRecord<z.ZodString, S> =>
  z.record(z.string(), entry).superRefine(unless((value) => {
    const length = Object.keys(value).length;
    return length > MOST_ADDITIONS ? (about) => messages.tooMany(about, length, MOST_ADDITIONS) : undefined;
  }));

const infrastructure = z.strictObject({
  components: z.array(component).max(MOST_ADDITIONS).optional().describe("New components, and changes to built-in ones."),
  needs: additions(expression).optional().meta({
    description: `What a capability or a component needs from now on, instead of what it needed. Capabilities: ${capabilities.join(", ")}.`,
    examples: [{ telephone: { any: ["cloud-telephony", "independent-telephony"] } }],
  }),
  where: additions(selector).optional().meta({ description: "Practices that have a component from now on, such as those that bought a mobile router.", examples: [{ "mobile-router": { region: "QKS" } }] }),
}).meta({ description: "Additions and changes to the built-in picture of what practices depend on.", examples: [{ where: { "mobile-router": { region: "QKS" } } }] });

const replications = z.int().min(1).max(1000);
const experiment = z.strictObject({
  replications: z.union([
    replications,
    z.strictObject({
      minimum: replications.meta({ description: "Fewest replications.", examples: [5] }),
      maximum: replications.meta({ description: "Most replications.", examples: [40] }),
    }).superRefine(unless(({ minimum, maximum }) => (minimum > maximum ? () => messages.minimumAboveMaximum(minimum, maximum) : undefined))),
  ]).default({ minimum: 5, maximum: 40 }).meta({
    description: "How often the simulation is repeated with other random numbers: a number, or bounds between which it stops once it is precise enough.",
    examples: [10, { minimum: 5, maximum: 40 }],
  }),
  steady: z.enum(["check", "ignore"]).default("check").meta({
    description: "Before the run some neighbourhoods are simulated without any incident. Where they are not in balance, so that work or waits grow by themselves or staff have more to do than they are employed for, the run stops; with ignore it goes on, and the page warns of it.",
    examples: ["ignore"],
  }),
});

/** Incidents that one scenario may have. */
export const MOST_INCIDENTS = 1000;

const hypothesis = z.union([
  line(500),
  z.strictObject({
    hypothesis: line(500).meta({ description: "The expectation.", examples: ["backlogRecovery p90 of practices <= 5 working days"] }),
    weight: z.number().min(0.01).max(1000).default(1).meta({ description: "What it is worth in the resilience score, beside others; 1 by default.", examples: [2] }),
  }),
]);

const objectives = z.strictObject({
  recoveryTime: workingDays.optional().meta({ description: "Working days from the return of systems within which a practice's backlog is to be back to normal.", examples: ["2 working days"] }),
  minimumService: share.optional().meta({ description: "Share of an ordinary day's consultations that a practice is to hold on every working day.", examples: ["50%"] }),
}).superRefine(unless((value) => (Object.keys(value).length > 0 ? undefined : (_about, group) => messages.statesNothing(group, ["recoveryTime", "minimumService"]))))
  .meta({ description: "What practices are to achieve: the page shows it beside what they do, and continuityBreaches counts the days on which they do not.", examples: [{ recoveryTime: "2 working days", minimumService: "50%" }] });

/** Sentences about the story that one scenario may have of each kind. */
const MOST_SENTENCES = 50;

export const scenario = z.strictObject({
  question: line(500).meta({ description: "The question that the scenario answers, in one sentence. The first line of the file.", examples: ["What would a day without telephones do to our practices?"] }),
  name: line(100).meta({ description: "Short name, used for folders and pages.", examples: ["kent-firewall-2023"] }),
  known: z.array(line(500)).max(MOST_SENTENCES).default([]).meta({
    description: "What is known of the story, in sentences. They stand on the page below the answer, and change nothing that is simulated.",
    examples: [["In March 2023 a faulty firewall took every system that needs the internet from the practices of one ICB."]],
  }),
  assumed: z.array(line(500)).max(MOST_SENTENCES).default([]).meta({
    description: "What the scenario assumes because nobody reported it, in sentences. They stand on the page beside what is known.",
    examples: [["It began at 08:00, as practices opened: only the day is known."]],
  }),
  seed: z.union([line(100), z.int().min(0).max(Number.MAX_SAFE_INTEGER)]).optional().meta({ description: "Any text: it fixes all random numbers. The name by default.", examples: ["kent-firewall-2023"] }),
  calendar,
  estate,
  infrastructure: infrastructure.default({}),
  incidents: z.array(incident).max(MOST_INCIDENTS).default([]).meta({ description: "What goes wrong. None: an ordinary period." }),
  directives: z.array(directive).max(MOST_DIRECTIVES).default([]).meta({ description: "What the nation or an ICB tells practices and patients. They hold only where the outage happens, not where it is compared with an ordinary period." }),
  habits: z.array(laterHabits).max(MOST_HABITS).default([]).meta({
    description: "How practices go on as an outage goes on, each entry from one of its working days: they decide anew. Until then as response has it.",
    examples: [[{ fromDay: 2, carryOnWithPaper: 0.9, cancelRoutine: 0.05, urgentOnly: 0.05, receptionDeclines: 0.1 }]],
  }),
  response: figures("response").default({}).describe("What people do while systems are down, and afterwards: figures that differ from the defaults."),
  demand: figures("demand").default({}).describe("What patients need and what arrives: figures that differ from the defaults."),
  care: figures("care").default({}).describe("How practices work on ordinary days: figures that differ from the defaults."),
  overflow: figures("overflow").default({}).describe("What happens to patients and prescriptions downstream of practices, at NHS 111, urgent care and pharmacies: figures that differ from the defaults."),
  experiment: experiment.prefault({}).describe("How often the simulation is repeated, and what comes before."),
  objectives: objectives.optional(),
  hypotheses: z.array(hypothesis).max(200).default([]).meta({
    description: "Expectations to be judged, each: outcome, statistic (mean, p5, p10, p50, p90, p95), perhaps \"of practices\" or \"of replications\", comparison, number, perhaps \"where region QKS\". Or {hypothesis: ..., weight: 2} for one that counts twice in the resilience score.",
    examples: [["backlogRecovery p90 of practices <= 5 working days"]],
  }),
});

export type Scenario = z.output<typeof scenario>;
