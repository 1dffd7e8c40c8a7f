/** The language of option files: what an option changes of a scenario, whom it covers, what it costs and which faults it is for. */
import * as z from "zod";
import { faults } from "../decision/option.js";
import { clinicalSystems } from "../estate/estate.js";
import { share } from "./amounts.js";
import { component } from "./language.js";
import { ring } from "./language-incident.js";
import { hub } from "./language-teams.js";
import { selector } from "./language-selector.js";
import { exactlyOne, line, unless } from "./leaf.js";
import { messages } from "./messages.js";

const id = line(100).regex(/^[A-Za-z][A-Za-z0-9-]*$/);

const covers = z.strictObject({
  where: selector.optional().describe("Practices that may get it. All by default."),
  share: share.optional().meta({ description: "Of those, each with this chance, 0 to 1 or as a percentage; drawn once, the same in every replication. All by default.", examples: ["50%"] }),
}).meta({ description: "Practices that get it. All by default.", examples: [{ where: { region: "QKS" } }] });

/** Kinds of change of one figure. */
const kinds = ["to", "times", "plus", "atLeast", "atMost"] as const;
const number = z.number().min(-1_000_000).max(1_000_000).optional();
const figure = z.strictObject({
  to: z.union([z.number(), z.array(z.number()).min(1).max(100)]).optional().meta({ description: "It becomes this, whatever it was.", examples: [0.9] }),
  times: number.meta({ description: "It is multiplied by this.", examples: [0.2] }),
  plus: number.meta({ description: "It grows by so much.", examples: [2] }),
  atLeast: number.meta({ description: "It is raised to this where it is less.", examples: [0.95] }),
  atMost: number.meta({ description: "It is lowered to this where it is more.", examples: [0.1] }),
}).superRefine(unless(exactlyOne(...kinds))).meta({ description: "How it changes: one of to, times, plus, atLeast and atMost.", examples: [{ times: 0.2 }] });

const figureChanges = (group: string): z.ZodOptional<z.ZodRecord<z.ZodString, typeof figure>> =>
  z.record(z.string(), figure).optional().describe(`Figures of ${group} that change, each by one of to, times, plus, atLeast and atMost.`);

const practices = z.strictObject({
  clinicalSystem: z.enum(clinicalSystems).optional().meta({ description: "Clinical system in use.", examples: ["SystmOne"] }),
  telephony: z.enum(["cloud", "on site"]).optional().meta({ description: "Telephones over the internet, or an exchange in the building.", examples: ["on site"] }),
  workstations: z.int().min(1).max(10_000).optional().meta({ description: "Workstations.", examples: [20] }),
  lines: z.int().min(1).max(10_000).optional().meta({ description: "Telephone lines.", examples: [40] }),
  tags: z.array(line(100)).max(100).optional().meta({ description: "Labels that selectors can name, in place of those there were.", examples: [["other-antivirus"]] }),
}).meta({ description: "What practices that are covered have instead.", examples: [{ clinicalSystem: "SystmOne" }] });

const incident = z.strictObject({
  of: z.strictObject({
    component: z.array(id).min(1).max(100).optional().meta({ description: "Ids of components: incidents in one of these. In any by default.", examples: [["workstations"]] }),
    has: z.enum(["release", "crews", "units"]).optional().meta({ description: "Only incidents that are a release, are repaired by crews, or hit workstations or log-ins one by one.", examples: ["release"] }),
  }).default({}).describe("Incidents that it concerns. All by default."),
  rings: z.array(ring).min(1).max(50).optional().meta({ description: "Of a release: groups that get it one after another, until the mistake is found.", examples: [[{ share: "5%", after: "0m" }, { after: "4h" }]] }),
  crews: figure.optional().meta({ description: "Of a repair by crews: how many there are, rounded to whole crews.", examples: [{ times: 2 }] }),
  units: figure.optional().meta({ description: "Where workstations or log-ins are hit one by one: the chance of each.", examples: [{ times: 0.9 }] }),
  spares: z.literal(true).optional().meta({ description: "It does not reach the practices that the option covers.", examples: [true] }),
});

