// The table once one sits at it: wide, with the map beside one panel and the clocks below; narrow, one thing at a time.

import { useEffect, useState } from "preact/hooks";
import { isSeat } from "../../shared/seat.ts";
import { waitingDrafts } from "../../shared/view.ts";
import { decisions } from "../decision.ts";
import { followKeys, type Intent, togglePause } from "../intent.ts";
import { seatName, seatTitle } from "../label.ts";
import { allNews } from "../news.ts";
import { ConnectionBar } from "../parts/connection.tsx";
import { Logo } from "../parts/icon.tsx";
import { Note } from "../parts/note.tsx";
import { usePopover } from "../parts/popover.tsx";
import { type Tab as TabOf, TabPanel, Tabs } from "../parts/tabs.tsx";
import { printDate } from "../print.ts";
import { headed, speech } from "../speech.ts";
import { type Tab, tabsFor } from "../store.ts";
import { unread } from "../talks/heard.ts";
import { words } from "../words.ts";
import { Act } from "./act.tsx";
import { type Game, ROOMY, useGame, useMedia, WIDE } from "./context.ts";
import { Council } from "./council.tsx";
import { DataPanel } from "./data.tsx";
import { LastEvent } from "./eventline.tsx";
import { HelpBox } from "./help.tsx";
import { Log } from "./log.tsx";
import { MapBox } from "./mapbox.tsx";
import { useLazy } from "./members.tsx";
import { PaceBox } from "./pace.tsx";
import { Headlines, linkOf, pulse, Tools, TopBar } from "./topbar.tsx";
import { Underway } from "./underway.tsx";
import { WhyBox } from "./why.tsx";
import "./room.css";

const loadTalks = () => import("../talks/panel.tsx");

/** Talks come with a script of their own: they are much, and nobody begins there. */
function TalksPanel() {
  const loaded = useLazy(loadTalks);
  if (loaded.kind === "failed") return <Note text={words.errors.chunk} />;
  if (loaded.kind === "loading") return <p role="status">{words.errors.loading}</p>;
  const { Talks } = loaded.part;
  return <Talks />;
}

const PANELS: Record<Tab, () => preact.JSX.Element> = {
  act: Act,
  talks: TalksPanel,
  council: Council,
  data: DataPanel,
  log: Log,
};

/** Tabs with what is new in them (plain) or waits for an answer (amber). */
function tabsOf({ store, rules, view }: Game, list: readonly Tab[]): TabOf<Tab>[] {
  const waiting = decisions(rules, view, store.asks.value).length;
  const votes = view.pub.votes.filter((vote) => vote.outcome === "open").length;
  const mine = store.asks.value.some((ask) => ask.kind === "vote");
  const news = allNews(view).filter((item) => item.tick > store.readUntil.value).length;
  const drafts = waitingDrafts(view).length;
  const lines = view.own.talks.reduce((sum, { id }) => sum + unread(view, store.heard.value, id), 0);
  const counts: Record<Tab, { count: number; wants: boolean }> = {
    act: { count: waiting, wants: true },
    council: { count: votes, wants: mine },
    talks: { count: drafts || lines, wants: drafts > 0 },
    data: { count: 0, wants: false },
    log: { count: store.readUntil.value < 0 ? 0 : news, wants: false },
  };
  return list.map((id) => ({ id, label: speech.tabs[id], icon: id, ...counts[id] }));
}

/** Follows the keys, and opens help where one is asked for. */
function useKeys({ store }: Game): [boolean, () => void] {
  const [help, setHelp] = useState(false);
  useEffect(() => {
    const carryOut = (found: Intent) => {
      if (found.kind === "tab") {
        store.tab.value = found.tab;
        document.getElementById(`panel-tab-${found.tab}`)?.focus();
      } else if (found.kind === "pause") togglePause(store);
      else setHelp((open) => !open);
    };
    return followKeys(carryOut);
  }, [store]);
  return [help, () => setHelp(false)];
}

/** The server cannot save, or something else is wrong with the session as a whole. */
function Trouble({ game }: { game: Game }) {
  const { problem } = game.session;
  return problem ? <Note lead={speech.table.problem} text={words.problems[problem]} /> : null;
}

const SKIP = "skip";

