// What no schema can say of event cards: names that lead somewhere, options that can be taken and do something, and
// that a card speaks only of things it has.

import { isMember } from "../seat.ts";
import {
  type Card,
  type CardOption,
  type Effect,
  ITS,
  isCase,
  MOMENTARY,
  type Subject,
  type Trigger,
} from "./card.ts";
import type { Fail } from "./check.ts";
import type { Scenario } from "./schema.ts";

/** What a card may be about. */
type Thing = "state" | "file" | "sector" | "plant" | "vote" | "hold" | "deal";

const OF_TRIGGER: Partial<Record<Trigger, Thing[]>> = {
  "new-duty": ["file", "sector"],
  retaliation: ["file", "sector"],
  "offer-accepted": ["state", "deal"],
  "quiet-ban": ["state", "sector", "hold"],
  "close-vote": ["file", "vote"],
  "import-surge": ["sector"],
};
const OF_SUBJECT: Record<Subject, Thing[]> = {
  plant: ["plant", "state"],
  permit: ["plant", "state"],
  unbacked: ["plant", "state"],
  "chinese-plant": ["plant", "state"],
  case: ["file", "sector"],
};
/** Deciders who are few enough for the card to be about them. */
const FEW = ["hit", "pivotal", "presidency", "elected", "exposed", "injured", "host", "about"];
/** What must be there for a decider to be found. */
const NEEDED: Record<string, Thing> = {
  pivotal: "vote",
  exposed: "sector",
  injured: "sector",
  host: "plant",
  about: "state",
};
/** Blanks in the line of a card. */
const BLANKS: Record<string, Thing> = {
  state: "state",
  states: "state",
  plant: "plant",
  sector: "sector",
  file: "file",
};

function thingsOf(card: Card, scenario: Scenario): Set<Thing> {
  const { when, subject, about = [], deciders, lot } = card;
  const things = new Set<Thing>();
  const add = (list: readonly Thing[] = []) => list.forEach((thing) => things.add(thing));
  if (when.kind === "trigger") add(OF_TRIGGER[when.trigger]);
  if (when.kind === "tick" && when.file) add(["file"]);
  if (when.kind === "follow") add(handedOn(card, scenario));
  if (subject) add(OF_SUBJECT[subject]);
  for (const id of about) {
    if (isMember(id)) add(["state"]);
    if (scenario.sectors.some((s) => s.id === id)) add(["sector"]);
    if (scenario.projects.some((p) => p.id === id)) add(["plant"]);
    if (scenario.files.some((f) => f.id === id)) add(["file"]);
  }
  if (lot !== undefined || deciders.some((d) => isMember(d) || FEW.includes(d))) add(["state"]);
  return things;
}

const asks = (card: Card, other: string): boolean =>
  card.options.some(({ effects, otherwise = [] }) =>
    [...effects, ...otherwise].some((effect) => effect.kind === "ask" && effect.card === other),
  );

/** What a card that is asked by others is about: what all of them are. */
function handedOn(card: Card, scenario: Scenario): Thing[] {
  const [first, ...rest] = scenario.cards
    .filter((other) => other.when.kind !== "follow" && asks(other, card.id))
    .map((other) => thingsOf(other, scenario));
  return first ? [...first].filter((thing) => rest.every((things) => things.has(thing))) : [];
}

/** Every problem of the deck. */
export function checkDeck(scenario: Scenario, fail: Fail): void {
  scenario.cards.forEach((card, k) => checkCard(scenario, card, `cards[${k}]`, fail));
}

function checkCard(scenario: Scenario, card: Card, path: string, fail: Fail): void {
  const things = thingsOf(card, scenario);
  checkWhen(scenario, card, path, fail);
  card.about?.forEach((id, i) => {
    const known = [scenario.sectors, scenario.projects, scenario.files].some((list) =>
      list.some((x) => x.id === id),
    );
    if (!known && !scenario.members.some((m) => m.code === id))
      fail(`${path}.about[${i}]`, `nothing is called "${id}"`);
  });
  card.deciders.forEach((decider, i) => {
    const needs = NEEDED[decider];
    if (needs && !things.has(needs)) fail(`${path}.deciders[${i}]`, `the card is about no ${needs}`);
    if (isMember(decider) && !scenario.members.some((m) => m.code === decider))
      fail(`${path}.deciders[${i}]`, `no member is called "${decider}"`);
  });
  for (const [, blank = ""] of card.line.matchAll(/\{([^}]*)\}/g))
    if (!BLANKS[blank] || !things.has(BLANKS[blank])) fail(`${path}.line`, `the card is about no ${blank}`);
  if (card.happens) {
    checkOutcome(scenario, card, card.happens, `${path}.happens`, things, fail);
    checkBounds(card.happens, `${path}.happens`, "none", fail);
  }
  if (card.happens?.says && card.happens.chance === undefined)
    fail(`${path}.happens.says`, "never says anything without a chance");
  checkOptions(scenario, card, path, things, fail);
}

function checkWhen({ cards, files }: Scenario, { when }: Card, path: string, fail: Fail): void {
  if (when.kind === "tick" && when.file && !files.some((f) => f.id === when.file!.id))
    fail(`${path}.when.file.id`, `no file is called "${when.file.id}"`);
  if (when.kind === "trigger" && when.after > 0 && MOMENTARY.includes(when.trigger))
    fail(
      `${path}.when.after`,
      `"${when.trigger}" is judged anew each week: a card that waits for it never comes`,
    );
  if (when.kind !== "outcome") return;
  const [id] = when.card.split("/");
  if (!cards.some((card) => card.id === id)) fail(`${path}.when.card`, `no card is called "${id}"`);
}

