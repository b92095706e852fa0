// What an episode may put where in the State: the kind of value that stands there, within what it can be.

import { type Kind, whyUnfit } from "../scenario/param.ts";
import { PAYOUTS } from "../scenario/payout.ts";
import { FILE_STAGES, LICENCE_MODES } from "../state.ts";

/** Words that stand in the State, by the field they stand in; no other text can be set. */
const WORDS: Record<string, readonly string[]> = {
  mode: LICENCE_MODES,
  stage: FILE_STAGES,
  obligation: ["none", "soft", "strict"],
  payout: PAYOUTS,
  releaseRule: ["by-value", "by-size", "pro-rata", "by-contribution"],
  backed: ["none", "offtake", "floor"],
};

/** What the game counts by or finds things with: another number there is another game, or none. */
const FIXED = ["format", "tick", "weeks", "seed", "next", "random", "sector", "m", "s", "rulesOn"];

/** Fields of the State by the kind of their numbers; in all others any number can stand. */
// biome-ignore format: a kind a paragraph
const FIELDS: Partial<Record<Kind, readonly string[]>> = {
  hundred: ["heat", "legitimacy", "cohesion", "face", "reputation"],
  share: [
    "injury", "leaked", "ban", "banGoal", "banKnown", "diverted", "laidOpen", "gap", "risk", "recycling", "recyclingCap", "share",
    "exempt", "matching", "scrapLimit", "transparency", "breadth", "verified",
  ],
  rest: ["adapt"],
  positive: ["tolerance", "spot", "tilt"],
  amount: [
    "dutyEurope", "dutyChina", "feltEurope", "feltChina", "imports", "exports", "lost", "access", "throughput", "licenceWeeks",
    "queue", "transit1", "transit2", "stock", "loss", "permit", "build", "ramp", "running", "plants", "base", "started",
    "closed", "ally", "allyAsked", "stockpile", "ordered", "released", "weeksLeft", "output", "pain", "outputLoss",
    "exportLoss", "linesStopped", "points", "purse", "reliefFactor", "money", "fund", "jobs", "rate", "duty", "rested",
    "size", "solidarity", "dealWeight", "dealsFelt", "failedVotes", "standing", "deals", "promises", "permits", "reports",
  ],
};
const KINDS = new Map(
  Object.entries(FIELDS).flatMap(([kind, fields]) => fields.map((field) => [field, kind as Kind] as const)),
);

/** The field that a path ends in, also behind the number or name of an item: "stock" of inputs[magnets].stock[DE]. */
export const fieldOf = (path: string): string =>
  /([A-Za-z][A-Za-z0-9]*)(\[[^\]]*\])*$/.exec(path)?.[1] ?? path;

/** Why none of these numbers can stand in a field, or nothing. */
export function whyBeyond(field: string, value: unknown): string | undefined {
  if (FIXED.includes(field)) return "cannot be set";
  const kind = KINDS.get(field);
  const numbers = Array.isArray(value) ? value : [value];
  if (kind === undefined) return undefined;
  return numbers.map((x) => (typeof x === "number" ? whyUnfit(kind, x) : undefined)).find((why) => why);
}

/** Why a text cannot stand in a field, or nothing. */
function whyNoWord(field: string, value: unknown): string | undefined {
  const words = Object.hasOwn(WORDS, field) ? WORDS[field]! : [];
  if (words.length === 0) return "cannot be set";
  return words.includes(value as string) ? undefined : `takes one of ${words.join(", ")}`;
}

/** Why a value cannot stand where another one stands, or nothing. */
export function whyNot(field: string, old: unknown, value: unknown): string | undefined {
  if (typeof old === "number") return typeof value === "number" ? whyBeyond(field, value) : "takes a number";
  if (typeof old === "boolean") return typeof value === "boolean" ? undefined : "takes true or false";
  if (typeof old === "string") return whyNoWord(field, value);
  if (!Array.isArray(old) || old.some((x) => typeof x !== "number")) return "cannot be set as a whole";
  const fits =
    Array.isArray(value) && value.length === old.length && value.every((x) => typeof x === "number");
  return fits ? whyBeyond(field, value) : `takes a row of ${old.length} numbers`;
}

/** The same of an item that comes and goes: a number, true or false, or a word that stands in such a field. */
export function whyNotUnseen(field: string, value: unknown): string | undefined {
  if (typeof value === "number") return whyBeyond(field, value);
  if (value === undefined || typeof value === "boolean") return undefined;
  return typeof value === "string" ? whyNoWord(field, value) : "cannot be set as a whole";
}
