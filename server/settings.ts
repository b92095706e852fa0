// What the host has set for a session: how time passes, and whether words of one's own may be said. Kept with the
// session, so that a restart changes none of it.

import * as z from "zod";
import { MODES } from "../shared/protocol.ts";

const FIELDS = {
  secondsPerWeek: z.number().positive(),
  mode: z.enum(MODES),
  paused: z.boolean(),
  freeText: z.boolean(),
};
export type Settings = { [K in keyof typeof FIELDS]: z.infer<(typeof FIELDS)[K]> };

const fields = (stored: string): Record<string, unknown> | undefined => {
  try {
    return z.record(z.string(), z.unknown()).safeParse(JSON.parse(stored)).data;
  } catch {
    return undefined;
  }
};

/**
 * As stored, over those of the preset: a game is worth more than a setting that an older or a newer server wrote.
 * `lost` = what of it could not be read, by field, or "all".
 */
export function parseSettings(stored: string | null, preset: Settings): { set: Settings; lost: string[] } {
  if (stored === null) return { set: preset, lost: [] };
  const found = fields(stored);
  if (!found) return { set: preset, lost: ["all"] };
  const set: Record<string, unknown> = { ...preset };
  const lost = Object.keys(found).filter((name) => !Object.hasOwn(FIELDS, name));
  for (const [name, schema] of Object.entries(FIELDS)) {
    const { success, data } = schema.safeParse(found[name]);
    if (success) set[name] = data;
    else lost.push(name);
  }
  return { set: set as Settings, lost };
}
