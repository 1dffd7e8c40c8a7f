/** Practices in sentences. */

/** `X90001, X90002, …`: five at most. */
export function some(codes: readonly string[]): string {
  return codes.slice(0, 5).join(", ") + (codes.length > 5 ? ", …" : "");
}

/** `6,169`. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

export function plural(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? "" : "s"}`;
}
