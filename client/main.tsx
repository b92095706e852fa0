// From an address to a page. The start page is all that is loaded at first; the others come with scripts of their own.

import "./strict.ts";
import { type ComponentType, render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { host, join, play } from "./door.ts";
import { Nowhere } from "./pages/nowhere.tsx";
import { Start } from "./pages/start.tsx";
import { Button } from "./parts/button.tsx";
import { Note } from "./parts/note.tsx";
import { pagePath, parseRoute, READING_PAGES, type Route, tablePath } from "./route.ts";
import { chooseLanguage, language, speak, words } from "./words.ts";

export interface TableProps {
  code: string;
  /** Back to the start page. */
  onLeave: () => void;
}

const loadTable = () => import("./pages/table.tsx").then((page): ComponentType<TableProps> => page.Table);

/** Pages that are read, each with its words. */
const LOAD_READING = {
  guide: () =>
    import("./pages/guide.tsx").then((page) => page.prepare(language).then((): ComponentType => page.Guide)),
  model: () =>
    import("./pages/sources.tsx").then((page) =>
      page.prepare(language).then((): ComponentType => page.SourcesPage),
    ),
};

/** Goes to another page of the house. */
function go(path: string) {
  history.pushState(null, "", path);
  dispatchEvent(new PopStateEvent("popstate"));
}

const goTable = (code: string) => go(tablePath(code));

function Page() {
  const [route, setRoute] = useState<Route>(() => parseRoute(location.pathname));
  useEffect(() => {
    // Going to another part of the same page is told in the same way, and changes no page.
    const follow = () => setRoute((now) => sameOr(now, parseRoute(location.pathname)));
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
  useFocusOnMain(route);
  if (route.kind === "table")
    return (
      <Late
        key={route.code}
        load={loadTable}
        waiting={words.errors.loading}
        props={{ code: route.code, onLeave: () => go("/") }}
      />
    );
  if (route.kind === "guide" || route.kind === "model")
    return (
      <Late key={route.kind} load={LOAD_READING[route.kind]} waiting={words.errors.opening} props={{}} />
    );
  const links = READING_PAGES.map((page) => ({ label: words.start.links[page], href: pagePath(page) }));
  if (route.kind === "nowhere") return <Nowhere path={route.path} links={links} onStart={() => go("/")} />;
  return (
    <Start
      key={route.kind === "join" ? route.code : ""}
      code={route.kind === "join" ? route.code : undefined}
      links={links}
      onPlay={(seat) => play(seat).then(goTable)}
      onJoin={(code, name) => join(code, name).then(goTable)}
      onHost={(preset, mode) => host(preset, mode).then(goTable)}
    />
  );
}

const sameOr = (now: Route, next: Route): Route =>
  JSON.stringify(now) === JSON.stringify(next) ? now : next;

/** Takes the keyboard and the voice along to a page that has come in place of another. */
function useFocusOnMain(page: unknown) {
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) {
      // From its head: a page that is asked for at a place goes there by itself.
      document.getElementById("main")?.focus({ preventScroll: true });
      if (!location.hash) scrollTo(0, 0);
    }
    first.current = false;
  }, [page]);
}

interface LateProps<P> {
  load: () => Promise<ComponentType<P>>;
  props: P;
  /** Words for the time until it is here. */
  waiting: string;
}

/** A page, once its script is here. */
function Late<P extends object>({ load, props, waiting }: LateProps<P>) {
  const [Loaded, setLoaded] = useState<ComponentType<P>>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    load().then(
      (component) => setLoaded(() => component),
      () => setFailed(true),
    );
  }, []);
  useFocusOnMain(Loaded);
  if (Loaded) return <Loaded {...props} />;
  return (
    <main class="waiting" id="main" tabIndex={-1}>
      {failed ? (
        <>
          <Note text={words.errors.chunk} />
          {/* A script that failed once is remembered as failed; only a new page asks for it again. */}
          <Button look="primary" onPress={() => location.reload()}>
            {words.errors.again}
          </Button>
        </>
      ) : (
        <p role="status">{waiting}</p>
      )}
    </main>
  );
}

/** Fetches the table's script in the background, as soon as somebody does something on the start page. */
function warm() {
  if (READING_PAGES.some((page) => page === parseRoute(location.pathname).kind)) return;
  const idle = globalThis.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 200));
  idle(() => void loadTable().catch(() => undefined));
}

async function open() {
  await speak(chooseLanguage(navigator.languages));
  const page = document.getElementById("page")!;
  if (import.meta.env.DEV && location.search === "?gallery") {
    const { Gallery } = await import("./parts/gallery.tsx");
    return render(<Gallery />, page);
  }
  render(<Page />, page);
  for (const event of ["pointerdown", "keydown"])
    addEventListener(event, warm, { once: true, passive: true });
}

void open();
