/** Every chart that a document can be asked for, with what it shows and its data. */
import type { Table } from "../../result/csv.js";
import type { ResultDocument } from "../../result/document.js";
import type { IncidentDocument } from "../../result/incident-document.js";
import { isUnaffected, isWithoutEffect } from "../find.js";
import { withinSentence } from "../labels.js";
import { nothingDiffers } from "../sentences.js";
import { availability, availabilityTable } from "./availability.js";
import { backlog, backlogTable } from "./backlog.js";
import { calls, callsTable } from "./calls.js";
import { convergence, convergenceTable } from "./convergence.js";
import { disrupted, disruptedTable } from "./disrupted.js";
import type { Chart, ChartSpec, Layout } from "./frame.js";
import { paper, paperTable } from "./paper.js";
import { practices, practicesTable } from "./practices.js";
import { queues, queuesTable } from "./queues.js";
import { reasons, reasonsTable } from "./reasons.js";
import { recovery, recoveryTable } from "./recovery.js";
import { roles, rolesTable } from "./roles.js";
import { timeline, timelineTable } from "./timeline.js";
import { workload, workloadTable } from "./workload.js";

/** A chart of one document. */
export interface Drawable {
  readonly name: string;
  /** What it shows, in a line. */
  readonly about: string;
  /** Undefined where there is nothing to draw; `whyNot` then says why. */
  readonly chart: (layout: Layout) => ChartSpec | undefined;
  readonly table: () => Table;
  readonly whyNot: string;
}

interface Entry {
  readonly about: string;
  readonly chart: Chart;
  readonly table: (document: ResultDocument) => Table;
  /** Why there is none though the outage has an effect, in results of this version, and of those before that do not hold what it needs. */
  readonly lacks: string;
  readonly lacked?: string;
}

const NOTHING = "nothing is lost";
const earlier = "results of earlier versions do not hold that; run the scenario again";

const ofRuns: Readonly<Record<string, Entry>> = {
  timeline: { about: "what was lost, slow and back again, and when", chart: timeline, table: timelineTable, lacks: "nothing is lost in the run that stands for the others" },
  disrupted: { about: "appointments, contacts and calls hit, day by day", chart: disrupted, table: disruptedTable, lacks: "nothing is disrupted on any day" },
  reasons: { about: "appointments disrupted and cancelled, by day and by reason", chart: reasons, table: reasonsTable, lacks: "no appointment is disrupted or cancelled", lacked: `it counts none by day and reason: ${earlier}` },
  calls: { about: "calls by the hour, and callers who hang up, with and without the outage", chart: calls, table: callsTable, lacks: "it holds no calls by the hour" },
  backlog: { about: "open work with and without the outage", chart: backlog, table: backlogTable, lacks: "it holds no curve of open work" },
  queues: { about: "which queues grow, and when they are dug out", chart: queues, table: queuesTable, lacks: "it holds no curve of a queue that rises above normal" },
  recovery: { about: "how many practices need how many working days to recover", chart: recovery, table: recoveryTable, lacks: "it holds no recovery of single practices; of more than 500 practices they stand in tables/practices.csv alone" },
  practices: { about: "heat map: which practices fall how far behind, day by day", chart: practices, table: practicesTable, lacks: "it holds no curves of single practices; of more than 500 practices they stand in tables/series.csv alone" },
  workload: { about: "extra staff hours by role, by kind of work, and in overtime", chart: workload, table: workloadTable, lacks: "nobody works more or less than usual" },
  roles: { about: "extra staff hours of each role, by kind of work", chart: roles, table: rolesTable, lacks: "no role works more or less than usual" },
  paper: { about: "how working on paper multiplies the work of a consultation", chart: paper, table: paperTable, lacks: "no consultation on paper was typed in" },
  convergence: { about: "whether there were enough replications", chart: convergence, table: convergenceTable, lacks: "one replication alone settles nothing", lacked: `it holds no values of single replications: ${earlier}` },
};

/** Of a run, in the order in which its story is told. */
export function drawablesOf(document: ResultDocument): Drawable[] {
  const nothing = isUnaffected(document) ? NOTHING : isWithoutEffect(document) ? withinSentence(nothingDiffers(document)) : null;
  const isOfBefore = document.byReplication === undefined;
  return Object.entries(ofRuns).map(([name, { about, chart, table, lacks, lacked = lacks }]) => ({ name, about, chart: (layout) => chart(document, layout), table: () => table(document), whyNot: nothing ?? (isOfBefore ? lacked : lacks) }));
}

/** Of incidents alone. */
export function drawablesOfIncidents(document: IncidentDocument): Drawable[] {
  return [{
    name: "availability", about: "what practices can do, hour by hour", chart: (layout) => availability(document, layout), table: () => availabilityTable(document), whyNot: NOTHING,
  }];
}
