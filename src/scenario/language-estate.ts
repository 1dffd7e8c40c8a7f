/** The estate section: where the practices come from. */
import * as z from "zod";
import { clinicalSystems, roles } from "../estate/estate.js";
import { share } from "./amounts.js";
import { figures } from "./figures.js";
import { selector } from "./language-selector.js";
import { hub, team } from "./language-teams.js";
import { exactlyOne, icb, line, oneOrMore, regions, sample, unless } from "./leaf.js";

const patients = z.int().min(1).max(1_000_000).meta({ description: "Registered patients.", examples: [8800] });
const fte = z.number().min(0).max(1000);
const contactRate = z.number().min(0).max(200);
const staff = z.strictObject(Object.fromEntries(roles.map((role) => [role, fte.optional().describe(`Full-time equivalents: ${role}.`)])) as Record<(typeof roles)[number], z.ZodOptional<z.ZodNumber>>)
  .meta({ description: "Full-time equivalents of some roles; the others follow from the list size.", examples: [{ gp: 3.5, reception: 4 }] });

/** What practices may have, written out or changed. */
const equipment = {
  clinicalSystem: z.enum(clinicalSystems).optional().meta({ description: "Clinical system in use.", examples: ["EMIS Web"] }),
  telephony: z.enum(["cloud", "on site"]).optional().meta({ description: "Telephones over the internet, or an exchange in the building.", examples: ["cloud"] }),
  tags: z.array(line(100)).max(100).optional().meta({ description: "Labels that selectors can name.", examples: [["template-manager"]] }),
  workstations: z.int().min(1).max(10_000).optional().meta({ description: "Workstations.", examples: [18] }),
  lines: z.int().min(1).max(10_000).optional().meta({ description: "Telephone lines: the most callers on the line or in the queue together.", examples: [36] }),
  staff: staff.optional(),
  callRate: contactRate.optional().meta({ description: "Inbound telephone calls per 1,000 patients and working day, redials among them. As in the region, but for chance, by default.", examples: [27.3] }),
  onlineRate: contactRate.optional().meta({ description: "Online requests per 1,000 patients and working day. As in the region, but for chance, by default.", examples: [6.75] }),
};

const code = line(40);
const name = line(200).optional();

const written = z.strictObject({
  regions: z.array(z.strictObject({
    code: code.meta({ description: "Code of the region. That of an ICB brings its name, rates and staff.", examples: ["QKS"] }),
    name: name.meta({ description: "Name for the page. The ICB's, or the code, by default.", examples: ["Kent and Medway"] }),
    appointmentRate: z.number().min(1).max(200).optional().meta({ description: "Appointments per 1,000 registered patients and working day.", examples: [19.6] }),
    callRate: contactRate.optional().meta({ description: "Inbound telephone calls per 1,000 registered patients and working day, redials among them.", examples: [25.3] }),
    onlineRate: contactRate.optional().meta({ description: "Online requests per 1,000 registered patients and working day.", examples: [6.8] }),
  })).max(1000).optional().describe("Regions of which more is to be said than their code."),
  neighbourhoods: z.array(z.strictObject({
    code: code.meta({ description: "Code of the neighbourhood.", examples: ["N1"] }),
    name: name.meta({ description: "Name for the page. The code by default.", examples: ["Seaside"] }),
    region: code.optional().meta({ description: "Code of its region.", examples: ["QKS"] }),
  })).max(10_000).optional().describe("Neighbourhoods of which more is to be said than their code."),
  practices: z.array(z.strictObject({
    code: code.meta({ description: "Code of the practice.", examples: ["P1"] }),
    name: name.meta({ description: "Name for the page. The code by default.", examples: ["Seaside Surgery"] }),
    patients,
    region: code.optional().meta({ description: "Code of its region. That of its neighbourhood, or the first region there is, by default.", examples: ["QKS"] }),
    neighbourhood: code.optional().meta({ description: "Code of its neighbourhood. Without one it is a neighbourhood by itself.", examples: ["N1"] }),
    ...equipment,
  })).min(1).max(20_000).meta({ description: "The practices: a code and a list size are enough for each.", examples: [[{ code: "P1", patients: 8800 }]] }),
});