const change = z.strictObject({
  components: z.array(component).max(100).default([]).describe("New components, as in a scenario's infrastructure."),
  gives: z.array(id).max(100).default([]).meta({ description: "Ids of components that the practices covered have from now on.", examples: [["mobile-router"]] }),
  alternatives: z.record(z.string(), id).default({}).meta({ description: "By component or capability: one more way to have it, of which any will do.", examples: [{ network: "tunnel-path" }] }),
  response: figureChanges("response"),
  overflow: figureChanges("overflow"),
  practices: practices.optional(),
  hubs: z.array(z.strictObject({
    name: hub.shape.name,
    perThousand: z.number().min(0.001).max(100).meta({ description: "Appointments a day for each 1,000 patients of the practices covered.", examples: [0.5] }),
    hours: hub.shape.hours,
    component: hub.shape.component,
  })).max(10).default([]).meta({ description: "Hubs that see patients whom the practices covered cannot see that day, on ordinary days too.", examples: [[{ name: "Mutual-aid hub", perThousand: 0.5 }]] }),
  incidents: z.array(incident).max(20).default([]).meta({ description: "Terms of incidents that change.", examples: [[{ of: { has: "crews" }, crews: { times: 2 } }]] }),
}).meta({ description: "What it changes of a scenario.", examples: [{ gives: ["mobile-router"] }] });

const pounds = z.number().min(-1e9).max(1e9);
const cost = z.strictObject({
  item: line(200).meta({ description: "What is paid for.", examples: ["Router and aerial"] }),
  pounds: pounds.meta({ description: "Pounds, for each of what per names; negative for a saving.", examples: [360] }),
  range: z.tuple([pounds, pounds]).optional().meta({ description: "Lowest and highest that are plausible. Needed where the source is the word assumption; the pounds themselves by default.", examples: [[240, 480]] }),
  per: z.enum(["practice", "neighbourhood", "region", "all"]).meta({ description: "How often it is paid: for each practice covered, each neighbourhood or region with one of them, or once in all.", examples: ["practice"] }),
  paid: z.enum(["once", "yearly"]).meta({ description: "Once (capital, which lasts for its life) or every year.", examples: ["yearly"] }),
  life: z.number().min(0.5).max(50).optional().meta({ description: "Years until what is paid once is paid again.", examples: [5] }),
  priceYear: z.int().min(1990).max(2100).meta({ description: "Year of whose prices it is.", examples: [2025] }),
  vat: z.enum(["included", "excluded", "none"]).meta({ description: "Whether value-added tax is in it; none where there is none to pay, as on wages.", examples: ["excluded"] }),
  payer: z.enum(["ICB", "practice", "supplier"]).meta({ description: "Who pays.", examples: ["ICB"] }),
  cashReleasing: z.boolean().default(true).meta({ description: "true where money leaves the payer's budget, or comes back to it; false for time of people who are paid anyway.", examples: [true] }),
  source: line(500).meta({ description: "Where the figure is from, or the word assumption.", examples: ["assumption"] }),
}).superRefine(unless(({ pounds, range, source, paid, life }) => {
  if (range && !(range[0] <= pounds && pounds <= range[1])) return (_about, group) => messages.priceOutsideRange(group, pounds, range);
  if (source === "assumption" && (range === undefined || range[0] === range[1])) return (_about, group) => messages.assumptionWithoutRange(group);
  if (paid === "once" && life === undefined) return (_about, group) => messages.noLife(group);
  return paid === "yearly" && life !== undefined ? (_about, group) => messages.lifeOfYearly(group) : undefined;
})).meta({ description: "One cost, or saving." });

const extent = z.enum(["most", "some", "none"]);

/** Costs that one option may have. */
const MOST_COSTS = 50;

export const option = z.strictObject({
  option: id.meta({ description: "Name of the option, by which commands call it. With nothing but cost and covers beside it the file changes these of an option of the catalogue.", examples: ["mobile-bypass"] }),
  label: line(100).meta({ description: "Name for tables and pages.", examples: ["4G or 5G path that bypasses the firewall"] }),
  description: line(1000).meta({ description: "What is bought, in a sentence or two.", examples: ["A router at every practice that takes over when the line is dead."] }),
  covers: covers.default({}),
  change,
  cost: z.array(cost).max(MOST_COSTS).meta({ description: "What it costs and saves.", examples: [[{ item: "Contract", pounds: 360, range: [240, 480], per: "practice", paid: "yearly", priceYear: 2025, vat: "excluded", payer: "ICB", source: "assumption" }]] }),
  against: z.strictObject(Object.fromEntries(faults.map((fault) => [fault, extent.optional().meta({ description: `What it does against the fault "${fault}": averts most of it, some, or none at all.`, examples: ["most"] })])) as Record<(typeof faults)[number], z.ZodOptional<typeof extent>>)
    .default({}).meta({ description: "What it does against each of the faults that options take a stand on. None by default.", examples: [{ firewall: "most" }] }),
  excludes: z.array(id).max(100).default([]).meta({ description: "Names of options that cannot be had together with it.", examples: [["local-server"]] }),
}).meta({ description: "A resilience option." });

/** Prices, or coverage, of an option of the catalogue in place of its own. */
export const repriced = z.strictObject({ option: option.shape.option, cost: option.shape.cost.optional(), covers: covers.optional() });

export type WrittenOption = z.output<typeof option>;
