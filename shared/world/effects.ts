// What the options of event cards do: one function for each effect of the vocabulary in scenario/card.ts.

import { clip } from "../exact.ts";
import type { Trace } from "../explain.ts";
import { type Card, type Effect, ITS } from "../scenario/card.ts";
import { DOVE, HAWK } from "../scenario/land.ts";
import { indexOf, memberAt, type Rules } from "../scenario.ts";
import { isMember, type Seat } from "../seat.ts";
import { type File, newId, type Offer, type Project, type State, tell } from "../state.ts";
import { yearPurse } from "./capitals.ts";
import { examine, openCoercion } from "./coercion.ts";
import { unite } from "./cohesion.ts";
import { exposeHold, holdGoods, liftHold } from "./customs.ts";
import { exposeDeal, returnDeal } from "./deals.ts";
import { announce, closeFile, enterForce, setDuty } from "./duties.ts";
import { flood, steer } from "./economy.ts";
import { openFile, propose, reopen } from "./files.ts";
import { dignify, esteem, warm } from "./heat.ts";
import { spike } from "./inputs.ts";
import { backProject, hasten } from "./plants.ts";
import { pay } from "./purse.ts";
import { relieve } from "./relief.ts";
import { impress } from "./resolve.ts";
import { assure, benchmark, buyPeace } from "./signing.ts";
import { stepDown } from "./stepdown.ts";
import { sellMore } from "./trade.ts";
import { endSqueeze, suspendPackage, tiltQueues, turnValve } from "./valve.ts";

/** In whose name effects happen ("" = that of all who were asked), and what the card is about, by id. */
export interface Occasion {
  by: Seat | "";
  about: readonly string[];
}

type Kind = Effect["kind"];
type Of<K extends Kind> = Extract<Effect, { kind: K }>;
type Apply<K extends Kind> = (
  rules: Rules,
  state: State,
  effect: Of<K>,
  occasion: Occasion,
  trace: Trace,
) => void;

/** Index of the member in whose name it happens, -1 for others. */
const own = (rules: Rules, { by }: Occasion): number => (isMember(by) ? memberAt(rules, by) : -1);

/** The members an effect is aimed at, by index. */
function aimedAt(rules: Rules, who: Of<"support">["who"], occasion: Occasion): number[] {
  const all = rules.members.map((_, m) => m);
  const me = own(rules, occasion);
  if (who === "decider") return me < 0 ? [] : [me];
  if (who === "all") return all;
  if (who === "about") return all.filter((m) => occasion.about.includes(rules.members[m]!.code));
  if (who === "frugal") return all.filter((m) => rules.members[m]!.frugal);
  if (who === "hawks") return all.filter((m) => rules.members[m]!.posture >= HAWK);
  if (who === "doves") return all.filter((m) => rules.members[m]!.posture <= DOVE);
  return all.filter((m) => rules.members[m]!.code === who);
}

/** Inputs an effect names, by index; "all" = the critical ones. */
const inputsOf = (rules: Rules, id: string): number[] =>
  id === "all"
    ? rules.inputs.flatMap((input, i) => (input.critical ? [i] : []))
    : [indexOf(rules.inputs, id)];

/** Sectors an effect names, by index: all, those the card is about, or one by id. */
export const sectorsOf = (rules: Rules, id: string, about: readonly string[]): number[] =>
  rules.sectors.flatMap((sector, s) =>
    id === "all" || id === sector.id || (id === ITS && about.includes(sector.id)) ? [s] : [],
  );

/** What an effect names in a list: by id, or what the card is about. */
const named = <T extends { id: string }>(
  list: readonly T[],
  id: string,
  { about }: Occasion,
): T | undefined => list.find((entry) => (id === ITS ? about.includes(entry.id) : entry.id === id));

/** A share of what a capital has for relief in a year. */
function fillPurse(rules: Rules, state: State, { who, by }: Of<"purse">, occasion: Occasion): void {
  for (const m of aimedAt(rules, who, occasion)) {
    const member = state.members[m]!;
    member.purse = Math.max(0, member.purse + by * yearPurse(rules, m));
  }
}

/** A shift of support: for good where it stands now, or of the line at home for some weeks. */
function sway(rules: Rules, state: State, { who, by, weeks }: Of<"support">, occasion: Occasion): void {
  for (const m of aimedAt(rules, who, occasion)) {
    const member = state.members[m]!;
    if (weeks === undefined) member.support = clip(member.support + by, -1, 1);
    else member.sways.push({ by, until: state.tick + weeks });
  }
}

/** Leanings in the vote the card is about, or in all that are open. */
function leanTo(rules: Rules, state: State, { who, by }: Of<"lean">, occasion: Occasion): void {
  const open = state.votes.filter((vote) => vote.outcome === "open");
  const meant = open.filter((vote) => occasion.about.includes(vote.file));
  for (const vote of meant.length > 0 ? meant : open)
    for (const m of aimedAt(rules, who, occasion)) vote.pledged[m]! += by;
}

