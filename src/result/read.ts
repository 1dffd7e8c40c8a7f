/** A result document from the text of a saved one: of this version or an older one, whole and unharmed, or a complaint that says where. */
import { SCHEMA, type IncidentFigures, type ResultDocument } from "./document.js";
import { count, either, list, number, oneOf, optional, orNull, record, text, time, truth, wholeNumber, type Shape } from "./shape.js";

/** Of a text that is no result; the message says what was found and what to do, and goes on from the name of a file. */
export class ResultError extends Error {}

/** Throws `ResultError`. What documents of before lack is filled in with what it was then. */
export function readResult(json: string): ResultDocument {
  const found = parsed(json);
  refuseOthers(found);
  const { schema, version } = found;
  if (schema !== SCHEMA) {
    const newer = Number.isInteger(schema) && (schema as number) > SCHEMA ? "It was made with a newer version than this. " : "";
    throw new ResultError(`its schema is ${JSON.stringify(schema) ?? "missing"}, this version knows ${SCHEMA}. ${newer}Take the version that made it: ${JSON.stringify(version) ?? "it does not say which"}.`);
  }
  const fault = whole(found);
  if (fault !== null) {
    const { path, wanted, found: there } = fault;
    throw new ResultError(`${there === "nothing" ? "part of it is missing" : "it is damaged"}: ${path} should be ${wanted}, and is ${there}. ${AGAIN}`);
  }
  return filled(found as unknown as ResultDocument);
}

const AGAIN = "Take a copy as outagelab run has written it, or run its scenario again.";

const early = { directives: [], pairing: [], intervals: "student" } as const;
const unhit = { keep: null, monthlyAtPractice: null } as const;
const atOnce = { unitShare: null, oneByOne: false } as const;

/** As documents would be that were made before these parts existed: the first intervals were all Student's, and nothing hit workstations or log-ins one by one, or came by chance to each practice. */
function filled(found: ResultDocument): ResultDocument {
  const incidents = (found.incidents ?? []).map((incident) => ({ ...unhit, ...incident, effect: { ...atOnce, ...incident.effect } }));
  return { ...early, ...found, incidents };
}

function parsed(json: string): Readonly<Record<string, unknown>> {
  try {
    const found: unknown = JSON.parse(json);
    if (typeof found === "object" && found !== null && !Array.isArray(found)) return found as Record<string, unknown>;
  } catch (error) {
    const trimmed = json.trim();
    if (trimmed === "") throw new ResultError("the file is empty. Name a result.json that outagelab run has written.");
    if (trimmed.startsWith("{") && !trimmed.endsWith("}")) {
      throw new ResultError(`it is no JSON to its end: it breaks off in line ${trimmed.split("\n").length}, as when it was not copied whole. ${AGAIN}`);
    }
    const reason = error instanceof Error ? error.message.split("\n")[0]! : String(error);
    throw new ResultError(`it is no JSON (${reason}). Name a result.json that outagelab run has written.`);
  }
  throw new ResultError("it is no result of a run. Name a result.json that outagelab run has written.");
}

/** Other documents of this program are known by their kind. */
function refuseOthers({ kind }: Readonly<Record<string, unknown>>): void {
  if (kind === "run") return;
  const what = kind === "incident" ? "it is no result of a run but of --incident-only, which has no page. Run the scenario without --incident-only."
    : kind === "compare" ? "it is no result of a run but a comparison of options, whose page, index.html, lies beside it; outagelab report draws it again when it is named alone."
    : kind === "calibration" ? "it is no result of a run but of a calibration, whose page, calibration.html, lies beside it."
    : "it is no result of a run. Name a result.json that outagelab run has written.";
  throw new ResultError(what);
}

const bounds = { mean: orNull(number), low: orNull(number), high: orNull(number) };
const outcome = record({
  id: text, part: text, unit: text, arm: text, against: orNull(text), where: text, kind: oneOf("difference", "ratio", "level"), ...bounds,
  p5: orNull(number), p10: orNull(number), p50: orNull(number), p90: orNull(number), p95: orNull(number), replications: count, defined: wholeNumber, censored: wholeNumber,
});
const numbers = list(number, 1);
const range = record({ median: number, least: number, most: number });
const grade = oneOf("A", "B", "C", "D", "assumption");
const repeat = { affected: number, outcomes: list(outcome) };

function numbersNamed(...names: readonly string[]): Shape {
  return record(Object.fromEntries(names.map((name) => [name, number])));
}

