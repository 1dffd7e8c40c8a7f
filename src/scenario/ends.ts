/** When incidents are over, as far as that is known before anything is simulated. */
import { quantileOf } from "../engine/distribution.js";
import type { Minutes } from "../facts/days.js";
import type { Incident, Span } from "../infrastructure/incident.js";

/**
 * When each of `incidents` begins, as far as is known: a time left to chance counts with its median, crews with the first visit alone. -Infinity for one that comes
 * by chance, or follows one that does.
 */
export function beginnings(incidents: readonly Incident[]): Minutes[] {
  const byName = new Map(incidents.map((incident) => [incident.name, incident]));
  const known = new Map<Incident, Minutes>();
  const beginningOf = (incident: Incident): Minutes => {
    const { begins } = incident;
    if (!known.has(incident)) {
      // Until it is known: those that follow themselves in the end are never known.
      known.set(incident, -Infinity);
      const other = "follows" in begins ? byName.get(begins.follows) : undefined;
      if ("at" in begins) known.set(incident, begins.at);
      else if ("follows" in begins && other) {
        const from = beginningOf(other);
        known.set(incident, (begins.from === "beginning" ? from : repairedAt(other, from)) + typical(begins.after));
      }
    }
    return known.get(incident)!;
  };
  return incidents.map(beginningOf);
}

/** When the last of them is over, as far as is known. */
export function lastEnd(incidents: readonly Incident[]): Minutes {
  const from = beginnings(incidents);
  return Math.max(...incidents.map((incident, index) => repairedAt(incident, from[index]!) + returning(incident)));
}

function repairedAt({ repair, found = 0, suspected }: Incident, from: Minutes): Minutes {
  if (repair.by === "end") return "until" in repair ? repair.until : from + typical(repair.lasts);
  return from + typical(found) + typical(suspected?.for ?? 0) + typical(repair.by === "crews" ? repair.each : repair.takes);
}

function returning({ return: back }: Incident): Minutes {
  return (back?.shares?.at(-1)?.after ?? 0) + Math.max(0, ...Object.values(back?.services ?? {}));
}

function typical(span: Span): Minutes {
  return typeof span === "number" ? span : quantileOf(span, 0.5);
}