/** The others think better or worse of a capital; what raises it is an act of solidarity. */
function honour(rules: Rules, state: State, m: number, by: number): void {
  const { code } = rules.members[m]!;
  state.members[m]!.standing += by;
  if (by <= 0) return;
  state.tally.solidarity[m]! += 1;
  tell(state, { code: "solidarity-shown", by: code, about: [code], amount: by, to: [] });
}

function stepLicence(rules: Rules, state: State, { input, by }: Of<"licence-step">, trace: Trace): void {
  const MODES = ["embargo", "go-slow", "case-by-case", "general"] as const;
  if (input === "all" && by > 0) {
    endSqueeze(rules, state, trace);
    return;
  }
  for (const i of inputsOf(rules, input)) {
    const at = MODES.indexOf(state.inputs[i]!.mode as (typeof MODES)[number]);
    const next = MODES[at + by];
    if (at >= 0 && next) turnValve(rules, state, i, next, trace);
  }
}

/** A Nexperia-type answer (R41): licences for one input stop for a while, whatever the valve says; it frightens firms. */
function stop(rules: Rules, state: State, { input, by, weeks }: Of<"stop">, trace: Trace): void {
  const until = state.tick + weeks;
  for (const i of inputsOf(rules, input)) {
    state.inputs[i]!.shocks.push({ by, until });
    const about = [rules.inputs[i]!.id];
    tell(state, { code: "licences-stopped", by: "beijing", about, amount: until, to: [] });
  }
  warm(state, rules.model.heat.goSlow);
  trace.mark("squeeze");
}

function resume(rules: Rules, state: State, { input }: Of<"resume">, trace: Trace): void {
  for (const i of inputsOf(rules, input)) {
    const input = state.inputs[i]!;
    if (!input.shocks.some((shock) => shock.by < 0)) continue;
    input.shocks = input.shocks.filter((shock) => shock.by >= 0);
    const about = [rules.inputs[i]!.id];
    tell(state, { code: "licences-resumed", by: "beijing", about, amount: 0, to: [] });
  }
  trace.mark("easing");
}

/** For so many weeks Brussels may open no case and Beijing may tighten no licence; what is under way goes on. */
function pause(state: State, { weeks }: Of<"pause">): void {
  const { commission, beijing, tick } = state;
  const until = tick + weeks;
  commission.caseNext = Math.max(commission.caseNext, until);
  beijing.next.valve = Math.max(beijing.next.valve, until);
  tell(state, { code: "pause-agreed", by: "", about: [], amount: until, to: [] });
}

/** What a seat is told a card is about: on a quiet card a capital reads of itself alone, never of who else is concerned. */
const toldTo = (card: Card, seat: Seat, about: readonly string[]): string[] =>
  card.quiet && isMember(seat) ? about.filter((id) => id === seat || !isMember(id)) : [...about];

/**
 * Puts a card to seats: they have its weeks to answer. `about` = what it is about, by id. A quiet one is told to each by
 * itself.
 */
export function putCard(state: State, card: Card, seats: readonly Seat[], about: readonly string[]): void {
  state.drawn[card.id] = state.tick;
  const come = (told: readonly string[], to: Seat[]) =>
    tell(state, { code: "card-drawn", by: "", about: [card.id, ...told], amount: 0, to });
  if (!card.quiet) come(about, []);
  for (const seat of seats) {
    const told = toldTo(card, seat, about);
    if (card.quiet) come(told, [seat]);
    state.tally.asked[seat] = (state.tally.asked[seat] ?? 0) + 1;
    state.choices.push({
      ...{ id: newId(state, "d"), card: card.id, seat, asked: state.tick },
      ...{ until: state.tick + card.weeks, about: told, chosen: "" },
    });
  }
}

/** Cuts or raises what a file brings, and the part in force. */
function scaleDuty(rules: Rules, state: State, file: File, factor: number, trace: Trace): void {
  file.rate *= factor;
  if (file.duty <= 0) return;
  setDuty(rules, state, file, file.duty * factor);
  announce(rules, state, file, "duty-changed", file.duty);
  trace.mark("new-duty");
}

