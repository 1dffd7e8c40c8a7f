/** What a scenario's result is expected to be: a few rows of its whole region, with settings of their own. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { assemble, compile, sampleEstate, type Model, type OutcomeRow } from "../index.js";
import { readerBeside } from "./files.js";
import { simulate, type SimulateOptions } from "./simulate.js";

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
/** So few that all scenarios together take two cores about a minute and a half, over the whole of each calendar. */
const MOST_NEIGHBOURHOODS = 3;
/** A year takes as long as six of the other calendars; and each region of a nation has services downstream that are as large as those of a region simulated whole. */
const LONG_DAYS = 200, FEWER = 2;

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

/** Runs a scenario as `run` does, with the settings of expectations. */
export async function expectationOf({ path, toTheByte }: Expected, options: Pick<SimulateOptions, "threads" | "worker">, signal: AbortSignal): Promise<Expectation> {
  const text = await readFile(path, "utf8");
  const { model: written, inputs, warnings } = await compile(text, basename(path), readerBeside(path));
  const model = settled(written);
  const { findings, stoppedBy } = await simulate(model, { ...options, quiet: true }, signal);
  const { taken, of } = model.estate.sample!;
  const rows = told.flatMap(([id, part, arm = "outage"]) => findings.rows.filter((row) => row.id === id && row.part === part && row.arm === arm && row.where === "all"));
  const document = (): string => JSON.stringify(assemble({ model, text, hash: "", inputs, version: "", stoppedBy, findings, warnings }));
  return {
    scenario: model.name, seed: model.seed, replications: REPLICATIONS, sample: { taken, of }, ...(toTheByte ? { sha256: createHash("sha256").update(document()).digest("hex") } : {}),
    rows: rows.map(({ id, part, where, arm, kind, mean, low, high }) => ({ id, part, where, arm, kind, mean, low, high })),
  };
}

function settled(model: Model): Model {
  const { whole = model.estate, period, seed } = model;
  const most = period.days > LONG_DAYS || whole.regions.length > 1 ? FEWER : MOST_NEIGHBOURHOODS;
  return { ...model, whole, estate: sampleEstate(whole, most, seed), replications: { minimum: REPLICATIONS, maximum: REPLICATIONS } };
}
