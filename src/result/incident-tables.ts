/** Tidy tables of the incidents alone, as CSV. */
import { csv, type Cell, type Table } from "./csv.js";
import { hourAt, type IncidentDocument, type JournalRow, type PracticeStep } from "./incident-document.js";

/** Every table: `practiceSteps` and `journal` are of the replications that the document names. Times are local, hours have the time at which they begin. */
export function incidentTables(document: IncidentDocument, practiceSteps: readonly PracticeStep[], journal: readonly JournalRow[]): Table[] {
  return [
    csv(
      "availability.csv",
      ["where", "capability", "at", "practices", "practices_low", "practices_high", "patients", "patients_low", "patients_high", "slowness"],
      hours(document),
    ),
    csv(
      "practice-timeline.csv",
      ["replication", "practice", "capability", "from", "level", "slowness"],
      practiceSteps.map(({ replication, practice, capability, from, level, slowness }) => [replication, practice, capability, from, level, slowness]),
    ),
    csv(
      "incident-journal.csv",
      ["replication", "at", "incident", "occurrence", "what", "practice", "unit", "crew"],
      journal.map(({ replication, at, incident, occurrence, what, practice, unit, crew }) => [replication, at, incident, occurrence, what, practice, unit, crew]),
    ),
  ];
}

/** Capabilities of which nothing is lost have no hours. */
function* hours({ availability, places, capabilities }: IncidentDocument): Iterable<Cell[]> {
  for (const { code } of places) {
    for (const { id } of capabilities) {
      const row = availability.find((candidate) => candidate.where === code && candidate.capabilities.some((capability) => capability === id));
      if (row === undefined) continue;
      const { practices, patients, slowness } = row;
      for (const hour of slowness.keys()) {
        yield [
          code, id, hourAt(row, hour), practices.mean[hour]!, practices.low[hour]!, practices.high[hour]!, patients.mean[hour]!, patients.low[hour]!, patients.high[hour]!, slowness[hour]!,
        ];
      }
    }
  }
}
