// How the emergency fund is shared out among the capitals.

/** The same part of every loss, more where a loss is harder to bear, or by the size of the economy. */
export const PAYOUTS = ["even", "need", "key"] as const;
export type Payout = (typeof PAYOUTS)[number];
