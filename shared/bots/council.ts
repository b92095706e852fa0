// A capital in the Council: its ballot, the block of the small, the chair, the texts. Every capital does this alike; a
// doctrine adds its `line` to what it leans to, and says how far it bends to keep a promised ballot.

import type { Command } from "../moves/table.ts";
import { ruleOf, type Word, wordsOn } from "../moves/word.ts";
import { BALLOT_VALUE } from "../scenario/ballot.ts";
import { BALLOTS, type Ballot } from "../scenario/land.ts";
import type { Rules } from "../scenario.ts";
import { isMember, type MemberCode } from "../seat.ts";
import { heldUp, memberIndex, type View, type VoteView } from "../view.ts";
import { chairAt } from "../world/agenda.ts";
import { smallStates, voiceOf } from "../world/caucus.ts";
import { ballotAt, tally } from "../world/council.ts";
import { countsAgainst } from "../world/majority.ts";
import { ballotFor, lostWith, lostWithGift, votesEarly } from "./ambition.ts";
import { bend, leaningTo, openVote } from "./ballots.ts";
import { type Deed, deed } from "./bot.ts";
import { headcount } from "./judge.ts";
import type { Reason } from "./reason.ts";

/** Weeks for which an author waits until the Commission calls a vote. */
const PATIENCE = 3;

/** Share of people beyond the majority from which a text can be stricter and still pass, %. */
const MARGIN = 12;

/** How far past a cut-off it must lean to put its name to that. */
const WARY = 0.05;

/** How far past a cut-off a capital must lean to show its hand before the last week. */
const SURE = 0.12;

/** What a doctrine brings to the Council. */
export interface Manner {
  /** Added to its leaning in every vote. */
  line: number;
  /** How far from its own line it still votes as it has promised, or for a goal of its own, in support. */
  keeps: number;
  /** Abstains where the outcome is safe without it. */
  rides: boolean;
}

/** How much further it bends to keep a word that a goal of its own hangs on, in support. */
function atStake(rules: Rules, view: View, { contract, offer }: Word): number {
  const points = contract ? lostWith(rules, view, contract) : offer ? lostWithGift(rules, view, offer) : 0;
  return points / rules.model.contracts.ballotBend;
}

/** The ballot that costs it least: how far it bends from its line, and for each word that it breaks as far as it would bend. */
function fairest(
  manner: Manner,
  rules: Rules,
  view: View,
  words: readonly Word[],
  leaning: number,
): Ballot | undefined {
  const cost = (ballot: Ballot): number =>
    words
      .filter(({ kept }) => !kept.includes(ballot))
      .reduce(
        (sum, word) => sum + manner.keeps + atStake(rules, view, word),
        bend(rules, leaning, BALLOT_VALUE[ballot]),
      );
  const [best] = BALLOTS.map((ballot) => ({ ballot, cost: cost(ballot) })).sort((a, b) => a.cost - b.cost);
  return words.some(({ kept }) => kept.includes(best!.ballot)) ? best!.ballot : undefined;
}

/**
 * Its vote on a file: as promised, or as a goal of its own asks, while that is not too far from its line; abstaining where
 * nobody needs it; its line.
 */
function wanted(
  manner: Manner,
  rules: Rules,
  view: View,
  vote: VoteView,
): { ballot: Ballot; leaning: number; why: Reason } {
  const leaning = (view.own.leanings[vote.id] ?? 0) + manner.line;
  const promised = fairest(manner, rules, view, wordsOn(view, vote.file, vote), leaning);
  if (promised) return { ballot: promised, leaning, why: "promised" };
  const own = ballotFor(rules, view, memberIndex(rules, view.seat), vote);
  if (own && bend(rules, leaning, BALLOT_VALUE[own]) <= manner.keeps)
    return { ballot: own, leaning, why: "goal" };
  const rides = manner.rides && isSafe(rules, view, vote);
  return { ballot: rides ? "abstain" : ballotAt(rules, leaning), leaning, why: "leaning" };
}

/** Share of people and number of states past the majority from which one vote more or less is thought not to matter. */
const SAFE_PEOPLE = 12;
const SAFE_STATES = 3;

function isSafe(rules: Rules, view: View, { rule }: VoteView): boolean {
  const { states, people } = headcount(rules, view, 0);
  const { law } = rules.model;
  return !countsAgainst(rule) && states >= law.states + SAFE_STATES && people >= law.people + SAFE_PEOPLE;
}

/** Shows its hand early where it is sure; in the last week casts, or changes, by what it leans to by then. */
function castVotes(manner: Manner, rules: Rules, view: View, me: number, open: readonly VoteView[]): Deed[] {
  const { yes, no } = rules.model.politics;
  const early = votesEarly(rules, view, me);
  return open.flatMap((v) => {
    const closes = v.closes - view.pub.tick <= 1;
    const said = voiceOf(rules, v, me);
    if (!closes && said !== null) return [];
    const { ballot, leaning, why } = wanted(manner, rules, view, v);
    const isSure = early || why === "promised" || leaning > yes + SURE || leaning < no - SURE;
    if (said === ballot || (!closes && !isSure)) return [];
    return [deed({ kind: "cast-vote", vote: v.id, ballot } as Command, why, leaning)];
  });
}

/** What most small states seem to want of a vote, by what is known of their support. */
function smallBallot(rules: Rules, view: View): Ballot {
  const { yes, no } = rules.model.politics;
  const among = rules.members.flatMap(({ code }, m) =>
    smallStates(rules).includes(code) ? [view.own.support[m]!] : [],
  );
  const count = (holds: (u: number) => boolean) => among.filter(holds).length;
  const [ayes, nays] = [count((u) => u > yes), count((u) => u < no)];
  return ayes > among.length / 2 ? "for" : nays > among.length / 2 ? "against" : "abstain";
}

