/** Corner points of a line through the values, left to right, in a box with room for the last dot. */
export function sparkPoints(
  values: readonly number[],
  width: number,
  height: number,
  range?: readonly [number, number],
): [number, number][] {
  const edge = 3;
  const low = range ? range[0] : Math.min(...values);
  const high = range ? range[1] : Math.max(...values);
  const span = high - low;
  const step = values.length > 1 ? (width - 2 * edge) / (values.length - 1) : 0;
  const y = (value: number) =>
    span > 0
      ? height - edge - ((Math.min(high, Math.max(low, value)) - low) / span) * (height - 2 * edge)
      : height / 2;
  return values.map((value, k) => [round(edge + k * step), round(y(value))]);
}

const round = (x: number): number => Math.round(x * 10) / 10;

export interface SparklineProps {
  values: readonly number[];
  width?: number;
  height?: number;
  /** Amber: output or time is being lost. */
  tone?: "ink" | "attn";
  /** Fixed scale; without it the line fills the height. */
  range?: readonly [number, number];
}

/** The way a number went. Decoration: the words beside it say the change. */
export function Sparkline({ values, width = 52, height = 26, tone = "ink", range }: SparklineProps) {
  if (values.length === 0) return null;
  const points = sparkPoints(values, width, height, range);
  const [x, y] = points.at(-1)!;
  const colour = tone === "attn" ? "var(--attn)" : "var(--text)";
  return (
    <svg
      class="sparkline"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      <polyline
        points={points.join(" ")}
        fill="none"
        stroke={colour}
        stroke-width="1.8"
        stroke-linejoin="round"
        stroke-linecap="round"
      />
      <circle cx={x} cy={y} r="2.8" fill={colour} />
    </svg>
  );
}
