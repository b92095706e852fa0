// "Why did it change?": contributions of the last week that sum to the change, the rule in a sentence, and the sources.

import { useEffect, useState } from "preact/hooks";
import { SURVEY_WEEKS } from "../../shared/estimate.ts";
import { type IndicatorId, indicatorOf } from "../../shared/indicators.ts";
import { isBanded } from "../../shared/sight.ts";
import { quantise, sightIn } from "../../shared/view.ts";
import type { Why } from "../../shared/why.ts";
import { ageOf, counted, figure, grainOf, isChance, printPart, printSeen, printStep } from "../figure.ts";
import { mainCause } from "../headline.ts";
import { noteKey } from "../history.ts";
import { likelyName, seatTitle } from "../label.ts";
import { Grade, Sources } from "../parts/grade.tsx";
import { Popover } from "../parts/popover.tsx";
import { Sparkline } from "../parts/sparkline.tsx";
import { type Contribution, Waterfall } from "../parts/waterfall.tsx";
import { passing } from "../passing.ts";
import { printPercent } from "../print.ts";
import { sourcesOf } from "../source.ts";
import { headed, inside, speech } from "../speech.ts";
import type { WhyOpen } from "../store.ts";
import { type Game, useGame } from "./context.ts";
import "./why.css";

/** "Magnets: in stock", "Support, Spain". */
function nameOf({ rules, view }: Game, { id, k }: WhyOpen): string {
  const name = headed(likelyName(view.seat, id));
  const { per } = indicatorOf(id);
  if (id === "stock") return speech.headline.stock(rules.inputs[k]!.name);
  if (per === "member") return `${name}, ${seatTitle(rules.members[k]!.code)}`;
  if (per === "sector") return `${name}, ${inside(rules.sectors[k]!.name)}`;
  return per === "input" ? `${name}, ${inside(rules.inputs[k]!.name)}` : name;
}

/** What did not come through the gate: what came at this throughput tells what would have come at the normal one. */
function keptOut(
  { rules, view }: Pick<Game, "rules" | "view">,
  { id, k }: Pick<WhyOpen, "id" | "k">,
  cause: string,
  amount: number,
): number | undefined {
  if (id !== "stock" || cause !== "licences" || amount <= 0) return undefined;
  const through = passing(rules, view, k);
  return through > 0.04 && through < 0.95 ? amount / through - amount : undefined;
}

/** Contributions named one by one; the small rest stands in one row, so that the sum stays right. */
const NAMED = 6;

/** A change as its tile tells it: between the numbers as they are shown before and after. */
const shownStep = (id: IndicatorId, { before, after }: Pick<Why, "before" | "after">): number => {
  const { quantum } = indicatorOf(id);
  const [from, to] = [before, after].map((x) => counted(id, quantise(x, quantum))) as [number, number];
  return isChance(id) ? Math.round(to) - Math.round(from) : to - from;
};

/** Points of 100 are told to a tenth where they are the parts of a change. */
const POINT = 0.1;

/** Points of 100 for each step of the log-odds over a change. */
function slope(id: IndicatorId, from: number, change: number): number {
  const step = Math.abs(change) > 0.001 ? change : 0.001;
  return (counted(id, from + step) - counted(id, from)) / step;
}

const sum = (list: readonly { amount: number }[]): number =>
  list.reduce((all, { amount }) => all + amount, 0);

/** What is not told by name, and what rounding leaves: together the last row. */
function lastRow(unnamed: number, rounding: number, grain: number): Contribution[] {
  const words = speech.why;
  const [some, left] = [quantise(unnamed, grain) !== 0, quantise(rounding, grain) !== 0];
  if (!some && !left) return [];
  const label = some && left ? words.restRounded : some ? words.rest : words.rounding;
  return [{ label, amount: quantise(unnamed + rounding, grain) }];
}

/**
 * The rows of the picture, and how their amounts are written. As written they sum to the change as its tile shows it; of a
 * mere hint they are shares of the step in per cent.
 */
export function rowsOf(
  game: Pick<Game, "rules" | "view">,
  open: Pick<WhyOpen, "id" | "k">,
  why: Why,
): { rows: Contribution[]; print: (amount: number) => string } {
  const exact = why.after - why.before;
  const hint = isHint(game, open);
  const odds = !hint && isChance(open.id);
  const scale = odds ? slope(open.id, why.before, exact) : hint && exact !== 0 ? 100 / exact : 1;
  const largest = Math.max(0, ...why.reasons.map(({ amount }) => Math.abs(amount)));
  const grain = hint ? 1 : odds ? POINT : grainOf(open.id, largest);
  const told = why.reasons
    .map(({ cause, amount }) => ({ cause, exact: scale * amount, amount: quantise(scale * amount, grain) }))
    .filter(({ amount }) => amount !== 0)
    .slice(0, NAMED);
  const rows = told.map(({ cause, amount }) => {
    const kept = keptOut(game, open, cause, amount);
    return {
      label: headed(speech.causes[cause].short),
      amount,
      ...(cause === "not-known" ? { note: speech.why.secret } : {}),
      ...(kept === undefined ? {} : { keptOut: kept }),
    };
  });
  const unnamed = scale * exact - told.reduce((all, row) => all + row.exact, 0);
  const change = hint ? scale * exact : shownStep(open.id, why);
  return {
    rows: [...rows, ...lastRow(unnamed, change - sum(rows) - unnamed, grain)],
    print: (amount) => (hint ? printPercent(quantise(amount, 1)) : printPart(open.id, amount, grain)),
  };
}

