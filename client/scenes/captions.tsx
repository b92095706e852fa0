// The words around the picture: the slots of the gate, how to read the lens, the Union's reserve.

import "../parts/chip.css";
import type { Rules } from "../../shared/scenario.ts";
import { isTight } from "../../shared/state.ts";
import type { Layout, Reserve as ReserveOf } from "../layout.ts";
import { printEuro, printNumber, printPercent } from "../print.ts";
import { speech } from "../speech.ts";
import type { CustomsSlot, Gate, InputSlot, Queue } from "./gate.ts";
import type { Fill, Ramp } from "./lens.ts";
import { Envelope } from "./overlay.tsx";

const px = (x: number): string => `${Math.round(x)}px`;

/** "±4", or "" where the number is exact. */
const plusMinus = (error: number): string => (error > 0 ? `±${printNumber(error, error < 10 ? 1 : 2)}` : "");

/** Large figures in a caption are rounded: 1231 -> "1,230", and "1,200" where one does not know exactly. */
const rough = (x: number, error: number): string => printNumber(Number(x.toPrecision(error > 0 ? 2 : 3)));

/** Codes of states that fit beside the wall. */
const HELD_NAMED = 3;

interface CaptionsProps {
  rules: Rules;
  layout: Layout;
  gate: Gate;
}

/** What each slot of the gate is and what passes it. */
export function Captions({ rules, layout, gate }: CaptionsProps) {
  const style = { "--words": px(gate.words), "--room": px(layout.box.width - gate.words - 8) };
  return (
    <div class="map-captions" style={style}>
      <p class="map-caption cn" style={{ top: px(gate.title) }}>
        <b>{speech.map.gate.title}</b>
      </p>
      {gate.slots.map((slot) =>
        slot.kind === "customs" ? (
          <Customs key={slot.key} slot={slot} />
        ) : (
          <Input
            key={slot.key}
            slot={slot}
            name={rules.inputs[slot.i]!.name}
            unit={rules.inputs[slot.i]!.unit}
          />
        ),
      )}
    </div>
  );
}

function Input({ slot, name, unit }: { slot: InputSlot; name: string; unit: string }) {
  const { days: known, queue } = slot;
  const days = slot.mode === "embargo" ? undefined : known;
  return (
    <>
      <p class="map-caption num" style={{ top: px(slot.words) }}>
        <b>{name}</b>
        <br />
        {passesUnder(slot)}
        {days && <br />}
        {days && speech.map.gate.days(printNumber(days.value), plusMinus(days.error))}
      </p>
      {queue && (
        <p class="map-caption num" style={{ top: px(queue.words) }}>
          {waiting(queue, unit)}
        </p>
      )}
    </>
  );
}

/**
 * The licences, which everybody sees, and what comes through under them: "go-slow: 25 % ±4 passes", "by case: open",
 * "embargo: shut"; the licences alone where the seat knows no more.
 */
export function passesUnder({
  throughput,
  open,
  mode,
}: Pick<InputSlot, "throughput" | "open" | "mode">): string {
  const { gate } = speech.map;
  if (!throughput) return speech.modes[mode];
  const what =
    open === 0
      ? mode === "embargo"
        ? gate.shut
        : gate.nextToNothing
      : open === 1 && !isTight(mode)
        ? gate.open
        : gate.throughput(printPercent(100 * throughput.value, 2), plusMinus(100 * throughput.error));
  return gate.under(gate.regime[mode], what);
}

/** What waits, in two lines at most beside the wall. */
export function waiting({ weeks, amount }: Pick<Queue, "weeks" | "amount">, unit: string): string {
  const { value, error } = amount ?? weeks;
  const about = [rough(value, error), plusMinus(Number(error.toPrecision(2)))].filter(Boolean).join(" ");
  return speech.map.gate.waiting(amount ? `${about} ${unit}` : speech.map.gate.weeksOfUse(about));
}

/** States whose goods are held up, in one line: as on the map by their codes, and how many more than fit. */
export const heldText = (held: CustomsSlot["held"]): string =>
  speech.map.gate.held(held.slice(0, HELD_NAMED).join(", "), held.length - HELD_NAMED);

function Customs({ slot }: { slot: CustomsSlot }) {
  return (
    <p class="map-caption num" style={{ top: px(slot.words) }}>
      <b class="eu">{speech.map.gate.customs}</b>
      <br />
      {speech.map.gate.sold(printEuro(slot.sold))}
      {slot.held.length > 0 && <br />}
      {slot.held.length > 0 && heldText(slot.held)}
    </p>
  );
}

