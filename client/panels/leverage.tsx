// What each side could cost the other, and how soon: length says how much, the ruler says how soon. Two things, two
// marks. Where a seat may only guess, the end of a bar and the first bite are spans.

import { useState } from "preact/hooks";
import type { IndicatorId } from "../../shared/indicators.ts";
import type { Rules } from "../../shared/scenario.ts";
import type { View } from "../../shared/view.ts";
import { errorOf, read, rough } from "../figure.ts";
import { Grade } from "../parts/grade.tsx";
import { printEuro, printPercent } from "../print.ts";
import { pagePath } from "../route.ts";
import { inside, speech } from "../speech.ts";
import { Why } from "./cell.tsx";
import type { Game } from "./context.ts";
import { Wear } from "./wear.tsx";

/** A figure with how far off it may be. */
interface Known {
  value: number;
  error: number;
}

interface Part {
  label: string;
  amount: number;
  look: "fill-cn" | "ready" | "vote" | "law";
}

export interface Lever {
  side: "europe" | "beijing";
  title: string;
  amount: Known;
  /** What it could come to with a vote, a case or a law. */
  upTo: number;
  parts: Part[];
  /** Weeks it is counted over, and those until the first of it is felt. */
  weeks: number;
  bite: Known;
}

/** Weeks on the ruler. */
const YEAR = 52;

function known(rules: Rules, view: View, id: IndicatorId): Known | undefined {
  const value = read(rules, view, id);
  return value === undefined ? undefined : { value, error: errorOf(rules, view, id, 0, value) };
}

/** Parts smaller than this share of the whole stand together. */
const SMALL = 0.08;

/** Beijing's bar by input, largest first. */
function byInput(rules: Rules, view: View, whole: number): Part[] {
  const look = "fill-cn" as const;
  const parts = rules.inputs
    .map(({ name }, i) => ({
      label: inside(speech.shortInput(name)),
      amount: read(rules, view, "holdBy", i) ?? 0,
      look,
    }))
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => b.amount - a.amount);
  const small = parts.filter(({ amount }) => amount < SMALL * whole);
  if (small.length < 2) return parts;
  const rest = small.reduce((sum, { amount }) => sum + amount, 0);
  return [
    ...parts.filter((part) => !small.includes(part)),
    { label: speech.dataPanel.otherInputs, amount: rest, look },
  ];
}

export function levers({ rules, view }: Pick<Game, "rules" | "view">): Lever[] | undefined {
  const hold = known(rules, view, "hold");
  const ready = known(rules, view, "europeReady");
  if (!hold || !ready) return undefined;
  const words = speech.dataPanel;
  const [vote, law] = [read(rules, view, "europeVote") ?? 0, read(rules, view, "europeLaw") ?? 0];
  const none: Known = { value: YEAR, error: 0 };
  return [
    {
      ...{ side: "beijing", title: words.theirs, amount: hold, upTo: hold.value },
      parts: byInput(rules, view, hold.value),
      weeks: rules.model.resolve.stressWeeks,
      bite: known(rules, view, "holdWeeks") ?? none,
    },
    {
      ...{ side: "europe", title: words.ours, amount: ready, upTo: ready.value + vote + law },
      parts: [
        { label: words.ready, amount: ready.value, look: "ready" },
        { label: words.vote, amount: vote, look: "vote" },
        { label: words.law, amount: law, look: "law" },
      ],
      weeks: YEAR,
      bite: known(rules, view, "europeWeeks") ?? none,
    },
  ];
}

/** Both sides less their own cost, and how far one is ahead: below 0 it is Europe (E38d). */
export interface Net {
  theirs: number;
  ours: number;
  /** What using it would cost each itself. */
  theirCost: number;
  ourCost: number;
  ahead: Known;
}

export function netOf({ rules, view }: Pick<Game, "rules" | "view">): Net | undefined {
  const [hold, ready] = [read(rules, view, "hold"), read(rules, view, "europeReady")];
  const [theirs, ours] = [known(rules, view, "holdNet"), known(rules, view, "europeNet")];
  if (hold === undefined || ready === undefined || !theirs || !ours) return undefined;
  return {
    theirs: theirs.value,
    ours: ours.value,
    theirCost: Math.max(0, hold - theirs.value),
    ourCost: Math.max(0, ready - ours.value),
    ahead: { value: theirs.value - ours.value, error: theirs.error + ours.error },
  };
}

