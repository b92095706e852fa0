// The last thing that happened, in one sentence.

import { useMemo, useRef } from "preact/hooks";
import type { IndicatorId } from "../../shared/indicators.ts";
import type { NewsCode } from "../../shared/news.ts";
import type { News } from "../../shared/state.ts";
import type { View } from "../../shared/view.ts";
import { told } from "../label.ts";
import { allNews } from "../news.ts";
import { EventLine } from "../parts/event.tsx";
import { headed, speech } from "../speech.ts";
import { words } from "../words.ts";
import { type Game, useGame } from "./context.ts";
import "./eventline.css";

/** The number that tells most about a kind of news. */
const NUMBER: Partial<Record<NewsCode, IndicatorId>> = {
  "lines-stopped": "stopped",
  "squeeze-begun": "hold",
  "squeeze-ended": "hold",
  "licences-tightened": "heat",
  "licences-loosened": "heat",
  "provisional-duty": "heat",
  "definitive-duty": "heat",
  "vote-passed": "cohesion",
  "vote-failed": "cohesion",
  "offer-published": "cohesion",
  "deal-exposed": "cohesion",
  "mission-sent": "cohesion",
  "goods-held": "heat",
  "probe-opened": "heat",
  "assurance-given": "heat",
  "statement-made": "heat",
  "threat-made": "heat",
  "case-opened": "heat",
};

/** What is told before all else that bears its week. */
const HEADLINES: readonly string[] = [
  "game-ended",
  "squeeze-begun",
  "lines-stopped",
  "licences-stopped",
  "squeeze-ended",
  "agreement-broken",
  "coercion-determined",
  "vote-passed",
  "vote-failed",
  "definitive-duty",
  "provisional-duty",
  "law-in-force",
  "package-in-force",
] satisfies NewsCode[];

/** Of news the newest first, what to tell in one line: the weightiest of the newest week, else the newest. */
export function headline(fresh: readonly News[]): News | undefined {
  const [newest] = fresh;
  const rank = ({ code }: News) => (HEADLINES.includes(code) ? HEADLINES.indexOf(code) : HEADLINES.length);
  return fresh.filter(({ tick }) => tick === newest?.tick).sort((a, b) => rank(a) - rank(b))[0];
}

/** The newest of what was not there before: an order of one's own is told although other news bears the same week. */
function useNewest(view: View): News | undefined {
  const seen = useRef(new Set<string>());
  const told = useRef<News | undefined>(undefined);
  return useMemo(() => {
    const all = allNews(view);
    const fresh = headline(all.filter(({ id }) => !seen.current.has(id)));
    // What few know may come a moment after what everybody knows, and be older.
    if (fresh && fresh.tick >= (told.current?.tick ?? 0)) told.current = fresh;
    seen.current = new Set(all.map(({ id }) => id));
    return told.current;
  }, [view]);
}

export function LastEvent() {
  const game = useGame();
  const last = useNewest(game.view);
  return last ? <Told game={game} news={last} /> : null;
}

function Told({ game, news }: { game: Game; news: News }) {
  const box = useRef<HTMLElement>(null);
  const { store, rules } = game;
  const { what, effect } = told(rules, news);
  // An event that asks this seat to choose is told in full where the choice is.
  const isAsked = game.view.own.choices.some(
    ({ card, chosen }) => news.code === "card-drawn" && card === news.about[0] && chosen === "",
  );
  const id = NUMBER[news.code as NewsCode];
  const why = () => {
    if (id) store.why.value = { id, k: 0, anchor: box.current?.querySelector("button") ?? null };
    else store.tab.value = "log";
  };
  return (
    <section ref={box} class="last-event" aria-label={speech.table.news}>
      <EventLine
        tag={headed(words.units.week(news.tick))}
        what={what}
        {...(effect && !isAsked ? { effect } : {})}
        onWhy={why}
      />
    </section>
  );
}
