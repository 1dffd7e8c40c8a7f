/** The versioned document of a calibration: `calibration.json`. Like a run's result it depends on neither machine nor clock nor threads. */
import type { Clusters, Compared } from "../calibration/comparison.js";
import type { CalibrationFindings } from "../calibration/run.js";
import type { Study } from "../calibration/study.js";
import type { WarmUp } from "../calibration/warm-up-types.js";
import type { Period } from "../facts/days.js";
import { csv, type Table } from "./csv.js";

export type { Compared, WarmUp };

const CALIBRATION_SCHEMA = 1;

export interface CalibrationDocument {
  readonly schema: typeof CALIBRATION_SCHEMA;
  readonly kind: "calibration";
  /** Of the product. */
  readonly version: string;
  /** `England` or an ICB's code, and its name. */
  readonly region: string;
  readonly name: string;
  readonly seed: string;
  readonly period: Period;
  readonly replications: number;
  /** Whether the larger study was asked for, of the warm-up too. */
  readonly full: boolean;
  /** Neighbourhoods simulated, of all there are; practices and patients of those simulated. */
  readonly neighbourhoods: { readonly simulated: number; readonly of: number; readonly practices: number; readonly patients: number };
  /** Monday to Friday, each by half hours from 06:00 to 20:00: simulated calls that come in, per 1,000 patients and day. */
  readonly callsByHalfHour: readonly (readonly number[])[];
  /** What the intervals take as independent. */
  readonly clusters: Clusters;
  readonly figures: readonly Compared[];
  /** Whether the start still matters when counting begins. */
  readonly warmUp: WarmUp;
}

export function assembleCalibration({ region, whole, weeks: { estate, period, seed }, replications }: Study, { rows, clusters, callsByHalfHour }: CalibrationFindings, warmUp: WarmUp, { version, full }: Pick<CalibrationDocument, "version" | "full">): CalibrationDocument {
  return {
    schema: CALIBRATION_SCHEMA, kind: "calibration", version, region, name: region === "England" ? region : whole.regions[0]!.name, seed, period, replications, full,
    neighbourhoods: {
      simulated: estate.neighbourhoods.length, of: whole.neighbourhoods.length,
      practices: estate.practices.length, patients: estate.practices.reduce((sum, { patients }) => sum + patients, 0),
    },
    callsByHalfHour, clusters, figures: rows, warmUp,
  };
}

/** A row a figure: shares as fractions, `tolerance` a share of the observed value (`relative`) or a difference of shares (`points`), `difference` in the unit. */
export function calibrationTable({ figures }: CalibrationDocument): Table {
  return csv(
    "calibration.csv",
    ["id", "part", "label", "role", "unit", "observed", "simulated", "low", "high", "difference", "tolerance", "tolerance_kind", "verdict", "source"],
    figures.map(({ id, part, label, role, unit, observed, simulated, low, high, difference, tolerance, verdict, source }) => {
      const [kind, width] = tolerance === null ? [null, null] : "points" in tolerance ? ["points", tolerance.points] as const : ["relative", tolerance.relative] as const;
      return [id, part, label, role, unit, observed, simulated, low, high, difference, width, kind, verdict, source];
    }),
  );
}

/** A row a week, measure and start. */
export function warmUpTable({ warmUp: { series, warmUpWeeks } }: CalibrationDocument): Table {
  return csv(
    "warm-up.csv",
    ["id", "label", "unit", "start", "week", "counted", "value", "smoothed"],
    series.flatMap(({ id, label, unit, start, weekly, smoothed }) => weekly.map((value, week) => [id, label, unit, start, week + 1, week >= warmUpWeeks, value, smoothed[week]!])),
  );
}