const figures = record({
  name: text, component: text, label: text, scope: text, begins: oneOf("at a time", "by chance", "after another"), follows: orNull(text),
  effect: record({ level: number, slowness: number, units: orNull(oneOf("workstations", "log-ins")), comesAndGoes: truth, unitShare: optional(orNull(number)), oneByOne: optional(truth) }),
  repair: text, suspected: orNull(text), cause: orNull(text), severity: orNull(text), replications: wholeNumber, outOf: wholeNumber, times: record({ mean: number, least: number, most: number }),
  began: orNull(record({ median: time, least: time, most: time })), foundAfter: orNull(range), repairedAfter: orNull(range), backAfter: orNull(range), suspectedFor: orNull(range), neverFound: number, neverBack: number,
  practices: orNull(range), patients: orNull(range), units: orNull(range), episodes: optional(record({ times: range, each: range, all: range })),
  keep: optional(orNull(numbersNamed("none", "oneOrTwo", "more"))), monthlyAtPractice: optional(orNull(number)),
});
/** Who is hit is told in practices and in patients, or not at all. */
const incident: Shape = (value) => figures(value) ?? ((value as IncidentFigures).practices !== null && (value as IncidentFigures).patients === null ? { path: "patients", wanted: "a record, as practices is", found: "null" } : null);
const directive = record({
  name: text, from: oneOf("nation", "region"), at: time, until: orNull(time), regions: optional(list(text)), practices: number, outOf: optional(number), followed: number,
  clinicians: orNull(text), reception: orNull(text), online: orNull(text), messaging: orNull(text), refer: orNull(text), plan: truth, advice: orNull(record({})),
});

const whole = record({
  version: text,
  scenario: record({ name: text, question: text, text, hash: text }),
  inputs: list(record({ path: text, sha256: text })),
  seed: text,
  stoppedBy: oneOf("replications", "precision", "decided", "maximum", "time"),
  tolerance: optional(number), untilDecided: optional(truth), intervals: optional(oneOf("student", "willink")),
  story: optional(record({ known: list(text), assumed: list(text) })),
  teams: optional(list(record({ name: text, practices: number, patients: number }))),
  window: record({ start: time, onset: orNull(time), restored: orNull(time), recovered: orNull(time), horizon: time }),
  arms: list(record({ name: text, label: text })),
  sample: optional(record({ taken: number, of: number })),
  places: list(record({ code: text, kind: oneOf("region", "neighbourhood", "practice"), name: text, parent: orNull(text), patients: number })),
  outcomes: list(outcome, 1),
  plausible: list(outcome),
  series: list(record({ id: text, part: text, arm: text, where: text, start: time, stepMinutes: number, unit: text, mean: numbers, low: numbers, high: numbers })),
  slack: optional(list(record({ slack: number, ...repeat }))),
  returns: optional(list(record({ factor: number, sentBack: number, ...repeat }))),
  steadiness: optional(record({ verdict: oneOf("steady", "unsteady", "not judged"), weeks: number, measures: list(record({ id: text, part: text, where: text, mean: number })) })),
  incidents: optional(list(incident)),
  directives: optional(list(directive)),
  timeline: list(record({
    what: text, label: text, kind: oneOf("service", "capability"), where: text, practices: optional(numbersNamed("all", "users", "hit")), steps: list(record({ at: time, level: number, slowness: number })),
  })),
  typical: optional(record({ replication: number, differ: truth, practices: numbersNamed("all", "hit"), hours: number })),
  hypotheses: list(record({ text, verdict: oneOf("held", "broken", "undecided"), estimate: orNull(number), low: orNull(number), high: orNull(number), reason: text })),
  resilience: optional(record({ held: number, undecided: number, weight: number })),
  objectives: optional(list(record({ id: oneOf("recoveryTime", "minimumService"), objective: number, half: orNull(number), nineInTen: orNull(number), within: record(bounds) }))),
  assumptions: list(record({
    id: text, value: either(numbers, number), unit: text, meaning: text, source: text, grade, changed: truth,
    range: optional(either(record({ fixed: text }), record({ low: either(numbers, number), high: either(numbers, number) }))),
  })),
  warnings: list(text),
  pairing: optional(list(record({ measure: text, unit: text, correlation: orNull(number), factor: orNull(number) }))),
  glossary: list(record({ id: text, label: text, unit: text, definition: text })),
});
