// From an address to a page. The start page is all that is loaded at first; the table comes with its own script.

import "./strict.ts";
import { type ComponentType, render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { host, join, play } from "./door.ts";
import { Start } from "./pages/start.tsx";
import { Button } from "./parts/button.tsx";
import { Note } from "./parts/note.tsx";
import { parseRoute, type Route, tablePath } from "./route.ts";
import { chooseLanguage, speak, words } from "./words.ts";

export interface TableProps {
  code: string;
  /** Back to the start page. */
  onLeave: () => void;
}

const loadTable = () => import("./pages/table.tsx").then((page): ComponentType<TableProps> => page.Table);

/** Goes to another page of the house. */
function go(path: string) {
  history.pushState(null, "", path);
  dispatchEvent(new PopStateEvent("popstate"));
}

const goTable = (code: string) => go(tablePath(code));

function Page() {
  const [route, setRoute] = useState<Route>(() => parseRoute(location.pathname));
  useEffect(() => {
    const follow = () => setRoute(parseRoute(location.pathname));
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
  useFocusOnMain(route);
  if (route.kind === "table") return <Table key={route.code} code={route.code} />;
  return (
    <Start
      key={route.kind === "join" ? route.code : ""}
      code={route.kind === "join" ? route.code : undefined}
      onPlay={(seat) => play(seat).then(goTable)}
      onJoin={(code, name) => join(code, name).then(goTable)}
      onHost={(preset, mode) => host(preset, mode).then(goTable)}
    />
  );
}

/** Takes the keyboard and the voice along to a page that has come in place of another. */
function useFocusOnMain(page: unknown) {
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) document.getElementById("main")?.focus();
    first.current = false;
  }, [page]);
}

/** The table, once its script is here. */
function Table({ code }: { code: string }) {
  const [Loaded, setLoaded] = useState<ComponentType<TableProps>>();
  const [failed, setFailed] = useState(false);
  const load = () => {
    setFailed(false);
    loadTable().then(
      (component) => setLoaded(() => component),
      () => setFailed(true),
    );
  };
  useEffect(load, []);
  useFocusOnMain(Loaded);
  if (Loaded) return <Loaded code={code} onLeave={() => go("/")} />;
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
        <p role="status">{words.errors.loading}</p>
      )}
    </main>
  );
}

/** Fetches the table's script in the background, as soon as somebody does something on the start page. */
function warm() {
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
