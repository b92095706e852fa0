// What has been read of talks. The server does not know it; the tab keeps it over a reload.

import type { Line } from "../../shared/state.ts";
import type { View } from "../../shared/view.ts";

/** The last line that was read in each talk, by its id. */
export type Heard = Readonly<Record<string, string>>;

export const linesIn = (view: View, talk: string): Line[] => view.own.lines.filter((l) => l.talk === talk);

/** Lines of others that have come since. */
export function unread(view: View, heard: Heard, talk: string): number {
  const lines = linesIn(view, talk);
  const last = lines.findIndex((line) => line.id === heard[talk]);
  return lines.slice(last + 1).filter((line) => line.by !== view.seat).length;
}

/** What has been read once a talk has been looked at; the same object when that is nothing new. */
export function heardAll(view: View, heard: Heard, talk: string): Heard {
  const last = linesIn(view, talk).at(-1)?.id;
  return last === undefined || heard[talk] === last ? heard : { ...heard, [talk]: last };
}

const keyOf = (code: string, seat: string): string => `chokepoint/${code}/${seat}/heard`;

export function loadHeard(code: string, seat: string): Heard {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(code, seat)) ?? "{}") as Heard;
  } catch {
    return {};
  }
}

export function saveHeard(code: string, seat: string, heard: Heard): void {
  try {
    sessionStorage.setItem(keyOf(code, seat), JSON.stringify(heard));
  } catch {
    // Lines count as new once more after a reload then.
  }
}
