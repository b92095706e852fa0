// The two thresholds of a vote as bars, and the numbers beside them.

import { BALLOTS, type Ballot } from "../../shared/scenario/land.ts";
import type { Rules } from "../../shared/scenario.ts";
import type { VoteView } from "../../shared/view.ts";
import { type Tally, tally } from "../../shared/world/council.ts";
import { countsAgainst } from "../../shared/world/majority.ts";
import { isAdvice } from "../advice.ts";
import { seatName } from "../label.ts";
import type { Stand } from "../parts/chip.tsx";
import { type Segment, ThresholdBar } from "../parts/threshold.tsx";
import { printNumber, printPercent } from "../print.ts";
import { expected, type Pledges, pledgesIn } from "../promises.ts";
import { speech } from "../speech.ts";
import { type Game, useGame } from "./context.ts";

/** How a state stands, as a chip and a segment show it: a promise like a ballot, but for one to vote for it. */
export function standOf(rules: Rules, vote: VoteView, m: number, pledges: Pledges): Stand {
  const promised = pledges[rules.members[m]!.code];
  const ballot = vote.cast[m] ?? promised ?? "open";
  if (ballot === "abstain") return "abstaining";
  return ballot === "for" && vote.cast[m] === null ? "pledged" : ballot;
}

/** What the figures count that is not cast yet; nothing where there is nothing of the kind. */
export function countedText(
  { rules, view }: Pick<Game, "rules" | "view">,
  vote: VoteView,
): string | undefined {
  const pledges = pledgesIn(rules, view, vote);
  const by = (ballot: Ballot) =>
    rules.members.flatMap(({ code }) => (pledges[code] === ballot ? [seatName(code)] : []));
  const groups = BALLOTS.map((ballot) => ({ ballot, names: by(ballot) })).filter(
    ({ names }) => names.length > 0,
  );
  return groups.length > 0 ? speech.council.counted(groups) : undefined;
}

/** What counts for the bar: those for, or for a reversed vote those against; ballots cast. */
function counted(rules: Rules, vote: VoteView, count: Tally) {
  const reversed = countsAgainst(vote.rule);
  const side = reversed ? "against" : "for";
  return {
    states: count.states[side],
    people: count.people[side],
    needStates: count.needStates,
    needPeople: count.needPeople,
    reversed,
    all: rules.members.length,
  };
}

/** "13 of 15", "62.8 % of 65 %"; what is beyond the need is no part of it: "20, 15 needed". */
export const ofNeeded = (
  side: "for" | "against",
  have: number,
  need: number,
  print: (x: number) => string,
): string => speech.council.ofNeeded[side](print(have), print(need), have > need);

/** A bar for states, and one for people where they count. `small` leaves out what is still needed. */
export function VoteBars({ vote, small = false }: { vote: VoteView; small?: boolean }) {
  const { rules, view } = useGame();
  const { council } = speech;
  const pledges = pledgesIn(rules, view, vote);
  const now = counted(rules, vote, tally(rules, expected(rules, view, vote)));
  const segments = (weight: (m: number) => number): Segment[] =>
    rules.members.map(({ code }, m) => ({
      ...{ code, weight: weight(m) },
      stand: standOf(rules, vote, m, pledges),
    }));
  const side = now.reversed ? "against" : "for";
  const promises = countedText({ rules, view }, vote);
  const reached = council.reached[side](promises !== undefined);
  const advice = isAdvice(vote) ? council.advice : undefined;
  const gap = (missing: number, text: string) =>
    small ? {} : { gap: missing > 0 ? text : (advice?.reached ?? reached) };
  const states = Math.max(0, now.needStates - now.states);
  const people = Math.max(0, now.needPeople - now.people);
  return (
    <div class={`vote-bars${small ? " small" : ""}`}>
      <ThresholdBar
        label={council.states}
        value={advice?.states(now.states) ?? ofNeeded(side, now.states, now.needStates, String)}
        {...gap(states, advice?.gap(states) ?? council.moreStates[side](states))}
        segments={segments(() => 1)}
        threshold={now.needStates}
        unlessBlocked={now.reversed}
      />
      {now.needPeople > 0 && (
        <ThresholdBar
          label={small ? council.peopleShort : council.people}
          value={ofNeeded(side, now.people, now.needPeople, printPercent)}
          {...gap(people, council.morePoints[side](printNumber(people)))}
          segments={segments((m) => rules.members[m]!.population)}
          threshold={now.needPeople}
          total={100}
          unlessBlocked={now.reversed}
        />
      )}
      {!small && promises && <p class="small dim">{promises}</p>}
    </div>
  );
}