/** A small state binds itself to the others where it thinks as most of them do. */
function gather(line: number, rules: Rules, view: View, me: number, open: readonly VoteView[]): Deed[] {
  const { code } = rules.members[me]!;
  const free = open.filter((v) => v.opened < view.pub.tick && !v.block.some((seat) => seat.code === code));
  if (free.length === 0 || !smallStates(rules).includes(code)) return [];
  const theirs = smallBallot(rules, view);
  return free.flatMap((v) => {
    const leaning = (view.own.leanings[v.id] ?? 0) + line;
    const isSure = [-WARY, WARY].every((by) => ballotAt(rules, leaning + by) === theirs);
    return isSure ? [deed({ kind: "join-caucus", vote: v.id }, "caucus", leaning)] : [];
  });
}

/** Once in a game: a softer text of what it wants and others doubt, a stricter one of what all want. */
function rapporteur(line: number, rules: Rules, view: View, me: number): Deed[] {
  if (!smallStates(rules).includes(rules.members[me]!.code) || view.pub.tick < me) return [];
  const unwritten = view.pub.files.filter((f) => f.stage === "proposal" && f.report === 0);
  if (unwritten.length === 0 || view.own.support[me]! + line < rules.model.politics.yes) return [];
  const { people } = headcount(rules, view, 0);
  const text = people < rules.model.law.people + MARGIN ? "soft" : "strict";
  return unwritten.map((f) => deed({ kind: "write-report", file: f.id, text }, "report", people));
}

/** On which side of a vote a capital stands for sure, by `margin`. Where abstaining counts as no, not to want it is enough. */
function side(line: number, rules: Rules, view: View, me: number, file: string, margin: number) {
  const { yes, no } = rules.model.politics;
  const leaning = leaningTo({ view, me }, file) + line;
  const refuses = countsAgainst(ruleOf(view, file)) ? no : yes;
  return leaning > yes + margin ? "for" : leaning < refuses - margin ? "against" : undefined;
}

/** Signs what others have drafted on its own line; before a vote is called only where no benefit or harm would turn it. */
const sign = (line: number, rules: Rules, view: View, me: number): Deed[] =>
  [...view.own.drafts, ...view.pub.statements]
    .filter((s) => !s.signers.some((code) => code === view.seat))
    .filter((s) =>
      isMember(s.about)
        ? s.state === "draft" && rules.members[me]!.posture >= 0
        : side(line, rules, view, me, s.about, openVote(view, s.about) ? WARY : SURE) === s.line,
    )
    .map((s) =>
      deed(
        { kind: "join-statement", about: s.about, line: s.line },
        isMember(s.about) ? "stand-by" : "statement",
        s.signers.length,
      ),
    );

/** A state whose goods are held up asks the others to stand by it. */
const appeal = (view: View, me: number, code: MemberCode): Deed[] =>
  view.own.points >= 1 && heldUp(view, me) > 0
    ? [deed({ kind: "join-statement", about: code, line: "for" }, "appeal", heldUp(view, me))]
    : [];

/** Looks for company on an open vote, where it is sure itself and has points to spare. */
function draft(line: number, rules: Rules, view: View, me: number, open: readonly VoteView[]): Deed[] {
  if ((view.pub.tick + me) % 4 !== 0 || view.own.points < 2) return [];
  return open
    .filter((v) => v.closes > view.pub.tick + 1)
    .flatMap((v) => {
      const sure = side(line, rules, view, me, v.file, SURE);
      return sure
        ? [
            deed(
              { kind: "join-statement", about: v.file, line: sure },
              "statement-draft",
              leaningTo({ view, me }, v.file) + line,
            ),
          ]
        : [];
    });
}

/** In the chair: puts off a count that is going against its line, so that minds can change. */
function chair(line: number, rules: Rules, view: View, open: readonly VoteView[]): Deed[] {
  if (chairAt(rules, view.pub.tick)?.member !== view.seat) return [];
  return open
    .filter((v) => v.closes - view.pub.tick <= 2)
    .flatMap((v) => {
      const leaning = (view.own.leanings[v.id] ?? 0) + line;
      const { yes, no } = rules.model.politics;
      const { passes } = tally(rules, v);
      if (passes ? leaning > no : leaning < yes) return [];
      return [deed({ kind: "set-agenda", file: v.file, when: "later" }, "chair", leaning)];
    });
}

/** Puts to the vote what it wants and the Commission leaves lying. */
function author(line: number, rules: Rules, view: View, me: number): Deed[] {
  const left = view.pub.files.filter((f) => f.stage === "proposal" && f.gate + PATIENCE <= view.pub.tick);
  if (left.length === 0 || view.own.support[me]! + line <= rules.model.politics.yes) return [];
  return left.map((f) => deed({ kind: "table-item", file: f.id }, "author", f.gate));
}

/** What a capital wants to do in the Council this week. */
export function inCouncil(manner: Manner, rules: Rules, view: View, me: number): Deed[] {
  const open = view.pub.votes.filter((v) => v.outcome === "open");
  return [
    castVotes(manner, rules, view, me, open),
    sign(manner.line, rules, view, me),
    draft(manner.line, rules, view, me, open),
    appeal(view, me, rules.members[me]!.code),
    gather(manner.line, rules, view, me, open),
    chair(manner.line, rules, view, open),
    author(manner.line, rules, view, me),
    rapporteur(manner.line, rules, view, me),
  ].flat();
}
