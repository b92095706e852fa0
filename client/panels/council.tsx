// The Council: open votes against their two thresholds, who could turn them, who is open and what moves them; past votes.

import { useState } from "preact/hooks";
import { check, movesOf } from "../../shared/moves/table.ts";
import { isMember, isSeat, type MemberCode } from "../../shared/seat.ts";
import { memberIndex, type VoteView } from "../../shared/view.ts";
import { chairAt } from "../../shared/world/agenda.ts";
import { pivotal, tally, waysToTurn } from "../../shared/world/council.ts";
import { afterAdvice, isAdvice } from "../advice.ts";
import { decisions, fileText } from "../decision.ts";
import { seatName, seatTitle } from "../label.ts";
import { Button } from "../parts/button.tsx";
import { SeatChip, StandLegend } from "../parts/chip.tsx";
import { Tag } from "../parts/side.tsx";
import { printPercent } from "../print.ts";
import { expected, pledgesIn, saidOf } from "../promises.ts";
import { headed, speech } from "../speech.ts";
import { Ahead, Dates, PastVotes, titleOf } from "./agenda.tsx";
import { Why } from "./cell.tsx";
import { type Game, useGame, useMedia, WIDE } from "./context.ts";
import { DecisionCard } from "./decision.tsx";
import { leaning, Movers } from "./movers.tsx";
import { Promises, SmallStates, Statements } from "./said.tsx";
import { standOf, VoteBars } from "./vote.tsx";
import "./council.css";

function RuleText({ game, vote }: { game: Game; vote: VoteView }) {
  const { rules, view } = game;
  const file = view.pub.files.find((f) => f.id === vote.file);
  const written = file?.report ?? 0;
  const about = file ? fileText(rules, view, file) : {};
  const { needStates, needPeople } = tally(rules, vote);
  const { council } = speech;
  const { before, bold, after, abstain } = council.rules[vote.rule](needStates, printPercent(needPeople));
  return (
    <p class="small dim num">
      {vote.appeal && `${council.appeal} `}
      {before}
      <b>{bold}</b>
      {after} {isAdvice(vote) && `${afterAdvice(rules, view, vote)} `}
      <b>{abstain}</b> {council.closes(vote.closes)} {about.line}{" "}
      {about.why && <Why game={game} id={about.why} />}
      {written !== 0 && council.report[written > 0 ? "strict" : "soft"]}
    </p>
  );
}

/** The largest group of states worth naming. */
const NAMED = 7;

