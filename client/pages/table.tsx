// The main screen of a session: comes in, shows the card of the seat, then the table, and the result at the end.

import { useEffect, useMemo, useState } from "preact/hooks";
import { isSeat } from "../../shared/seat.ts";
import { Ahead } from "../ahead.ts";
import type { Connect } from "../link.ts";
import { Leave, Place } from "../panels/context.ts";
import { useLazy } from "../panels/members.tsx";
import { Room } from "../panels/room.tsx";
import { SeatCard } from "../panels/seatcard.tsx";
import { linkOf } from "../panels/topbar.tsx";
import { Button } from "../parts/button.tsx";
import { ConnectionBar } from "../parts/connection.tsx";
import { Note } from "../parts/note.tsx";
import { speakGame, speech } from "../speech.ts";
import { Store } from "../store.ts";
import { ticketOf } from "../ticket.ts";
import { connect as connectServer } from "../wire.ts";
import { language, tell, words } from "../words.ts";

export interface TableProps {
  code: string;
  onLeave: () => void;
  /** How to reach the session; over the network if nothing else. */
  connect?: Connect;
}

/** A store for as long as the page stands; looks at the connection whenever the page comes back into sight. */
function useStore(code: string, connect: Connect): Store {
  const store = useMemo(() => new Store({ code, connect }), [code]);
  useEffect(() => {
    const look = () => document.visibilityState === "visible" && store.look();
    document.addEventListener("visibilitychange", look);
    addEventListener("online", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      removeEventListener("online", look);
      store.close();
    };
  }, [store]);
  return store;
}

/** The worker that looks ahead, once there are rules to look ahead by. */
function useAhead(store: Store): Ahead | undefined {
  const rules = store.loaded.value?.rules;
  const ahead = useMemo(() => rules && new Ahead(rules), [rules]);
  useEffect(() => () => ahead?.close(), [ahead]);
  return ahead;
}

/** Whether the card of this seat has been read in this tab. */
function useTaken(code: string, seat: string): [boolean, () => void] {
  const key = `chokepoint/${code}/${seat}/taken`;
  const read = () => {
    try {
      return sessionStorage.getItem(key) !== null;
    } catch {
      return false;
    }
  };
  const [taken, setTaken] = useState<readonly string[]>([]);
  const take = () => {
    setTaken([...taken, key]);
    performance.mark("seat-taken");
    try {
      sessionStorage.setItem(key, "1");
    } catch {
      // The card comes again after a reload then.
    }
  };
  return [taken.includes(key) || read(), take];
}

export function Table({ code, onLeave, connect = connectServer }: TableProps) {
  const store = useStore(code, connect);
  const ahead = useAhead(store);
  const [spoken, setSpoken] = useState(language === "en");
  useEffect(() => {
    if (!spoken) void speakGame(language).then(() => setSpoken(true));
  }, []);
  if (store.failure.value) return <Failed text={tell(store.failure.value)} onLeave={onLeave} />;
  if (!store.view.value || !ahead || !spoken) return <Opening store={store} onLeave={onLeave} />;
  return (
    <Place.Provider value={{ store, ahead }}>
      <Leave.Provider value={onLeave}>
        <Seated store={store} onLeave={onLeave} />
      </Leave.Provider>
    </Place.Provider>
  );
}

/** What is shown to somebody who is in the room. */
function Seated({ store, onLeave }: { store: Store; onLeave: () => void }) {
  const view = store.view.value!;
  const lobby = store.session.value?.phase === "lobby";
  const [taken, take] = useTaken(store.code, view.seat);
  if (view.pub.ending) return <Ended store={store} onLeave={onLeave} />;
  if (lobby || (isSeat(view.seat) && !taken))
    return (
      <>
        <ConnectionBar link={linkOf(store.status.value)} />
        <SeatCard onTake={take} />
      </>
    );
  return <Room />;
}

/** Before the first View: on the way, or not let in. */
function Opening({ store, onLeave }: { store: Store; onLeave: () => void }) {
  const status = store.status.value;
  if (status.kind === "gone")
    return (
      <Failed
        text={status.problem ? words.problems[status.problem] : words.parts.connection.gone}
        onLeave={onLeave}
      />
    );
  return (
    <main class="waiting" id="main" tabIndex={-1}>
      <p role="status">{status.kind === "lost" ? words.parts.connection.lost : words.errors.loading}</p>
    </main>
  );
}

function Failed({ text, onLeave }: { text: string; onLeave: () => void }) {
  return (
    <main class="waiting" id="main" tabIndex={-1}>
      <Note text={text} />
      <div class="row wrap">
        <Button look="primary" onPress={() => location.reload()}>
          {words.errors.again}
        </Button>
        <Button onPress={onLeave}>{speech.table.leave}</Button>
      </div>
    </main>
  );
}

/** The debrief, with its words. */
const loadEnd = () => import("./end.tsx").then((page) => page.prepare(language).then(() => page));

function Ended({ store, onLeave }: { store: Store; onLeave: () => void }) {
  const loaded = useLazy(loadEnd);
  const result = store.result.value;
  useEffect(() => {
    if (!result) void store.fetchResult();
  }, []);
  if (loaded.kind === "failed") return <Failed text={words.errors.chunk} onLeave={onLeave} />;
  if (loaded.kind === "loading" || !result)
    return (
      <main class="waiting" id="main" tabIndex={-1}>
        <p role="status">{speech.table.ended}</p>
      </main>
    );
  const End = loaded.part.default;
  const { token } = ticketOf(store.code);
  return (
    <End
      rules={store.loaded.value!.rules}
      result={result}
      view={store.view.value!}
      code={store.code}
      {...(token ? { exportUrl: exportPath(store.code, token) } : {})}
      onAgain={onLeave}
    />
  );
}

const exportPath = (code: string, token: string): string =>
  `/api/sessions/${encodeURIComponent(code)}/export?token=${encodeURIComponent(token)}`;
