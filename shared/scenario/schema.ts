// What a scenario file must be, top down. Whatever crosses from one part to another is checked in check.ts.

import * as z from "zod";
import { MEMBER_CODES, SEATS } from "../seat.ts";
import { cardSchema } from "./card.ts";
import { goalsSchema } from "./goal.ts";
import { inputSchema, memberSchema, sectorSchema } from "./land.ts";
import { modelSchema } from "./model.ts";
import { fileSchema, projectSchema } from "./start.ts";
import { templateSchema } from "./terms.ts";

const presetSchema = z.strictObject({
  weeks: z.int().min(13).max(260),
  secondsPerWeek: z.number().min(0).max(60),
  mode: z.enum(["running", "stop-and-think"]),
  minutes: z.int().min(5).max(600),
});

const sourceSchema = z.strictObject({
  what: z.string(),
  url: z.string(),
  grade: z.enum(["official", "relayed", "weak", "knowledge", "design"]),
});

export const PRESETS = ["quick", "class", "workshop", "full"] as const;
export type Preset = (typeof PRESETS)[number];

export const scenarioSchema = z.strictObject({
  format: z.literal(1),
  id: z.string().regex(/^[a-z0-9-]{3,40}$/),
  title: z.string(),
  /** Monday of week 0, ISO date. */
  start: z.iso.date(),
  presets: z.record(z.enum(PRESETS), presetSchema),
  /** Seats offered to people, the first ones first. */
  seats: z.array(z.enum(SEATS)).min(3),
  members: z.array(memberSchema).min(3).max(27),
  sectors: z.array(sectorSchema).min(1).max(16),
  inputs: z.array(inputSchema).min(1).max(8),
  projects: z.array(projectSchema).max(48),
  files: z.array(fileSchema).max(24),
  calendar: z.strictObject({
    councilDayEvery: z.int().min(1),
    talksEvery: z.int().min(1),
    talksFirst: z.int().min(0),
    lobbyEvery: z.int().min(1),
    presidency: z.array(z.strictObject({ tick: z.int(), member: z.enum(MEMBER_CODES) })),
    elections: z.array(z.strictObject({ tick: z.int(), member: z.enum(MEMBER_CODES) })),
    /** Days that everybody knows of beforehand, whatever comes of them. */
    dates: z.array(z.strictObject({ tick: z.int().min(0), name: z.string() })),
    /** Waves in which the general licences of last year end. */
    licenceWaves: z.array(z.int()),
    /** Week in which Beijing's suspended package of controls comes back unless prolonged. */
    packageReturns: z.int(),
    source: z.string(),
  }),
  cards: z.array(cardSchema).max(80),
  /** Secret goals of the two offices; those of the capitals stand with them. */
  goals: z.strictObject({ commission: goalsSchema, beijing: goalsSchema }),
  /** Agreements ready to be filled in; the first is what a benchmark between Brussels and Beijing means. */
  templates: z.array(templateSchema).min(1).max(16),
  model: modelSchema,
  sources: z.record(z.string(), sourceSchema),
});

export type Scenario = z.infer<typeof scenarioSchema>;
