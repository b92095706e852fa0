// What a state can say in the Council.

export const BALLOTS = ["for", "abstain", "against"] as const;
export type Ballot = (typeof BALLOTS)[number];

/** Ballots as numbers. */
export const BALLOT_VALUE = { for: 1, abstain: 0, against: -1 } as const satisfies Record<Ballot, number>;
