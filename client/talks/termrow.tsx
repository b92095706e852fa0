// One promise of a draft: whose, what, how much, by when, who looks; each part set where it stands.

import { useId } from "preact/hooks";
import { bodiesFor, checkTerm, countOf, twice, weeksOf } from "../../shared/moves/terms.ts";
import type { Measure } from "../../shared/scenario/terms.ts";
import { type Seat, sideOf } from "../../shared/seat.ts";
import type { Draft, Term } from "../../shared/state.ts";
import { METRIC } from "../../shared/world/metrics.ts";
import { idleness } from "../../shared/world/promise.ts";
import { seatName } from "../label.ts";
import type { Game } from "../panels/context.ts";
import { Icon } from "../parts/icon.tsx";
import { Note } from "../parts/note.tsx";
import { SideMark, Tag } from "../parts/side.tsx";
import { headed, inside, speech } from "../speech.ts";
import { Amount, Pick } from "./amount.tsx";
import { isTimed, isValued, type Mark, subjectsOf, timingOf } from "./draft.ts";
import {
  accuracyText,
  faultText,
  shown,
  subjectText,
  timeText,
  titleText,
  typed,
  unitText,
  valueText,
} from "./term.ts";

/** Why a term cannot stand in a draft, in words; undefined when it can. */
export function faultOf(
  { rules, view }: Pick<Game, "rules" | "view">,
  parties: readonly Seat[],
  draft: Draft,
  k: number,
): string | undefined {
  const term = draft.terms[k]!;
  if (twice(draft.terms.slice(0, k + 1)) === term) return speech.talks.twice;
  const rejection = checkTerm(rules, view, parties, term, draft.weeks);
  return rejection ? faultText(term, rejection, draft.weeks) : undefined;
}

/** That a promised vote is counted only after the agreement is over, in words; undefined when it is counted in time. */
export function lateOf({ rules, view }: Pick<Game, "rules" | "view">, draft: Draft, k: number) {
  const { metric, about } = draft.terms[k]!;
  if (METRIC[metric].when !== "at-vote") return undefined;
  const week = countOf(rules, view, about);
  return week >= view.pub.tick + draft.weeks ? speech.talks.countedLate(week) : undefined;
}

/** That a promise about supply asks for nothing, in words; undefined where it asks for something. */
export function idleOf({ rules }: Pick<Game, "rules">, term: Term): string | undefined {
  const why = METRIC[term.metric].supply ? idleness(rules, term) : undefined;
  return why && headed(speech.talks.idleTerm(speech.talks.idle[why]));
}

export interface TermRowProps {
  game: Game;
  draft: Draft;
  k: number;
  parties: readonly Seat[];
  mark: Mark | undefined;
  /** What it is worth. */
  worth: string;
  onChange: (change: Partial<Term>) => void;
  onRemove: () => void;
}

type PartProps = Pick<TermRowProps, "game" | "draft" | "parties" | "onChange"> & {
  term: Term;
  note: string | undefined;
};

/** The title with its subject to pick within it. */
function Title({ game, term, parties, note, onChange }: PartProps) {
  const { rules, view } = game;
  const named = (about: string) => subjectText(rules, view.pub.files, { ...term, about });
  const options = subjectsOf(rules, view, parties, term).map((about) => ({ id: about, label: named(about) }));
  const known = options.some(({ id }) => id === term.about);
  const all = known ? options : [{ id: term.about, label: named(term.about) }, ...options];
  const [before = "", after = ""] = speech.metrics[term.metric].about("\n").split("\n");
  return (
    <>
      {before}
      {METRIC[term.metric].about !== "none" && (
        <Pick
          label={speech.talks.field.about}
          options={all}
          selected={term.about}
          describedBy={note}
          onSelect={(about) => onChange({ about })}
        />
      )}
      {after}
    </>
  );
}

/** "at most 25 days", with the figure to set. */
function Value({ term, note, onChange }: PartProps) {
  const { metric, value } = term;
  const { bound, none } = speech.metrics[metric];
  const { talks } = speech;
  const { unit, least, most, step } = METRIC[metric];
  if (unit === "ballot")
    return (
      <Pick
        label={talks.field.value}
        options={["1", "0", "-1"].map((id) => ({ id, label: talks.ballots[id]! }))}
        selected={String(value)}
        describedBy={note}
        onSelect={(id) => onChange({ value: Number(id) })}
      />
    );
  if (!isValued(metric)) return <>{none}</>;
  const { before, after } = unitText(metric, value);
  return (
    <>
      {bound} {before}
      <Amount
        label={`${talks.field.value}, ${before}${after}`}
        value={shown(metric, value)}
        least={shown(metric, least)}
        most={shown(metric, most)}
        step={shown(metric, step)}
        describedBy={note}
        invalid={value < least || value > most}
        onChange={(next) => onChange({ value: typed(metric, next) })}
      />
      {before ? "" : " "}
      {after}
    </>
  );
}

