// Every piece of news there is. The client has words for each code; `about` and `amount` are what those words may use.

export const NEWS = [
  // procedures and votes
  "case-opened", // about: file, sector
  "case-reopened", // about: file, sector; amount: duty as a fraction, 0 = none yet
  "case-dropped", // about: file, sector
  "case-narrowed", // about: file, sector; amount: share of the sector left
  "case-deepened", // about: file, sector; amount: last week to decide
  "gate-ahead", // about: file; amount: last week to decide
  "gate-missed", // about: file; nobody decided in time
  "provisional-duty", // about: file, sector; amount: duty as a fraction
  "definitive-duty", // about: file, sector; amount: duty as a fraction
  "duty-changed", // about: file, sector; amount: duty now
  "duty-ended", // about: file, sector; amount: duty that ended
  "measure-in-force", // about: file, sector if any; amount: what it is worth as a duty
  "mirror-measure", // about: file, sector; amount: what it is worth as a duty
  "snapback-triggered", // about: file, sector
  "review-opened", // about: file, sector
  "duty-reviewed", // about: file, sector; amount: duty from now on
  "undertaking-accepted", // about: file, sector; amount: duty replaced
  "undertaking-doubted", // about: file, sector; amount: week of the outcome
  "undertaking-broken", // about: file, sector
  "appeal-possible", // about: file; amount: last week to appeal
  "appeal-opened", // about: file, vote; amount: week of the count
  "proposal-made", // about: file
  "vote-called", // about: file, vote; amount: week of the count
  "vote-dropped", // about: file, vote; an agreement has closed the case
  "statement-drafted", // about: member, file, line; amount: last week to sign (to the capitals and the Commission)
  "statement-lapsed", // about: member, file or state, line; amount: names that it found (to those who signed only)
  "statement-signed", // about: file, line, then the states
  "minority-declared", // about: file, then the states; amount: % of people behind it
  "signature-broken", // about: member, file
  "caucus-called", // about: file, then the small states in it
  "caucus-bound", // about: file, then the small states in it
  "caucus-decided", // about: file, then the small states in it
  "report-written", // about: member, file, text
  "agenda-moved", // about: member, file; amount: its new week
  "item-tabled", // about: member, file; amount: EUR bn of the fund it wrote, 0 = nothing changed
  "vote-passed", // about: file, vote, then the states against; amount: % of people for
  "vote-failed", // about: file, vote, then the states against; amount: % of people for
  "duty-without-majority", // about: file, vote; amount: % of people for
  "advice-asked", // about: file, vote; amount: week of the count
  "advice-heard", // about: file, vote, then the states against; amount: % of people for
  "advice-against", // about: file, vote, then the states against; amount: % of people for
  "law-in-force", // about: file
  "package-in-force", // about: file; amount: EUR bn a year
  "snapback-dropped", // about: file
  "examination-opened", // about: file
  "coercion-determined", // about: file; amount: last week of the talks
  "coercion-ceased", // about: file
  "coercion-settled", // about: file
  "finding-stands", // about: file; amount: last week for which it stands
  "coercion-again", // about: file; amount: last week in which measures may be proposed
  "club-joined", // about: file
  "club-works", // about: file
  "club-left", // about: file
  "probe-opened", // about: file, sector
  "probe-dropped", // about: file, sector
  "probe-halved", // about: file, sector; amount: duty left
  // Beijing
  "licences-tightened", // about: input, mode
  "licences-loosened", // about: input, mode
  "licences-stopped", // about: input; amount: week until which
  "licences-resumed", // about: input
  "squeeze-begun", // about: inputs
  "squeeze-ended", // about: inputs; amount: weeks it lasted
  "licences-aimed", // about: members; amount: factor
  "licence-wave", // general licences end; amount: number of the wave
  "package-returned", // Beijing's suspended controls are back
  "package-prolonged", // amount: week until which
  "envoy-sent", // about: member, offer, gift, ask, vote (to the two seats only)
  "offer-taken", // about: member, offer, gift, ask (to the two seats only)
  "offer-refused", // about: member, offer (to the two seats only)
  "offer-lapsed", // about: member, offer, gift, ask (to the two seats only)
  "offer-published", // about: member, offer, gift, ask
  "deal-exposed", // about: member, offer, gift, ask
  "deal-ended", // about: member, offer (to the two seats only)
  "gift-broken", // about: member, offer, gift, ask (to the two seats only)
  "deal-broken", // about: member, offer, gift, ask (to the two seats only)
  "word-known", // about: seat; amount: points it gains or loses by a word kept or broken in secret
  "goods-held", // about: member, sector; amount: share held up
  "ban-exposed", // about: member, sector
  "ban-lifted", // about: member, sector
  "market-opened", // amount: market access now
  "subsidies-published", // amount: share published now
  "flooding-begun", // amount: week it ends
  "flooding-ended",
  "economy-steered", // about: course; amount: weeks
  "rules-applied", // about: member; amount: week it ends
  // agreements and words
  "assurance-given", // about: contract; amount: weeks
  "talk-opened", // about: talk, then its seats (to those seats only)
  "talk-left", // about: talk, then the seats left (to those seats only)
  "terms-tabled", // about: draft, template, talk; amount: number of the draft (to the seats of the talk only)
  "terms-accepted", // the same
  "terms-rejected", // the same
  "terms-lapsed", // the same
  "terms-unpaid", // the same; by: who could not keep its part, for want of points, money or pledges, when the last one agreed
  "terms-sold", // the same; by: who had promised its vote elsewhere when the last one agreed
  "agreement-signed", // about: contract, template, then its parties; amount: weeks (a secret one: to its parties only)
  "term-missed", // about: as above; by: who misses it; amount: 1 = as all can see though nobody was to look, 0 = as a survey says
  "agreement-broken", // about: as above; by: who broke it
  "plants-withdrawn", // about: as above; by: who had been given them and broke it; amount: EUR bn
  "money-returned", // about: as above; by: who had been paid and broke it; amount: EUR m
  "money-spent", // about: as above; by: the same; amount: EUR m that is no longer there
  "complaint-made", // about: as above; amount: week of the finding
  "complaint-lost", // about: as above; by: who had complained
  "notice-heard", // about: agreement, template, parties
  "agreement-suspended", // about: as above; amount: 1 = duties had rested under it
  "agreement-published", // about: as above
  "agreement-leaked", // about: as above
  "agreement-renewed", // about: as above; amount: weeks
  "agreement-steps-down", // about: as above; amount: week it ends
  "agreement-ended", // about: as above; amount: 1 = duties had rested under it
  "assurance-broken", // about: contract, template, then its parties
  "step-down-offered", // about: how far; amount: last week to answer
  "step-down-refused",
  "step-down-lapsed", // about: how far
  "step-down-agreed", // amount: week it ends
  "pause-agreed", // amount: first week in which both may act again
  "notice-given", // about: input; amount: week from which it may come
  "threat-made", // about: file; amount: deadline
  "threat-kept", // about: file
  "threat-dropped", // about: file
  "warning-given", // about: whom it warns, and the European file it is about; amount: deadline
  "warning-kept", // about: whom it warned
  "warning-dropped", // about: whom it warned
  "statement-made", // about: form
  // capitals
  "pledge-given", // about: member, pledge, vote (to the two seats only)
  "relief-granted", // about: member, sector
  "stock-shared", // about: giver, receiver, input; amount: weeks of the receiver's use
  "stocks-mandated", // about: member; amount: week by which they are built up
  "plant-hosted", // about: member, project
  "permit-speeded", // about: member, project
  "mission-sent", // about: member
  "solidarity-shown", // about: member
  "election-held", // about: member; amount: shift of its line
  "presidency-changed", // about: member
  // supply and industry
  "stock-ordered", // about: input; how much is Europe's secret
  "release-rule-set", // about: rule
  "emergency-declared", // amount: last week
  "project-backed", // about: project, how
  "project-operating", // about: project
  "project-dead", // about: project
  "starts-ended", // about: input, why: flood, assurance or calm; nobody starts plants elsewhere any more
  "starts-resumed", // about: input
  "plants-closed", // about: input, why; amount: share of need closed since week 0
  "lines-stopped", // about: members hit first; amount: lines
  // events
  "card-drawn", // about: card, then what it concerns
  "card-happened", // about: card, then what it concerns; amount: 1 as hoped, -1 not
  "card-answered", // about: card, option; amount: 1 it worked, -1 it did not, 0 that was not open
  "budget-refilled", // amount: EUR m
  "game-ended", // about: verdict
] as const;
export type NewsCode = (typeof NEWS)[number];
