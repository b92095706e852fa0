// Every vote against its two thresholds, with the states that could have turned it.

import { fileKinds } from "../../assets/words/en-game.ts";
import type { Result } from "../../shared/result.ts";
import type { Rules } from "../../shared/scenario.ts";
import type { VoteRule } from "../../shared/state.ts";
import { printFixed, printNumber } from "../print.ts";
import { words } from "../words.ts";

const RULE: Record<VoteRule, string> = {
  for: "",
  "unless-against": " (passes unless stopped)",
  "for-else-appeal": " (or by appeal)",
  advisory: " (advice only)",
};

export function Votes({ rules, result }: { rules: Rules; result: Result }) {
  // A vote that the end of the game cut short has turned nothing.
  const counted = result.votes.filter(({ outcome }) => outcome !== "open");
  if (counted.length === 0)
    return (
      <>
        <h2>The Council never voted</h2>
        <p class="end-note">No vote was counted in these {result.weeks} weeks.</p>
      </>
    );
  const { states, people } = rules.model.law;
  const votes = counted.toSorted((a, b) => a.closes - b.closes);
  const closest = counted.toSorted((a, b) => b.pivotal.length - a.pivotal.length)[0]!;
  return (
    <>
      <h2>
        {closest.pivotal.length > 0
          ? `One state could have turned the vote of week ${closest.closes}`
          : "No single state could have turned a vote"}
      </h2>
      <p class="end-note">
        A vote in favour needs {states} states and {printNumber(people)} % of people; a duty passes unless as
        many are against. Advice binds nobody.
      </p>
      <table class="end-table end-votes stacked">
        <thead>
          <tr>
            <th scope="col">Week</th>
            <th scope="col">Question</th>
            <th scope="col">States for</th>
            <th scope="col">People for</th>
            <th scope="col">Against</th>
            <th scope="col">Outcome</th>
            <th scope="col">Could have turned it</th>
          </tr>
        </thead>
        <tbody>
          {votes.map((vote) => (
            <tr key={vote.id}>
              <td data-label="Week">{vote.closes}</td>
              <th scope="row">
                {nameOfFile(rules, vote)}
                {RULE[vote.rule]}
              </th>
              <td data-label="States for">{vote.tally.states.for}</td>
              <td data-label="People for">{share(vote.tally.people.for)}</td>
              <td data-label="Against">
                {vote.tally.states.against} · {share(vote.tally.people.against)}
              </td>
              <td data-label="Outcome">{vote.outcome}</td>
              <td data-label="Could have turned it">
                {vote.pivotal.map((m) => rules.members[m]!.code).join(" ") || "nobody alone"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** A share of the people to one decimal: near 65 % it decides. */
const share = (percent: number): string => words.units.percent(printFixed(percent, 1));

/** A file's name: its own where the scenario names it, else what it is and what it is about. */
function nameOfFile(rules: Rules, vote: Result["votes"][number]): string {
  const named = rules.files.find((f) => f.id === vote.name)?.name;
  const sector = rules.sectors[vote.sector]?.name;
  return named ?? (sector ? `${fileKinds[vote.kind]}: ${sector}` : fileKinds[vote.kind]);
}
