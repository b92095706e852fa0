// What has happened, newest first, as sentences. Whatever the clock strip has no room for stands here too; on narrow
// screens the strip itself.

import { useEffect, useState } from "preact/hooks";
import type { Sentence } from "../../assets/words/en-news.ts";
import type { Seat } from "../../shared/seat.ts";
import type { News } from "../../shared/state.ts";
import type { View } from "../../shared/view.ts";
import { seatList, told, toldTogether } from "../label.ts";
import { actorOf, allNews, folded, isMine } from "../news.ts";
import { Segmented } from "../parts/segmented.tsx";
import { Tag } from "../parts/side.tsx";
import { bySeatName } from "../seats.ts";
import { speech } from "../speech.ts";
import { words } from "../words.ts";
import { ROOMY, useGame, useMedia } from "./context.ts";
import { Underway } from "./underway.tsx";
import "./log.css";

/** Named up to so many; more are counted. */
const NAMED = 2;

/** Who has been told what not everybody has. */
export function whoKnows({ seat }: View, { to }: News): string {
  const others = to.filter((reader) => reader !== seat);
  if (others.length === 0) return speech.log.private;
  return others.length > NAMED
    ? speech.log.privateAmong(to.length)
    : speech.log.privateWith(seatList(others));
}

const Told = ({ what, effect }: Sentence) => (
  <>
    <b>{what}</b> {effect && <span class="dim">{effect}</span>}
  </>
);

/** By the capital whose news it is, as the line above names them. */
const byWho = (a: News, b: News): number => bySeatName(actorOf(a) as Seat, actorOf(b) as Seat);

const FILTERS = ["all", "mine"] as const;

/** Rows of the clock strip before the first news. */
const FEW = 5;

export function Log() {
  const { store, rules, view } = useGame();
  const [filter, setFilter] = useState<(typeof FILTERS)[number]>("all");
  const roomy = useMedia(ROOMY);
  const all = store.allUnderway.value;
  const list = (whole: boolean) => {
    store.allUnderway.value = whole;
  };
  const shown = allNews(view).filter((news) => filter === "all" || isMine(view, news));
  const lines = folded(
    shown,
    (code) => speech.newsTogether[code] !== undefined,
    (news) => isMine(view, news),
  );
  useEffect(() => {
    store.readUntil.value = view.pub.tick;
  }, [view]);
  return (
    <div class="log">
      {all ? (
        <Underway small most={Number.POSITIVE_INFINITY} onFewer={() => list(false)} />
      ) : (
        !roomy && <Underway small most={FEW} onMore={() => list(true)} />
      )}
      <Segmented
        label={speech.log.filter}
        options={FILTERS.map((id) => ({ id, label: speech.log[id] }))}
        selected={filter}
        onSelect={setFilter}
      />
      <div role="log" aria-label={speech.log.label}>
        <ol>
          {lines.map((group, k) => {
            const [news] = group as [News];
            // A week is written once; who listens hears it each time.
            const first = news.tick !== lines[k - 1]?.[0]?.tick;
            return (
              <li
                key={news.id}
                class={[first && "week-begins", isMine(view, news) && "mine"].filter(Boolean).join(" ")}
              >
                <span class="tiny dim num">
                  <span class={first ? undefined : "heard"}>{words.units.week(news.tick)}</span>
                </span>
                {group.length === 1 ? (
                  <p>
                    {isMine(view, news) && <span class="heard">{speech.log.yours}</span>}
                    <Told {...told(rules, news)} /> {news.to.length > 0 && <Tag>{whoKnows(view, news)}</Tag>}
                  </p>
                ) : (
                  <details>
                    <summary>
                      <Told {...toldTogether(rules, group)} />
                    </summary>
                    <ul>
                      {group.toSorted(byWho).map((one) => (
                        <li key={one.id}>{told(rules, one).what}</li>
                      ))}
                    </ul>
                  </details>
                )}
              </li>
            );
          })}
        </ol>
      </div>
      {shown.length === 0 && <p class="dim">{filter === "all" ? speech.log.none : speech.log.noneMine}</p>}
    </div>
  );
}
