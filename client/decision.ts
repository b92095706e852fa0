// What waits for a seat, as questions with options: the event, the envoy, the vote, the case at its gate, the voices at
// home, the plant without money. Every option is an order; which orders there are, the moves say.

import type { Ask } from "../shared/asks.ts";
import type { Likely } from "../shared/forecast.ts";
import type { IndicatorId } from "../shared/indicators.ts";
import { type Command, type CommandKind, cost } from "../shared/moves/table.ts";
import { chanceOf } from "../shared/scenario/card.ts";
import type { Ballot } from "../shared/scenario/land.ts";
import type { Rules } from "../shared/scenario.ts";
import type { Viewpoint } from "../shared/seat.ts";
import type { File, Offer } from "../shared/state.ts";
import { memberIndex, type View, type VoteView } from "../shared/view.ts";
import { castWith } from "../shared/world/caucus.ts";
import { tally } from "../shared/world/council.ts";
import { judgesOf } from "../shared/world/heat.ts";
import { shareBehind } from "../shared/world/joint.ts";
import { countsAgainst } from "../shared/world/majority.ts";
import { afterAdvice, isAdvice } from "./advice.ts";
import { type Offered, offeredOf } from "./deed.ts";
import { printMillions, printSpan } from "./figure.ts";
import { agreementName, cardLine, fileName, fileNamed, likelyName, seatList, seatName } from "./label.ts";
import { printChance, printEuro, printNumber, printPercent, withEuro } from "./print.ts";
import { expected } from "./promises.ts";
import { headed, inside, speech } from "./speech.ts";
import { words } from "./words.ts";

export interface Option extends Offered {
  id: string;
  title: string;
  /** Amber words beside the title. */
  hint?: string;
  text?: string;
}

export interface Decision {
  id: string;
  kind: Exclude<Ask["kind"], "desk" | "session">;
  /** Last week to answer. */
  until: number;
  title: string;
  line?: string;
  /** The number that the line speaks of, to be explained. */
  why?: IndicatorId;
  options: Option[];
}

type Make = (rules: Rules, view: View, ask: Ask) => Omit<Decision, "id" | "kind" | "until"> | undefined;

/** The orders of a kind that speak of one thing. */
const about = (rules: Rules, view: View, kind: CommandKind, field: string, id: string): Offered[] =>
  offeredOf(rules, view, kind).filter(
    ({ command }) => (command as unknown as Record<string, unknown>)[field] === id,
  );

const value = (command: Command, field: string): string =>
  String((command as unknown as Record<string, unknown>)[field]);

/** Options that are words of the game: a ballot, an answer, a decision. */
function worded(offered: readonly Offered[], field: string): Option[] {
  return offered.map((o) => {
    const id = value(o.command, field);
    const { title, what } = speech.values[field]![id]!;
    return { ...o, id, title, ...(what ? { text: what } : {}) };
  });
}

const fileOf = (view: View, id: string) => view.pub.files.find((file) => file.id === id);

const choice: Make = (rules, view, { ref }) => {
  const asked = view.own.choices.find((c) => c.id === ref);
  const card = rules.cards.find((c) => c.id === asked?.card);
  if (!card) return undefined;
  const options = about(rules, view, "choose", "choice", ref).map((o) => {
    const id = value(o.command, "option");
    const option = card.options.find((option) => option.id === id)!;
    const { title, hint } = option;
    const chance = chanceOf(option, judgesOf(rules, view.pub.law.proof, view.pub.legitimacy));
    const more = [
      hint && withEuro(hint),
      chance === undefined ? "" : speech.decide.chance(printChance(chance)),
    ];
    return { ...o, id, title, text: more.filter(Boolean).join(" ") };
  });
  const joint = card.joint && speech.decide.joint[card.joint];
  const line = [cardLine(rules, card.id, asked!.about), joint].filter(Boolean).join(" ");
  return { title: card.title, line, options };
};