function checkOptions(scenario: Scenario, card: Card, path: string, things: Set<Thing>, fail: Fail): void {
  const { options, deciders, happens } = card;
  if (deciders.length === 0 && (options.length > 0 || !happens))
    fail(`${path}.deciders`, "nobody decides, so it must have something that happens and no options");
  if (deciders.length > 0 && options.length < 2) fail(`${path}.options`, "leave nothing to choose");
  options.forEach((option, k) => {
    const here = `${path}.options[${k}]`;
    const isLast = k === options.length - 1;
    if (isLast && (option.points || option.money || option.purse))
      fail(`${here}.points`, "the last option is taken unasked and must be free");
    if (isLast && option.needs)
      fail(`${here}.needs`, "the last option is taken unasked and must always be possible");
    if (isLast && option.for) fail(`${here}.for`, "the last option is taken unasked and must be open to all");
    if (card.joint && option.for) fail(`${here}.for`, "where all decide as one, all choose among the same");
    if (option.effects.length + (option.otherwise?.length ?? 0) === 0) fail(here, "does nothing");
    checkOutcome(scenario, card, option, here, things, fail);
    checkBounds(option, here, isLast || card.joint ? "none" : decidingSide(card, option.for), fail);
  });
}

/** The office whose order does the same as an effect, and to whose bounds it is held. */
const boundOffice = (effect: Effect): "commission" | "beijing" | undefined =>
  isCase(effect) ? "commission" : effect.kind === "steer" ? "beijing" : undefined;

/** What is held to the bounds of an order must be somebody's to choose, or nobody would look at them. */
function checkBounds(
  outcome: Pick<CardOption, "effects" | "otherwise">,
  path: string,
  chosenBy: Deciding,
  fail: Fail,
): void {
  for (const part of ["effects", "otherwise"] as const)
    outcome[part]?.forEach((effect, e) => {
      const office = boundOffice(effect);
      if (!office || (part === "effects" && chosenBy === office)) return;
      fail(
        `${path}.${part}[${e}]`,
        `is held to the bounds of an order: ${office} alone must choose it, and not as the last option`,
      );
    });
}

function checkOutcome(
  scenario: Scenario,
  card: Card,
  outcome: Pick<CardOption, "effects" | "chance" | "judged" | "if" | "otherwise" | "for">,
  path: string,
  things: Set<Thing>,
  fail: Fail,
): void {
  if (outcome.if !== undefined && outcome.chance !== undefined)
    fail(`${path}.if`, "is decided by what is true, not by chance");
  if (outcome.otherwise !== undefined && outcome.chance === undefined && outcome.if === undefined)
    fail(`${path}.otherwise`, "never happens without a chance");
  if (outcome.judged && outcome.chance === undefined)
    fail(`${path}.judged`, "judges have nothing to decide without a chance");
  const inName =
    card.joint !== undefined || path.endsWith("happens") ? "none" : decidingSide(card, outcome.for);
  for (const part of ["effects", "otherwise"] as const)
    outcome[part]?.forEach((effect, e) => {
      const here = `${path}.${part}[${e}]`;
      namesOfEffect(scenario, effect, here, fail);
      for (const [field, thing] of needsOf(effect))
        if (!things.has(thing)) fail(`${here}.${field}`, `the card is about no ${thing}`);
      if (!fitsDecider(effect, inName)) fail(here, "does nothing in the name of who decides");
    });
}

type Deciding = "none" | "commission" | "beijing" | "members" | "mixed";

/** In whose name an option happens. */
function decidingSide({ deciders }: Card, only: CardOption["for"]): Deciding {
  if (only) return only;
  const offices = deciders.filter((d) => d === "commission" || d === "beijing");
  if (offices.length === 0) return "members";
  return offices.length === 1 && deciders.length === 1 ? (offices[0] as Deciding) : "mixed";
}

/** Effects on the decider need one whom they can meet. */
function fitsDecider(effect: Effect, deciding: Deciding): boolean {
  if (effect.kind === "deal") return deciding === "members";
  if (!("who" in effect) || effect.who !== "decider") return true;
  if (effect.kind === "points") return deciding !== "none";
  return deciding === "members";
}

/** What the card must be about for an effect to do something. */
function needsOf(effect: Effect): [field: string, thing: Thing][] {
  if (effect.kind === "hold") return [["kind", "hold"]];
  if (effect.kind === "deal") return [["kind", "deal"]];
  if ("who" in effect && effect.who === "about") return [["who", "state"]];
  if (effect.kind === "file" && effect.id === ITS) return [["id", "file"]];
  if (effect.kind === "project" && effect.id === ITS) return [["id", "plant"]];
  if ("sector" in effect && effect.sector === ITS) return [["sector", "sector"]];
  return [];
}

/** An effect names at most one thing of each kind; "all" is every one, "its" what the card is about. */
function namesOfEffect(scenario: Scenario, effect: Effect, path: string, fail: Fail): void {
  const { members, sectors, inputs, projects, files, cards } = scenario;
  const known = (list: readonly string[], kind: string, field: string, name: string) => {
    if (name !== "all" && name !== ITS && !list.includes(name))
      fail(`${path}.${field}`, `no ${kind} is called "${name}"`);
  };
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  if ("input" in effect) known(ids(inputs), "input", "input", effect.input);
  if ("sector" in effect) known(ids(sectors), "sector", "sector", effect.sector);
  if ("who" in effect && isMember(effect.who))
    known(
      members.map((m) => m.code),
      "member",
      "who",
      effect.who,
    );
  if (effect.kind === "project") known(ids(projects), "project", "id", effect.id);
  if (effect.kind === "file") known(ids(files), "file", "id", effect.id);
  if (effect.kind === "ask")
    known(ids(cards.filter((c) => c.when.kind === "follow")), "card", "card", effect.card);
}
