/** Numbers as a reader needs them: no finer than the interval around them allows. */

export interface Estimate {
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit?: string;
  /** Of the outcome. */
  readonly id?: string;
}

/** What cannot be less than 0, though an interval that is symmetric about the mean may reach below: outcomes in these units, and these that count what only the outage brings. */
const fromZero: readonly string[] = ["working days", "ratio"];
const fromZeroById: readonly string[] = ["appointmentsDisrupted", "notesToTypeIn", "patientsAffected", "backlogElsewhere", "recoveryElsewhere", "teamBacklog", "teamRecovery"];

/** What cannot be more than 100, and of which only the distance from there tells anything. */
const OF_HUNDRED = "%";

/** `about 21,000 (20,400 to 21,700)`; `0` where nothing varies; an en dash where there is no value. */
export function stated(estimate: Estimate, unit?: readonly [one: string, many: string]): string {
  const range = rangeOf(estimate);
  const value = unit === undefined ? about(estimate) : `${about(estimate)} ${about(estimate) === "1" ? unit[0] : unit[1]}`;
  return range === "" ? value : `${value} (${range})`;
}

/** The same with its sign turned: so much less is so much more. */
export function negated({ mean, low, high }: Estimate): Estimate {
  const minus = (value: number | null): number | null => (value === null ? null : -value);
  return { mean: minus(mean), low: minus(high), high: minus(low) };
}

/** The mean, rounded as the interval allows, with `about` before it where it was rounded or varies. */
export function about(estimate: Estimate): string {
  const value = rounded(estimate);
  return estimate.mean === null || (isExact(estimate) && written(estimate.mean, 0) === value) ? value : `about ${value}`;
}

/** The mean alone, rounded as the interval allows. */
export function rounded(estimate: Estimate): string {
  return estimate.mean === null ? "–" : written(estimate.mean, placeOf(estimate));
}

/** True of what is above 0 as it is written. */
export function isSome(estimate: Estimate): boolean {
  return (estimate.mean ?? 0) > 0 && /[1-9]/.test(rounded(estimate));
}

/** The parts of a whole as `about` has them, but all rounded alike, as finely as the whole or one of them allows and to no more than three figures of the whole: so they add up to it. */
export function aboutParts(parts: readonly Estimate[], whole: Estimate): string[] {
  if (parts.length < 2) return parts.map(about);
  const place = Math.max(Math.min(placeOf(whole), ...parts.map(placeOf)), magnitude(whole.mean ?? 0) - 2);
  return parts.map((part) => (part.mean === null || Math.abs(part.mean) < powerOfTen(place) ? about(part) : `${isExact(part) && written(part.mean, 0) === written(part.mean, place) ? "" : "about "}${written(part.mean, place)}`));
}

/** One of two parts, without an interval of its own, of a whole number of things: rounded one figure finer than the whole, so that both add up to it, but to no more than three figures of it, and from ten things on to whole ones. */
export function partOf(whole: Estimate, value: number): string {
  const size = magnitude(whole.mean ?? 0);
  return written(value, Math.max(placeOf(whole) - 1, size - 2, size > 0 ? 0 : -Infinity));
}

/** `20,400 to 21,700`; empty where no interval is known or it is a point. */
export function rangeOf(estimate: Estimate): string {
  return boundsOf(estimate)?.join(" to ") ?? "";
}

/** The two of them; null where no interval is known or it is a point. */
export function boundsOf(estimate: Estimate): readonly [low: string, high: string] | null {
  const { low, high } = possible(estimate);
  if (low === null || high === null || isExact(estimate)) return null;
  const place = placeOf(estimate);
  return [written(low, place), written(high, place)];
}

/** With bounds no further than what they bound can go. */
export function possible<Of extends Estimate>(estimate: Of): Of {
  const { unit, id, low, high } = estimate;
  const isFromZero = (unit !== undefined && fromZero.includes(unit)) || (id !== undefined && fromZeroById.includes(id));
  return { ...estimate, low: low !== null && isFromZero ? Math.max(0, low) : low, high: high !== null && unit === OF_HUNDRED ? Math.min(100, high) : high };
}

/** To `figures` significant figures, without trailing zeros: `0.08`, `27.3`, `4,270`. */
export function plain(value: number, figures = 3): string {
  return written(value, magnitude(value) - figures + 1).replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
}

/** With every digit that it has: for values that somebody typed. */
export function exact(value: number): string {
  const [whole = "", fraction] = String(Math.abs(value)).split(".");
  return sign(value) + thousands(whole) + (fraction === undefined ? "" : `.${fraction}`);
}

/** `9%`, and `less than 1%` for a share that is small but not nothing. */
export function percent(share: number): string {
  if (share > 0 && share < 0.01) return "less than 1%";
  return `${written(share * 100, share < 0.1 ? -1 : 0).replace(/\.0$/, "")}%`;
}

/** `43%`; `0%` and `100%` only where that is exact, else `<1%` and `>99%`. */
export function wholePercent(share: number): string {
  if (share === 0 || share === 1) return `${share * 100}%`;
  return share < 0.01 ? "<1%" : share > 0.99 ? ">99%" : `${Math.round(share * 100)}%`;
}

function isExact({ low, high }: Estimate): boolean {
  return low !== null && low === high;
}

/**
 * Power of ten to which mean and bounds are rounded: the first figure of the half-width, yet never to fewer than two significant figures of the largest of
 * the three, nor to more than three; to two where no interval is known. Whole numbers that do not vary stand in full. Of a percentage that is what it lacks of 100: 99.87 is not 99.9.
 */
export function placeOf({ mean, low, high, unit }: Estimate): number {
  if (unit === OF_HUNDRED) return placeOf({ mean: lacking(mean), low: lacking(high), high: lacking(low) });
  const value = mean ?? 0;
  const largest = magnitude(Math.max(Math.abs(value), Math.abs(low ?? 0), Math.abs(high ?? 0)));
  // A single run knows less than two do, and two mostly allow two figures.
  if (low === null || high === null) return Number.isInteger(value) && largest < 1 ? 0 : largest - 1;
  const half = (high - low) / 2;
  if (half === 0) return Number.isInteger(value) ? 0 : largest - 2;
  return Math.max(Math.min(0, largest - 2), Math.min(magnitude(half), largest - 1));
}

function lacking(value: number | null): number | null {
  return value === null ? null : 100 - value;
}

/** `place` 3 rounds to thousands, -1 to tenths. */
export function written(value: number, place: number): string {
  const unit = powerOfTen(Math.max(place, 0));
  const text = place < 0 ? Math.abs(value).toFixed(-place) : String(Math.round(Math.abs(value) / unit) * unit);
  const [whole = "", fraction] = text.split(".");
  const isNothing = !/[1-9]/.test(text);
  return (isNothing ? "" : sign(value)) + thousands(whole) + (fraction === undefined ? "" : `.${fraction}`);
}

function thousands(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, ",");
}

function sign(value: number): string {
  return value < 0 ? "−" : "";
}

/** Exponent of the first significant figure; 0 for nothing. */
function magnitude(value: number): number {
  let rest = Math.abs(value);
  let exponent = 0;
  if (rest === 0 || !Number.isFinite(rest)) return 0;
  for (; rest >= 10; exponent++) rest /= 10;
  for (; rest < 1; exponent--) rest *= 10;
  return exponent;
}

function powerOfTen(exponent: number): number {
  let power = 1;
  for (let step = 0; step < Math.abs(exponent); step++) power *= 10;
  return exponent < 0 ? 1 / power : power;
}
