// A world in which a card of the deck has come up: what it is about is there, so that its effects can do something.

import { silent } from "../../shared/explain.ts";
import type { Card } from "../../shared/scenario/card.ts";
import type { Rules } from "../../shared/scenario.ts";
import { isMember, type Seat } from "../../shared/seat.ts";
import type { State } from "../../shared/state.ts";
import { openVote } from "../../shared/world/council.ts";
import { holdGoods } from "../../shared/world/customs.ts";
import { answerOffer, makeOffer } from "../../shared/world/deals.ts";
import { askedBy, subjectOf } from "../../shared/world/deciders.ts";
import { openFile } from "../../shared/world/files.ts";
import { newState } from "../../shared/world/start.ts";
import { turnValve } from "../../shared/world/valve.ts";

/** Something of everything: a hold, a deal, a vote on a knife's edge, duties on both sides, a fund, a law, a squeeze. */
function eventful(rules: Rules, seed: number): State {
  const state = newState(rules, { seed, weeks: 208 });
  state.tick = 2;
  holdGoods(
    rules,
    state,
    rules.members.findIndex((m) => m.code === "LT"),
    7,
    silent,
  );
  const offer = makeOffer(rules, state, { to: "HU", gift: "order", ask: "silence", vote: "" });
  answerOffer(rules, state, offer, "take", silent);
  const act = state.files.find((f) => f.id === "accelerator-act")!;
  const vote = openVote(rules, state, act, "for", silent);
  const yes = "DE FR IT ES PL RO NL BE CZ PT SE EL HU AT MT".split(" ");
  vote.leaning = rules.members.map((m) => (yes.includes(m.code) ? 0.5 : 0));
  Object.assign(state.commission, { fund: 1, obligation: "soft", matching: 0.2, exempt: 0.1 });
  state.commission.releaseRule = "by-contribution";
  for (const input of state.inputs) input.adapt = 0.05;
  for (const member of state.members) Object.assign(member, { purse: 100, points: 3 });
  turnValve(rules, state, 0, "go-slow", silent);
  applyStop(state);
  return state;
}

/** The Council has voted a large package down. */
function failPackage(rules: Rules, state: State): void {
  const petition = { kind: "package", side: "europe", sector: -1, breadth: 0, why: "move" } as const;
  const file = openFile(rules, state, { ...petition, size: 5, snapback: true }, silent);
  file.shutUntil = state.tick + 13;
}

/** Chips are stopped, as one card asks about. */
function applyStop(state: State): void {
  state.inputs[3]!.shocks.push({ by: -1.4, until: 20 });
}

const SECTOR: Partial<Record<string, string[]>> = {
  "new-duty": ["battery-subsidy", "electrical"],
  retaliation: ["pork", "agrifood"],
  "offer-accepted": ["HU"],
  "quiet-ban": ["LT", "agrifood"],
  "close-vote": ["accelerator-act"],
  "import-surge": ["electronics"],
};

export interface Drawn {
  state: State;
  about: string[];
  seats: Seat[];
}

/** What a card that is asked by another is about: the same as that one. */
function askedAbout(rules: Rules, card: Card, seed: number): string[] {
  const asking = rules.cards.find(({ options }) =>
    options.some(({ effects, otherwise = [] }) =>
      [...effects, ...otherwise].some((e) => e.kind === "ask" && e.card === card.id),
    ),
  );
  return card.when.kind === "follow" && asking ? drawn(rules, asking, seed).about : [];
}

/** The card drawn: what it is about, and whom it asks. */
export function drawn(rules: Rules, card: Card, seed = 1): Drawn {
  const state = eventful(rules, seed);
  const { when } = card;
  const cause = when.kind === "trigger" ? (SECTOR[when.trigger] ?? []) : askedAbout(rules, card, seed);
  const dated = when.kind === "tick" && when.file ? [when.file.id] : [];
  if (when.kind === "tick") {
    state.tick = when.ticks[0]!;
    if (when.file) state.files.find((f) => f.id === when.file!.id)!.stage = when.file.stages[0] as "asked";
  }
  if (when.kind === "trigger" && when.trigger === "package-failed") failPackage(rules, state);
  // What a new duty is about is in force.
  if (cause[0] === "battery-subsidy") {
    const file = state.files.find((f) => f.id === cause[0])!;
    Object.assign(file, { stage: "in-force", duty: file.rate, why: "move" });
  }
  const subject = card.subject ? subjectOf(rules, state, card.subject)! : [];
  const known = [...cause, ...dated, ...(card.about ?? []), ...subject];
  const all = askedBy(rules, state, card.deciders, known);
  const seats = card.lot
    ? [...all.filter((s) => !isMember(s)), ...all.filter(isMember).slice(0, card.lot)]
    : all;
  return { state, about: [...new Set([...known, ...(seats.length <= 4 ? seats : [])])], seats };
}