/** For the keyboard, the first thing on the page: past the bar to what there is to do, and to the map. */
function Skip({ to }: { to: readonly (readonly [id: string, name: string])[] }) {
  return (
    <nav class="skip" id={SKIP} tabIndex={-1} aria-label={speech.table.skip.label}>
      {to.map(([id, name]) => (
        <a
          key={id}
          href={`#${id}`}
          onClick={(event) => {
            // The address stays that of the table.
            event.preventDefault();
            document.getElementById(id)?.focus();
          }}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}

/** Rows of the clock strip that the window has room for. */
const stripRows = (tall: boolean): number => (tall ? 7 : 4);

function Wide({ game }: { game: Game }) {
  const { store } = game;
  const roomy = useMedia(ROOMY);
  const tall = useMedia("(min-height: 43.75em)");
  const list = tabsFor(isSeat(game.view.seat));
  const tab = list.includes(store.tab.value) ? store.tab.value : list[0]!;
  const Panel = PANELS[tab];
  // Talks take the whole table; what lies below keeps its place, and only hides.
  const talking = tab === "talks";
  const landmark = talking
    ? { role: "main" as const, "aria-label": speech.tabs.talks }
    : { role: "complementary" as const, "aria-label": speech.table.panel };
  return (
    <div class={`room wide${talking ? " talking" : ""}`}>
      <Skip
        to={[
          [`panel-tab-${tab}`, speech.table.skip.panel(speech.tabs[tab])],
          ...(talking ? [] : [["main", speech.table.skip.map] as const]),
        ]}
      />
      <TopBar />
      <main class="room-map" id="main" tabIndex={-1} aria-label={speech.table.map}>
        <h1 class="heard">{headed(seatName(game.view.seat))}</h1>
        <MapBox />
      </main>
      {roomy && (
        <Underway
          most={stripRows(tall)}
          onMore={() => {
            store.allUnderway.value = true;
            store.tab.value = "log";
          }}
        />
      )}
      <LastEvent />
      <div class="room-panel" {...landmark}>
        <Tabs
          label={speech.tabs.label}
          name="panel"
          tabs={tabsOf(game, list)}
          selected={tab}
          onSelect={(id) => {
            store.tab.value = id;
          }}
        />
        <TabPanel name="panel" id={tab}>
          <Trouble game={game} />
          <Panel />
        </TabPanel>
      </div>
    </div>
  );
}

/** The header of the narrow table: seat, week, and how time passes; pressing it lets time go on or stops it. */
function NarrowBar({ game }: { game: Game }) {
  const { view, rules, store, me, session } = game;
  const { text, waits } = pulse(game);
  const { week, of } = speech.bar.weekOf(view.pub.tick, view.pub.weeks);
  const may = me.host || waits;
  const stopped = session.paused || waits;
  const { open, button, box } = usePopover();
  const face = (
    <>
      <b>{seatTitle(view.seat)}</b>
      <span class="tiny dim">
        <span>
          {week} {of}
        </span>{" "}
        · <span>{printDate(rules.start, view.pub.tick)}</span>
      </span>
    </>
  );
  return (
    <header class="narrow-bar">
      <Logo size={28} />
      {me.host ? (
        <button {...button} class="narrow-clock grow num">
          {face}
          <span class="heard">. {speech.bar.paceTitle}</span>
        </button>
      ) : (
        <p class="narrow-clock grow num">{face}</p>
      )}
      {open && <PaceBox {...box} />}
      {may ? (
        <button
          type="button"
          class={`narrow-pulse${waits ? " wants" : ""}`}
          aria-label={`${text}: ${stopped ? speech.bar.play : speech.bar.pause}`}
          onClick={() => togglePause(store)}
        >
          {stopped ? "▶" : "❚❚"} {stopped && waits ? speech.bar.play : text}
        </button>
      ) : (
        <span class="narrow-pulse still">{text}</span>
      )}
      <Tools game={game} menu />
    </header>
  );
}

function Narrow({ game }: { game: Game }) {
  const { store } = game;
  const list = tabsFor(isSeat(game.view.seat));
  const tab = list.includes(store.tab.value) ? store.tab.value : list[0]!;
  const Panel = PANELS[tab];
  useEffect(() => scrollTo(0, 0), [tab]);
  // A talk fills a narrow screen, as on any phone.
  if (tab === "talks" && store.talk.value !== undefined)
    return (
      <div class="room narrow">
        <main id="main" tabIndex={-1}>
          <Trouble game={game} />
          <Panel />
        </main>
      </div>
    );
  return (
    <div class="room narrow">
      <Skip to={[["main", speech.table.skip.panel(speech.tabs[tab])]]} />
      <NarrowBar game={game} />
      <Headlines />
      <main id="main" tabIndex={-1} class="narrow-main">
        <h1 class="heard">{headed(seatName(game.view.seat))}</h1>
        <Trouble game={game} />
        <TabPanel name="panel" id={tab}>
          <h2 class="heard">{speech.tabs[tab]}</h2>
          <Panel />
        </TabPanel>
      </main>
      <footer class="narrow-foot">
        <LastEvent />
        <Tabs
          label={speech.tabs.label}
          name="panel"
          place="bottom"
          tabs={tabsOf(game, list)}
          selected={tab}
          onSelect={(id) => {
            store.tab.value = id;
          }}
        />
      </footer>
    </div>
  );
}

/** The window’s title tells the week, and whether something waits. */
function useTitle(game: Game): void {
  const { waits } = pulse(game);
  const { tick, weeks } = game.view.pub;
  useEffect(() => {
    const before = document.title;
    document.title = speech.table.title(tick, weeks, headed(seatName(game.view.seat)), waits);
    return () => {
      document.title = before;
    };
  }, [tick, waits, game.view.seat]);
}

export function Room() {
  const game = useGame();
  const wide = useMedia(WIDE);
  const [help, closeHelp] = useKeys(game);
  const open = game.store.why.value;
  useTitle(game);
  // The button that led here is gone; the keyboard begins at the head of the table.
  useEffect(() => {
    if (document.activeElement === document.body)
      document.getElementById(SKIP)?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      <ConnectionBar link={linkOf(game.store.status.value)} />
      {wide ? <Wide game={game} /> : <Narrow game={game} />}
      {open && <WhyBox key={`${open.id}/${open.k}`} open={open} />}
      {help && <HelpBox anchor={document.querySelector(".bar-tools, .narrow-bar")} onClose={closeHelp} />}
    </>
  );
}
