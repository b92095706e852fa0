// What a draft is worth to the seat that reads it, with how sure that is and what it brings besides.

import { wonBy } from "../../shared/bots/ambition.ts";
import { type Worth, worthOf } from "../../shared/bots/worth.ts";
import { sum } from "../../shared/exact.ts";
import { AHEAD_WEEKS } from "../../shared/forecast.ts";
import { isMember, type Seat, type Viewpoint } from "../../shared/seat.ts";
import type { Draft } from "../../shared/state.ts";
import { METRIC } from "../../shared/world/metrics.ts";
import { pointsOf } from "../../shared/world/signing.ts";
import { seatTitle } from "../label.ts";
import type { Game } from "../panels/context.ts";
import { LikelyText, useAhead } from "../panels/deed.tsx";
import { type Fact, Facts } from "../parts/card.tsx";
import { printChance, printChange, printNumber, printPercent } from "../print.ts";
import { speech } from "../speech.ts";
import { words } from "../words.ts";

/** Less than half a million is nothing. */
const NOTHING = 0.0005;

/** "+€190m", "−€1.25bn", "–": all of a draft in the unit that suits the largest, so that its parts can be added up. */
export function euroText(bn: number, { terms, euro, low, high }: Worth): string {
  const most = Math.max(...[...terms, euro, low, high].map(Math.abs));
  const step = most < 1 ? 0.001 : 0.01;
  const rounded = Math.round(bn / step) * step;
  if (Math.abs(bn) < NOTHING || rounded === 0) return "–";
  const size = Math.abs(rounded);
  const text =
    most < 1
      ? words.units.euroM(printNumber(Math.round(1000 * size)))
      : words.units.euroBn(printNumber(size, size < 1 ? 2 : 3));
  return rounded < 0 ? `−${text}` : `+${text}`;
}

export const reckon = ({ rules, view }: Game, draft: Draft, parties: readonly Seat[]): Worth =>
  worthOf(rules, view, draft, parties);

const WIDTH = 208;
const EDGE = 4;

/** The figure on a line from nothing, with the span in which it may lie. */
function Span({ worth }: { worth: Worth }) {
  const { low, high, euro } = worth;
  const from = Math.min(0, low);
  const to = Math.max(0, high);
  if (to - from < NOTHING) return null;
  const x = (bn: number) => EDGE + ((WIDTH - 2 * EDGE) * (bn - from)) / (to - from);
  return (
    <>
      <svg class="worth-span" viewBox={`0 0 ${WIDTH} 24`} aria-hidden="true">
        <path d={`M${EDGE} 12H${WIDTH - EDGE}`} class="worth-axis" />
        <path d={`M${x(0)} 6v12`} class="worth-axis" />
        <rect x={x(low)} y="6" width={Math.max(1, x(high) - x(low))} height="12" class="worth-range" />
        <path d={`M${x(euro)} 2v20`} class="worth-mark" />
      </svg>
      {high - low > NOTHING && (
        <p class="tiny dim num">{speech.between(euroText(low, worth), euroText(high, worth))}</p>
      )}
    </>
  );
}

/** What a draft costs the seat that reads it in political capital when it is signed; nothing where it is free. */
export function signingPrice(
  { rules, view }: Pick<Game, "rules" | "view">,
  draft: Draft,
): string | undefined {
  const points = pointsOf(rules, draft.terms, view.seat);
  return points > 0 ? speech.act.cost(printNumber(points), undefined) : undefined;
}

/** What it brings besides money, as far as anybody on this side can know. */
function besides({ rules, view }: Game, worth: Worth, draft: Draft, parties: readonly Seat[]): Fact[] {
  const { talks } = speech;
  const won = wonBy(rules, view, draft, parties);
  const others = parties.filter((seat) => seat !== view.seat);
  const firms = isMember(view.seat) ? talks.firms : talks.firmsEurope;
  const price = signingPrice({ rules, view }, draft);
  return [
    ...(price ? [{ term: talks.atSigning, value: price }] : []),
    ...(isMember(view.seat)
      ? [{ term: talks.standing, value: printChange(Number(worth.standing.toFixed(1))) }]
      : []),
    ...(won > 0 ? [{ term: talks.ownGoals, value: printChange(Number(won.toFixed(1))) }] : []),
    ...(worth.leak > 0 ? [{ term: talks.leak, value: printChance(worth.leak) }] : []),
    ...(worth.soothe > 0.005
      ? [{ term: firms, value: talks.lessStock(printPercent(Math.round(100 * worth.soothe))) }]
      : []),
    ...others.slice(0, 1).map((seat) => ({
      term: others.length > 1 ? talks.othersSide : talks.theirSide(seatTitle(seat)),
      value: <span class="dim">{talks.notKnown}</span>,
    })),
  ];
}

/** What most of a draft's euros count to a seat: losses it is insured against, the lever it gives up, or the terms as such. */
export function worthKind(seat: Viewpoint, draft: Draft, { terms }: Worth): "insurance" | "lever" | "terms" {
  const sizes = terms.map(Math.abs);
  const insured = sum(draft.terms.map(({ metric }, k) => (METRIC[metric].supply ? sizes[k]! : 0)));
  if (insured < NOTHING || 2 * insured < sum(sizes)) return "terms";
  return seat === "beijing" ? "lever" : "insurance";
}

export interface WorthBoxProps {
  game: Game;
  draft: Draft;
  parties: readonly Seat[];
  worth: Worth;
}

export function WorthBox({ game, draft, parties, worth }: WorthBoxProps) {
  const { talks } = speech;
  const { ahead, view } = game;
  const key = JSON.stringify([draft, parties]);
  const found = useAhead(key, ahead.edition(view), () => ahead.askSigned(view, draft, parties));
  // Standing has a line of its own, reckoned over the whole deal.
  const likely = found === "failed" ? found : found?.filter(({ indicator }) => indicator !== "standing");
  const kind = worthKind(view.seat, draft, worth);
  const signed = {
    term: talks.ifSigned,
    value: <LikelyText likely={likely} none={talks.noneSoon[kind](AHEAD_WEEKS)} />,
  };
  return (
    <section class="worth" aria-labelledby="worth-title">
      <div class="worth-sum">
        <h3 id="worth-title">{talks.worth}</h3>
        <p>
          <b class="worth-big num">
            {Math.abs(worth.euro) < NOTHING ? speech.talks.noEuro : euroText(worth.euro, worth)}
          </b>{" "}
          <span class="small dim">{talks.worthLine(draft.weeks)}</span>
        </p>
        <Span worth={worth} />
        <p class="tiny dim">{talks.worthIs[kind]}</p>
      </div>
      <Facts facts={[signed, ...besides(game, worth, draft, parties)]} />
    </section>
  );
}
