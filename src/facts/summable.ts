/** Rounded to 1/1024 (of a minute, of a visit): sums of such numbers are exact, so that no order of addition can leave a trace of a difference where there is none. */
export function summable(amount: number): number {
  return Math.round(amount * 1024) / 1024;
}
