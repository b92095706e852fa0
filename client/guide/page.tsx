// The frame of the pages that are read: light, printable, with the way to the others.

import { type ComponentChildren, Fragment } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import { Button } from "../parts/button.tsx";
import { Logo } from "../parts/icon.tsx";
import { pagePath, READING_PAGES, type ReadingPage as Reading } from "../route.ts";
import { type LoadedScenario, loadScenario } from "../scenario.ts";
import { tell, words } from "../words.ts";
import "./guide.css";
import { text } from "./text.ts";

/** Paper for as long as the page stands, and its name for the window. */
function usePaper(title: string) {
  useLayoutEffect(() => {
    const { documentElement: root } = document;
    const before = { theme: root.dataset.theme, title: document.title };
    root.dataset.theme = "light";
    document.title = `${title} · ${words.game}`;
    return () => {
      if (before.theme) root.dataset.theme = before.theme;
      document.title = before.title;
    };
  }, [title]);
}

/** A stretch of the contents: sections with an id each, in order, under the name of their part if it has one. */
interface Stretch {
  title?: string;
  sections: Record<string, string>;
}

export interface ReadingPageProps {
  page: Reading;
  contents: readonly Stretch[];
  children: ComponentChildren;
}

/** A page with its head and a table of contents. */
export function ReadingPage({ page, contents, children }: ReadingPageProps) {
  const { guide } = text;
  usePaper(guide.pages[page]);
  return (
    <div class="reading">
      <header class="reading-head no-print">
        <a href="/" class="row reading-mark">
          <Logo size={28} /> {words.game}
        </a>
        <nav class="row wrap" aria-label={guide.pages.start}>
          {READING_PAGES.map((id) => (
            <a key={id} href={pagePath(id)} aria-current={id === page ? "page" : undefined}>
              {guide.pages[id]}
            </a>
          ))}
          <Button size="small" onPress={() => print()}>
            {guide.print}
          </Button>
        </nav>
      </header>
      <div class="reading-body">
        <nav class="reading-contents no-print" aria-labelledby="contents">
          <h2 id="contents">{guide.contents}</h2>
          {contents.map(({ title, sections }) => (
            <Fragment key={title}>
              {title && <h3>{title}</h3>}
              <ol>
                {Object.entries(sections).map(([id, name]) => (
                  <li key={id}>
                    <a href={`#${id}`}>{name}</a>
                  </li>
                ))}
              </ol>
            </Fragment>
          ))}
        </nav>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  );
}

/** Several sections under the name of their part, with a line of what they are for. */
export function Part(props: { title: string; note: string; children: ComponentChildren }) {
  return (
    <div class="reading-part">
      <div class="reading-part-head">
        <h2>{props.title}</h2>
        <p class="small dim">{props.note}</p>
      </div>
      {props.children}
    </div>
  );
}

/** A section of a page under its heading. `sheet` begins on a page of its own in print. */
export function Section(props: { id: string; title: string; sheet?: boolean; children: ComponentChildren }) {
  const { id, title, sheet, children } = props;
  return (
    <section class={`reading-section${sheet ? " own-sheet" : ""}`} aria-labelledby={id}>
      <h2 id={id} class="finding" tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}

/** The scenario that most people play; another one can be asked for: "?scenario=tiny". */
const USUAL = "brussels-2026";

interface Loading {
  loaded?: LoadedScenario;
  /** Why there is none, in words for people. */
  failure?: string;
  again: () => void;
}

/** The scenario whose figures the page shows. */
export function useScenario(): Loading {
  const [state, setState] = useState<Omit<Loading, "again">>({});
  const load = () => {
    setState({});
    const id = new URLSearchParams(location.search).get("scenario") ?? USUAL;
    loadScenario(id).then(
      (loaded) => setState({ loaded }),
      (error) => setState({ failure: tell(error) }),
    );
  };
  useEffect(load, []);
  return { ...state, again: load };
}

/** The part of the page that the address names; "" if none. */
export function anchor(): string {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return "";
  }
}

/** Goes to a part of the page, which may have come after the address was read. */
export function useAnchor(ready: unknown, id = anchor()) {
  useEffect(() => {
    if (ready && id) document.getElementById(id)?.scrollIntoView();
  }, [ready]);
}
