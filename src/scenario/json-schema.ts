/** The language as a JSON Schema, with which editors complete, check and explain settings. */
import * as z from "zod";
import { scenario } from "./language.js";
import { option } from "./language-option.js";

/** Draft 7, of what may be written; plain data. */
export function scenarioJsonSchema(): Readonly<Record<string, unknown>> {
  return schemaOf(scenario, "Outage Lab scenario");
}

/** The same of option files that are whole. */
export function optionJsonSchema(): Readonly<Record<string, unknown>> {
  return schemaOf(option, "Outage Lab option");
}

function schemaOf(language: z.ZodType, title: string): Readonly<Record<string, unknown>> {
  const { $schema, ...rest } = z.toJSONSchema(language, { target: "draft-7", io: "input" });
  return { $schema, title, ...rest };
}
