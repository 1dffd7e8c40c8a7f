/** Ways about the schema: what stands at a path, and what of a value is right. */
import * as z from "zod";
import type { Path } from "./positions.js";

/** The schema without what makes it optional, gives it a default or delays it. */
export function bare(schema: z.ZodType): z.ZodType {
  const isWrapped = schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodLazy;
  return isWrapped ? bare(schema.unwrap() as z.ZodType) : schema;
}

/** Schema of what stands at `path`, with its description; undefined where the language has nothing there. */
export function schemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return schema;
  for (const choice of choicesOf(schema)) {
    const inner = choice instanceof z.ZodObject ? (Object.hasOwn(choice.shape, key) ? choice.shape[key] : undefined)
      : choice instanceof z.ZodArray ? choice.element
      : choice instanceof z.ZodRecord ? choice.valueType
      : choice instanceof z.ZodTuple ? choice.def.items[0]
      : undefined;
    const found = inner && schemaAt(inner as z.ZodType, rest);
    if (found) return found;
  }
  return undefined;
}

/** Settings that a group may have. */
export function settingsOf(schema: z.ZodType | undefined): string[] {
  return schema === undefined ? [] : choicesOf(schema).flatMap((choice) => (choice instanceof z.ZodObject ? Object.keys(choice.shape) : []));
}

/** True of a group of which every setting is known. What settings are together can only be said then: one that is misspelt may be the one that is missing. */
export function hasOnlyKnown(schema: z.ZodType | undefined, value: unknown): boolean {
  const settings = settingsOf(schema);
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).every((key) => settings.includes(key));
}

/** An example of what the schema takes. */
export function exampleOf(schema: z.ZodType | undefined): unknown {
  const examples = schema && (schema.meta()?.["examples"] ?? bare(schema).meta()?.["examples"]);
  return Array.isArray(examples) ? examples[0] : undefined;
}

function choicesOf(schema: z.ZodType): z.ZodType[] {
  const plain = bare(schema);
  return plain instanceof z.ZodUnion ? (plain.options as z.ZodType[]).flatMap(choicesOf) : [plain];
}

/**
 * What is left of a value whose wrong parts are gone: settings may be absent, entries of lists and records undefined. Choices, figures and lists of texts are
 * whole or gone.
 */
export type Draft<T> =
  T extends string | number | boolean | undefined ? T
  : T extends readonly (string | number)[] ? T
  : T extends readonly (infer E)[] ? readonly (Draft<E> | undefined)[]
  : { readonly [K in keyof T]?: Draft<T[K]> };

/** `value` with defaults in place and without what the schema does not take. */
export function salvage<S extends z.ZodType>(schema: S, value: unknown): Draft<z.output<S>> | undefined {
  return salvaged(schema, value) as Draft<z.output<S>> | undefined;
}

function salvaged(schema: z.ZodType, value: unknown): unknown {
  const plain = bare(schema);
  if (value !== undefined && typeof value === "object" && value !== null) {
    if (plain instanceof z.ZodObject) {
      // A setting that is absent must not stand there as undefined: it would overwrite others where groups are joined.
      return Object.fromEntries(Object.entries(plain.shape).flatMap(([key, inner]) => {
        const kept = salvaged(inner as z.ZodType, Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined);
        return kept === undefined ? [] : [[key, kept]];
      }));
    }
    if (plain instanceof z.ZodArray && Array.isArray(value)) return value.map((entry) => salvaged(plain.element as z.ZodType, entry));
    if (plain instanceof z.ZodRecord) return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, salvaged(plain.valueType as z.ZodType, entry)]));
  }
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
