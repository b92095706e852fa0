// How panels reach the table they belong to.

import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { Session } from "../../shared/mirror.ts";
import type { Me } from "../../shared/protocol.ts";
import type { Rules, Scenario } from "../../shared/scenario.ts";
import type { View } from "../../shared/view.ts";
import type { Ahead } from "../ahead.ts";
import type { Store } from "../store.ts";

interface Place {
  store: Store;
  ahead: Ahead;
}

export const Place = createContext<Place | undefined>(undefined);

export interface Game extends Place {
  scenario: Scenario;
  rules: Rules;
  view: View;
  session: Session;
  me: Me;
}

/** The table's game as it is now. Only below a `Place` whose store has its first View; reads signals, so it renders anew. */
export function useGame(): Game {
  const place = useContext(Place)!;
  const { loaded, view, session, me } = place.store;
  return {
    ...place,
    ...loaded.value!,
    view: view.value!,
    session: session.value!,
    me: me.value!,
  };
}

/** Wide enough for the map beside a panel; a desktop at 400 % zoom is not, nor one with letters at twice their size. */
export const WIDE = "(min-width: 56.25em)";
/** Wide enough for the clock strip below the map. */
export const ROOMY = "(min-width: 68.75em)";

/** Whether a media query holds, now and when it changes. */
export function useMedia(query: string): boolean {
  const [holds, setHolds] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const follow = () => setHolds(media.matches);
    follow();
    media.addEventListener("change", follow);
    return () => media.removeEventListener("change", follow);
  }, [query]);
  return holds;
}

/** Back to the start page. */
export const Leave = createContext<() => void>(() => {});
