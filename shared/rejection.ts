// Why an order is refused: a closed list. The client has one sentence for each; a refusal never carries a hidden fact,
// since it is found from the View alone.

export const REJECTIONS = [
  "game-over", // the game has ended
  "not-your-seat", // the move belongs to another office
  "malformed", // not a command at all
  "no-such-thing", // it names something that does not exist (any more): `what`
  "not-enough-points", // have, need
  "not-enough-money", // have, need, EUR m
  "too-early", // until = first week
  "too-late", // the window has closed
  "cooling-down", // until = first week it may be done again
  "limit-reached", // need = the limit
  "already-so", // it is so already
  "already-answered", // one answer each
  "not-open", // the procedure is at another stage
  "nothing-to-decide", // nothing waits for this decision
  "out-of-range", // have, need = the bound that was crossed: `what` it is counted in
  "no-stoppage", // allowed only while lines stand still
  "during-squeeze", // not while licences are squeezed
  "shut-after-vote", // until: a failed vote shuts the item
  "not-presiding", // the chair of the Council is another's: `until` = first week of this seat's, if there is one
  "only-softer", // after a failed vote a law may come back in a softer form only
  "no-pain", // nothing hurts that relief could ease
  "no-coercion", // nothing that everybody can see is coercion now, or was lately
  "low-legitimacy", // have, need: partners ask for a fairer Brussels
  "not-singled-out", // no goods of the state are held up
  "not-host", // the plant is elsewhere
  "not-a-party", // a term about somebody who does not sit at the table: `what`
  "no-ballot", // a promised vote that is neither for nor against nor an abstention
  "not-theirs", // a term that this office cannot promise: `what`
  "cannot-observe", // nobody could tell whether it is kept: `what`
  "must-be-open", // what Brussels and Beijing sign, everybody may read
  "no-session", // until: Brussels and Beijing table terms when they meet
  "panel-sits", // until: a panel on a notice has not reported yet
  "no-deadline", // a threat without a date
  "no-cause", // nothing has been seen that would allow it
  "no-target", // there is nothing to hit or to take back: `what`
  "no-fund", // there is no emergency fund whose money flows
  "already-legal", // nothing to speed up or to back
] as const;
export type RejectionCode = (typeof REJECTIONS)[number];

export interface Rejection {
  code: RejectionCode;
  /** What there is, and what would be needed. */
  have?: number;
  need?: number;
  /** First week in which it would be possible. */
  until?: number;
  what?: string;
}
