/** The sections on what people do about an outage beyond each practice's habits: directives, and habits that change as it goes on. */
import * as z from "zod";
import { share } from "./amounts.js";
import { selector } from "./language-selector.js";
import { line, moment } from "./leaf.js";
import type { Draft } from "./schema-walk.js";

/** Directives, and entries of later habits, that one scenario may have. */
export const MOST_DIRECTIVES = 100;
export const MOST_HABITS = 30;
/** Days of an outage from which habits may change. */
const FIRST_DAY = 2, LAST_DAY = 60;

/** Many readers of YAML, editors among them, make false of a bare off. */
const off = z.union([z.literal("off"), z.literal(false)]).optional();

const advice = z.strictObject({
  heeded: share.meta({ description: "Share of the patients whose need can wait who heed it and do not ask the practice, 0 to 1 or as a percentage.", examples: ["30%"] }),
  to111: share.default(0).meta({ description: "Share of these who turn to NHS 111 instead, 0 to 1 or as a percentage. None by default.", examples: ["50%"] }),
  toPharmacy: share.default(0).meta({ description: "Share of these who go to a pharmacy instead, 0 to 1 or as a percentage; who is left lets it rest. None by default.", examples: ["20%"] }),
});

export const directive = z.strictObject({
  name: line(200).meta({ description: "Name for the page.", examples: ["Attend only if necessary"] }),
  from: z.enum(["nation", "region"]).meta({ description: "Who gives it. Where two tell a practice different things, the region's goes before the nation's, and the later one of the same before the earlier.", examples: ["region"] }),
  at: moment.meta({ description: "When it begins to hold: date and time by the 24-hour clock.", examples: ["2024-07-19 09:00"] }),
  until: moment.optional().meta({ description: "When it ends. It holds to the end of the calendar by default.", examples: ["2024-07-22 08:00"] }),
  where: selector.optional().meta({ description: "Practices that it is for. All by default.", examples: [{ region: "QKS" }] }),
  followed: share.default(1).meta({ description: "Share of these practices that follow it, 0 to 1 or as a percentage. All by default.", examples: ["80%"] }),
  // What it asks for.
  clinicians: z.enum(["carry on", "cancel routine", "urgent only"]).optional().meta({
    description: "What clinicians do while systems are down: carry on with paper, cancel routine appointments, or of new requests see only the urgent ones.",
    examples: ["urgent only"],
  }),
  reception: z.enum(["paper", "decline"]).optional().meta({ description: "What reception does with requests while systems are down: take details on paper, or decline them.", examples: ["paper"] }),
  online: off.meta({ description: "off: practices switch online requests off, whether these work or not; patients who know of it telephone instead.", examples: ["off"] }),
  messaging: off.meta({ description: "off: practices switch messages to patients off, whether these work or not.", examples: ["off"] }),
  refer: z.enum(["nobody"]).optional().meta({ description: "nobody: practices send nobody on to other services. Patients who go there by themselves do so all the same.", examples: ["nobody"] }),
  continuityPlan: z.enum(["handed over"]).optional().meta({ description: "handed over: practices without a continuity plan are given one. They decide at once, and as practices with a plan do.", examples: ["handed over"] }),
  advice: advice.optional().meta({ description: "Patients are asked to come only if they must: how many heed it, and where they go instead.", examples: [{ heeded: "30%", to111: "50%", toPharmacy: "20%" }] }),
}).meta({
  description: "An instruction to practices, or advice to their patients, and when it holds.",
  examples: [{ name: "Attend only if necessary", from: "region", at: "2024-07-19 09:00", advice: { heeded: "30%", to111: "50%" } }],
});

const ofClinicians = (meaning: string): z.ZodOptional<typeof share> =>
  share.optional().meta({ description: `${meaning}, 0 to 1 or as a percentage. With the other two shares of clinicians, so that they add up to 1.`, examples: [0.9] });

export const laterHabits = z.strictObject({
  fromDay: z.int().min(FIRST_DAY).max(LAST_DAY).meta({ description: "Working day of a practice's outage from which they hold, its first being day 1.", examples: [2] }),
  carryOnWithPaper: ofClinicians("Share of practices whose clinicians carry on with paper"),
  cancelRoutine: ofClinicians("Share of practices whose clinicians cancel routine appointments"),
  urgentOnly: ofClinicians("Share of practices whose clinicians see only the urgent ones of new requests"),
  receptionDeclines: share.optional().meta({ description: "Share of practices whose reception declines all requests, 0 to 1 or as a percentage. As before by default.", examples: [0.1] }),
}).meta({ description: "Habits from a day of the outage on. What an entry does not say stays as it was.", examples: [{ fromDay: 2, receptionDeclines: 0.1 }] });

/** Entries as they are written, without what is wrong by itself. */
export type WrittenDirective = Draft<z.output<typeof directive>>;
export type WrittenHabits = Draft<z.output<typeof laterHabits>>;
