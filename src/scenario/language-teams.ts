/** Teams that serve many practices, and hubs: entries of the estate section. */
import * as z from "zod";
import { hours, share } from "./amounts.js";
import { selector } from "./language-selector.js";
import { line } from "./leaf.js";

const name = line(100).meta({ description: "Name for the page. It fixes the random numbers, too.", examples: ["Bromley team"] });
const component = line(100).optional();

export const team = z.strictObject({
  name,
  serves: selector.describe("Practices whose patients it works for."),
  practices: z.int().min(1).max(20_000).optional().meta({ description: "Only so many of these practices, drawn once, the same in every replication. All by default.", examples: [40] }),
  patients: z.int().min(1).max(100_000_000).optional().meta({ description: "Patients for whom it works, of each practice in proportion to its list. All that are registered there by default.", examples: [365_000] }),
  logsInTo: z.strictObject({
    records: share.optional().meta({ description: "Share of its work that lies in the records of the patients' own practices. teamRecords by default.", examples: [1] }),
    practice: line(40).optional().meta({ description: "Code of the practice as which it logs in for all its work. None by default.", examples: ["QKK-001"] }),
    component: component.meta({ description: "Service without which it does no work, by the id of its component: as that practice has it, or else as the patient's own has. None by default.", examples: ["emis-web"] }),
  }).default({}).meta({ description: "What it reaches its work through.", examples: [{ records: 1 }] }),
  items: z.number().min(0).max(1000).optional().meta({ description: "Appointments and tasks per 1,000 patients and day on which it is open. teamItems by default.", examples: [1.2] }),
  appointments: share.optional().meta({ description: "Share of these that are appointments. teamAppointments by default.", examples: [0.6] }),
  minutes: z.number().min(1).max(480).optional().meta({ description: "Mean minutes that one takes. As teamItemMinutes by default.", examples: [25] }),
  staff: z.int().min(1).max(10_000).optional().meta({ description: "People at work while it is open. As many as are busy for teamOccupancy of their time by default.", examples: [20] }),
  hours: hours.optional().meta({ description: "When it is open, on working days unless weekends are said to be as well. teamHours by default.", examples: ["08:30-17:30"] }),
}).meta({ description: "A team that works for the patients of many practices." });

export const hub = z.strictObject({
  name: name.meta({ description: "Name for the page.", examples: ["Evening hub"] }),
  serves: selector.describe("Practices whose patients it sees. No practice has two hubs."),
  appointments: z.int().min(1).max(10_000).meta({ description: "Appointments a day on which it is open, for those who need care that day and whose practice has none left: shared out among its practices by list size, before anything happens.", examples: [40] }),
  hours: hours.optional().meta({ description: "When it is open, on working days. teamHours by default.", examples: ["10:00-20:00"] }),
  component: component.meta({ description: "Service without which it sees nobody, by the id of its component, as the patient's own practice has it. None by default: a hub with a way and a system of its own.", examples: ["emis-web"] }),
}).meta({ description: "A place that sees patients whom their practices cannot see that day." });
