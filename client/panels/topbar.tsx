// The bar at the top: who sits here, what week it is and how time passes, four numbers, the connection, help.

import { useEffect, useRef, useState } from "preact/hooks";
import { indicatorOf } from "../../shared/indicators.ts";
import { isMember } from "../../shared/seat.ts";
import { memberIndex } from "../../shared/view.ts";
import type { Why } from "../../shared/why.ts";
import { printBare } from "../figure.ts";
import { changed, type Headline, headlineFigure, headlineName, headlines } from "../headline.ts";
import { noteKey } from "../history.ts";
import { seatTitle } from "../label.ts";
import { IconButton } from "../parts/button.tsx";
import { ConnectionButton, type Link } from "../parts/connection.tsx";
import { Icon, Logo } from "../parts/icon.tsx";
import { usePopover } from "../parts/popover.tsx";
import { Sparkline } from "../parts/sparkline.tsx";
import { Tile } from "../parts/tile.tsx";
import { printDate, printNumber } from "../print.ts";
import { speech } from "../speech.ts";
import { type Game, useGame, useMedia } from "./context.ts";
import { HelpBox } from "./help.tsx";
import { HoldBars } from "./leverage.tsx";
import { PaceBox } from "./pace.tsx";
import "./topbar.css";

/** Below the seat's name: what it is. */
function seatLine({ rules, view }: Game): string {
  const { lines } = speech.bar;
  if (view.seat === "commission" || view.seat === "beijing") return lines[view.seat];
  return isMember(view.seat)
    ? lines.member(rules.members[memberIndex(rules, view.seat)]!.capital)
    : lines.onlooker;
}

/** How time passes now, in two or three words. */
export function pulse({ session, view }: Game): { text: string; waits: boolean } {
  const { bar } = speech;
  if (view.pub.ending) return { text: bar.over, waits: false };
  if (session.paused) return { text: bar.paused, waits: false };
  const mine = session.waiting.some((seat) => seat === view.seat);
  if (mine) return { text: bar.waitsForYou, waits: true };
  if (session.waiting.length > 0) return { text: bar.waitsForOthers(session.waiting.length), waits: false };
  const byItself = session.mode === "running";
  return { text: byItself ? bar.seconds(printNumber(session.secondsPerWeek)) : bar.runs, waits: false };
}

/** Pause and go on: for the host, and for whoever plays alone. */
function PauseButton({ game }: { game: Game }) {
  const { session, store, me } = game;
  const waits = pulse(game).waits;
  if (!me.host && !waits) return null;
  const stopped = session.paused || waits;
  const press = () =>
    void (session.paused
      ? store.setPace({ paused: false })
      : waits
        ? store.goOn()
        : store.setPace({ paused: true }));
  return (
    <IconButton
      icon={stopped ? "play" : "pause"}
      name={stopped ? speech.bar.play : speech.bar.pause}
      blocked={game.view.pub.ending !== null}
      onPress={press}
    />
  );
}

function Clock({ game }: { game: Game }) {
  const { view, rules, me } = game;
  const { open, button, box } = usePopover();
  const { week, of } = speech.bar.weekOf(view.pub.tick, view.pub.weeks);
  const { text, waits } = pulse(game);
  const face = <span class={waits ? "attn" : undefined}>{text}</span>;
  return (
    <div class="bar-clock">
      <PauseButton game={game} />
      <p class="num">
        <span class="bar-week">
          <b>{week}</b> {of}
        </span>
        <span class="tiny dim">
          {printDate(rules.start, view.pub.tick)} ·{" "}
          {me.host ? (
            <button {...button} class="bar-pace">
              {face}
            </button>
          ) : (
            face
          )}
        </span>
      </p>
      {open && <PaceBox {...box} />}
    </div>
  );
}

/** Milliseconds without a new week before the page asks why numbers changed. */
const CALM_MS = 1200;

