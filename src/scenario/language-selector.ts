/** `where: {region: QKS, clinicalSystem: EMIS Web}` */
import * as z from "zod";
import { clinicalSystems } from "../estate/estate.js";
import { line, oneOrMore } from "./leaf.js";

const code = line(40);

/** `Selector` of `estate/estate.ts`, as it is written. */
export const selector = z.strictObject({
  region: oneOrMore(code).optional().meta({ description: "Code of an ICB, of those to March 2026 or after, or a list of codes.", examples: ["QKS"] }),
  neighbourhood: oneOrMore(code).optional().meta({ description: "Code of a neighbourhood (PCN), or a list of codes.", examples: ["QKS-N01"] }),
  practice: oneOrMore(code).optional().meta({ description: "Code of a practice, or a list of codes.", examples: ["QKS-001"] }),
  clinicalSystem: z.enum(clinicalSystems).optional().meta({ description: "Clinical system that they use.", examples: ["EMIS Web"] }),
  telephony: z.enum(["cloud", "on site"]).optional().meta({ description: "Kind of telephone system that they have.", examples: ["cloud"] }),
  tag: line(100).optional().meta({ description: "Label that they bear, such as template-manager.", examples: ["template-manager"] }),
}).meta({ id: "where", description: "Which practices: every condition given must be true of them.", examples: [{ region: "QKS", clinicalSystem: "EMIS Web" }] });
