// The Council: open votes against their two thresholds, who could turn them, who is open and what moves them; past votes.

import { useState } from "preact/hooks";
import type { Rules } from "../../shared/scenario.ts";
import { memberIndex, type View, type VoteView } from "../../shared/view.ts";
import { tally, waysToTurn } from "../../shared/world/council.ts";
import { decisions } from "../decision.ts";
import { errorOf, figure, read } from "../figure.ts";
import { fileName, seatName } from "../label.ts";
import { Button } from "../parts/button.tsx";
import { SeatChip, StandLegend } from "../parts/chip.tsx";
import { Tag } from "../parts/side.tsx";
import { printChange, printPercent } from "../print.ts";
import { headed, speech } from "../speech.ts";
import { type Game, useGame, useMedia, WIDE } from "./context.ts";
import { DecisionCard } from "./decision.tsx";
import { standOf, VoteBars } from "./vote.tsx";

const titleOf = ({ rules, view }: Pick<Game, "rules" | "view">, vote: VoteView): string => {
  const file = view.pub.files.find((f) => f.id === vote.file);
  return file ? fileName(rules, file) : headed(speech.aFile);
};

function RuleText({ rules, vote }: { rules: Rules; vote: VoteView }) {
  const { needStates, needPeople } = tally(rules, vote);
  const { council } = speech;
  const make = vote.rule === "for" ? council.ruleFor : council.ruleAgainst;
  const { before, bold, after, abstain } = make(needStates, printPercent(needPeople));
  return (
    <p class="small dim num">
      {before}
      <b>{bold}</b>
      {after} <b>{abstain}</b> {council.closes(vote.closes)}
    </p>
  );
}

/** The largest group of states worth naming. */
const NAMED = 7;