export const estate = z.strictObject({
  generate: z.strictObject({
    region: regions.meta({ description: "Code of an ICB, of those to March 2026 or after, a list of codes, or England.", examples: ["QKS"] }),
  }).optional().meta({ description: "Practices in the likeness of an ICB, from published figures; none of them is a real one.", examples: [{ region: "QKS" }] }),
  import: z.strictObject({
    map: line(1000).meta({ description: "Practice map as NHS England publishes it (gp-reg-pat-prac-map, CSV): a file in the folder of the scenario.", examples: ["gp-reg-pat-prac-map.csv"] }),
    patients: line(1000).meta({ description: "Registered patients as NHS England publishes them (gp-reg-pat-prac-all, CSV): a file in the folder of the scenario.", examples: ["gp-reg-pat-prac-all.csv"] }),
    workforce: line(1000).optional().meta({ description: "General Practice Workforce by practice (CSV): practices have their own staff, as far as it has them. By list size, as in their ICB, by default.", examples: ["GP_workforce_practice.csv"] }),
    telephony: line(1000).optional().meta({ description: "Cloud Based Telephony as NHS England publishes it (CBT_Publication_Summary, XLSX): practices that report calls have cloud telephony and their own number of calls; for the others both are drawn.", examples: ["CBT_Publication_Summary.xlsx"] }),
    online: line(1000).optional().meta({ description: "Submissions via Online Consultation Systems as NHS England publishes them (XLSX): practices have their own number of online requests; for the others it is drawn.", examples: ["Submissions_via_OC_Systems.xlsx"] }),
    ods: line(1000).optional().meta({ description: "Organisations as ODS publishes them (epraccur, CSV): warns of practices that are closed or are no general practices, and names those that the map does not.", examples: ["epraccur.csv"] }),
    region: oneOrMore(icb).optional().meta({ description: "Only practices of this ICB, or of these. All by default.", examples: ["QKS"] }),
  }).optional().meta({ description: "The real practices, from two published files; more files bring their own figures.", examples: [{ map: "gp-reg-pat-prac-map.csv", patients: "gp-reg-pat-prac-all.csv", region: "QKS" }] }),
  written: written.optional().meta({ description: "Practices written out here.", examples: [{ practices: [{ code: "P1", patients: 8800 }] }] }),
  change: z.array(z.strictObject({
    where: selector.describe("Practices to change."),
    share: share.optional().meta({ description: "Of those, each with this chance, 0 to 1 or as a percentage; drawn once, the same in every replication. All by default.", examples: [0.6] }),
    set: z.strictObject({ patients: patients.optional(), ...equipment }).meta({ description: "What they have instead.", examples: [{ telephony: "on site" }] }),
  })).max(1000).default([]).meta({ description: "Changes to practices, made one after another.", examples: [[{ where: { region: "QKS" }, set: { telephony: "cloud" } }]] }),
  teams: z.array(team).max(100).default([]).meta({
    description: "Teams that work for the patients of many practices: they lose work where what they log in to fails.",
    examples: [[{ name: "Bromley team", serves: { region: "QKK" }, practices: 40, patients: 365_000 }]],
  }),
  hubs: z.array(hub).max(100).default([]).meta({
    description: "Hubs that see patients whom their practices cannot see that day, on ordinary days too.",
    examples: [[{ name: "Same-day hub", serves: { region: "QKK" }, appointments: 40 }]],
  }),
  sample: sample.optional().meta({ description: "Simulate so many neighbourhoods, drawn at random, that stand for all: quicker, less precise.", examples: ["40 neighbourhoods"] }),
  defaults: figures("estate").default({}).describe("Figures from which practices are made, where they differ from the defaults."),
}).superRefine(unless(exactlyOne("generate", "import", "written")))
  .meta({ description: "The practices: generated in the likeness of ICBs, imported from published files, or written out.", examples: [{ generate: { region: "QKS" } }] });
