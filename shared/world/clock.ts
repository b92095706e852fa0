// The legal clocks: how long each kind of procedure takes from its opening to the first bite, and what is left of one
// that is under way. Weeks are calendar weeks of the law (see the sources of `model.law`), never compressed.

import type { FileKind } from "../scenario/start.ts";
import type { Rules } from "../scenario.ts";
import type { File } from "../state.ts";

/** One stretch of a legal clock, and what stands at its end. */
export interface Stretch {
  name: string;
  weeks: number;
  gate: "none" | "decision" | "vote" | "bite";
}

const stretch = (name: string, weeks: number, gate: Stretch["gate"]): Stretch => ({ name, weeks, gate });

/** Weeks by which published subsidies (share of all) shorten a case about them. */
const sooner = (rules: Rules, published: number): number =>
  Math.round(rules.model.law.publishedWeeks * published);

/** Weeks from the opening to the provisional and to the definitive gate; -1 where there is none. */
export function gatesOf(
  rules: Rules,
  kind: FileKind,
  published = 0,
): { provisional: number; definitive: number } {
  const { law, beijing } = rules.model;
  switch (kind) {
    case "anti-subsidy":
      return { provisional: law.provisional, definitive: law.definitive - sooner(rules, published) };
    case "anti-dumping":
      return {
        provisional: law.complaint + law.dumpingProvisional,
        definitive: law.complaint + law.dumpingDefinitive,
      };
    case "circumvention":
      return { provisional: -1, definitive: law.circumvention };
    case "foreign-subsidy":
      return { provisional: -1, definitive: law.foreignSubsidy - sooner(rules, published) };
    case "safeguard":
      return { provisional: -1, definitive: law.safeguard };
    case "probe":
      return { provisional: beijing.probeProvisional, definitive: beijing.probeDefinitive };
    default:
      return { provisional: -1, definitive: -1 };
  }
}

/** Weeks for which a provisional duty may last. */
export const provisionalWeeks = (rules: Rules, kind: FileKind): number =>
  kind === "anti-dumping" ? rules.model.law.dumpingLasts : rules.model.law.provisionalLasts;

/** Kinds that need proof of what the Chinese state pays. */
export const isAboutSubsidies = (kind: FileKind): boolean =>
  kind === "anti-subsidy" || kind === "foreign-subsidy";

/** Kinds that the Commission decides without a vote of the Council. */
export const isAdvisory = (kind: FileKind): boolean => kind === "foreign-subsidy";

/** The whole clock of a kind of procedure, from the order to the first bite; `published` = share of China's subsidies known. */
export function stagesOf(rules: Rules, kind: FileKind, published = 0): Stretch[] {
  const { law } = rules.model;
  const { provisional, definitive } = gatesOf(rules, kind, published);
  if (kind === "package")
    return [
      stretch("proposal", law.packageVote, "none"),
      stretch("council", law.voteWindow, "vote"),
      stretch("in-force", law.packageReady, "bite"),
    ];
  if (kind === "law")
    return [
      stretch("proposal", law.lawCouncil, "none"),
      stretch("council", law.voteWindow, "vote"),
      stretch("in-force", law.lawForce, "bite"),
    ];
  if (kind === "undertaking") return [stretch("in-force", law.undertaking, "bite")];
  if (definitive < 0) return [];
  const own = kind === "probe" ? "bite" : "decision";
  const first = provisional < 0 ? [] : [stretch("provisional-gate", provisional, own)];
  const rest = definitive - Math.max(0, provisional);
  const last = isAdvisory(kind) || kind === "probe" ? [] : [stretch("council", law.voteWindow, "vote")];
  return [...first, stretch("definitive-gate", rest, last.length === 0 ? "bite" : own), ...last];
}

/** What is left of the clock of a file under way, from week `tick`. */
export function stagesLeft(rules: Rules, file: File, tick: number): Stretch[] {
  const { law } = rules.model;
  const due = Math.max(0, file.gate - tick);
  const council =
    isAdvisory(file.kind) || file.side === "beijing" ? [] : [stretch("council", law.voteWindow, "vote")];
  switch (file.stage) {
    case "asked":
      return [stretch("asked", due, "decision"), ...stagesOf(rules, file.kind)];
    case "proposal":
      return [stretch("proposal", due, "none"), ...stagesOf(rules, file.kind).slice(1)];
    case "provisional-gate":
      return [
        stretch("provisional-gate", due, "decision"),
        stretch("definitive-gate", Math.max(0, file.nextGate - file.gate), "decision"),
        ...council,
      ];
    case "provisional":
      return [stretch("definitive-gate", Math.max(0, file.nextGate - tick), "decision"), ...council];
    case "definitive-gate":
      return [stretch("definitive-gate", due, "decision"), ...council];
    case "council":
      return [stretch("council", due, "vote")];
    case "in-force":
      return due > 0 ? [stretch("in-force", due, "bite")] : [];
    default:
      return [];
  }
}