export function netFinding({ ahead: { value, error } }: Pick<Net, "ahead">): string {
  const words = speech.dataPanel.net;
  if (Math.abs(value) <= error) return words.even;
  return value > 0 ? words.beijing(printEuro(value)) : words.europe(printEuro(-value));
}

/** The difference that stays when each side's own cost is taken off, with what it is made of. */
function NetLine({ game }: { game: Game }) {
  const net = netOf(game);
  if (!net) return null;
  const words = speech.dataPanel.net;
  return (
    <div class="lever-net">
      <p class="lever-title num">
        <span>
          <b>{words.title}:</b> {netFinding(net)}{" "}
          <span class="dim unbroken">±{printEuro(rough(net.ahead.error))}</span>
        </span>
      </p>
      <p class="lever-words tiny num">
        <Why game={game} id="holdNet" text={words.theirs(printEuro(net.theirs), printEuro(net.theirCost))} />
        <Why game={game} id="europeNet" text={words.ours(printEuro(net.ours), printEuro(net.ourCost))} />
      </p>
    </div>
  );
}

const share = (x: number, whole: number): string => `${whole > 0 ? (100 * Math.max(0, x)) / whole : 0}%`;

/** For a tile: both bars, nothing else. */
export function HoldBars({ game }: { game: Game }) {
  const hold = read(game.rules, game.view, "hold");
  const ready = read(game.rules, game.view, "europeReady");
  if (hold === undefined || ready === undefined) return null;
  const most = Math.max(hold, ready, 0.001);
  return (
    <span class="hold-bars keep-colour" aria-hidden="true">
      <span class="fill-cn" style={{ width: share(hold, most) }} />
      <span class="hold-eu" style={{ width: share(ready, most) }} />
    </span>
  );
}

/** First and last week in which the first bite may come. */
export const biteSpan = ({ value, error }: Known): [number, number] => [
  Math.max(0, Math.round(value - error)),
  Math.round(value + error),
];

/** A year in weeks: empty until the first bite, half where it may have come, then filled. */
function Ruler({ bite, side }: Pick<Lever, "bite" | "side">) {
  const [from, to] = biteSpan(bite);
  const first = to <= 1 ? 0 : to;
  return (
    <span class={`ruler ${side} keep-colour`} aria-hidden="true">
      {Array.from({ length: YEAR }, (_, week) => (
        <span key={week} class={week >= first ? "on" : week >= from ? "maybe" : undefined} />
      ))}
    </span>
  );
}

function bites({ bite, upTo, weeks }: Lever): string {
  const words = speech.dataPanel;
  const [from, to] = biteSpan(bite);
  if (upTo <= 0 || from >= weeks) return words.neverBites;
  if (to <= 1) return words.bitesNow;
  return from === to ? words.bitesIn(to) : words.bitesBetween(from, to);
}

/** One side's hold is "the larger" by this factor, "small" beside one of twice its size. */
const LARGER = 1.25;
const SMALL_BESIDE = 2;
/** Weeks between first bites that make one "sooner", and within which a hold is "quick". */
const SOONER = 2;
const QUICK = 4;

/** First week in which it may bite as words tell it; never where nothing is there or it comes after the time counted. */
function firstBite({ bite, upTo, weeks }: Lever): number {
  const [from, to] = biteSpan(bite);
  return upTo <= 0 || from >= weeks ? Number.POSITIVE_INFINITY : (from + to) / 2;
}

/** A finding about the two bars, as a whole sentence: by size and by first bite. */
export function leverFinding([theirs, ours]: readonly Lever[]): string {
  const words = speech.dataPanel.hold;
  const [hold, ready] = [theirs!.amount.value, ours!.amount.value];
  const [cn, eu] = [firstBite(theirs!), firstBite(ours!)];
  if (cn === Number.POSITIVE_INFINITY && cn === eu) return words.none;
  const larger = hold > LARGER * ready ? "beijing" : ready > LARGER * hold ? "europe" : "even";
  const sooner = eu - cn >= SOONER ? "beijing" : cn - eu >= SOONER ? "europe" : "even";
  const isQuick = sooner === "beijing" && cn <= QUICK && hold > SMALL_BESIDE * ready;
  return isQuick ? words.quick : words[larger][sooner];
}

/** Where the end of a bar may lie. */
function Doubt({ at, error, most }: { at: number; error: number; most: number }) {
  if (error <= 0) return null;
  const from = Math.max(0, at - error);
  return (
    <span class="lever-doubt" style={{ left: share(from, most), width: share(at + error - from, most) }} />
  );
}

