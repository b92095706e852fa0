// What a state can say in the Council.

export const BALLOTS = ["for", "abstain", "against"] as const;
export type Ballot = (typeof BALLOTS)[number];
