// Codes, pins and pills over the picture, and the shapes of the states that can be pressed.

import { useRef } from "preact/hooks";
import "./overlay.css";
import type { Layout, State } from "../layout.ts";
import { outlineOf } from "./frame.ts";
import type { Tag } from "./tags.ts";

/** Transparent shapes: they take the pointer and show what is chosen, hovered, pivotal, open. */
export function Shapes({ layout }: { layout: Layout }) {
  const { box, frame } = layout;
  const states = layout.states.filter(({ m }) => m >= 0);
  const chosen = states.find((state) => state.chosen);
  // What is drawn last lies on top: its outline must not be cut by a neighbour.
  const rank = (s: State) => Number(s.pivotal) + 2 * Number(s.chosen);
  return (
    <svg class="map-shapes" viewBox={`0 0 ${box.width} ${box.height}`} aria-hidden="true">
      <g transform={`translate(${frame.x} ${frame.y}) scale(${frame.scale})`}>
        {[...states]
          .sort((a, b) => rank(a) - rank(b))
          .map((state) => (
            <path
              key={state.code}
              data-code={state.code}
              class={[state.fill, state.chosen && "ring", state.pivotal && "pivotal"]
                .filter(Boolean)
                .join(" ")}
              d={outlineOf(state.code)}
            />
          ))}
        {chosen && <path class="chosen" d={outlineOf(chosen.code)} />}
      </g>
    </svg>
  );
}

/** Stoppages that are new or worse than before: at most three of them may move at once, the worst. */
function useWorse(layout: Layout, tick: number): ReadonlySet<string> {
  const seen = useRef<{ tick: number; lines: Map<string, number>; worse: Set<string> }>(undefined);
  if (seen.current?.tick !== tick) {
    const before = seen.current?.lines;
    const worse = layout.tags
      .filter(({ code, lines }) => before && lines > (before.get(code) ?? 0))
      .sort((a, b) => b.lines - a.lines)
      .slice(0, 3);
    seen.current = {
      tick,
      lines: new Map(layout.tags.map(({ code, lines }) => [code, lines])),
      worse: new Set(worse.map(({ code }) => code)),
    };
  }
  return seen.current.worse;
}

export function Tags({ layout, tick }: { layout: Layout; tick: number }) {
  const worse = useWorse(layout, tick);
  const chosen = layout.states.find((state) => state.chosen)?.code;
  return (
    <>
      {layout.tags.map((tag) => (
        <TagBox key={tag.key} tag={tag} worse={worse.has(tag.code)} chosen={tag.code === chosen} />
      ))}
    </>
  );
}

function TagBox({ tag, worse, chosen }: { tag: Tag; worse: boolean; chosen: boolean }) {
  const { code, kind, rect, lines, offer, on } = tag;
  return (
    <span
      class={["map-tag", kind, `on-${on}`, worse && "worse", chosen && "chosen"].filter(Boolean).join(" ")}
      data-code={code}
      style={{ left: px(rect.x), top: px(rect.y), width: px(rect.width), height: px(rect.height) }}
    >
      {code}
      {kind === "pill" && (
        <>
          <i class="map-bars" />
          {lines}
        </>
      )}
      {offer && <Envelope />}
    </span>
  );
}

const px = (x: number): string => `${Math.round(10 * x) / 10}px`;

/** The mark of an offer. */
export function Envelope() {
  return (
    <svg class="map-envelope" viewBox="0 0 14 10" width="14" height="10" aria-hidden="true">
      <path d="M1 1h12v8H1zM1 1.500l6 4.300 6-4.300" />
    </svg>
  );
}