/** "over 8 weeks", with the weeks to set where they are the writer's. */
function Time({ game, draft, term, note, onChange }: PartProps) {
  const { talks } = speech;
  const { least, most } = weeksOf(game.rules, term, draft.weeks);
  if (!isTimed(term)) return <>{timeText(term, game.view.pub.tick + draft.weeks)}</>;
  return (
    <>
      {timingOf(term) === "window" ? talks.over : talks.within}{" "}
      <Amount
        label={talks.field.weeks}
        value={term.weeks}
        least={least}
        most={most}
        step={1}
        describedBy={note}
        invalid={term.weeks < least || term.weeks > most}
        onChange={(weeks) => onChange({ weeks: Math.round(weeks) })}
      />{" "}
      {talks.weeks(term.weeks)}
    </>
  );
}

function MeasureField({ game, term, note, onChange }: PartProps) {
  const bare = term.measure === "none";
  return (
    <span class="term-measure">
      {bare && <Icon name="warning" size={15} />}
      <Pick<Measure>
        label={speech.talks.field.measure}
        options={bodiesFor(term.metric).map((id) => ({ id, label: speech.measures[id].title }))}
        selected={term.measure}
        describedBy={note}
        attn={bare}
        onSelect={(measure) => onChange({ measure })}
      />
      <span class="tiny dim">{accuracyText(game.rules, term.measure, term.metric)}</span>
    </span>
  );
}

/** What a changed term was, only the parts that are different. */
function wasText({ rules, view }: Game, term: Term, was: Term, until: number): string {
  const parts = [
    ...(was.about === term.about ? [] : [titleText(rules, view.pub.files, was)]),
    ...(was.value === term.value ? [] : [valueText(was.metric, was.value)]),
    ...(was.measure === term.measure ? [] : [inside(speech.measures[was.measure].title)]),
    ...(isTimed(was) && was.weeks !== term.weeks ? [timeText(was, until)] : []),
  ];
  return speech.talks.was(parts.join(", "));
}

export function TermRow({ game, draft, k, parties, mark, worth, onChange, onRemove }: TermRowProps) {
  const { talks } = speech;
  const id = useId();
  const term = draft.terms[k]!;
  const fault = faultOf(game, parties, draft, k) ?? lateOf(game, draft, k) ?? idleOf(game, term);
  const note = fault ? `${id}-fault` : undefined;
  const part = { game, draft, term, parties, note, onChange };
  const until = game.view.pub.tick + draft.weeks;
  const name = term.by === game.view.seat ? talks.you : headed(seatName(term.by));
  // The mark of the side is enough where a side has one seat at the table.
  const peers = parties.filter((seat) => sideOf(seat) === sideOf(term.by)).length;
  return (
    <li class={`term${mark ? " changed" : ""}`}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in the grid of the list */}
      <div
        role="group"
        aria-label={`${talks.term(k + 1)}: ${talks.promises(name, term.by === game.view.seat)}`}
        class="term-parts"
      >
        <span class="term-n num dim-2" aria-hidden="true">
          {k + 1}
        </span>
        <SideMark side={sideOf(term.by)} />
        <p class="term-title">
          <Title {...part} /> {mark?.kind === "new" && <Tag>{talks.isNew}</Tag>}
        </p>
        <p class="term-line">
          {peers > 1 && <span>{name}: </span>}
          <Value {...part} /> <Time {...part} />
          {mark?.kind === "changed" && <span class="term-was"> {wasText(game, term, mark.was, until)}</span>}
        </p>
        <MeasureField {...part} />
        <span class="term-worth num">{worth}</span>
        <button type="button" class="term-remove" onClick={onRemove}>
          <Icon name="close" size={16} />
          <span class="heard">{talks.remove(k + 1)}</span>
        </button>
        {fault && <Note id={note!} text={fault} />}
      </div>
    </li>
  );
}

/** A term of the draft on the table that this draft leaves out. */
export function GoneRow({ game, term, onBack }: { game: Game; term: Term; onBack: () => void }) {
  return (
    <li class="term gone">
      <div class="term-parts">
        <span class="term-n num dim-2" aria-hidden="true">
          –
        </span>
        <SideMark side={sideOf(term.by)} named />
        <p class="term-title">
          <s>{titleText(game.rules, game.view.pub.files, term)}</s> <Tag>{speech.talks.removed}</Tag>
        </p>
        <p class="term-line">
          <button type="button" class="dotted" onClick={onBack}>
            {speech.talks.putBackTerm}
          </button>
        </p>
      </div>
    </li>
  );
}
