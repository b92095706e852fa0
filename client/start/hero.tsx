import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import "./hero.css";
import { type SourceRow, Sources } from "../parts/grade.tsx";
import { Popover, usePopover } from "../parts/popover.tsx";
import { words } from "../words.ts";
import { bundlesIn, type Frame, type Gate, type Picture, picture } from "./gate.ts";

/**
 * The room for the lines: a band across a phone, else as tall as the window, with the words above where it is narrow.
 * `scale`: how large the reader's text is, 1 = usual.
 */
export function frameOf(width: number, height: number, scale = 1): Frame {
  const band = height < 260 * scale;
  if (band) return { width, height, band, head: 4, left: 34 * scale, top: 24, bottom: 4, row: 14 * scale };
  const head = (isNarrow(width, scale) ? 112 : 46) * scale;
  const top = Math.max(112 * scale, head + 36);
  return { width, height, band, head, left: 64 * scale, top, bottom: 44 * scale, row: 19 * scale };
}

const isNarrow = (width: number, scale: number): boolean => width < 560 * scale;

export interface HeroProps {
  gate: Gate;
  sources: readonly SourceRow[];
}

/** A hundred lines, most of them through one gate: what the game is about, drawn from its data. */
export function Hero({ gate, sources }: HeroProps) {
  const [box, size] = useSize();
  const drawn = useMemo(() => {
    const frame = size && frameOf(size.width, size.height, size.scale);
    return frame && picture(bundlesIn(gate, frame), frame);
  }, [gate, size?.width, size?.height, size?.scale]);
  const text = words.start.gate;
  const around = gate.lines - gate.through;
  return (
    <figure class="hero">
      <figcaption>
        <b>{text.caption(gate.lines)}</b> {text.through(gate.through)}{" "}
        <WhereFrom gate={gate} sources={sources} />
      </figcaption>
      <div ref={box} class="hero-box" aria-hidden="true">
        {size && drawn && (
          <>
            <Lines drawn={drawn} width={size.width} height={size.height} />
            <Labels drawn={drawn} />
            <span
              class="hero-around"
              style={{ "--over": `${drawn.around.top}px`, "--under": `${drawn.around.bottom}px` }}
            >
              {text.around(around)}
            </span>
            {!isNarrow(size.width, size.scale) && (
              <span
                class="hero-gate"
                style={{ left: `${drawn.wall.x + drawn.wall.width + 10}px`, top: `${drawn.wall.top}px` }}
              >
                {text.gate}
              </span>
            )}
            <span class="hero-side eu">{text.europe}</span>
            <span class="hero-side cn">{text.china}</span>
          </>
        )}
      </div>
    </figure>
  );
}

function Lines({ drawn, width, height }: { drawn: Picture; width: number; height: number }) {
  const { wall, strands, left } = drawn;
  const jaw = `M${wall.x - 6} ${wall.slotTop}h${wall.width + 12}M${wall.x - 6} ${wall.slotBottom}h${wall.width + 12}`;
  const at = (x: number) => `${(100 * (x - left)) / (width - left)}%`;
  return (
    <svg aria-hidden="true" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <defs>
        <linearGradient id="hero-line" gradientUnits="userSpaceOnUse" x1={left} x2={width}>
          <stop offset="0" stop-color="var(--eu)" />
          <stop offset={at(left + (wall.x - left) * 0.62)} stop-color="#b9a79f" />
          <stop offset={at(wall.x)} stop-color="var(--cn)" />
          <stop offset="100%" stop-color="var(--cn)" stop-opacity=".6" />
        </linearGradient>
      </defs>
      <g class="hero-lines" fill="none">
        {strands.map(({ code, through }) => (
          <path key={code} d={through} stroke="url(#hero-line)" stroke-width=".95" stroke-opacity=".88" />
        ))}
        {strands.map(({ code, around }) => (
          <path key={code} d={around} stroke="var(--eu-text)" stroke-width="1.15" />
        ))}
      </g>
      <foreignObject x={wall.x} y={wall.top} width={wall.width} height={wall.slotTop - wall.top}>
        <div class="hero-wall fill-cn" />
      </foreignObject>
      <foreignObject x={wall.x} y={wall.slotBottom} width={wall.width} height={wall.bottom - wall.slotBottom}>
        <div class="hero-wall fill-cn" />
      </foreignObject>
      <path d={jaw} stroke="var(--ice)" stroke-width="2.5" />
      {strands.map(({ code, y }) => (
        <circle key={code} cx={left - 2} cy={y} r="3.5" fill="var(--eu)" />
      ))}
    </svg>
  );
}

function Labels({ drawn }: { drawn: Picture }) {
  return (
    <>
      {drawn.strands.map(({ code, states, y }) => (
        <span
          key={code}
          class={`hero-label${code ? "" : " rest"}`}
          style={{ top: `${y}px`, width: `${drawn.left - 10}px` }}
        >
          {code || words.start.gate.others(states)}
        </span>
      ))}
    </>
  );
}

/** Each figure of the picture with its source and grade. */
function WhereFrom({ gate, sources }: HeroProps) {
  const { open, button, box } = usePopover();
  const text = words.start.gate;
  return (
    <>
      <button {...button} class="hero-source">
        {text.whereFrom}
      </button>
      {open && (
        <Popover title={text.finding(gate.through, gate.lines)} {...box}>
          <Sources rows={sources} />
        </Popover>
      )}
    </>
  );
}

/** The size of a box and of the text around it, and again when the box changes. */
function useSize() {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<{ width: number; height: number; scale: number }>();
  useLayoutEffect(() => {
    const element = box.current!;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      const scale = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
      setSize(width > 0 && height > 0 ? { width, height, scale } : undefined);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [box, size] as const;
}
