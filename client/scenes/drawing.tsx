// The map as SVG: shown until the map engine is here and where there is none, on paper, and in tests.

import type { Layout } from "../layout.ts";
import { Patterns } from "../parts/patterns.tsx";
import { coreAlpha, dotsOf, pathOf } from "./arcs.ts";
import { dashedPath, ribbonPath } from "./dashes.ts";
import { outlineOf } from "./frame.ts";
import { bracketsOf, type Gate, type Queue, wallOf } from "./gate.ts";
import { type Fill, LOOKS } from "./lens.ts";
import type { Stack, Tag } from "./tags.ts";

/** Degrees by which the patterns of the house are turned. */
const TURNS = { pledged: 0, open: 0, against: -45 };

export function Drawing({ layout }: { layout: Layout }) {
  const { box, frame, gate } = layout;
  const place = `translate(${frame.x} ${frame.y}) scale(${frame.scale})`;
  return (
    <svg class="map-drawing" viewBox={`0 0 ${box.width} ${box.height}`} aria-hidden="true">
      <Patterns />
      <Tiles scale={frame.scale} />
      <g class="map-lands" transform={place}>
        <path class="out" d={outlineOf("")} fill="var(--land-out)" />
        {layout.states.map(({ code, fill }) => (
          <State key={code} d={outlineOf(code)} fill={fill} />
        ))}
      </g>
      {gate && <Ground gate={gate} layout={layout} />}
      <Arcs layout={layout} />
      {gate && <Wall gate={gate} height={box.height} />}
      {layout.tags.map((tag) => (
        <Marks key={tag.key} tag={tag} />
      ))}
    </svg>
  );
}

/** The patterns of the house for shapes in units of the map: as fine there as everywhere else. */
function Tiles({ scale }: { scale: number }) {
  return (
    <defs>
      {Object.entries(TURNS).map(([tile, turn]) => (
        <pattern
          key={tile}
          id={`map-${tile}`}
          href={`#fill-${tile}`}
          patternTransform={`scale(${1 / scale}) rotate(${turn})`}
        />
      ))}
    </defs>
  );
}

function State({ d, fill }: { d: string; fill: Fill }) {
  const { ground, tile } = LOOKS[fill];
  return (
    <>
      <path d={d} fill={`var(--${ground})`} />
      {tile && <path d={d} fill={`url(#map-${tile})`} />}
    </>
  );
}

/** The sea grows deep towards the gate, and behind it the land of licences begins. */
function Ground({ gate, layout: { box } }: { gate: Gate; layout: Layout }) {
  return (
    <>
      <defs>
        <linearGradient id="map-deep">
          <stop offset="0" stop-color="var(--sea)" stop-opacity="0" />
          <stop offset=".78" stop-color="var(--sea)" />
        </linearGradient>
        <linearGradient id="map-behind">
          <stop offset="0" stop-color="var(--cn-deep)" stop-opacity=".62" />
          <stop offset="1" stop-color="var(--cn-deep)" stop-opacity=".12" />
        </linearGradient>
      </defs>
      <rect x={gate.x - 150} width={150} height={box.height} fill="url(#map-deep)" />
      <rect x={gate.x} width={box.width - gate.x} height={box.height} fill="var(--sea)" />
      <rect x={gate.x} width={box.width - gate.x} height={box.height} fill="url(#map-behind)" />
    </>
  );
}

function Arcs({ layout }: { layout: Layout }) {
  return (
    <g fill="none">
      <g fill="var(--cn)">
        {layout.arcsIn.map(({ key, band, bandWidth }) => (
          <path key={key} d={ribbonPath(band, bandWidth)} opacity={0.13} />
        ))}
        {layout.arcsIn.map(({ key, core, coreWidth }) => (
          <path
            key={key}
            d={coreWidth > 0 ? dashedPath(core, coreWidth) : ""}
            opacity={coreAlpha(layout.passing)}
          />
        ))}
      </g>
      {layout.arcsOut.map(({ key, curve, width, dotted }) => (
        <path
          key={key}
          d={pathOf(curve)}
          stroke="var(--eu)"
          stroke-opacity=".78"
          stroke-width={dotted ? dotsOf(width).width : width}
          stroke-linecap={dotted ? "round" : undefined}
          stroke-dasharray={dotted ? `0 ${dotsOf(width).apart}` : undefined}
        />
      ))}
    </g>
  );
}

function Wall({ gate, height }: { gate: Gate; height: number }) {
  const { x, width } = gate;
  return (
    <>
      {wallOf(gate.slots, height).map(({ top, bottom }) => (
        <rect key={top} x={x} y={top} width={width} height={bottom - top} fill="url(#fill-cn)" />
      ))}
      {gate.slots.map((slot) => (
        <g key={slot.key}>
          <rect
            x={x}
            y={slot.top}
            width={width}
            height={slot.bottom - slot.top}
            fill={slot.kind === "customs" ? "var(--eu-deep)" : "var(--sea)"}
          />
          <path
            d={`M${x - 3} ${slot.top}h${width + 6}M${x - 3} ${slot.bottom}h${width + 6}`}
            class="map-jaws"
          />
          {bracketsOf(x, slot).map((rect) => (
            <rect key={`${rect.x}/${rect.y}`} {...rect} fill="var(--text-3)" />
          ))}
        </g>
      ))}
      {gate.slots.map(
        (slot) => slot.kind === "input" && slot.queue && <Diamonds key={slot.key} queue={slot.queue} />,
      )}
    </>
  );
}

function Diamonds({ queue: { x, y, pitch, row, count } }: { queue: Queue }) {
  const r = 0.37 * pitch;
  const one = (k: number) =>
    `M${x + (k % row) * pitch + r} ${y + Math.floor(k / row) * pitch}l${r} ${r} ${-r} ${r} ${-r} ${-r}z`;
  return <path d={Array.from({ length: count }, (_, k) => one(k)).join("")} fill="var(--cn)" />;
}

/** What belongs to a tag and is no text: its line and its stack. */
function Marks({ tag: { leader, stack, on } }: { tag: Tag }) {
  return (
    <>
      {leader && (
        <>
          <path d={`M${leader.from.x} ${leader.from.y}L${leader.to.x} ${leader.to.y}`} class="map-leader" />
          <circle cx={leader.to.x} cy={leader.to.y} r={2.5} fill="var(--text)" />
        </>
      )}
      {stack && <Blocks {...stack} on={on} />}
    </>
  );
}

function Blocks({ x, y, width, height, step, blocks, full, on }: Stack & { on: Tag["on"] }) {
  const all = Array.from({ length: blocks }, (_, k) => ({
    top: y - k * step - height,
    part: Math.min(1, Math.max(0, full - k)),
  }));
  return (
    <g class={`map-stack on-${on}`}>
      {all.map(({ top, part }) => (
        <g key={top}>
          <rect x={x} y={top} width={width} height={height} opacity={0.22} />
          {part > 0 && <rect x={x} y={top} width={width * part} height={height} />}
        </g>
      ))}
    </g>
  );
}