function moveFile(rules: Rules, state: State, file: File, effect: Of<"file">, trace: Trace): void {
  const { does, weeks = 0, rate } = effect;
  if (file.stage === "closed") return;
  if (does === "close") {
    // "Not now" comes too late for a law that has been proposed meanwhile.
    if (file.kind !== "law" || file.stage === "asked") closeFile(rules, state, file, trace);
  } else if (does === "delay" || does === "speed") {
    const by = does === "delay" ? weeks : -weeks;
    if (file.gate > state.tick) file.gate = Math.max(state.tick + 1, file.gate + by);
    if (file.nextGate > state.tick) file.nextGate = Math.max(file.gate + 1, file.nextGate + by);
  } else if (does === "scale") scaleDuty(rules, state, file, rate ?? 1, trace);
  else if (does === "in-force") {
    if (rate !== undefined) file.rate = rate;
    enterForce(rules, state, file, trace);
  } else if (file.stage === "asked") propose(rules, state, file, does === "propose-strict", trace);
}

function moveProject(rules: Rules, state: State, project: Project, { does, weeks = 0 }: Of<"project">): void {
  if (does === "back") backProject(rules, project, "offtake");
  else if (does !== "kill") hasten(project, does === "delay" ? -weeks : weeks);
  else {
    project.stage = "dead";
    tell(state, { code: "project-dead", by: "", about: [project.id], amount: 0, to: [] });
  }
}

/** Goods of the states the card is about that wait at customs. */
function moveHold(rules: Rules, state: State, { does }: Of<"hold">, occasion: Occasion, trace: Trace): void {
  for (const m of aimedAt(rules, "about", occasion)) {
    const holds = state.beijing.bans.filter((hold) => hold.m === m);
    if (holds.length === 0) continue;
    if (does === "widen") {
      const iconic = rules.members[m]!.iconic.map((id) => indexOf(rules.sectors, id));
      const free = iconic.find((s) => !holds.some((hold) => hold.s === s));
      holdGoods(rules, state, m, free ?? holds[0]!.s, trace);
    } else if (does === "expose") for (const hold of holds) exposeHold(rules, state, hold, trace);
    else for (const hold of holds) liftHold(rules, state, hold);
  }
}

/** Quiet deals of the capital that decides. */
const dealsOf = (state: State, { by }: Occasion): Offer[] =>
  state.offers.filter((offer) => offer.to === by && offer.state === "taken" && !offer.exposed);

/** More is sold to China for a time. */
function sell(rules: Rules, state: State, { who, by, weeks }: Of<"sales">, occasion: Occasion): void {
  for (const m of aimedAt(rules, who, occasion))
    sellMore(state.trade, { of: "card", m, by, until: state.tick + weeks });
}