/** What a gift brings, in figures: a plant for good, the others for as long as the deal binds. */
function giftText({ model: { beijing } }: Rules, gift: Offer["gift"]): string {
  const { plantWorth, orderWorth, fastLane, exemption, dealWeeks } = beijing;
  const sizes: Record<Offer["gift"], string> = {
    plant: printEuro(plantWorth),
    order: printPercent(100 * orderWorth),
    exemption: printPercent(100 * exemption),
    "fast-lane": printNumber(fastLane),
  };
  return speech.decide.brings[gift](sizes[gift], words.units.weeks(dealWeeks));
}

const offer: Make = (rules, view, { ref }) => {
  const found = view.own.offers.find((o) => o.id === ref);
  if (!found) return undefined;
  const vote = view.pub.votes.find((v) => v.id === found.vote);
  const file = vote && fileOf(view, vote.file);
  return {
    title: speech.decide.offer(speech.gifts[found.gift]),
    line: `${giftText(rules, found.gift)} ${speech.decide.offerFor(speech.asked[found.ask], file && speech.quoted(fileName(rules, file)))}`,
    options: worded(about(rules, view, "answer-envoy", "offer", ref), "answer").map((o) =>
      o.id === "take"
        ? { ...o, text: speech.decide.owes(found.ask, printNumber(rules.model.score.broken)) }
        : o,
    ),
  };
};

const stepDown: Make = (rules, view, { ref }) => {
  const found = view.pub.words.find((w) => w.id === ref);
  if (!found) return undefined;
  return {
    title: speech.decide.stepDown(headed(seatName(found.by))),
    line: speech.values.extent![found.file]!.what!,
    options: worded(about(rules, view, "answer-step-down", "word", ref), "reply"),
  };
};

/** What a package would bring, in words; nothing of other files. */
export function packageText(file: Pick<File, "kind" | "size" | "payout" | "snapback">) {
  const { size, payout, snapback } = file;
  if (file.kind !== "package" || size <= 0) return undefined;
  return speech.council.package(printEuro(size), inside(speech.values.payout![payout]!.title), snapback);
}

/** What the coercion has cost, and from where on that makes the case in full. */
export const coercionText = (rules: Rules, view: View): string =>
  speech.decide.coerced(
    view.pub.coercedCost > 0 ? printEuro(view.pub.coercedCost) : undefined,
    printEuro(rules.model.politics.coercionPain),
  );

/** What a file is about beyond its name: what a package holds, what coercion has cost. */
export const fileText = (rules: Rules, view: View, file: File): Pick<Decision, "line" | "why"> => {
  if (file.kind === "coercion") return { line: coercionText(rules, view), why: "coercedCost" };
  const line = packageText(file);
  return line === undefined ? {} : { line };
};

const vote: Make = (rules, view, { ref }) => {
  const found = view.pub.votes.find((v) => v.id === ref);
  const file = found && fileOf(view, found.file);
  if (!found) return undefined;
  const me = memberIndex(rules, view.seat);
  const counts = speech.decide.abstains[found.rule];
  const options = worded(about(rules, view, "cast-vote", "vote", ref), "ballot");
  const advice = isAdvice(found);
  const named = headed(fileNamed(rules, view.pub.files, found.file));
  return {
    title: advice ? speech.decide.advise(named) : speech.decide.vote(named),
    ...(advice ? { line: afterAdvice(rules, view, found) } : file ? fileText(rules, view, file) : {}),
    options: options.map((o) => ({
      ...o,
      ...withBallot(rules, view, found, me, o.id as Ballot),
      ...(o.id === "abstain" ? { hint: counts } : {}),
    })),
  };
};

/** How the vote would stand with this ballot and what is promised, and whether that turns it. */
function withBallot(
  rules: Rules,
  view: View,
  vote: VoteView,
  m: number,
  ballot: Ballot,
): Pick<Option, "text" | "hint"> {
  const kept = expected(rules, view, vote);
  const before = tally(rules, kept);
  const after = tally(rules, { rule: vote.rule, ...castWith(rules, kept, m, ballot) });
  const side = countsAgainst(vote.rule) ? "against" : "for";
  const [states, need, promised] = [after.states[side], after.needStates, kept !== vote];
  const turned = after.passes !== before.passes;
  const { decide } = speech;
  if (isAdvice(vote))
    return {
      text: decide.withAdvice(states, need, promised),
      ...(turned ? { hint: decide.turnsAdvice } : {}),
    };
  const say = side === "against" ? decide.withAgainst : decide.withBallot;
  const people = printPercent(after.people[side]);
  const text = say(states, need, people, printPercent(after.needPeople), promised);
  return turned ? { text, hint: decide.turns } : { text };
}

