// A card for one kind of order: what it costs, how long the law takes, what it would probably change, who would mind;
// and when it is open, a small form and the button.

import { useEffect, useState } from "preact/hooks";
import { AHEAD_WEEKS, type Likely } from "../../shared/forecast.ts";
import { nowOf } from "../../shared/moves/move.ts";
import { type Command, type CommandKind, moveOf } from "../../shared/moves/table.ts";
import { heldAgainst } from "../../shared/moves/word.ts";
import { isMember, isSeat, type Seat } from "../../shared/seat.ts";
import { sparing } from "../../shared/world/gifts.ts";
import { isInTime } from "../../shared/world/words.ts";
import type { Looked } from "../ahead.ts";
import { type Laid, laid } from "../clock.ts";
import { coercionText, printLikely, printPrice } from "../decision.ts";
import { compose, type Deed, type Field, type Picks, pressed } from "../deed.ts";
import { seatName, seatTitle, valueName } from "../label.ts";
import { Button } from "../parts/button.tsx";
import { Card, type Fact, Facts } from "../parts/card.tsx";
import { SeatChip } from "../parts/chip.tsx";
import { MiniClock, type MiniClockProps } from "../parts/clock.tsx";
import { Checks, Select } from "../parts/field.tsx";
import { Segmented } from "../parts/segmented.tsx";
import { printNumber } from "../print.ts";
import { reasonText } from "../reason.ts";
import { bySeatName } from "../seats.ts";
import { headed, speech } from "../speech.ts";
import { orderKey } from "../store.ts";
import { Confirm } from "./confirm.tsx";
import { type Game, useGame } from "./context.ts";

interface DeedCardProps {
  deed: Deed;
  open: boolean;
  picks: Picks;
  onOpen: () => void;
  onPick: (picks: Picks) => void;
}

const stageName = (name: string): string => speech.stages[name] ?? name.replaceAll("-", " ");

/** Weeks shown on a card's clock: the next of these that holds the whole. */
const CLOCKS = [13, 26, 52, 104, 208];

/** The legal clock as the picture wants it. */
function pictured({ stretches, votes, bite, end }: Laid): Omit<MiniClockProps, "side"> {
  const settled = Math.min(bite ?? end, ...votes.map(({ week }) => week));
  return {
    stages: stretches.map(({ name, from, to }) => ({
      label: stageName(name),
      from,
      to,
      kind: from < settled ? "running" : "ready",
    })),
    gates: votes.map(({ name, week }) => ({ label: stageName(name), week })),
    span: CLOCKS.find((weeks) => weeks >= end) ?? CLOCKS.at(-1)!,
    ...(bite === undefined ? {} : { bite }),
  };
}

/** The first effect, in words. */
function clockText({ bite, end }: Laid): string {
  const { act } = speech;
  const first = bite === undefined || bite === 0 ? act.atOnce : act.biteIn(bite);
  return bite !== undefined && end > bite ? `${first}, ${act.lasts(end - bite)}` : first;
}

function Clock({ game, command, full }: { game: Game; command: Command; full: boolean }) {
  const clock = laid(moveOf(command.kind).clock(game.rules, game.view, command));
  const side = game.view.seat === "beijing" ? "beijing" : "europe";
  return (
    <>
      {full && clock.end > 0 && <MiniClock side={side} {...pictured(clock)} />}
      <span>{clockText(clock)}</span>
    </>
  );
}

/** Seats shown before the rest is only counted. */
const OBJECTORS = 6;

function Objectors({ seats }: { seats: readonly Seat[] }) {
  const [all, setAll] = useState(false);
  if (seats.length === 0) return <span class="dim">{speech.act.nobody}</span>;
  const capitals = seats.filter((seat) => isMember(seat)).sort();
  const others = seats.filter((seat) => !isMember(seat)).map((seat) => seatTitle(seat));
  const rest = capitals.length - OBJECTORS;
  const shown = all ? capitals : capitals.slice(0, OBJECTORS);
  return (
    <span class="row wrap chips">
      {others.length > 0 && <span>{others.join(", ")}</span>}
      {shown.map((code) => (
        <SeatChip key={code} code={code} name={seatTitle(code)} />
      ))}
      {rest > 0 && (
        <Button look="quiet" size="small" expanded={all} onPress={() => setAll(!all)}>
          {all ? speech.council.fewer : speech.act.more(rest)}
        </Button>
      )}
    </span>
  );
}