const EFFECTS: { [K in Kind]: Apply<K> } = {
  heat: (_, state, { by }) => warm(state, by),
  legitimacy: (_, state, { by }) => dignify(state, by),
  face: (_, state, { by }) => esteem(state, by, 0),
  reputation: (_, state, { by }) => esteem(state, 0, by),
  proud: (_, { beijing, tick }, { weeks }) => {
    beijing.proudUntil = Math.max(beijing.proudUntil, tick + weeks);
  },
  growth: (_, state, { by }) => {
    state.beijing.growth += by;
  },
  resolve: (rules, state, { by }) => impress(rules, state, by),
  support: sway,
  lean: leanTo,
  standing: (rules, state, { who, by }, occasion) => {
    for (const m of aimedAt(rules, who, occasion)) honour(rules, state, m, by);
  },
  points: (rules, state, { who, by }, occasion) =>
    pay(rules, state, who === "decider" ? occasion.by : who, -by, 0),
  money: (_, { commission }, { by }) => {
    commission.money = Math.max(0, commission.money + by);
  },
  envelope: (_, { commission }, { by }) => {
    commission.envelope += by;
  },
  purse: fillPurse,
  fund: (_, state, { billion }) => {
    if (state.commission.fund > 0) state.commission.fund += billion;
  },
  reopen: (rules, state, { billion }, _, trace) => reopen(rules, state, billion, trace),
  cohesion: (rules, state, { by }) => unite(rules, state, by),
  risk: (rules, state, { input, by }) => {
    for (const i of inputsOf(rules, input)) state.inputs[i]!.risk = clip(state.inputs[i]!.risk + by, 0, 1);
  },
  throughput: (rules, state, { input, by, weeks }) => {
    for (const i of inputsOf(rules, input)) {
      state.inputs[i]!.shocks.push({ by, until: state.tick + weeks });
    }
  },
  stop: (rules, state, effect, _, trace) => stop(rules, state, effect, trace),
  resume: (rules, state, effect, _, trace) => resume(rules, state, effect, trace),
  ask: (rules, state, { card, who }, { by, about }) => {
    const next = rules.cards.find((c) => c.id === card);
    const seat = who === "decider" ? by : who;
    if (next && seat !== "") putCard(state, next, [seat], [...new Set([...about, seat])]);
  },
  "licence-step": (rules, state, effect, _, trace) => stepLicence(rules, state, effect, trace),
  tilt: (rules, state, { who, factor, weeks }, occasion, trace) =>
    tiltQueues(rules, state, aimedAt(rules, who, occasion), factor, weeks, trace),
  recycling: (rules, state, { input, by }) => {
    for (const i of inputsOf(rules, input)) state.inputs[i]!.recyclingCap += by;
  },
  adapt: (rules, state, { input, by }) => {
    const { adaptCap } = rules.model.inputs;
    for (const i of inputsOf(rules, input))
      state.inputs[i]!.adapt = clip(state.inputs[i]!.adapt + by, 0, adaptCap);
  },
  spot: (rules, state, { input, factor, weeks }) => {
    for (const i of inputsOf(rules, input)) spike(state, i, factor, weeks);
  },
  half: (rules, state, { input, by }) => {
    for (const i of inputsOf(rules, input)) state.inputs[i]!.half *= 1 + by;
  },
  ally: (rules, state, { input, by }) => {
    for (const i of inputsOf(rules, input)) state.inputs[i]!.ally = clip(state.inputs[i]!.ally + by, 0, 1);
  },
  matching: (_, { commission }, { by }) => {
    commission.matching = clip(commission.matching + by, 0, 1);
  },
  exempt: (_, { commission }, { by }) => {
    commission.exempt = clip(commission.exempt + by, 0, 1);
  },
  price: (rules, state, { sector, by }, { about }) => {
    for (const s of sectorsOf(rules, sector, about)) state.trade.price[s]! += by;
  },
  "scrap-limit": (_, state, { by }) => {
    state.commission.scrapLimit = clip(by, 0, 1);
  },
  stock: (rules, state, { who, input, by }, occasion) => {
    for (const i of inputsOf(rules, input))
      for (const m of aimedAt(rules, who, occasion))
        state.inputs[i]!.stock[m] = Math.max(0, state.inputs[i]!.stock[m]! + by);
  },
  relief: (rules, state, { who, factor, weeks }, occasion) => {
    for (const m of aimedAt(rules, who, occasion)) relieve(state, m, factor, weeks);
  },
  sales: sell,
  access: (rules, state, { by }) => {
    state.trade.access = clip(state.trade.access + by, 0, rules.model.trade.accessMax);
  },
  file: (rules, state, effect, occasion, trace) => {
    const file = named(state.files, effect.id, occasion);
    if (file) moveFile(rules, state, file, effect, trace);
  },
  "provisional-speed": (_, state, { weeks }) => {
    state.commission.provisionalSpeed += weeks;
  },
  proof: (_, { commission }, { by }) => {
    commission.proof += by;
  },
  project: (rules, state, effect, occasion) => {
    const project = named(state.projects, effect.id, occasion);
    if (project && project.stage !== "dead") moveProject(rules, state, project, effect);
  },
  open: (rules, state, { form, side, sector, breadth }, { about }, trace) => {
    const why = side === "europe" ? "move" : "answer";
    for (const s of sectorsOf(rules, sector, about))
      openFile(rules, state, { kind: form, side, sector: s, breadth, why }, trace);
    if (side === "europe") state.commission.caseNext = state.tick + rules.model.law.caseEvery;
  },
  hold: moveHold,
  examine: (rules, state, _, __, trace) => {
    if (!openCoercion(state.files)) examine(rules, state, trace);
  },
  deal: (rules, state, { does }, occasion) => {
    for (const offer of dealsOf(state, occasion))
      if (does === "expose") exposeDeal(rules, state, offer);
      else returnDeal(rules, state, offer);
  },
  assurance: (rules, state, { weeks, verified }, _, trace) => {
    if (verified) benchmark(rules, state, weeks, trace);
    else {
      buyPeace(rules, state, trace);
      assure(rules, state, weeks, trace);
    }
  },
  allocation: (_, state, { rule }) => {
    state.commission.releaseRule = rule;
  },
  controls: (rules, state, { weeks }, _, trace) =>
    suspendPackage(rules, state, Math.max(state.tick, state.beijing.packageUntil) + weeks, trace),
  steer: (rules, state, { course }, _, trace) => steer(rules, state, course, trace),
  flood: (rules, state, { weeks }, _, trace) => flood(rules, state, weeks, trace),
  leak: (_, state, { weeks }) => {
    state.beijing.leakUntil = Math.max(state.beijing.leakUntil, state.tick + weeks);
  },
  pause: (_, state, effect) => pause(state, effect),
  "step-down": (rules, state, { by }, _, trace) => {
    stepDown(rules, state, by, trace);
  },
};

/** Applies effects in order and marks them as an event's. */
export function applyEffects(
  rules: Rules,
  state: State,
  effects: readonly Effect[],
  occasion: Occasion,
  trace: Trace,
): void {
  for (const effect of effects) {
    (EFFECTS[effect.kind] as Apply<Kind>)(rules, state, effect as never, occasion, trace);
    trace.mark("event");
  }
}