/** Why each headline changed last, asked for once time stands still long enough to read it. */
function useWhys(game: Game, list: readonly Headline[]): Record<string, Why> {
  const { store, view } = game;
  const [whys, setWhys] = useState<Record<string, Why>>({});
  // An order moves a number within a week: then it is asked again.
  const shown = list.map(({ id, k }) => store.history.value[noteKey(id, k)]?.at(-1)?.value).join();
  useEffect(() => {
    let gone = false;
    const timer = setTimeout(async () => {
      for (const { id, k } of list) {
        const key = noteKey(id, k);
        if (gone || !changed(id, store.history.value[key])?.change) continue;
        const why = await store.askWhy(id, k);
        if (why && !gone) setWhys((known) => ({ ...known, [key]: why }));
      }
    }, CALM_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [view.pub.tick, view.seat, shown]);
  return whys;
}

function HeadlineTile({
  game,
  headline,
  said,
}: {
  game: Game;
  headline: Headline;
  /** Why it changed, once it is known; may be of an earlier moment. */
  said: Why | undefined;
}) {
  const { store, rules, view } = game;
  const { id, k } = headline;
  const tile = useRef<HTMLButtonElement>(null);
  // Narrow tiles keep the number of the change and leave its cause to the explanation.
  const room = useMedia("(min-width: 75em), (max-width: 56.24em)");
  const notes = store.history.value[noteKey(id, k)] ?? [];
  const { change, cause } = changed(id, notes, said) ?? {};
  const { value, unit, error } = headlineFigure(rules, view, headline);
  const why = store.why.value;
  const open = why?.id === id && why.k === k && why.anchor === tile.current;
  const way = change === undefined || change === 0 ? "same" : change > 0 ? "up" : "down";
  const { better } = indicatorOf(id);
  const losing = (better === "up" && way === "down") || (better === "down" && way === "up");
  return (
    <Tile
      buttonRef={tile}
      label={headlineName(rules, view, headline)}
      value={value}
      unit={[unit, error].filter(Boolean).join(" ")}
      {...(change === undefined
        ? {}
        : {
            change: {
              way,
              amount: printBare(id, change),
              ...(cause && room ? { cause: speech.causes[cause].short } : {}),
            },
          })}
      picture={
        id === "hold" ? (
          <HoldBars game={game} />
        ) : (
          <Sparkline values={notes.map((note) => note.value)} tone={losing ? "attn" : "ink"} />
        )
      }
      changed={way !== "same"}
      open={open}
      onWhy={() => {
        store.why.value = open ? undefined : { id, k, anchor: tile.current };
      }}
    />
  );
}

/** The four headline numbers. */
export function Headlines() {
  const game = useGame();
  const list = headlines(game.rules, game.view.seat);
  const whys = useWhys(game, list);
  return (
    <section class="bar-tiles" aria-label={speech.bar.numbers}>
      {list.map((headline) => (
        <HeadlineTile
          key={noteKey(headline.id, headline.k)}
          game={game}
          headline={headline}
          said={whys[noteKey(headline.id, headline.k)]}
        />
      ))}
    </section>
  );
}

/** What the connection shows: opening counts as being brought back. */
export function linkOf(status: Game["store"]["status"]["value"]): Link {
  if (status.kind === "good" || status.kind === "slow") return status;
  return status.kind === "gone" ? { kind: "gone" } : { kind: "lost" };
}

/** Help, the session and the way out, beside the connection; where there is no room, one menu with all of them. */
export function Tools({ game: { store }, menu = false }: { game: Game; menu?: boolean }) {
  const { open, button, box } = usePopover();
  const link = linkOf(store.status.value);
  return (
    <div class="bar-tools">
      {!menu && <ConnectionButton link={link} onPress={() => store.look()} />}
      <button
        {...button}
        class="icon-button"
        aria-label={menu ? speech.bar.menu : speech.bar.help}
        title={menu ? speech.bar.menu : speech.bar.help}
      >
        <Icon name={menu ? "menu" : "help"} />
      </button>
      {open && <HelpBox {...box} {...(menu && { link })} />}
    </div>
  );
}

export function TopBar() {
  const game = useGame();
  return (
    <header class="bar">
      <div class="bar-seat">
        <Logo size={32} />
        <p>
          <b>{seatTitle(game.view.seat)}</b>
          <span class="tiny dim">{seatLine(game)}</span>
        </p>
      </div>
      <Clock game={game} />
      <Headlines />
      <Tools game={game} />
    </header>
  );
}
