// What this seat can do: first what waits for an answer, then what it may begin by itself, possible now or not yet.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Seat } from "../../shared/seat.ts";
import { incomeOf } from "../../shared/world/politics.ts";
import { STANDING_TALK } from "../../shared/world/talks.ts";
import { decisions } from "../decision.ts";
import { deeds, keyOf, type Picks } from "../deed.ts";
import { printMillions } from "../figure.ts";
import { Button } from "../parts/button.tsx";
import { Segmented } from "../parts/segmented.tsx";
import { printNumber } from "../print.ts";
import { speech } from "../speech.ts";
import { Adviser, picksOf } from "./adviser.tsx";
import { type Game, useGame, useMedia, WIDE } from "./context.ts";
import { DecisionCard } from "./decision.tsx";
import { DeedCard } from "./deed.tsx";
import "./act.css";

function Purse({ game }: { game: Game }) {
  const { points, money } = game.view.own;
  const { n, rest } = speech.act.of(
    printNumber(points),
    printNumber(incomeOf(game.rules, game.view.seat as Seat).cap),
  );
  return (
    <p class="act-purse small num">
      <span>
        <b>{n}</b> {rest}
      </span>
      {money > 0 && <span class="dim">{speech.act.purse(printMillions(money))}</span>}
    </p>
  );
}

/** In stop-and-think: time waits for this seat until it says so. */
function GoOn({ game }: { game: Game }) {
  const { session, view, store } = game;
  const [pending, setPending] = useState(false);
  if (!session.waiting.some((seat) => seat === view.seat)) return null;
  const go = async () => {
    setPending(true);
    await store.goOn();
    setPending(false);
  };
  return (
    <div class="act-go">
      <p class="small dim">{session.solo ? speech.act.goOnNote : speech.act.goOnNoteAll}</p>
      <Button icon="right" iconAfter pending={pending} onPress={() => void go()}>
        {speech.act.goOn}
      </Button>
    </div>
  );
}

/** Brussels and Beijing sit together these weeks: said where one looks for what to do. */
function Meets({ game }: { game: Game }) {
  const { store } = game;
  const meets = store.asks.value.find((ask) => ask.kind === "session");
  if (!meets) return null;
  const go = () => {
    store.talk.value = STANDING_TALK;
    store.tab.value = "talks";
  };
  return (
    <article class="card meets">
      <h3>{speech.talks.meets}</h3>
      <p class="small dim">{speech.talks.meetsLine(meets.until)}</p>
      <Button size="small" icon="talks" onPress={go}>
        {speech.talks.toTalks}
      </Button>
    </article>
  );
}

/** A state chosen on the map is whom an order is meant for, until another is picked. */
const fromMap = (code: string | undefined): Picks =>
  code ? { to: code, member: code, members: keyOf([code]) } : {};

/** Brings what stands first into sight when a question comes that was not there before. */
function useTopFor(first: string | undefined): { current: HTMLDivElement | null } {
  const root = useRef<HTMLDivElement>(null);
  const before = useRef(first);
  useEffect(() => {
    if (first !== undefined && first !== before.current) {
      root.current?.closest(".tab-panel")?.scrollTo({ top: 0 });
      // On a narrow screen the page itself scrolls.
      scrollTo({ top: 0 });
    }
    before.current = first;
  }, [first]);
  return root;
}

const FILTERS = ["possible", "not-yet"] as const;

export function Act() {
  const game = useGame();
  const { store, rules, view } = game;
  const [filter, setFilter] = useState<(typeof FILTERS)[number]>("possible");
  const [open, setOpen] = useState<string>();
  const cards = useRef<HTMLDivElement>(null);
  const [picks, setPicks] = useState<Readonly<Record<string, Picks>>>({});
  // On a narrow screen one decision fills it.
  const wide = useMedia(WIDE);
  const waiting = useMemo(() => decisions(rules, view, store.asks.value), [rules, view]);
  const top = useTopFor(waiting[0]?.id);
  const all = useMemo(() => deeds(rules, view), [rules, view]);
  const shown = all.filter((deed) => deed.possible === (filter === "possible"));
  const count = all.filter((deed) => deed.possible).length;
  // What was asked for elsewhere opens here, once.
  useEffect(() => {
    const { value: begun } = store.begun;
    if (!begun) return;
    store.begun.value = undefined;
    setFilter(all.some(({ kind, possible }) => kind === begun.kind && possible) ? "possible" : "not-yet");
    setOpen(begun.kind);
    setPicks({ ...picks, [begun.kind]: begun.picks });
    setTimeout(() => cards.current?.querySelector('[aria-expanded="true"]')?.scrollIntoView(), 0);
  }, [store.begun.value]);
  return (
    <div class="act" ref={top}>
      {(wide ? waiting : waiting.slice(0, 1)).map((decision) => (
        <DecisionCard key={decision.id} decision={decision} />
      ))}
      {!wide && waiting.length > 1 && <p class="small dim">{speech.act.moreWait(waiting.length - 1)}</p>}
      <Meets game={game} />
      <Adviser game={game} onOpen={(command) => store.begin(command.kind, picksOf(command))} />
      <div class="act-head">
        <Segmented
          label={speech.act.filter}
          options={[
            { id: "possible", label: speech.act.possible, count },
            { id: "not-yet", label: speech.act.notYet, count: all.length - count },
          ]}
          selected={filter}
          onSelect={setFilter}
        />
        <Purse game={game} />
      </div>
      {shown.length === 0 && (
        <p class="dim">{filter === "possible" ? speech.act.nothing : speech.act.allPossible}</p>
      )}
      <div class="cards" ref={cards}>
        {shown.map((deed) => (
          <DeedCard
            key={deed.kind}
            deed={deed}
            open={open === deed.kind}
            picks={{ ...fromMap(store.selection.value), ...picks[deed.kind] }}
            onOpen={() => setOpen(open === deed.kind ? undefined : deed.kind)}
            onPick={(next) => setPicks({ ...picks, [deed.kind]: next })}
          />
        ))}
      </div>
      <GoOn game={game} />
    </div>
  );
}
