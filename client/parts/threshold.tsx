import "./threshold.css";
import { words } from "../words.ts";
import { STANDS, type Stand } from "./chip.tsx";

export interface Segment {
  code: string;
  /** In the unit of the threshold: 1 for a count of states, per cent for people. */
  weight: number;
  stand: Stand;
}

export interface ThresholdBarProps {
  /** "States", "Population". */
  label: string;
  /** "13 of 15". */
  value: string;
  /** "2 more states": what is still needed. */
  gap?: string;
  segments: readonly Segment[];
  /** Where the amber line stands, in the unit of the weights. */
  threshold: number;
  /** The whole, if it is more than the segments' sum. */
  total?: number;
  /** Passes unless enough are against: the bar fills from the right, with those. */
  unlessBlocked?: boolean;
}

/** The order of the bar: by stand, the heavier first. */
export function sortSegments(segments: readonly Segment[], unlessBlocked = false): Segment[] {
  const rank = (segment: Segment) => STANDS.indexOf(segment.stand);
  const sorted = [...segments].sort(
    (a, b) => rank(a) - rank(b) || b.weight - a.weight || (a.code < b.code ? -1 : 1),
  );
  return unlessBlocked ? [...sorted.filter((s) => s.stand !== "against"), ...heaviestLast(sorted)] : sorted;
}

/** Those against, the heaviest at the very right, where this kind of bar begins. */
const heaviestLast = (sorted: readonly Segment[]): Segment[] =>
  sorted.filter((segment) => segment.stand === "against").reverse();

/** Who stands where, in words: "for: FR, IT; against: HU". */
export function describeStands(segments: readonly Segment[]): string {
  return STANDS.map((stand) => {
    const codes = sortSegments(segments).filter((segment) => segment.stand === stand);
    return codes.length > 0 && `${words.parts.stand[stand]}: ${codes.map((s) => s.code).join(", ")}`;
  })
    .filter(Boolean)
    .join("; ");
}

/** Where a segment's code stands: in the middle, or beside the line that cuts the segment. */
function labelSide(
  sorted: readonly Segment[],
  k: number,
  total: number,
  place: number,
): "" | "label-start" | "label-end" {
  const before = sorted.slice(0, k).reduce((sum, { weight }) => sum + weight, 0);
  const cut = (place * total - before) / sorted[k]!.weight;
  return cut <= 0 || cut >= 1 ? "" : cut < 0.5 ? "label-end" : "label-start";
}

/** One of the two thresholds of a vote: a segment for each state and the line that must be reached. */
export function ThresholdBar(props: ThresholdBarProps) {
  const { label, value, gap, segments, threshold, unlessBlocked = false } = props;
  const total = props.total ?? segments.reduce((sum, { weight }) => sum + weight, 0);
  const place = unlessBlocked ? 1 - threshold / total : threshold / total;
  const sorted = sortSegments(segments, unlessBlocked);
  return (
    <div class="threshold">
      <p class="threshold-words num">
        <span>
          {label} <b>{value}</b>
        </span>
        {gap && <span class="attn">{gap}</span>}
      </p>
      <div class="threshold-bar keep-colour" role="img" aria-label={describeStands(segments)}>
        {sorted.map(({ code, weight, stand }, k) => (
          <span
            key={code}
            class={`segment ${stand} ${labelSide(sorted, k, total, place)}`}
            style={{ width: `${(weight / total) * 100}%` }}
          >
            <span>{code}</span>
          </span>
        ))}
        <span class="threshold-line" style={{ left: `${place * 100}%` }} />
      </div>
    </div>
  );
}
