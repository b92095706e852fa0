// What the host has set for a session: how time passes, and whether words of one's own may be said. Kept with the
// session, so that a restart changes none of it.

import * as z from "zod";
import { MODES } from "../shared/protocol.ts";

const schema = z.strictObject({
  secondsPerWeek: z.number(),
  mode: z.enum(MODES),
  paused: z.boolean(),
  freeText: z.boolean(),
});
export type Settings = z.infer<typeof schema>;

/** As stored, over those of the preset where nothing was ever set. Throws on anything else. */
export const parseSettings = (stored: string | null, preset: Settings): Settings =>
  stored === null ? preset : schema.parse(JSON.parse(stored));
