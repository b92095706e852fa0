// The Council's arithmetic to try out: the real shares of people, the rules' own count.

import { useState } from "preact/hooks";
import type { Ballot } from "../../shared/scenario/land.ts";
import type { Rules } from "../../shared/scenario.ts";
import type { VoteRule } from "../../shared/state.ts";
import { pivotal, tally, waysToTurn } from "../../shared/world/council.ts";
import { seatList, seatTitle } from "../label.ts";
import { Button } from "../parts/button.tsx";
import { type Stand, StandLegend } from "../parts/chip.tsx";
import { Segmented } from "../parts/segmented.tsx";
import { type Segment, ThresholdBar } from "../parts/threshold.tsx";
import { printNumber, printPercent } from "../print.ts";
import { words } from "../words.ts";
import { text } from "./text.ts";

const STAND: Record<Ballot, Stand> = { for: "for", abstain: "abstaining", against: "against" };
const NEXT: Record<Ballot, Ballot> = { for: "abstain", abstain: "against", against: "for" };

interface Example {
  rule: VoteRule;
  cast: Ballot[];
}

/** So many states are named; more are counted. */
const NAMED = 3;

const realVote = (rules: Rules): Ballot[] => rules.members.map((member) => member.evVote);

const names = (rules: Rules, group: readonly number[]): string =>
  seatList(group.map((m) => rules.members[m]!.code));

/** Who could turn the outcome: single states, a few together, or so many; nothing where nobody could. */
function turners(rules: Rules, vote: Example): string[] {
  const { council } = text.guide;
  const alone = pivotal(rules, vote);
  const [together] = waysToTurn(rules, vote);
  if (alone.length > 0) return [council.alone(names(rules, alone))];
  if (!together) return [];
  return [
    together.length <= NAMED ? council.together(names(rules, together)) : council.many(together.length),
  ];
}

/** The outcome as sentences: it passes or fails, by what count, and who could turn it. */
export function verdictOf(rules: Rules, vote: Example): string[] {
  const { council } = text.guide;
  const count = tally(rules, vote);
  const way = vote.rule === "for" ? "for" : "against";
  const people = printPercent(count.people[way], 4);
  return [
    count.passes ? council.passes : council.fails,
    council.counted(count.states[way], people, way),
    ...(vote.rule === "unless-against" && count.passes && count.mostAgainst ? [council.appeal] : []),
    ...turners(rules, vote),
  ];
}

function Bars({ rules, vote }: { rules: Rules; vote: Example }) {
  const { council } = text.guide;
  const count = tally(rules, vote);
  const way = vote.rule === "for" ? "for" : "against";
  const segments = (weight: (m: number) => number): Segment[] =>
    rules.members.map(({ code }, m) => ({ code, weight: weight(m), stand: STAND[vote.cast[m]!] }));
  return (
    <>
      <ThresholdBar
        label={council.bars[way].states}
        value={council.of(printNumber(count.states[way]), printNumber(count.needStates))}
        segments={segments(() => 1)}
        threshold={count.needStates}
        unlessBlocked={way === "against"}
      />
      <ThresholdBar
        label={council.bars[way].people}
        value={council.of(printPercent(count.people[way], 4), printPercent(count.needPeople))}
        segments={segments((m) => rules.members[m]!.population)}
        threshold={count.needPeople}
        total={100}
        unlessBlocked={way === "against"}
      />
      <StandLegend stands={["for", "abstaining", "against"]} />
    </>
  );
}

/** One button for each state, from the largest; pressing turns its vote on. */
function Ballots({ rules, vote, onTurn }: { rules: Rules; vote: Example; onTurn: (m: number) => void }) {
  const { council } = text.guide;
  const bySize = rules.members.map((member, m) => ({ ...member, m }));
  bySize.sort((a, b) => b.population - a.population);
  return (
    <ul class="ballots">
      {bySize.map(({ code, population, m }) => (
        <li key={code}>
          <button
            type="button"
            class={`chip ${STAND[vote.cast[m]!]} keep-colour`}
            aria-label={council.press(
              code,
              seatTitle(code),
              printPercent(population, 4),
              words.parts.stand[STAND[vote.cast[m]!]],
            )}
            onClick={() => onTurn(m)}
          >
            <span>{code}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function CouncilExample({ rules }: { rules: Rules }) {
  const { council } = text.guide;
  const [rule, setRule] = useState<VoteRule>("unless-against");
  const [cast, setCast] = useState(() => realVote(rules));
  const vote = { rule, cast };
  const all = (ballot: Ballot) => () => setCast(rules.members.map(() => ballot));
  const turn = (m: number) => setCast(cast.map((ballot, k) => (k === m ? NEXT[ballot] : ballot)));
  const [outcome, ...rest] = verdictOf(rules, vote);
  return (
    <section class="example" aria-labelledby="example">
      <h3 id="example">{council.example}</h3>
      <p class="no-print">{council.how}</p>
      <div class="row wrap no-print">
        <Segmented<VoteRule>
          label={council.kind}
          options={(["unless-against", "for"] as const).map((id) => ({ id, label: council.kinds[id] }))}
          selected={rule}
          onSelect={setRule}
        />
        <fieldset class="row wrap">
          <legend class="heard">{council.fill}</legend>
          <Button size="small" onPress={() => setCast(realVote(rules))}>
            {council.fills.real}
          </Button>
          <Button size="small" onPress={all("for")}>
            {council.fills.for}
          </Button>
          <Button size="small" onPress={all("abstain")}>
            {council.fills.abstain}
          </Button>
        </fieldset>
      </div>
      <Ballots rules={rules} vote={vote} onTurn={turn} />
      <Bars rules={rules} vote={vote} />
      <p role="status" class="example-says">
        <b>{outcome}</b> {rest.join(" ")}
      </p>
    </section>
  );
}

/** What capitals can do beside voting. */
export function Beside({ rules: { model, calendar } }: { rules: Rules }) {
  const { council } = text.guide;
  const { statementStates, caucusStates, blockPeople } = model.law;
  const ways = council.ways(
    statementStates,
    printPercent(blockPeople),
    caucusStates,
    calendar.councilDayEvery,
  );
  return (
    <>
      <p>{council.beside}</p>
      <ul class="reading-list">
        {ways.map((way) => (
          <li key={way}>{way}</li>
        ))}
      </ul>
    </>
  );
}

/** The rule in words, then the example. */
export function Council({ rules }: { rules?: Rules }) {
  const { council } = text.guide;
  const { states, people, blockStates } = rules?.model.law ?? { states: 15, people: 65, blockStates: 4 };
  return (
    <>
      <p>{council.rule(states, rules?.M ?? 27, printPercent(people))}</p>
      <p>{council.block(blockStates)}</p>
      <p>{council.twoKinds}</p>
      <ul class="reading-list">
        <li>{council.for}</li>
        <li>{council.against}</li>
        <li>{council.else}</li>
        <li>{council.advice}</li>
      </ul>
      {rules && <CouncilExample rules={rules} />}
    </>
  );
}