const gate: Make = (rules, view, { ref }) => {
  const file = fileOf(view, ref);
  if (!file) return undefined;
  const offered = about(rules, view, "decide-gate", "file", ref);
  // Decisions that the law does not know at this gate are no options of it.
  const lawful = offered.filter(({ refused }) => refused?.code !== "not-open");
  const calls = about(rules, view, "call-vote", "file", ref);
  return {
    title: (calls.length > 0 ? speech.decide.proposal : speech.decide.gate)(fileName(rules, file)),
    ...gateText(rules, view, file),
    options: [
      ...steps(calls),
      ...steps(about(rules, view, "determine-coercion", "file", ref)),
      ...answers(rules, about(rules, view, "answer-coercion", "file", ref)),
      ...(file.stage === "asked" ? worded(offeredOf(rules, view, "propose-law"), "form") : []),
      ...worded(lawful, "decision"),
    ],
  };
};

/** Where a file stands; for one against coercion also what it has cost, and what would close it. */
function gateText(rules: Rules, view: View, file: File): Pick<Decision, "line" | "why"> {
  const stage = `${headed(speech.fileStages[file.stage])}.`;
  if (file.kind !== "coercion") return { line: stage };
  const { line, why } = fileText(rules, view, file);
  return { line: [stage, line, speech.decide.settles].join(" "), why };
}

/** Options that are whole orders, under their own names. */
const steps = (offered: readonly Offered[]): Option[] =>
  offered.map((o) => {
    const { kind } = o.command;
    return { ...o, id: kind, title: speech.moves[kind].title, text: speech.moves[kind].what };
  });

/** Answers to coercion that need no form: each measure at once, on the sector that sells Europe most. The card has the rest. */
function answers(rules: Rules, offered: readonly Offered[]): Option[] {
  const largest = [...rules.sectors].sort((a, b) => b.imports - a.imports)[0]?.id;
  const quick = offered.filter(({ command }) => {
    const { sector = largest, delay } = command as Extract<Command, { kind: "answer-coercion" }>;
    return delay === 0 && sector === largest;
  });
  return worded(quick, "remedy");
}

const lobby: Make = (rules, view, { ref }) => {
  const pair = view.own.lobbies.find((l) => String(l.until) === ref);
  if (!pair) return undefined;
  const options = offeredOf(rules, view, "take-lobby-card").flatMap((o) => {
    const id = value(o.command, "card");
    const card = pair.cards.find((c) => c.id === id);
    if (!card) return [];
    const sector = rules.sectors[card.sector]?.name ?? "";
    const text = speech.decide.causeTurn(printNumber(Math.abs(card.turn), 1), card.turn > 0);
    return [{ ...o, id, title: speech.decide.cause(sector, card.turn > 0), text }];
  });
  return { title: speech.decide.lobby, line: speech.decide.lobbyLine, options };
};

const backing: Make = (rules, view, { ref }) => {
  const plan = rules.projects.find((p) => p.id === ref);
  if (!plan) return undefined;
  const options = worded(about(rules, view, "back-project", "project", ref), "how");
  return { title: speech.decide.backing(plan.name), line: speech.decide.backingLine, options };
};

const site: Make = (rules, view, { ref }) => {
  const plan = rules.projects.find((p) => p.id === ref);
  const found = view.pub.projects.find((p) => p.id === ref);
  if (!plan || !found) return undefined;
  const open = found.stage === "site";
  const kind = open ? "host-plant" : "permit-project";
  const options = about(rules, view, kind, "project", ref).map((o) => ({
    ...o,
    id: kind,
    title: speech.moves[kind].title,
    text: speech.moves[kind].what,
  }));
  const rest = plan.buildWeeks + plan.rampWeeks;
  const { decide } = speech;
  return {
    title: (open ? decide.site : decide.permit)(plan.name),
    line: (open ? decide.siteLine : decide.permitLine)(
      found.weeksLeft,
      rest,
      view.pub.tick + found.weeksLeft + rest,
    ),
    options,
  };
};

