/** Whether a file has the settings it should have, each of its type: the schema's findings as mistakes in words. */
import * as z from "zod";
import { scenario } from "./language.js";
import { type About, messages, type Words } from "./messages.js";
import type { Mistake } from "./mistake.js";
import { nearest } from "./nearest.js";
import { nameOf, type Path } from "./positions.js";
import { bare, exampleOf, schemaAt, settingsOf } from "./schema-walk.js";
import type { WordsAbout } from "./leaf.js";
import { aboutOf, subjectOf, valueAt } from "./subject.js";

type Issue = z.core.$ZodIssue;

/** Unknown settings of one group that are looked at one by one. */
const MOST_UNKNOWN = 50;

/** What in `root`, the plain value of a file, its language does not take: that of scenarios, or another. */
export function mistakesOfShape(root: unknown, language: z.ZodType = scenario): Mistake[] {
  const parsed = language.safeParse(root);
  if (parsed.success) return [];
  const issues = parsed.error.issues.flatMap((issue) => chosen(issue, [])).filter((issue) => !isOfComputer(issue));
  const absent = issues.filter((issue) => isMissing(root, issue)).map(({ path }) => path as Path);
  const missing = new Map(absent.map((path) => [nameOf(path), path]));
  const mistakes = new Map<string, Mistake>();
  const add = (mistake: Mistake): void => {
    const key = `${mistake.on} ${nameOf(mistake.path)}`;
    if (!mistakes.has(key)) mistakes.set(key, mistake);
  };

  for (const issue of issues) {
    if (issue.code !== "unrecognized_keys") continue;
    const owner = issue.path as Path;
    const settings = settingsOf(schemaAt(language, owner));
    const present = valueAt(root, owner) as object;
    const free = settings.filter((key) => !Object.hasOwn(present, key));
    for (const key of issue.keys.slice(0, MOST_UNKNOWN)) {
      const suggestion = nearest(key, free) ?? nearest(key, settings);
      // A misspelt setting is not missing as well.
      if (suggestion !== undefined) missing.delete(nameOf([...owner, suggestion]));
      add({ path: [...owner, key], on: "key", words: messages.unknownKey(subjectOf(root, owner), key, suggestion, settings) });
    }
  }
  for (const path of missing.values()) {
    const owner = path.slice(0, -1);
    const example = exampleOf(schemaAt(language, path));
    // On the key: several may be missing of one group, and all of them point at it.
    add({ path, on: "key", words: messages.missing(subjectOf(root, owner), String(path.at(-1)), example) });
  }
  const withUnknown = new Set(issues.filter(({ code }) => code === "unrecognized_keys").map(({ path }) => nameOf(path as Path)));
  for (const issue of issues) {
    const path = issue.path as Path;
    if (issue.code === "unrecognized_keys" || isMissing(root, issue)) continue;
    // What settings are together can only be said once all of them are known.
    if (issue.code === "custom" && withUnknown.has(nameOf(path))) continue;
    add({ path, on: "value", words: wordsOf(issue, root, language) });
  }
  return [...mistakes.values()];
}

/** Whole numbers beyond what a computer counts exactly break a bound of the language as well, and that is the one to name. */
function isOfComputer(issue: Issue): boolean {
  return (issue.code === "too_big" || issue.code === "too_small") && issue.origin === "int";
}

function isMissing(root: unknown, { code, path: found }: Issue): boolean {
  const path = found as Path;
  return (code === "invalid_type" || code === "invalid_union" || code === "invalid_value") && path.length > 0 && typeof path.at(-1) === "string" && valueAt(root, path) === undefined;
}

/** The issue with its whole path; of a choice the issues of the branch that was meant, where one has the type of what was found. */
function chosen(issue: Issue, above: readonly PropertyKey[]): Issue[] {
  const path = [...above, ...issue.path];
  if (issue.code !== "invalid_union") return [{ ...issue, path }];
  const meant = issue.errors.find((branch) => !branch.some((inner) => inner.code === "invalid_type" && inner.path.length === 0));
  return meant ? meant.flatMap((inner) => chosen(inner, path)) : [{ ...issue, path }];
}

const names: Readonly<Record<string, string>> = {
  string: "a text", number: "a number", int: "a whole number", boolean: "true or false", array: "a list", tuple: "a list", object: "a group of settings",
  record: "a group of settings",
};
const nameOfType = (expected: string): string => names[expected] ?? expected;

function wordsOf(issue: Issue, root: unknown, language: z.ZodType): Words {
  const path = issue.path as Path;
  const value = valueAt(root, path);
  const about = aboutOf(root, path);
  const schema = schemaAt(language, path);
  const example = exampleOf(schema);
  const isTuple = schema !== undefined && bare(schema) instanceof z.ZodTuple;
  if (issue.code === "custom") return (issue.params as { words: WordsAbout }).words(about, subjectOf(root, path));
  if (path.length === 0) return messages.notSettings(value);
  if (value === null || value === "") return messages.noValue(about.subject, String(path.findLast((key) => typeof key === "string")), example);
  switch (issue.code) {
    case "invalid_type": {
      if (issue.expected === "string" && schema && isPlain(value)) return wordsAsText(schema, value, about) ?? messages.notQuoted(about, value);
      const wantsNumber = issue.expected === "number" || issue.expected === "int";
      if (wantsNumber && typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value)) return messages.quotedNumber(about, value);
      return messages.wrongType(about, value, nameOfType(issue.expected), example);
    }
    case "invalid_union": {
      const asText = schema && isPlain(value) ? wordsAsText(schema, value, about) : undefined;
      if (asText) return asText;
      const expected = issue.errors.flat().flatMap((inner) => (inner.code === "invalid_type" && inner.path.length === 0 ? [nameOfType(inner.expected)] : []));
      return messages.wrongType(about, value, [...new Set(expected)].join(" or "), example);
    }
    case "invalid_value":
      return messages.notAnOption(about, value, issue.values.map(String), nearest(String(value), issue.values.map(String)), schema instanceof z.ZodOptional);
    case "too_small":
      if (Array.isArray(value)) return isTuple ? messages.wrongLength(about, value.length, Number(issue.minimum)) : messages.tooShort(about);
      return messages.tooSmall(about, value, Number(issue.minimum));
    case "too_big": {
      const most = Number(issue.maximum);
      if (Array.isArray(value)) return isTuple ? messages.wrongLength(about, value.length, most) : messages.tooMany(about, value.length, most);
      if (typeof value === "string") return messages.tooLongText(about, value, most);
      return messages.tooBig(about, value, most);
    }
    case "invalid_format":
      return messages.notAnId(about, value);
    default:
      return messages.wrongType(about, value, "what belongs here", example);
  }
}

const isPlain = (value: unknown): value is number | boolean => typeof value === "number" || typeof value === "boolean";

/** What is wrong with a number that stands where a text of some form is needed, had it been written as a text; undefined where nothing would be. */
function wordsAsText(schema: z.ZodType, value: number | boolean, about: About): Words | undefined {
  const parsed = bare(schema).safeParse(String(value));
  const own = parsed.success ? undefined : parsed.error.issues.flatMap((issue) => chosen(issue, [])).find(({ code }) => code === "custom");
  return own && own.code === "custom" ? (own.params as { words: WordsAbout }).words(about, "") : undefined;
}
