/** Which pharmacies can work: they share out a region's patients as its practices do, and each has the systems that the history of these patients' practice tells of. */
import { daysOf } from "../facts/days.js";
import type { Disruption, History } from "../infrastructure/disruption.js";
import type { Model } from "./model.js";
import type { Places } from "./places.js";

/** The component by which pharmacies pull prescriptions and order medicines. */
const COMPONENT = "pharmacy-systems";

/** Share of a region's pharmacies whose systems work, by simulated hour, the mean over each; undefined where all always do. */
export function pharmacySystemsOf({ estate, period }: Pick<Model, "estate" | "period">, places: Places, region: number, { histories, historyOf }: Disruption): Float64Array | undefined {
  const patients = new Map<History, number>();
  let all = 0;
  for (const practice of places.practices[1 + region]!) {
    const history = histories[historyOf[practice]!]!;
    const weight = estate.practices[practice]!.patients * places.weights[practice]!;
    all += weight;
    if (history.services.some(({ component }) => component === COMPONENT)) patients.set(history, (patients.get(history) ?? 0) + weight);
  }
  if (patients.size === 0) return undefined;
  const lost = new Float64Array(daysOf(period) * 24);
  for (const [{ services }, weight] of patients) {
    const { times, level } = services.find(({ component }) => component === COMPONENT)!.steps;
    times.forEach((from, step) => {
      const until = Math.min(times[step + 1] ?? Infinity, lost.length * 60);
      for (let hour = Math.floor(from / 60); hour * 60 < until; hour++) {
        lost[hour]! += (weight / all) * (1 - level[step]!) * ((Math.min(until, (hour + 1) * 60) - Math.max(from, hour * 60)) / 60);
      }
    });
  }
  return lost.map((share) => Math.max(0, 1 - share));
}
