/** Shares together: whether they are a whole, or more than that. */

const sum = (shares: readonly number[]): number => shares.reduce((whole, share) => whole + share, 0);

/** Shares are written with few digits: thirds as 0.333 each are meant to be 1. */
export const isOne = (shares: readonly number[]): boolean => Math.abs(sum(shares) - 1) < 0.0015;

/** Shares such as 0.1 add up to 1 but for the last digits. */
export const isAboveOne = (shares: readonly number[]): boolean => sum(shares) > 1 + 1e-9;

/** The sum as it is shown. */
export const total = (shares: readonly number[]): number => Math.round(sum(shares) * 10_000) / 10_000;