/** True where the seat has a word for the number and no figure. */
const isHint = (
  { rules, view }: Pick<Game, "rules" | "view">,
  { id, k }: Pick<WhyOpen, "id" | "k">,
): boolean => isBanded(sightIn(rules, view, indicatorOf(id), k));

/** The change as one sentence. */
function finding(game: Game, open: WhyOpen, why: Why | undefined): string {
  const name = nameOf(game, open);
  const cause = why && mainCause(why);
  if (!why || !cause) return speech.why.same(name);
  const { rules, view } = game;
  if (isHint(game, open)) {
    const seen = (x: number) => printSeen(rules, view, open.id, open.k, x);
    return speech.why.moved(name, seen(why.before), seen(why.after), speech.causes[cause].because);
  }
  const change = shownStep(open.id, why);
  if (change === 0) return speech.why.same(name);
  const tell = change > 0 ? speech.why.rose : speech.why.fell;
  return tell(name, printStep(open.id, change), speech.causes[cause].because);
}

/** Asks the server why, once for each week the explanation is open. */
function useWhy({ store, view }: Game, { id, k }: WhyOpen): Why | "asking" | "unknown" {
  const [found, setFound] = useState<Why | "asking" | "unknown">("asking");
  useEffect(() => {
    let gone = false;
    void store.askWhy(id, k).then((why) => !gone && setFound(why ?? "unknown"));
    return () => {
      gone = true;
    };
  }, [id, k, view.pub.tick]);
  return found;
}

function Known({ game, open }: { game: Game; open: WhyOpen }) {
  const { rules, view } = game;
  const shown = figure(rules, view, open.id, open.k);
  const hint = isHint(game, open);
  // An error that is smaller than the steps of the number, as beside a 0, is none.
  const error = hint ? undefined : shown?.error;
  const how = hint
    ? speech.why.hint
    : error === undefined
      ? speech.why.exact
      : speech.why.survey(error, SURVEY_WEEKS, ageOf(rules, view, open.id, open.k));
  return (
    <p class="small dim">
      {speech.why.known}: {how} {(hint || error !== undefined) && <Grade grade="estimated" />}
    </p>
  );
}

function Changed({ game, open, why }: { game: Game; open: WhyOpen; why: Why }) {
  const { rules, view } = game;
  const { quantum } = indicatorOf(open.id);
  const seen = (x: number) => printSeen(rules, view, open.id, open.k, quantise(x, quantum));
  const { week, was, now, is } = speech.why.weeks(why.tick - 1, seen(why.before), why.tick, seen(why.after));
  const { rows, print } = rowsOf(game, open, why);
  return (
    <>
      {why.tick > 0 && (
        <p class="small dim num">
          {week} <b>{was}</b>, {now} <b>{is}</b>.
        </p>
      )}
      {rows.length > 0 && <Waterfall rows={rows} print={print} totalLabel={speech.why.change} />}
    </>
  );
}

export function WhyBox({ open }: { open: WhyOpen }) {
  const game = useGame();
  const { store, scenario } = game;
  const why = useWhy(game, open);
  const indicator = indicatorOf(open.id);
  const notes = store.history.value[noteKey(open.id, open.k)] ?? [];
  const said = typeof why === "string" ? undefined : why;
  const { what, rule } = speech.indicators[open.id];
  return (
    <Popover
      title={why === "asking" ? nameOf(game, open) : finding(game, open, said)}
      anchor={open.anchor}
      onClose={() => {
        store.why.value = undefined;
      }}
    >
      <p class="small dim">{what}</p>
      {why === "asking" && <p role="status">{speech.why.asking}</p>}
      {why === "unknown" && <p role="status">{speech.why.unknown}</p>}
      {said && <Changed game={game} open={open} why={said} />}
      <div class="why-more">
        <p class="small">
          <b>{speech.why.rule}.</b> {rule}
        </p>
        <Known game={game} open={open} />
        <Sources rows={sourcesOf(scenario, indicator, open.k)} />
        {notes.length > 2 && (
          <p class="row small dim">
            {speech.why.last(notes.length)}
            <Sparkline values={notes.map((note) => note.value)} width={180} height={32} />
          </p>
        )}
      </div>
    </Popover>
  );
}