/** What the order would probably change; looked up away from the page, some time after it is asked for. */
export function useLikely({ ahead, view }: Game, command: Command | undefined): Looked<Likely[]> {
  return useAhead(command && orderKey(command), ahead.edition(view), () => ahead.ask(view, command!));
}

/**
 * An answer of the look ahead to what a key stands for, once it has stood for a moment; nothing without one. When the seat
 * knows something else it is asked anew, and the answer from before stands until then.
 */
export function useAhead(
  key: string | undefined,
  edition: number,
  ask: () => Promise<Looked<Likely[]>>,
): Looked<Likely[]> {
  const [found, setFound] = useState<{ key: string; likely: Likely[] | "failed" }>();
  useEffect(() => {
    if (!key) return;
    let gone = false;
    const timer = setTimeout(() => {
      void ask().then((likely) => !gone && likely && setFound({ key, likely }));
    }, 120);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [key, edition]);
  return found && found.key === key ? found.likely : undefined;
}

/** Week of an order's first effect, where it lies beyond what a look ahead covers. */
export function worksLater(
  { rules, view }: Pick<Game, "rules" | "view">,
  command: Command,
): number | undefined {
  const { bite = 0 } = laid(moveOf(command.kind).clock(rules, view, command));
  return bite > AHEAD_WEEKS ? view.pub.tick + bite : undefined;
}

/** From which week on an order works, and whether the game is over by then: what comes in its last week still counts. */
export const laterText = ({ view }: Pick<Game, "view">, week: number): string =>
  speech.act.later(week, week > view.pub.weeks);

/** Orders of which nothing comes before somebody else has answered: the look ahead does not guess how. */
const ASKS: readonly string[] = ["send-envoy", "offer-step-down"] satisfies CommandKind[];

interface LikelyTextProps {
  command?: Command;
  likely: Looked<Likely[]>;
  /** Said where nothing changes, instead of the usual words. */
  none?: string;
}

/** What a ballot's look ahead is held against, in words; nothing for another order. */
export function againstText(
  { rules, view }: Pick<Game, "rules" | "view">,
  command: Command | undefined,
): { same: boolean; text: string } | undefined {
  const against = command && heldAgainst(rules, view, command);
  if (!against) return undefined;
  const { why, ballot } = against;
  const same = (command as unknown as { ballot: string }).ballot === ballot;
  return { same, text: speech.act.against[same ? "same" : "than"][why](speech.act.against.ballots[ballot]) };
}

export function LikelyText({ command, likely, none }: LikelyTextProps) {
  const { rules, view } = useGame();
  const against = againstText({ rules, view }, command);
  if (against?.same) return <span class="dim">{against.text}</span>;
  if (!likely) return <span class="dim-2">{speech.act.thinking}</span>;
  if (likely === "failed") return <span class="dim">{speech.act.failed}</span>;
  if (likely.length === 0) {
    if (none) return <span class="dim">{none}</span>;
    const week = command && worksLater({ rules, view }, command);
    const asks = command !== undefined && ASKS.includes(command.kind);
    const text =
      week !== undefined ? laterText({ view }, week) : asks ? speech.act.untilAnswered : speech.act.noChange;
    return <span class="dim">{[text, against?.text].filter(Boolean).join(", ")}</span>;
  }
  return (
    <span>
      {printLikely(view.seat, likely).map(({ name, span }, k) => (
        <span key={name}>
          {k > 0 && ", "}
          {name} <b>{span}</b>
        </span>
      ))}{" "}
      <span class="dim">{[speech.act.within(AHEAD_WEEKS), against?.text].filter(Boolean).join(", ")}</span>
    </span>
  );
}

/** The seat that a choice stands for; undefined where it is none. */
function seatOf(value: unknown): Seat | undefined {
  const [only, ...more] = [value].flat().map(String);
  return only !== undefined && more.length === 0 && isSeat(only) ? only : undefined;
}

/** Seats by name; everything else in the order in which it is offered. */
function inOrder(choices: Field["choices"]): Field["choices"] {
  const seats = choices.map(({ value }) => seatOf(value));
  return seats.includes(undefined)
    ? choices
    : [...choices].sort((a, b) => bySeatName(seatOf(a.value)!, seatOf(b.value)!));
}

const fieldName = (kind: string, name: string): string =>
  speech.fields[`${kind}/${name}`] ?? speech.fields[name] ?? headed(name);

function FieldBox({
  game,
  deed,
  field,
  onPick,
}: {
  game: Game;
  deed: Deed;
  field: Field;
  onPick: (key: string) => void;
}) {
  const { rules, view } = game;
  const label = fieldName(deed.kind, field.name);
  const named = inOrder(field.choices).map(({ key, value, possible, reason }) => ({
    id: key,
    name: valueName(rules, view, field.name, value),
    possible,
    reason,
  }));
  const what = speech.values[field.name]?.[field.picked]?.what;
  const note = what && <p class="small dim">{what}</p>;
  if (named.length === 1)
    return (
      <div class="deed-field">
        <p class="field-label">{label}</p>
        <p>{named[0]!.name}</p>
        {note}
      </div>
    );
  if (field.several) {
    const { taken, most } = field.several;
    return (
      <div class="deed-field">
        <Checks
          label={label}
          count={speech.act.taken(taken.length, Math.min(most, named.length))}
          options={named.map(({ id, name }) => ({ id, label: name }))}
          selected={taken}
          most={most}
          onPress={(key) => onPick(pressed(field, key))}
        />
        {note}
      </div>
    );
  }
  const shown = named.map(({ id, name, possible }) => ({
    id,
    label: possible || !deed.possible ? name : speech.act.notNow(name),
  }));
  // A list has room for the reason.
  const told = named.map(({ id, name, reason }) => ({
    id,
    label: reason && deed.possible ? speech.act.notNowFor(name, reasonText(reason)) : name,
  }));
  const short = shown.length <= 4 && shown.reduce((sum, { label }) => sum + label.length, 0) <= 40;
  return (
    <div class="deed-field">
      {short ? (
        <Segmented label={label} labelled options={shown} selected={field.picked} onSelect={onPick} />
      ) : (
        <Select label={label} groups={[{ options: told }]} selected={field.picked} onSelect={onPick} />
      )}
      {note}
    </div>
  );
}

/** Where the plants stand that have a site on the seat's own soil, in words; nothing where there are none. */
export function hostedText({ rules, view }: Pick<Game, "rules" | "view">): string | undefined {
  const plants = view.pub.projects.flatMap(({ id, stage }) => {
    const plan = rules.projects.find((p) => p.id === id);
    if (plan?.host !== view.seat || plan.owner !== "europe" || stage === "site" || stage === "dead")
      return [];
    const clock = moveOf("host-plant").clock(rules, view, { kind: "host-plant", project: id } as never);
    const { bite = 0 } = laid(clock);
    const week = stage === "operating" ? undefined : view.pub.tick + bite;
    return [{ name: plan.name, stage: speech.projectStages[stage], week }];
  });
  return plants.length > 0 ? speech.hosted(plants) : undefined;
}

/** Why a card is off: the first sentence. */
const whyOff = (game: Game, { kind, reason }: Deed): { lead: string; text: string } => ({
  lead: reason
    ? reasonText(reason, game)
    : ((kind === "host-plant" ? hostedText(game) : undefined) ??
      speech.nothingFor[kind] ??
      speech.nothingElse),
  text: "",
});

const AGAINST_COERCION: readonly string[] = [
  "examine-coercion",
  "determine-coercion",
  "answer-coercion",
] satisfies CommandKind[];

/** How that stands now which an order would change, or speaks for it; nothing where the form shows it already. */
function nowText({ rules, view }: Game, command: Command): string | undefined {
  if (AGAINST_COERCION.includes(command.kind)) return coercionText(rules, view);
  if (command.kind !== "set-licence-mode") return undefined;
  const { input } = command as Extract<Command, { kind: "set-licence-mode"; input: string }>;
  const i = rules.inputs.findIndex(({ id }) => id === input);
  return i < 0 ? undefined : speech.act.setNow(speech.modes[view.pub.law.modes[i]!]);
}

/** What Beijing breaks by an order, as far as it has given its word; nothing where it has given none. */
export function brokenText(
  { rules, view }: Pick<Game, "rules" | "view">,
  command: Command,
): string | undefined {
  if (command.kind !== "quiet-ban") return undefined;
  const { member } = command as Extract<Command, { kind: "quiet-ban"; member: string }>;
  const deals = sparing(view.own.offers, member);
  if (deals.length === 0) return undefined;
  const until = Math.max(...deals.map(({ ends }) => ends));
  const name = Math.min(view.own.reputation, deals.length * rules.model.contracts.breachReputation);
  return speech.act.breaksWord(seatName(member as Seat), until, printNumber(name));
}

/** What is known of a threat before it is made: whether it can still be carried out by its date. */
export function threatNote(
  { rules, view }: Pick<Game, "rules" | "view">,
  command: Command,
): string | undefined {
  if (command.kind !== "make-statement") return undefined;
  const said = command as Extract<Command, { kind: "make-statement"; form: string }>;
  if (said.form !== "threat") return undefined;
  const file = view.pub.files.find(({ id }) => id === said.file);
  const until = view.pub.tick + (said.weeks ?? 0);
  return isInTime(rules, file, until, nowOf(view)) ? undefined : speech.promises.tooSoon;
}

/** What speaks against giving an order as it stands, though the rules allow it. */
const warnings = (game: Game, command: Command): string[] =>
  [brokenText(game, command), threatNote(game, command)].filter((text) => text !== undefined);

export function DeedCard({ deed, open, picks, onOpen, onPick }: DeedCardProps) {
  const game = useGame();
  const { rules, view } = game;
  const form = compose(deed.offered, picks, deed.several);
  const { title, what } = speech.moves[deed.kind];
  const command = form?.chosen.command;
  const complete = form && form.wants === undefined;
  const likely = useLikely(game, open && complete && form.chosen.refused === null ? command : undefined);
  if (!form || !command) return <Card title={title} off={whyOff(game, deed)} />;
  const move = moveOf(command.kind);
  const now = nowText(game, command);
  const facts: Fact[] = [
    { term: speech.act.clock, value: <Clock game={game} command={command} full /> },
    ...(complete && form.chosen.refused === null
      ? [{ term: speech.act.likely, value: <LikelyText command={command} likely={likely} /> }]
      : []),
    ...(complete
      ? [
          {
            term: speech.act.objects,
            value: <Objectors seats={move.objects(rules, view, command)} />,
          },
        ]
      : []),
  ];
  return (
    <Card
      title={title}
      cost={printPrice(rules, view, command)}
      {...(deed.possible || open ? {} : { off: whyOff(game, deed) })}
      {...(open
        ? {}
        : {
            facts: [
              { term: speech.act.what, value: what },
              { term: speech.act.clock, value: <Clock game={game} command={command} full={false} /> },
            ],
          })}
      selected={open}
      onSelect={onOpen}
    >
      <div class="deed">
        <p class="small dim">{what}</p>
        {form.fields.map((field) => (
          <FieldBox
            key={field.name}
            game={game}
            deed={deed}
            field={field}
            onPick={(key) => onPick({ ...picks, [field.name]: key })}
          />
        ))}
        {now && <p class="small">{now}</p>}
        {(complete ? warnings(game, command) : []).map((text) => (
          <p key={text} class="small attn" role="status">
            {text}
          </p>
        ))}
        <Facts facts={facts} />
        <Confirm
          game={game}
          command={complete ? command : undefined}
          label={speech.moves[deed.kind].go}
          refused={form.chosen.refused}
          {...(form.wants && { reason: speech.act.pickSome(fieldName(deed.kind, form.wants)) })}
        />
      </div>
    </Card>
  );
}
