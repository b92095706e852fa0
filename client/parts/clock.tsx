import "./clock.css";
import { words } from "../words.ts";

export interface Stage {
  /** "vote", "case". */
  label: string;
  /** Weeks from now. */
  from: number;
  to: number;
  /** Solid, tinted, dashed. */
  kind: "running" | "ready" | "unsure";
}

export interface MiniClockProps {
  side: "europe" | "beijing";
  stages: readonly Stage[];
  /** Votes on the way, weeks from now. */
  gates?: readonly { label: string; week: number }[];
  /** First week with an effect. */
  bite?: number;
  /** Weeks shown. */
  span?: number;
}

/** Places on the axis, with "now" at the left: quarters of the span. */
export const ticks = (span: number): number[] => [0, 1, 2, 3, 4].map((k) => Math.round((k * span) / 4));

/** What the picture says, as text. */
export function describeClock({ stages, gates = [], bite, span = 52 }: MiniClockProps): string {
  const { parts } = words;
  const stage = ({ label, from, to, kind }: Stage) => {
    const text = to > span ? parts.beyond(label, from, span) : parts.fromTo(label, from, to);
    return kind === "unsure" ? parts.unsure(text) : text;
  };
  return [
    ...stages.map(stage),
    ...gates.map((gate) => parts.voteIn(gate.label, gate.week)),
    ...(bite === undefined ? [] : [parts.biteIn(bite)]),
  ].join("; ");
}

/** Average width of a letter at 13 px, as a share of the narrowest clock (260 px). */
const LETTER = 7 / 260;

/** How long an order takes by law: its stages on a scale of weeks, votes as white ticks, the first effect in amber. */
export function MiniClock(props: MiniClockProps) {
  const { side, stages, gates = [], bite, span = 52 } = props;
  const at = (week: number) => `${(Math.min(span, Math.max(0, week)) / span) * 100}%`;
  const wide = ({ label, from, to }: Stage) =>
    (Math.min(to, span) - from) / span >= (label.length + 1) * LETTER;
  return (
    <div class="mini-clock" role="img" aria-label={describeClock(props)}>
      {ticks(span).map((week) => (
        <span key={week} class="mini-tick num" style={{ left: at(week) }}>
          {week === 0 ? words.parts.now : `+${week}`}
        </span>
      ))}
      {stages.map((stage) => (
        <span
          key={stage.from}
          class={`mini-stage ${side} ${stage.kind}${stage.to > span ? " beyond" : ""}`}
          style={{ left: at(stage.from), right: `calc(100% - ${at(stage.to)})` }}
        >
          {wide(stage) && stage.label}
        </span>
      ))}
      {gates.map((gate) => (
        <span key={gate.week} class="mini-gate" style={{ left: at(gate.week) }} />
      ))}
      {bite !== undefined && bite <= span && <span class={`mini-bite ${side}`} style={{ left: at(bite) }} />}
    </div>
  );
}
