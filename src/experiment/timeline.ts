/** What was lost and when, region by region. */
import type { Estate } from "../estate/estate.js";
import { DAY, daysOf, timestamp, type Minutes, type Period } from "../facts/days.js";
import { capabilities, levelAt, slownessAt, type Disruption, type History, type Steps } from "../infrastructure/disruption.js";
import { placesOf } from "./places.js";

export interface TimelineRow {
  readonly what: string;
  readonly label: string;
  readonly kind: "service" | "capability";
  readonly where: string;
  /** Mean level and slowness over the region's patients; one step a minute at most, those of no change left out. */
  readonly steps: readonly { readonly at: string; readonly level: number; readonly slowness: number }[];
}

/** Labels of capabilities for the page. */
const labels: Readonly<Record<(typeof capabilities)[number], string>> = {
  seeRecords: "See records", writeRecords: "Write records", seeAppointmentList: "See the appointment list", book: "Book appointments",
  prescribeElectronically: "Prescribe electronically", seeResults: "See results", receiveDocuments: "Receive documents", refer: "Refer", telephone: "Telephone",
  takeOnlineRequests: "Take online requests", messagePatients: "Message patients",
};

/**
 * By region, every service and capability that falls or slows for at least one of its practices. A practice that does not go through it, or does not
 * have it, counts with level 1.
 */
export function timelineOf(estate: Estate, { histories, historyOf }: Disruption, period: Period): TimelineRow[] {
  const { practices, weights } = placesOf(estate);
  return estate.regions.flatMap(({ code: where }, region) => {
    const patients = new Map<History, number>();
    let all = 0;
    for (const practice of practices[1 + region]!) {
      const history = histories[historyOf[practice]!]!;
      const registered = estate.practices[practice]!.patients * weights[practice]!;
      patients.set(history, (patients.get(history) ?? 0) + registered);
      all += registered;
    }
    const row = (what: string, label: string, kind: TimelineRow["kind"], stepsOf: (history: History) => Steps | undefined): TimelineRow[] => {
      const shares = [...patients].flatMap(([history, registered]) => {
        const steps = stepsOf(history);
        return steps === undefined || steps.times.length === 0 ? [] : [{ steps, share: registered / all }];
      });
      const steps = meanSteps(shares, period);
      return steps.length === 0 ? [] : [{ what, label, kind, where, steps }];
    };
    const services = new Map([...patients.keys()].flatMap((history) => history.services.map(({ component, label }) => [component, label] as const)));
    return [
      ...[...services].flatMap(([component, label]) => row(component, label, "service", (history) => history.services.find((service) => service.component === component)?.steps)),
      ...capabilities.flatMap((capability, index) => row(capability, labels[capability], "capability", (history) => history.capabilities[index])),
    ];
  });
}

/** Shares are kept to a millionth, so that all of a region's practices together are 1. */
const MILLION = 1_000_000;

function meanSteps(shares: readonly { readonly steps: Steps; readonly share: number }[], period: Period): TimelineRow["steps"] {
  const horizon = daysOf(period) * DAY;
  const times = [...new Set(shares.flatMap(({ steps }) => steps.times.filter((time) => time < horizon).map((time) => Math.ceil(time))))].sort((a, b) => a - b);
  const mean = (at: (steps: Steps, time: Minutes) => number, time: Minutes): number =>
    Math.round(MILLION * (1 + shares.reduce((sum, { steps, share }) => sum + share * (at(steps, time) - 1), 0))) / MILLION;
  let last = { level: 1, slowness: 1 };
  return times.flatMap((time) => {
    const next = { level: mean(levelAt, time), slowness: mean(slownessAt, time) };
    if (next.level === last.level && next.slowness === last.slowness) return [];
    last = next;
    return [{ at: timestamp(period, time), ...next }];
  });
}
