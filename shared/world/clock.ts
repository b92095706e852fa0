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
    case "foreign-subsidy": {
      const whole = law.foreignSubsidy + law.foreignSubsidyDepth;
      return { provisional: law.foreignSubsidy, definitive: whole - sooner(rules, published) };
    }
    case "safeguard":
      return { provisional: law.safeguardProvisional, definitive: law.safeguard };
    case "procurement":
      return { provisional: -1, definitive: law.procurement };
    case "review":
      return { provisional: -1, definitive: law.review };
    case "probe":
      return { provisional: beijing.probeProvisional, definitive: beijing.probeDefinitive };
    default:
      return { provisional: -1, definitive: -1 };
  }
}

/** Weeks for which a provisional duty may last. */
export function provisionalWeeks(rules: Rules, kind: FileKind): number {
  const { dumpingLasts, safeguardLasts, provisionalLasts } = rules.model.law;
  return kind === "anti-dumping" ? dumpingLasts : kind === "safeguard" ? safeguardLasts : provisionalLasts;
}

const DUTIES: readonly FileKind[] = ["anti-dumping", "anti-subsidy", "circumvention", "procurement", "probe"];

/** Weeks for which a measure lasts unless it is reviewed or let go; -1 where the law names no end. */
export function lastsWeeks(rules: Rules, kind: FileKind): number {
  const { dutyLasts, safeguardTerm } = rules.model.law;
  return DUTIES.includes(kind) ? dutyLasts : kind === "safeguard" ? safeguardTerm : -1;
}

/** Kinds that need proof of what the Chinese state pays. */
export const isAboutSubsidies = (kind: FileKind): boolean =>
  kind === "anti-subsidy" || kind === "foreign-subsidy";

/** Stretches of the procedures that are no case with a provisional and a definitive gate. */
const OWN: Partial<Record<FileKind, (law: Rules["model"]["law"]) => Stretch[]>> = {
  package: (law) => [
    stretch("proposal", law.packageVote, "none"),
    stretch("council", law.voteWindow, "vote"),
    stretch("in-force", law.packageReady, "bite"),
  ],
  law: (law) => [
    stretch("proposal", law.lawCouncil, "none"),
    stretch("council", law.voteWindow, "vote"),
    stretch("in-force", law.lawForce, "bite"),
  ],
  undertaking: (law) => [stretch("in-force", law.undertaking, "bite")],
  club: (law) => [stretch("club", law.club, "bite")],
  procurement: (law) => [
    stretch("investigation", law.procurement, "decision"),
    stretch("council", law.voteWindow, "vote"),
    stretch("in-force", law.procurementForce, "bite"),
  ],
  review: (law) => [
    stretch("investigation", law.review, "decision"),
    stretch("council", law.voteWindow, "vote"),
  ],
  coercion: (law) => [
    stretch("examination", law.examinationLeast, "decision"),
    stretch("determination", law.determination, "vote"),
    stretch("engagement", law.engagementLeast, "decision"),
    stretch("committee", law.committee, "vote"),
    stretch("in-force", 1, "bite"),
  ],
};

/** Who decides at the end of a case: Beijing alone, the Commission alone, or the Commission and then the Council. */
function lastStretches(rules: Rules, kind: FileKind, weeks: number): Stretch[] {
  if (kind === "probe") return [stretch("definitive-gate", weeks, "bite")];
  if (kind === "foreign-subsidy")
    return [
      stretch("definitive-gate", weeks, "decision"),
      stretch("in-force", rules.model.law.advisory, "bite"),
    ];
  return [
    stretch("definitive-gate", weeks, "decision"),
    stretch("council", rules.model.law.voteWindow, "vote"),
  ];
}

/** The whole clock of a kind of procedure, from the order to the first bite; `published` = share of China's subsidies known. */
export function stagesOf(rules: Rules, kind: FileKind, published = 0): Stretch[] {
  const own = OWN[kind]?.(rules.model.law);
  if (own) return own;
  const { provisional, definitive } = gatesOf(rules, kind, published);
  if (definitive < 0) return [];
  const name = kind === "foreign-subsidy" ? "preliminary" : "provisional-gate";
  const first = provisional < 0 ? [] : [stretch(name, provisional, kind === "probe" ? "bite" : "decision")];
  return [...first, ...lastStretches(rules, kind, definitive - Math.max(0, provisional))];
}

/** What comes after the stretch of a name in the whole clock of a kind. */
function after(rules: Rules, kind: FileKind, name: string): Stretch[] {
  const stages = stagesOf(rules, kind);
  return stages.slice(stages.findIndex((stage) => stage.name === name) + 1);
}

/** Stretches of a vote that is under way, in the committee or the Council, and of what follows it. */
function councilLeft(rules: Rules, { kind, remedy }: File, due: number): Stretch[] {
  if (kind !== "coercion") {
    const rest = after(rules, kind, "council");
    return [stretch("council", due, "vote"), ...rest];
  }
  const name = remedy === "none" ? "determination" : "committee";
  return [stretch(name, due, "vote"), ...after(rules, kind, name)];
}

/** What is left of the clock of a file under way, from week `tick`. */
export function stagesLeft(rules: Rules, file: File, tick: number): Stretch[] {
  const due = Math.max(0, file.gate - tick);
  const next = Math.max(0, file.nextGate - tick);
  const { kind } = file;
  const last =
    stagesOf(rules, kind).find((stage) => stage.name === "investigation")?.name ?? "definitive-gate";
  switch (file.stage) {
    case "asked":
      return [stretch("asked", due, "decision"), ...(kind === "law" ? stagesOf(rules, kind) : [])];
    case "proposal":
      return [stretch("proposal", due, "none"), ...after(rules, kind, "proposal")];
    case "provisional-gate":
    case "preliminary":
      return [
        stretch(file.stage, due, "decision"),
        ...lastStretches(rules, kind, Math.max(0, file.nextGate - file.gate)),
      ];
    case "provisional":
      return lastStretches(rules, kind, next);
    case "definitive-gate":
      return [stretch(last, due, "decision"), ...after(rules, kind, last)];
    case "examination":
    case "engagement":
      return [stretch(file.stage, next, "decision"), ...after(rules, kind, file.stage)];
    case "council":
      return councilLeft(rules, file, due);
    case "appeal-gate":
      return [stretch("appeal-gate", due, "decision"), stretch("appeal", rules.model.law.appeal, "vote")];
    case "in-force":
      return due > 0 ? [stretch("in-force", due, "bite")] : [];
    default:
      return [];
  }
}

/**
 * First week in which a law can apply, from where it stands in week `tick`: `nextGate` is the week it waits for, if it
 * waits for one. For a law in force the week since which it applies.
 */
export function lawApplies(
  rules: Rules,
  file: Pick<File, "stage" | "gate" | "nextGate" | "shutUntil">,
  tick: number,
): number {
  const { lawCouncil, lawAgain, voteWindow, lawForce } = rules.model.law;
  const { stage, gate, nextGate, shutUntil } = file;
  if (stage === "in-force") return gate;
  const called = stage === "asked" ? tick + (shutUntil > 0 ? lawAgain : lawCouncil) : Math.max(tick, gate);
  const counted = stage === "council" ? gate : called + voteWindow;
  return Math.max(counted + lawForce, nextGate);
}