function LeverBar({ lever, most }: { lever: Lever; most: number }) {
  const words = speech.dataPanel;
  const { title, amount, parts, weeks, side, upTo } = lever;
  const shown = parts.filter((part) => part.amount > 0);
  return (
    <div class="lever">
      <p class="lever-title num">
        <span>
          <b>
            {title} {printEuro(amount.value)}
          </b>{" "}
          <span class="dim">
            {amount.error > 0 && `±${printEuro(rough(amount.error))} `}
            {words.inWeeks(weeks)}
            {upTo > amount.value && `, ${words.upTo(printEuro(upTo))}`}
          </span>
        </span>
        <b class={`lever-bite ${side === "europe" ? "eu" : "cn"}`}>{bites(lever)}</b>
      </p>
      <span class="lever-bar keep-colour" aria-hidden="true">
        {shown.map(({ label, amount, look }) => (
          <span key={label} class={`lever-part ${look}`} style={{ width: share(amount, most) }} />
        ))}
        <Doubt at={amount.value} error={amount.error} most={most} />
      </span>
      <p class="lever-words tiny num">
        {shown.map(({ label, amount, look }) => (
          <span key={label} class="row">
            {side === "europe" && <span class={`lever-swatch ${look} keep-colour`} />}
            {label} <b>{printEuro(amount)}</b>
          </span>
        ))}
      </p>
      <Ruler bite={lever.bite} side={side} />
    </div>
  );
}

/** The same as rows of figures. */
function LeverTable({ levers }: { levers: readonly Lever[] }) {
  const words = speech.dataPanel;
  return (
    <table class="num">
      <caption class="heard">{words.holdLine}</caption>
      <tbody>
        {levers.map((lever) => [
          <tr key={lever.side}>
            <th scope="row">
              <b>{lever.title}</b>
            </th>
            <td class="n">
              <b>{printEuro(lever.amount.value)}</b>{" "}
              <small class="dim">
                {words.inWeeks(lever.weeks)}, {bites(lever)}
              </small>
            </td>
          </tr>,
          ...lever.parts.map(({ label, amount }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td class="n">{printEuro(amount)}</td>
            </tr>
          )),
        ])}
      </tbody>
    </table>
  );
}

function Foot({
  game,
  lever,
  asTable,
  onTable,
}: {
  game: Game;
  lever: Lever;
  asTable: boolean;
  onTable: () => void;
}) {
  const words = speech.dataPanel;
  const { error, value } = lever.amount;
  return (
    <p class="lever-foot small">
      <Why game={game} id="hold" text={words.whyNumbers} />
      <a href={`${pagePath("model")}#model.resolve`}>{words.sources}</a>
      <button type="button" class="event-why" onClick={onTable}>
        {asTable ? words.asPicture : words.asTable}
      </button>
      {error > 0 && (
        <span class="lever-grade">
          <Grade grade="estimated" /> ±{printPercent(Math.round((100 * error) / Math.max(value, 0.001)))}
        </span>
      )}
    </p>
  );
}

/** The two bars at full size, as words, pictures and rulers. Nothing for those who may not know. */
export function Leverage({ game, headingLevel = 3 }: { game: Game; headingLevel?: 2 | 3 }) {
  const [asTable, setAsTable] = useState(false);
  const found = levers(game);
  if (!found) return null;
  const words = speech.dataPanel;
  const most = Math.max(
    ...found.map(({ amount, upTo }) => Math.max(amount.value + amount.error, upTo)),
    0.001,
  );
  const Heading = `h${headingLevel}` as const;
  return (
    <section class="leverage">
      <Heading class="finding">{leverFinding(found)}</Heading>
      <p class="small dim">{words.holdLine}</p>
      {asTable ? (
        <LeverTable levers={found} />
      ) : (
        <>
          {found.map((lever) => (
            <LeverBar key={lever.side} lever={lever} most={most} />
          ))}
          <p class="ruler-ends tiny dim num" aria-hidden="true">
            {[0, 13, 26, 39, 52].map((week) => (
              <span key={week}>
                {week === 0 ? inside(words.now) : week === 52 ? words.weeksEnd(52) : `+${week}`}
              </span>
            ))}
          </p>
        </>
      )}
      <NetLine game={game} />
      {headingLevel === 3 && (
        <Foot game={game} lever={found[0]!} asTable={asTable} onTable={() => setAsTable(!asTable)} />
      )}
      <Wear game={game} />
    </section>
  );
}
