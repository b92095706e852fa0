// The map of the table: the 27, Beijing's gate and what flows through it. A picture below, its words in HTML above; the
// map engine comes later and takes over the picture. Table and map show the same and share what is chosen.

import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import "./map.css";
import type { Rules } from "../shared/scenario.ts";
import type { MemberCode } from "../shared/seat.ts";
import type { View } from "../shared/view.ts";
import { type Layout, layout } from "./layout.ts";
import { MapTable } from "./maptable.tsx";
import { Button } from "./parts/button.tsx";
import { Captions, Legends, Reserve } from "./scenes/captions.tsx";
import { Drawing } from "./scenes/drawing.tsx";
import type { Box } from "./scenes/frame.ts";
import { type Lens, lensesOf, type VoteLens } from "./scenes/lens.ts";
import type { Engine } from "./scenes/map-engine.ts";
import { Shapes, Tags } from "./scenes/overlay.tsx";
import { speech } from "./speech.ts";

export interface MapViewProps {
  rules: Rules;
  view: View;
  selection: MemberCode | undefined;
  onSelect: (code: MemberCode | undefined) => void;
  lens: Lens;
  onLens: (lens: Lens) => void;
  /** The open vote that "This vote" shows. */
  vote?: VoteLens | undefined;
  /** The clock stands: nothing flows. */
  paused: boolean;
  /** A finding of the panel, shown where the gate stands while the map shows a vote. */
  children?: ComponentChildren;
}

export function MapView(props: MapViewProps) {
  const { rules, view, vote, selection, paused } = props;
  const lenses = lensesOf(rules, view, vote);
  // A vote that has closed takes its lens along.
  const lens = lenses.includes(props.lens) ? props.lens : lenses[0]!;
  const [asTable, setAsTable] = useState(false);
  const [box, size] = useSize();
  const drawn = useMemo(
    () => size && layout(rules, view, { lens, vote, selection, ...size }),
    [rules, view, lens, JSON.stringify(vote), selection, size],
  );
  const shown = asTable ? undefined : drawn;
  return (
    <section class={classOf(drawn, asTable)} aria-label={speech.map.title}>
      <div
        ref={box}
        class="map-picture"
        hidden={asTable}
        aria-hidden="true"
        onClick={(event) => choose(event, props)}
      >
        {drawn && <Picture layout={drawn} tick={view.pub.tick} running={!paused && !asTable} />}
      </div>
      <div class="map-side">
        <Lenses lenses={lenses} lens={lens} onLens={props.onLens} />
        {shown && <Legends layout={shown} />}
        {shown?.reserve && <Reserve rules={rules} reserve={shown.reserve} />}
      </div>
      {shown?.gate && <Captions rules={rules} layout={shown} gate={shown.gate} />}
      {shown && lens === "vote" && <div class="map-finding">{props.children}</div>}
      {asTable && <MapTable {...props} lens={lens} />}
      <div class="map-switch">
        <Button size="small" icon={asTable ? "map" : "data"} onPress={() => setAsTable(!asTable)}>
          {asTable ? speech.map.asMap : speech.map.asTable}
        </Button>
      </div>
    </section>
  );
}

interface PictureProps {
  layout: Layout;
  tick: number;
  /** The flow flows. */
  running: boolean;
}

/** The map engine's picture, or the SVG until it is here, with what is pressed and read on top. */
function Picture({ layout: drawn, tick, running }: PictureProps) {
  const [host, drawing] = useEngine(drawn, running);
  return (
    <>
      {!drawing && <Drawing layout={drawn} />}
      <div ref={host} class="map-canvas" hidden={!drawing} />
      <Shapes layout={drawn} />
      <Tags layout={drawn} tick={tick} />
    </>
  );
}

/** Below this height, in px at 16 px letters, rows are set closer. */
const LOW = 470;

function classOf(drawn: Layout | undefined, asTable: boolean): string {
  const isLow = drawn !== undefined && drawn.box.height < LOW * drawn.text;
  return ["map", asTable && "as-table", isLow && "low", drawn?.frame.narrow && "narrow"]
    .filter(Boolean)
    .join(" ");
}

/** A press on a state chooses it; another one, or one on the sea, lets go. */
function choose(event: Event, { selection, onSelect }: MapViewProps) {
  const pressed = (event.target as Element).closest<HTMLElement | SVGElement>("[data-code]");
  const code = pressed?.dataset.code as MemberCode | undefined;
  onSelect(code === selection ? undefined : code);
}

interface LensesProps extends Pick<MapViewProps, "lens" | "onLens"> {
  lenses: readonly Lens[];
}

function Lenses({ lenses, lens, onLens }: LensesProps) {
  return (
    <fieldset class="map-lenses">
      <legend class="heard">{speech.map.lens}</legend>
      {lenses.map((id) => (
        <button key={id} type="button" aria-pressed={id === lens} onClick={() => onLens(id)}>
          {speech.map.lenses[id]}
        </button>
      ))}
    </fieldset>
  );
}

interface Size {
  box: Box;
  dpr: number;
  text: number;
}

/** The size of the picture, of a pixel and of letters, and again when one of them changes. */
function useSize() {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>();
  useLayoutEffect(() => {
    const element = box.current!;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width === 0 || height === 0) return;
      const letters = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setSize({ box: { width, height }, dpr: devicePixelRatio, text: letters / 16 });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [box, size] as const;
}

/** Starts the map engine once and gives it every new layout; `true` as soon as it draws. Without it the SVG stays. */
function useEngine(drawn: Layout, running: boolean) {
  const host = useRef<HTMLDivElement>(null);
  const [engine, setEngine] = useState<Engine>();
  useEffect(() => {
    let left = false;
    let started: Engine | undefined;
    import("./scenes/map-engine.ts")
      .then(({ startEngine }) => startEngine(host.current!))
      .then((found) => {
        started = found;
        if (left) found.stop();
        else setEngine(found);
      })
      .catch(() => undefined);
    return () => {
      left = true;
      started?.stop();
    };
  }, []);
  useLayoutEffect(() => engine?.show(drawn, running), [engine, drawn, running]);
  return [host, engine !== undefined] as const;
}