/** How to read the colours of the lens, and the marks beside the codes. */
export function Legends({ layout }: { layout: Layout }) {
  const { lens, legend } = layout;
  return (
    <div class="map-legends">
      <div class="map-legend">
        <b>{speech.map.legends[lens]}</b>
        {legend.kind === "ramp" && <Steps {...legend} />}
        {legend.kind === "stands" && (
          <Stands lens={lens === "vote" ? "vote" : "support"} fills={legend.stands} />
        )}
        {legend.kind === "offers" && (
          <p class="map-key">
            {legend.known > 0 && <Envelope />}
            {legend.known > 0 ? speech.map.offer : speech.map.noOffer}
          </p>
        )}
      </div>
      {layout.stacked && (
        <p class="map-key">
          <i class="map-blocks" />
          {speech.map.stack}
        </p>
      )}
      {layout.tags.some(({ lines }) => lines > 0) && <StopKey layout={layout} />}
    </div>
  );
}

/** The pill with most lines stands for all. */
function StopKey({ layout }: { layout: Layout }) {
  const { code, lines } = layout.tags.reduce((worst, tag) => (tag.lines > worst.lines ? tag : worst));
  return (
    <p class="map-key">
      <span class="map-tag pill in-text">
        {code}
        <i class="map-bars" />
        {lines}
      </span>
      {speech.map.stopped}
    </p>
  );
}

/** Five steps; under each the figure at which it begins. */
function Steps({ cuts, reversed }: Ramp) {
  const starts = [0, ...cuts];
  return (
    <div class={`map-ramp num${reversed ? " reversed" : ""}`}>
      {starts.map((start, k) => (
        <span key={start}>
          <i class={`keep-colour seq-${reversed ? 5 - k : k + 1}`} />
          {k === 4 ? speech.map.andMore(short(start)) : short(start)}
        </span>
      ))}
    </div>
  );
}

/** ".25": a nought before the point would not fit. */
const short = (x: number): string => printNumber(x).replace(/^0(?=\D)/, "");

function Stands({ lens, fills }: { lens: "vote" | "support"; fills: readonly Fill[] }) {
  return (
    <ul>
      {fills.map((fill) => (
        <li key={fill} class="map-key">
          <i class={`swatch ${fill} keep-colour`} />
          {speech.map.stands[lens][fill as keyof (typeof speech.map.stands)["vote"]]}
        </li>
      ))}
      {lens === "vote" && (
        <li class="map-key">
          <i class="swatch pivotal keep-colour" />
          {speech.map.pivotal}
        </li>
      )}
    </ul>
  );
}

/** Blocks of a week each: what lies there solid, what is ordered outlined. */
export function Reserve({ rules, reserve }: { rules: Rules; reserve: ReserveOf }) {
  const { weeks, amount, ordered = 0, i } = reserve;
  const planned = weeks.value + ordered;
  const inWeeks = (n: number, error = 0) => speech.map.reserve.weeks(printNumber(n, 2), plusMinus(error));
  const amounts = amount === undefined ? "" : `${rough(amount, weeks.error)} ${rules.inputs[i]!.unit}`;
  return (
    <div class="map-reserve num">
      <b>{speech.map.reserve.title}</b>
      {planned > 0 && <ReserveBlocks weeks={weeks.value} planned={planned} />}
      {weeks.value === 0 ? (
        <p>{ordered > 0 ? speech.map.reserve.ordered(inWeeks(ordered)) : speech.map.reserve.none}</p>
      ) : (
        <>
          <p>{speech.map.reserve.held(amounts, inWeeks(weeks.value, weeks.error))}</p>
          {ordered > 0 && <p>{speech.map.reserve.planned(inWeeks(planned))}</p>}
        </>
      )}
    </div>
  );
}

function ReserveBlocks({ weeks, planned }: { weeks: number; planned: number }) {
  const count = Math.max(1, Math.ceil(planned));
  const each = Math.min(22, 112 / count);
  return (
    <svg width={112} height={16} aria-hidden="true">
      {Array.from({ length: count }, (_, k) => {
        const part = Math.min(1, Math.max(0, weeks - k));
        const most = Math.min(1, planned - k);
        return (
          <g key={k}>
            <rect class="planned" x={k * each + 0.5} y={1.5} width={(each - 3) * most} height={13} />
            <rect class="held" x={k * each} y={1} width={(each - 2) * part} height={14} />
          </g>
        );
      })}
    </svg>
  );
}
