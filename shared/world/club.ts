// E27: the buyers' club of the G7. Allies sell to one another first, buy together, and keep a floor under the price of
// what is made outside China.

import type { State } from "../state.ts";

/** True while the club works. */
export const hasClub = ({ files, tick }: Pick<State, "files" | "tick">): boolean =>
  files.some((f) => f.kind === "club" && f.stage === "in-force" && f.gate <= tick);