/** Groups of states that together would turn it. */
function Ways({ rules, vote }: { rules: Rules; vote: VoteView }) {
  const { council } = speech;
  const ways = waysToTurn(rules, vote).filter((way) => way.length <= NAMED);
  const passes = tally(rules, vote).passes;
  return (
    <section>
      <h3>{passes ? council.ways.block : council.ways.pass}</h3>
      {ways.length === 0 ? (
        <p class="small dim">{council.noWay}</p>
      ) : (
        <ul class="ways">
          {ways.map((way) => (
            <li key={way.join(" ")}>
              <span class="row wrap chips">
                {way.map((m) => (
                  <SeatChip
                    key={m}
                    code={rules.members[m]!.code}
                    stand={standOf(vote, m)}
                    name={headed(seatName(rules.members[m]!.code))}
                  />
                ))}
              </span>
              <span class="small dim num">
                {council.wayPeople(
                  printPercent(way.reduce((sum, m) => sum + rules.members[m]!.population, 0)),
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Where a state leans, as far as this seat can tell. */
export function leaning(rules: Rules, view: View, vote: VoteView, m: number): "yes" | "no" | "unknown" {
  const { yes, no } = rules.model.politics;
  const own = m === memberIndex(rules, view.seat) ? view.own.leanings[vote.id] : undefined;
  const support = own ?? read(rules, view, "support", m);
  if (support === undefined) return "unknown";
  const error = own === undefined ? errorOf(rules, view, "support", m, support) / 2 : 0;
  return support - error > yes ? "yes" : support + error < no ? "no" : "unknown";
}

/** Open states shown before "more". */
const SHOWN = 5;

function OpenStates({ game, vote }: { game: Game; vote: VoteView }) {
  const { rules, view, store } = game;
  const [all, setAll] = useState(false);
  const { council } = speech;
  const open = rules.members
    .map((member, m) => ({ member, m }))
    .filter(({ m }) => vote.cast[m] === null)
    .sort((a, b) => b.member.population - a.member.population);
  if (open.length === 0) return null;
  const shown = all ? open : open.slice(0, SHOWN);
  return (
    <section>
      <h3>{council.open}</h3>
      <ul class="open-states">
        {shown.map(({ member, m }) => {
          const leans = leaning(rules, view, vote, m);
          const chosen = store.selection.value === member.code;
          return (
            <li key={member.code}>
              <button
                type="button"
                aria-pressed={chosen}
                onClick={() => {
                  store.selection.value = chosen ? undefined : member.code;
                }}
              >
                <SeatChip code={member.code} stand="open" />
                <span class="grow">{headed(seatName(member.code))}</span>
                <span class="num">{printPercent(member.population)}</span>
                <span class={`small lean ${leans === "yes" ? "" : "dim"}`}>{council.leans[leans]}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {open.length > SHOWN && (
        <Button look="quiet" size="small" onPress={() => setAll(!all)} expanded={all}>
          {all ? council.fewer : council.seven(open.length - SHOWN)}
        </Button>
      )}
    </section>
  );
}

/** What moves the state that is chosen on the map or in a list. */
export function Movers({ game, level = 3 }: { game: Game; level?: 2 | 3 }) {
  const { rules, view, store } = game;
  const code = store.selection.value;
  const m = rules.members.findIndex((member) => member.code === code);
  const { council } = speech;
  if (m < 0) return <p class="small dim">{council.pick}</p>;
  const Heading = `h${level}` as const;
  const member = rules.members[m]!;
  const support = figure(rules, view, "support", m);
  const exposure = (100 * view.pub.sold[m]!) / member.gdp;
  const rows: [string, string][] = [
    [council.line, council.hawk[Math.round(member.posture) + 2]!],
    [council.exposure, `${printPercent(exposure, 2)} ${speech.units["% of GDP"]}`],
    [council.loss, `${printPercent(view.pub.pain[m]!, 2)} ${speech.units["% of GDP"]}`],
    ...(support
      ? [[council.support, [support.value, support.error].filter(Boolean).join(" ")] as [string, string]]
      : []),
  ];
  return (
    <section class="movers">
      <Heading>{council.moves(headed(seatName(member.code)))}</Heading>
      <dl class="facts wide num">
        {rows.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {support && (
        <WhyButton
          onPress={(anchor) => {
            store.why.value = { id: "support", k: m, anchor };
          }}
        />
      )}
    </section>
  );
}

const WhyButton = ({ onPress }: { onPress: (anchor: HTMLElement) => void }) => (
  <button type="button" class="event-why" onClick={(event) => onPress(event.currentTarget)}>
    {speech.council.why}
  </button>
);

/** The ballot of the seat that looks, to cast or to change. */
function OwnBallot({ game, vote }: { game: Game; vote: VoteView }) {
  const { rules, view } = game;
  const m = memberIndex(rules, view.seat);
  if (m < 0) return null;
  const ask = { id: `vote/${vote.id}`, kind: "vote" as const, ref: vote.id, until: vote.closes };
  const [decision] = decisions(rules, view, [ask]);
  const ballot = vote.cast[m];
  return (
    <>
      {ballot && (
        <p class="small dim">
          {speech.council.youVoted(speech.values.ballot![ballot]!.title.toLowerCase())}{" "}
          {printChange(view.own.leanings[vote.id] ?? 0, 2)}
        </p>
      )}
      {decision && <DecisionCard decision={{ ...decision, title: speech.council.cast }} />}
    </>
  );
}

function OpenVote({ game, vote }: { game: Game; vote: VoteView }) {
  const { rules, view } = game;
  return (
    <article class="vote">
      <div class="vote-head">
        <h2>{titleOf(game, vote)}</h2>
        <Tag attn>{speech.council.weeksLeft(vote.closes - view.pub.tick)}</Tag>
      </div>
      <RuleText rules={rules} vote={vote} />
      <VoteBars vote={vote} />
      <StandLegend stands={["for", "open", "abstaining", "against"]} />
      <OwnBallot game={game} vote={vote} />
      <Ways rules={rules} vote={vote} />
      <OpenStates game={game} vote={vote} />
    </article>
  );
}

function PastVotes({ game }: { game: Game }) {
  const { rules, view } = game;
  const past = view.pub.votes.filter((vote) => vote.outcome !== "open").reverse();
  const { council } = speech;
  if (past.length === 0) return null;
  return (
    <section>
      <h3>{council.past}</h3>
      <table class="num">
        <caption class="heard">{council.pastCaption}</caption>
        <thead>
          <tr>
            {[council.columns.file, council.columns.week, council.columns.outcome].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            {[council.columns.states, council.columns.people].map((head) => (
              <th key={head} scope="col" class="n">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {past.map((vote) => {
            const count = tally(rules, vote);
            return (
              <tr key={vote.id}>
                <th scope="row">{titleOf(game, vote)}</th>
                <td>{vote.closes}</td>
                <td>{vote.outcome === "passed" ? council.passed : council.failed}</td>
                <td class="n">{count.states.for}</td>
                <td class="n">{printPercent(count.people.for)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** Europe’s files that are not in a vote: where they stand, and the week in which something is due. */
function Ahead({ game }: { game: Game }) {
  const { rules, view } = game;
  const files = view.pub.files
    .filter(({ side, stage }) => side === "europe" && stage !== "council" && stage !== "in-force")
    .sort((a, b) => a.gate - b.gate);
  if (files.length === 0) return null;
  return (
    <section>
      <h3>{speech.council.ahead}</h3>
      <ul class="ways">
        {files.map((file) => (
          <li key={file.id}>
            <span>
              {fileName(rules, file)}: <span class="small dim">{speech.fileStages[file.stage]}</span>
            </span>
            <span class="small dim num">
              {speech.council.aheadWeek(Math.max(file.gate, file.shutUntil, view.pub.tick))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Council() {
  const game = useGame();
  const { rules, view } = game;
  const open = view.pub.votes.filter((vote) => vote.outcome === "open");
  // Beside the map they stand on it.
  const wide = useMedia(WIDE) && open.length > 0;
  const every = rules.calendar.councilDayEvery;
  const next = view.pub.tick + every - (view.pub.tick % every);
  return (
    <div class="council">
      {open.length === 0 && (
        <div>
          <h2>{speech.council.none}</h2>
          <p class="small dim">{speech.council.noneNote(every, next)}</p>
        </div>
      )}
      {open.map((vote) => (
        <OpenVote key={vote.id} game={game} vote={vote} />
      ))}
      {!wide && <Movers game={game} />}
      <Ahead game={game} />
      <PastVotes game={game} />
    </div>
  );
}
