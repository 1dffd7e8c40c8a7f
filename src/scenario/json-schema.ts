/** The language as a JSON Schema, with which editors complete, check and explain settings. */
import * as z from "zod";
import { scenario } from "./language.js";

/** Draft 7, of what may be written; plain data. */
export function scenarioJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...rest } = z.toJSONSchema(scenario, { target: "draft-7", io: "input" });
  return { $schema, title: "Outage Lab scenario", ...rest };
}
