// Every vote against its two thresholds, with the states that could have turned it.

import { fileKinds } from "../../assets/words/en-game.ts";
import type { Result } from "../../shared/result.ts";
import type { Rules } from "../../shared/scenario.ts";
import type { VoteRule } from "../../shared/state.ts";

const RULE: Record<VoteRule, string> = {
  for: "",
  "unless-against": " (passes unless stopped)",
  "for-else-appeal": " (or by appeal)",
  advisory: " (advice only)",
};

export function Votes({ rules, result }: { rules: Rules; result: Result }) {
  if (result.votes.length === 0)
    return (
      <>
        <h2>The Council never voted</h2>
        <p class="end-note">No file came to a vote in these {result.weeks} weeks.</p>
      </>
    );
  const closest = [...result.votes].sort((a, b) => b.pivotal.length - a.pivotal.length)[0]!;
  return (
    <>
      <h2>
        {closest.pivotal.length > 0
          ? `One state could have turned the vote of week ${closest.closes}`
          : "No single state could have turned a vote"}
      </h2>
      <p class="end-note">
        A vote in favour needs {closest.tally.needStates} states and {closest.tally.needPeople} % of people; a
        duty passes unless as many are against.
      </p>
      <table class="end-table end-votes">
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
          {result.votes.map((vote) => (
            <tr key={vote.id}>
              <td>{vote.closes}</td>
              <th scope="row">
                {nameOfFile(rules, vote)}
                {RULE[vote.rule]}
              </th>
              <td>{vote.tally.states.for}</td>
              <td>{vote.tally.people.for.toFixed(1)} %</td>
              <td>
                {vote.tally.states.against} · {vote.tally.people.against.toFixed(1)} %
              </td>
              <td>{vote.outcome === "passed" ? "passed" : vote.outcome === "failed" ? "failed" : "open"}</td>
              <td>{vote.pivotal.map((m) => rules.members[m]!.code).join(" ") || "nobody alone"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** A file's name: its own where the scenario names it, else what it is and what it is about. */
function nameOfFile(rules: Rules, vote: Result["votes"][number]): string {
  const named = rules.files.find((f) => f.id === vote.name)?.name;
  const sector = rules.sectors[vote.sector]?.name;
  return named ?? (sector ? `${fileKinds[vote.kind]}: ${sector}` : fileKinds[vote.kind]);
}
