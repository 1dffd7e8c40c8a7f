/** Rounded to 1/1024 of a minute: sums of such numbers are exact, so that no order of addition can leave a trace of a difference where there is none. */
export function summable(minutes: number): number {
  return Math.round(minutes * 1024) / 1024;
}
