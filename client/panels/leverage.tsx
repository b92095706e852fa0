// What each side could cost the other, and how soon: length says how much, the ruler says how soon. Two things, two marks.

import type { Rules } from "../../shared/scenario.ts";
import { read } from "../figure.ts";
import { printEuro } from "../print.ts";
import { inside, speech } from "../speech.ts";
import type { Game } from "./context.ts";

interface Levers {
  hold: number;
  holdWeeks: number;
  ready: number;
  vote: number;
  law: number;
  europeWeeks: number;
}

/** Weeks on the ruler. */
const YEAR = 52;
/** Weeks that Beijing's test and Europe's sum run over. */
const spans = (rules: Rules) => ({ theirs: rules.model.resolve.stressWeeks, ours: YEAR });

function levers({ rules, view }: Pick<Game, "rules" | "view">): Levers | undefined {
  const of = (id: Parameters<typeof read>[2]) => read(rules, view, id);
  const hold = of("hold");
  if (hold === undefined) return undefined;
  return {
    hold,
    holdWeeks: of("holdWeeks") ?? 0,
    ready: of("europeReady") ?? 0,
    vote: of("europeVote") ?? 0,
    law: of("europeLaw") ?? 0,
    europeWeeks: of("europeWeeks") ?? 0,
  };
}

const share = (x: number, whole: number): string => `${whole > 0 ? (100 * Math.max(0, x)) / whole : 0}%`;

/** For a tile: both bars, nothing else. */
export function HoldBars({ game }: { game: Game }) {
  const found = levers(game);
  if (!found) return null;
  const most = Math.max(found.hold, found.ready, 0.001);
  return (
    <span class="hold-bars keep-colour" aria-hidden="true">
      <span class="fill-cn" style={{ width: share(found.hold, most) }} />
      <span class="hold-eu" style={{ width: share(found.ready, most) }} />
    </span>
  );
}

/** A year in weeks: empty until the first bite, then filled. */
function Ruler({ from, side }: { from: number; side: "europe" | "beijing" }) {
  return (
    <span class={`ruler ${side} keep-colour`} aria-hidden="true">
      {Array.from({ length: YEAR }, (_, week) => (
        <span key={week} class={week >= from ? "on" : undefined} />
      ))}
    </span>
  );
}

const bites = (weeks: number, amount: number): string =>
  amount <= 0 || weeks > YEAR
    ? speech.dataPanel.neverBites
    : weeks <= 1
      ? speech.dataPanel.bitesNow
      : speech.dataPanel.bitesIn(Math.round(weeks));

/** A finding about the two bars, as a whole sentence. */
function finding({ hold, ready }: Levers): string {
  const words = speech.dataPanel.hold;
  return hold > 2 * ready ? words.bothLarge : ready > hold ? words.europe : words.even;
}

interface BarProps {
  title: string;
  amount: number;
  parts: { label: string; amount: number; look: string }[];
  weeks: string;
  bite: number;
  side: "europe" | "beijing";
  most: number;
  upTo?: number;
}

function LeverageBar({ title, amount, parts, weeks, bite, side, most, upTo }: BarProps) {
  const shown = parts.filter((part) => part.amount > 0);
  return (
    <div class="lever">
      <p class="num">
        <b>
          {title} {printEuro(amount)}
        </b>{" "}
        <span class="dim">
          {weeks}
          {upTo !== undefined && upTo > amount && `, ${speech.dataPanel.upTo(printEuro(upTo))}`}
        </span>
      </p>
      <span class="lever-bar keep-colour" aria-hidden="true">
        {shown.map((part) => (
          <span
            key={part.label}
            class={`lever-part ${part.look}`}
            style={{ width: share(part.amount, most) }}
          />
        ))}
      </span>
      <Ruler from={bite <= 1 ? 0 : bite} side={side} />
      <p class="lever-words tiny num">
        {shown.map(
          (part) =>
            part.label && (
              <span key={part.label} class="row">
                <span class={`lever-swatch ${part.look} keep-colour`} />
                {part.label} <b>{printEuro(part.amount)}</b>
              </span>
            ),
        )}
        <b class={`lever-bite ${side === "europe" ? "eu" : "cn"}`}>{bites(bite, upTo ?? amount)}</b>
      </p>
    </div>
  );
}

/** The two bars at full size, as words, pictures and rulers. Nothing for those who may not know. */
export function Leverage({ game, headingLevel = 3 }: { game: Game; headingLevel?: 2 | 3 }) {
  const found = levers(game);
  if (!found) return null;
  const words = speech.dataPanel;
  const { theirs, ours } = spans(game.rules);
  const all = found.ready + found.vote + found.law;
  const most = Math.max(found.hold, all, 0.001);
  const Heading = `h${headingLevel}` as const;
  return (
    <section class="leverage">
      <Heading class="finding">{finding(found)}</Heading>
      <p class="small dim">{words.holdLine}</p>
      <LeverageBar
        title={words.theirs}
        amount={found.hold}
        weeks={words.inWeeks(theirs)}
        bite={found.holdWeeks}
        side="beijing"
        most={most}
        parts={[{ label: "", amount: found.hold, look: "fill-cn" }]}
      />
      <LeverageBar
        title={words.ours}
        amount={found.ready}
        upTo={all}
        weeks={words.inWeeks(ours)}
        bite={found.europeWeeks}
        side="europe"
        most={most}
        parts={[
          { label: words.ready, amount: found.ready, look: "ready" },
          { label: words.vote, amount: found.vote, look: "vote" },
          { label: words.law, amount: found.law, look: "law" },
        ]}
      />
      <p class="ruler-ends tiny dim num" aria-hidden="true">
        {[0, 13, 26, 39, 52].map((week) => (
          <span key={week}>
            {week === 0 ? inside(words.now) : week === 52 ? words.weeksEnd(52) : `+${week}`}
          </span>
        ))}
      </p>
    </section>
  );
}