/** Groups of states that together would turn it. */
function Ways({ game, vote }: { game: Game; vote: VoteView }) {
  const { rules, view } = game;
  const { council } = speech;
  const pledges = pledgesIn(rules, view, vote);
  const counted = expected(rules, view, vote);
  const ways = waysToTurn(rules, counted).filter((way) => way.length <= NAMED);
  const { passes } = tally(rules, counted);
  return (
    <section>
      <h3>{passes ? council.ways.block : council.ways.pass}</h3>
      {ways.length === 0 ? (
        <p class="small dim">{council.noWay[passes ? "block" : "pass"](NAMED)}</p>
      ) : (
        <ul class="ways">
          {ways.map((way) => (
            <li key={way.join(" ")}>
              <span class="row wrap chips">
                {way.map((m) => (
                  <SeatChip
                    key={m}
                    code={rules.members[m]!.code}
                    stand={standOf(rules, vote, m, pledges)}
                    name={seatTitle(rules.members[m]!.code)}
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

/** The template of two capitals that vote each other's way. */
const TRADE = "vote-trade";

/** What one can do about a state in a vote: talk, between capitals trade votes, and for the Commission promise it something. */
function StateActs({ game, vote, code }: { game: Game; vote: VoteView; code: MemberCode }) {
  const { rules, view, store } = game;
  const { council } = speech;
  if (!isSeat(view.seat) || view.seat === code) return null;
  const mayPledge = movesOf(view.seat).some(({ kind }) => kind === "give-pledge");
  const name = seatName(code);
  return (
    <p class="row wrap open-acts-of">
      <Button size="small" icon="talks" onPress={() => store.talkTo(code)}>
        {council.talk(name)}
      </Button>
      {isMember(view.seat) && rules.templates.some(({ id }) => id === TRADE) && (
        <Button size="small" onPress={() => store.talkTo(code, TRADE)}>
          {speech.talks.tradeWith(name)}
        </Button>
      )}
      {mayPledge && (
        <Button size="small" onPress={() => store.begin("give-pledge", { to: code, vote: vote.id })}>
          {council.pledge(name)}
        </Button>
      )}
    </p>
  );
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
  const turns = isAdvice(vote) ? [] : pivotal(rules, expected(rules, view, vote));
  const pledges = pledgesIn(rules, view, vote);
  const shown = all ? open : open.slice(0, SHOWN);
  return (
    <section>
      <h3>{council.open}</h3>
      <ul class="open-states">
        {shown.map(({ member, m }) => {
          const leans = leaning(rules, view, vote, m);
          const says = m === memberIndex(rules, view.seat) ? council.leansOwn : council.leans;
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
                <SeatChip
                  code={member.code}
                  stand={standOf(rules, vote, m, pledges)}
                  pivotal={turns.includes(m)}
                />
                <span class="grow">{seatTitle(member.code)}</span>
                <span class="num">{printPercent(member.population)}</span>
                <span class={`small lean ${leans === "yes" ? "" : "dim"}`}>
                  {turns.includes(m) ? <span class="attn">{council.turnsIt}</span> : says[leans]}
                </span>
              </button>
              {chosen && <StateActs game={game} vote={vote} code={member.code} />}
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

/** The ballot of the seat that looks, to cast or to change. */
function OwnBallot({ game, vote }: { game: Game; vote: VoteView }) {
  const { rules, view } = game;
  const m = memberIndex(rules, view.seat);
  if (m < 0) return null;
  const ask = { id: `vote/${vote.id}`, kind: "vote" as const, ref: vote.id, until: vote.closes };
  const [decision] = decisions(rules, view, [ask]);
  const ballot = vote.cast[m];
  const title = isAdvice(vote) ? speech.council.advice.yours : speech.council.cast;
  return (
    <>
      {ballot && (
        <p class="small dim">{speech.council.youVoted(speech.values.ballot![ballot]!.title.toLowerCase())}</p>
      )}
      {decision && <DecisionCard decision={{ ...decision, title }} bare />}
    </>
  );
}

function OpenVote({ game, vote }: { game: Game; vote: VoteView }) {
  const { view } = game;
  return (
    <article class="vote">
      <div class="vote-head">
        <h2>{titleOf(game, vote)}</h2>
        <span class="row wrap">
          {isAdvice(vote) && <Tag>{speech.council.advice.tag}</Tag>}
          <Tag attn>{speech.council.weeksLeft(vote.closes - view.pub.tick)}</Tag>
        </span>
      </div>
      <RuleText game={game} vote={vote} />
      <VoteBars vote={vote} />
      <StandLegend />
      <OwnBallot game={game} vote={vote} />
      {!isAdvice(vote) && <Ways game={game} vote={vote} />}
      <Statements game={game} about={vote.file} />
      <SayTogether game={game} vote={vote} />
      <SmallStates game={game} vote={vote} />
      <OpenStates game={game} vote={vote} />
      <Promises game={game} file={vote.file} />
    </article>
  );
}

/** For a capital: the way to a statement with others, which binds those who sign and may block. */
function SayTogether({ game, vote }: { game: Game; vote: VoteView }) {
  const { rules, view, store } = game;
  const { council } = speech;
  // One that is there already is signed where it stands.
  const there = saidOf(view, vote.file).map(({ line }) => line);
  const lines = (["for", "against"] as const).filter(
    (line) =>
      !there.includes(line) &&
      check(rules, view, { kind: "join-statement", about: vote.file, line }) === null,
  );
  if (!isMember(view.seat) || isAdvice(vote) || lines.length === 0) return null;
  const { statementStates, blockPeople } = rules.model.law;
  return (
    <section class="say-together">
      <p class="row wrap">
        {lines.map((line) => (
          <Button
            key={line}
            size="small"
            onPress={() => store.begin("join-statement", { about: vote.file, line })}
          >
            {line === "for" ? council.sayFor : council.sayAgainst}
          </Button>
        ))}
      </p>
      <p class="small dim">{council.sayNote(statementStates, printPercent(blockPeople))}</p>
    </section>
  );
}

/** Who runs the agenda, and until when. */
function Chair({ game }: { game: Game }) {
  const { rules, view } = game;
  const chair = chairAt(rules, view.pub.tick);
  if (!chair) return null;
  const { before, after } = speech.council.chair(headed(seatName(chair.member)), chair.until - 1);
  return (
    <p class="row small dim num chair">
      <SeatChip code={chair.member} />
      <span>
        {before} {after}
      </span>
    </p>
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
      <Chair game={game} />
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
      <Dates game={game} />
      <PastVotes game={game} />
    </div>
  );
}
