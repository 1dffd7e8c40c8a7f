/** What a scenario's result is expected to be: a few rows of its whole region, with settings of their own. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { assemble, compile, partOf, sampleEstate, type Model, type OutcomeRow, type Run } from "../index.js";
import { readerBeside } from "./files.js";

export type ExpectedRow = Pick<OutcomeRow, "id" | "part" | "where" | "arm" | "kind" | "mean" | "low" | "high">;

/** Contents of `scenarios/expected/<name>.json`. */
export interface Expectation {
  readonly scenario: string;
  readonly seed: string;
  readonly replications: number;
  /** Of how many neighbourhoods how many were simulated, weighted to stand for all; these rows are no figures of the scenario itself. */
  readonly sample: { readonly taken: number; readonly of: number };
  /** Of the result document but for version and hash: only where the scenario is there to be compared to the byte. */
  readonly sha256?: string;
  readonly rows: readonly ExpectedRow[];
}

const folder = new URL("../../scenarios/", import.meta.url);

const REPLICATIONS = 5;
/** So few that all scenarios together take two cores about a minute and a half. */
const MOST_NEIGHBOURHOODS = 2;
/** A quarter of the ordinary year, the outages of which come at a rate; every other calendar is whole. */
const MOST_DAYS = 91;

/** Rows that tell the story of an outage, and one of the ordinary weeks beside it. */
const told: readonly (readonly [id: string, part: string, arm?: string])[] = [
  ["appointmentsDisrupted", "all"], ["appointmentsDisrupted", "reason:without records"], ["appointmentsCancelled", "all"], ["netUndelivered", "all"], ["contactsNotConnected", "all"],
  ["requestsDeclined", "all"], ["excessAbandonment", "all"], ["needUnmetSameDay", "all"], ["needUnmetSameDay", "destination:111"], ["careDelay", "met"], ["patientsAffected", "all"],
  ["consultations", "all", "none"], ["consultationsWithoutRecords", "all"], ["notesToTypeIn", "all"], ["workloadFactor", "all"], ["extraWorkHours", "all"], ["extraWorkHours", "overtime"],
  ["peakBacklog", "all"], ["backlogRecovery", "all"], ["prescriptionDelay", "all"],
];

export interface Expected {
  /** Path of the scenario, and of what is expected of it. */
  readonly path: string;
  readonly target: string;
  /** Compared to the byte as well. */
  readonly toTheByte: boolean;
}

/** Every scenario that is shipped, and those that lie beside the expectations: made to be compared to the byte. */
export async function expected(): Promise<Expected[]> {
  const scenariosIn = async (place: URL): Promise<URL[]> => (await readdir(place)).filter((name) => name.endsWith(".yaml")).sort().map((name) => new URL(name, place));
  const beside = new URL("expected/", folder);
  const listed = [...(await scenariosIn(folder)).map((file) => ({ file, toTheByte: false })), ...(await scenariosIn(beside)).map((file) => ({ file, toTheByte: true }))];
  return listed.map(({ file, toTheByte }) => ({ path: fileURLToPath(file), target: fileURLToPath(new URL(basename(file.pathname).replace(/yaml$/, "json"), beside)), toTheByte }));
}

/** What is written down of it; undefined where nothing is yet. */
export async function writtenDown({ target }: Expected): Promise<Expectation | undefined> {
  const text = await readFile(target, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  return text === undefined ? undefined : JSON.parse(text) as Expectation;
}

/** Runs a scenario with the settings of expectations; `run`: in threads or not, it comes to the same. */
export async function expectationOf({ path, toTheByte }: Expected, run: (model: Model) => Promise<Run>): Promise<Expectation> {
  const text = await readFile(path, "utf8");
  const { model: written, inputs, warnings } = await compile(text, basename(path), readerBeside(path));
  const model = settled(written, toTheByte);
  const { findings, stoppedBy } = await run(model);
  const { taken, of } = model.estate.sample!;
  const rows = told.flatMap(([id, part, arm = "outage"]) => findings.rows.filter((row) => row.id === id && row.part === part && row.arm === arm && row.where === "all"));
  const document = (): string => JSON.stringify(assemble({ model, text, hash: "", inputs, version: "", stoppedBy, findings, warnings }));
  return {
    scenario: model.name, seed: model.seed, replications: REPLICATIONS, sample: { taken, of }, ...(toTheByte ? { sha256: createHash("sha256").update(document()).digest("hex") } : {}),
    rows: rows.map(({ id, part, where, arm, kind, mean, low, high }) => ({ id, part, where, arm, kind, mean, low, high })),
  };
}

function settled(model: Model, toTheByte: boolean): Model {
  const { whole = model.estate, period, seed } = model;
  const estate = sampleEstate(smallestRegion(whole), toTheByte ? whole.neighbourhoods.length : MOST_NEIGHBOURHOODS, seed);
  return { ...model, whole, estate, period: { ...period, days: Math.min(period.days, MOST_DAYS) }, replications: { minimum: REPLICATIONS, maximum: REPLICATIONS } };
}

/** Downstream a region takes its time by its patients, however few neighbourhoods are simulated; so of a nation, through all of which incidents still go, the one with the fewest. */
function smallestRegion(whole: Model["estate"]): Model["estate"] {
  const patients = whole.regions.map(() => 0);
  for (const practice of whole.practices) patients[practice.region]! += practice.patients;
  const smallest = patients.indexOf(Math.min(...patients));
  return { ...whole, ...partOf(whole, (practice) => whole.practices[practice]!.region === smallest) };
}
