// What is half-way when the game begins: procedures under way and named projects.

import * as z from "zod";
import { MEMBER_CODES } from "../seat.ts";
import { param } from "./param.ts";

/** Procedures that run by the law's clock, Europe's and Beijing's. `law` is any act that needs a majority in favour. */
export const FILE_KINDS = [
  "anti-dumping",
  "anti-subsidy",
  "circumvention",
  "foreign-subsidy",
  "undertaking",
  "safeguard",
  "procurement",
  "coercion",
  "package",
  "law",
  "snapback",
  "club",
  "review",
  "probe",
  "mirror",
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Those that the Commission opens by itself and that end in a duty or its like. */
export const CASE_KINDS = [
  "anti-dumping",
  "anti-subsidy",
  "circumvention",
  "foreign-subsidy",
  "safeguard",
  "procurement",
] as const satisfies readonly FileKind[];
export type CaseKind = (typeof CASE_KINDS)[number];

export const isCaseKind = (kind: FileKind): kind is CaseKind =>
  (CASE_KINDS as readonly FileKind[]).includes(kind);

/** Trade defence by Regulations 2016/1036 and 1037: the act falls into its legal term, and the duty is reviewed. */
export const isTradeDefence = (kind: FileKind): boolean =>
  kind === "anti-dumping" || kind === "anti-subsidy" || kind === "circumvention";

export const fileSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.enum(FILE_KINDS),
  name: z.string(),
  side: z.enum(["europe", "beijing"]),
  /** Sector it concerns, by id; absent for laws. */
  sector: z.string().optional(),
  /** Share of the sector it covers, 0 to 1. */
  breadth: param("share").optional(),
  stage: z.enum([
    "asked",
    "proposal",
    "provisional-gate",
    "provisional",
    "definitive-gate",
    "council",
    "in-force",
  ]),
  /** Week it was opened; negative for before the game. */
  opened: z.int(),
  /** Week of the next gate; absent when nothing more is due. */
  gate: z.int().optional(),
  /** Later gate already known: the definitive after the provisional one; the week a duty in force runs out. */
  nextGate: z.int().optional(),
  /** Duty in force or expected, as a fraction. */
  rate: param("amount").optional(),
  /** The file it mirrors, by id. */
  of: z.string().optional(),
  /** What a law does once it applies: firms must have several suppliers, or public money asks for European content. */
  brings: z.enum(["diversify", "content"]).optional(),
  source: z.string(),
});

/** Stages of a plant, in order. `site` = its state has yet to offer a place for it, `waiting` = no money yet. */
export const PROJECT_STAGES = ["site", "waiting", "permit", "building", "ramp", "operating", "dead"] as const;
export type ProjectStage = (typeof PROJECT_STAGES)[number];

export const projectSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string(),
  host: z.enum(MEMBER_CODES),
  /** Input it serves, by id; absent for plants with Chinese capital that make cars or cells. */
  input: z.string().optional(),
  /** Who owns the money: a plant of Beijing's counts as jobs for the host and as a hostage for Beijing. */
  owner: z.enum(["europe", "china"]),
  stage: z.enum(PROJECT_STAGES),
  /** Weeks left in its stage; while it waits, those of building once it has money; without a site, those of its permit. */
  weeksLeft: z.int().min(0),
  /** Weeks of building after the permit, and of ramping up after that. */
  buildWeeks: z.int().min(1),
  rampWeeks: z.int().min(1),
  /** Supply when running in full, share of Union demand of the input. */
  size: param("amount").optional(),
  /** Whole cost, EUR m. */
  capex: param("positive"),
  /** Week by which it needs backing, else it dies or loses its price. */
  needsBackingBy: z.int().optional(),
  /** Faces local opposition. */
  contested: z.boolean(),
  source: z.string(),
});