const terms: Make = (rules, view, { ref }) => {
  const found = view.own.proposals.find((p) => p.id === ref);
  if (!found) return undefined;
  const name = agreementName(rules, found.template);
  return {
    title: speech.decide.terms(name, headed(seatName(found.by))),
    line: speech.decide.termsLine(found.terms.length, found.weeks),
    options: worded(about(rules, view, "answer-terms", "proposal", ref), "answer"),
  };
};

const caucus: Make = (rules, view, { ref }) => {
  const found = view.pub.votes.find((v) => v.id === ref);
  const file = found && fileOf(view, found.file);
  if (!found || !file) return undefined;
  const options = about(rules, view, "join-caucus", "vote", ref).map((o) => ({
    ...o,
    id: "join",
    title: speech.moves["join-caucus"].title,
    text: speech.moves["join-caucus"].what,
  }));
  const members = seatList(found.block.map(({ code }) => code));
  return {
    title: speech.decide.caucus(fileName(rules, file)),
    line: speech.decide.caucusLine(members, found.block.length, rules.model.law.caucusStates),
    options,
  };
};

const report: Make = (rules, view, { ref }) => {
  const file = fileOf(view, ref);
  if (!file) return undefined;
  return {
    title: speech.decide.report(fileName(rules, file)),
    line: speech.decide.reportLine,
    options: worded(about(rules, view, "write-report", "file", ref), "text"),
  };
};

const chair: Make = (rules, view, { ref }) => {
  const file = fileOf(view, ref);
  if (!file) return undefined;
  return {
    title: speech.decide.chair(fileName(rules, file)),
    line: speech.decide.chairLine(file.gate, rules.calendar.councilDayEvery),
    options: worded(about(rules, view, "set-agenda", "file", ref), "when"),
  };
};

const statement: Make = (rules, view, { ref }) => {
  const found = view.own.drafts.find((s) => s.id === ref);
  const file = found && fileOf(view, found.about);
  const state = rules.members.find(({ code }) => code === found?.about);
  if (!found || !(file || state)) return undefined;
  const options = about(rules, view, "join-statement", "about", found.about)
    .filter(({ command }) => value(command, "line") === found.line)
    .map((o) => ({
      ...o,
      id: "sign",
      title: speech.moves["join-statement"].go,
      text: state ? speech.decide.standBy : (speech.values.line![found.line]!.what ?? ""),
    }));
  const share = printPercent(shareBehind(rules, found));
  return {
    title: file
      ? speech.decide.statement(fileName(rules, file), found.line)
      : speech.decide.standWith(seatName(state!.code)),
    line: speech.decide.statementLine(seatList(found.signers), rules.model.law.statementStates, share),
    options,
  };
};

const MAKE: Record<Decision["kind"], Make> = {
  choice,
  offer,
  "step-down": stepDown,
  vote,
  caucus,
  statement,
  report,
  chair,
  gate,
  lobby,
  backing,
  site,
  terms,
};

/** Questions in the order of the asks, most pressing first; those that cannot be answered any more are left out. */
export function decisions(rules: Rules, view: View, asks: readonly Ask[]): Decision[] {
  return asks.flatMap((ask) => {
    if (ask.kind === "desk" || ask.kind === "session") return [];
    const made = MAKE[ask.kind](rules, view, ask);
    // A question that nobody can answer yet is none.
    if (!made || made.options.every(({ refused }) => refused?.code === "too-early")) return [];
    return [{ id: ask.id, kind: ask.kind, until: ask.until, ...made }];
  });
}

/** "1 capital · €40m", "free". */
export function printPrice(rules: Rules, view: View, command: Command): string {
  const { points, money } = cost(rules, view, command);
  return speech.act.cost(printNumber(points), money > 0 ? printMillions(money) : undefined);
}

/** "heat +1 to 3, cohesion −2": the largest differences of a look ahead, in words. */
export function printLikely(
  seat: Viewpoint,
  likely: readonly Likely[],
  most = 3,
): { name: string; span: string }[] {
  return likely.slice(0, most).map(({ indicator, low, high }) => ({
    name: likelyName(seat, indicator),
    span: printSpan(indicator, low, high),
  }));
}
