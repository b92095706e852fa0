// What a seat says: in its own words, or by a phrase with its blanks filled.

import { useEffect, useRef, useState } from "preact/hooks";
import { nowOf } from "../../shared/moves/move.ts";
import { type Command, check } from "../../shared/moves/table.ts";
import { SAID_MOST, threatens } from "../../shared/moves/talks.ts";
import type { Phrase } from "../../shared/scenario/terms.ts";
import type { Seat } from "../../shared/seat.ts";
import type { Talk } from "../../shared/state.ts";
import type { View } from "../../shared/view.ts";
import { isInTime } from "../../shared/world/words.ts";
import { read } from "../figure.ts";
import { fileName, seatList, talkName } from "../label.ts";
import type { Game } from "../panels/context.ts";
import { Button, IconButton } from "../parts/button.tsx";
import { reasonText } from "../reason.ts";
import { speech } from "../speech.ts";
import { orderKey } from "../store.ts";
import { Amount, Pick } from "./amount.tsx";
import { addressee, isTimedPhrase, lineText, phrasesFor } from "./rooms.ts";

type Say = Extract<Command, { kind: "say" }>;

/** Characters left at which one is told. */
const NEAR = 40;
/** Weeks that a blank begins with. */
const WEEKS = 8;

/** What its blank holds at first: of the stock of magnets, what is known of it. */
export function weeksFor({ rules, view }: Pick<Game, "rules" | "view">, phrase: Phrase): number {
  const stock = phrase === "stock-lasts" ? read(rules, view, "stock") : undefined;
  return stock === undefined ? WEEKS : Math.max(1, Math.round(stock));
}

/** A phrase in hand, with what its blanks hold. */
interface Card {
  phrase: Phrase;
  weeks: number;
  file: string;
}

/** Whom a threat here would bind this seat to. */
const boundTo = ({ seat }: View, talk: Talk): Seat[] => threatens(seat as Seat, talk);

/** Whether a phrase names a file: a threat of Brussels to Beijing does. */
const namesFile = (view: View, talk: Talk, phrase: Phrase): boolean =>
  phrase === "threat" && boundTo(view, talk).includes("beijing");

/** Files that a threat could be about now. */
const filesFor = ({ rules, view }: Game, talk: Talk) =>
  view.pub.files
    .filter((file) => {
      const command: Say = { kind: "say", talk: talk.id, phrase: "threat", weeks: WEEKS, file: file.id };
      const code = check(rules, view, command)?.code;
      return file.side === "europe" && code !== "not-open";
    })
    .map((file) => ({ id: file.id, label: fileName(rules, file) }));

/** The order that says what is in hand; undefined while there is nothing. */
function commandOf(talk: Talk, card: Card | undefined, text: string): Say | undefined {
  const to = { kind: "say", talk: talk.id } as const;
  if (!card) return text.trim() === "" ? undefined : { ...to, text: text.trim() };
  const { phrase, weeks, file } = card;
  return {
    ...{ ...to, phrase },
    ...(isTimedPhrase(phrase) ? { weeks } : {}),
    ...(file ? { file } : {}),
  };
}

/** What a threat for a week is, and what it costs when nothing follows: a capital judges Beijing's, Beijing Brussels'. */
export function threatText(game: Pick<Game, "rules" | "view">, talk: Talk, week: number): string {
  const { talks } = speech;
  if (namesFile(game.view, talk, "threat")) return talks.threatBrussels(week);
  const bound = boundTo(game.view, talk);
  return bound.length > 0
    ? talks.threatBeijing(week, seatList(bound), bound.length > 1)
    : talks.threatOther(week);
}

function ThreatNote({ game, talk, card }: { game: Game; talk: Talk; card: Card }) {
  if (card.phrase !== "threat") return null;
  const { rules, view } = game;
  const week = view.pub.tick + card.weeks;
  const file = view.pub.files.find(({ id }) => id === card.file);
  const late = file !== undefined && !isInTime(rules, file, week, nowOf(view));
  return (
    <p class="small attn">
      {threatText(game, talk, week)} {late && speech.promises.tooSoon}
    </p>
  );
}

interface CardBoxProps {
  game: Game;
  talk: Talk;
  card: Card;
  onChange: (card: Card) => void;
  onBack: () => void;
}

/** The phrase in hand as it will be read, and its blanks. */
function CardBox({ game, talk, card, onChange, onBack }: CardBoxProps) {
  const { talks } = speech;
  const { rules, view } = game;
  const box = useRef<HTMLDivElement>(null);
  const files = namesFile(view, talk, card.phrase) ? filesFor(game, talk) : undefined;
  // The card that was pressed is gone; the keyboard goes on with its blanks, or with what is to be sent.
  useEffect(() => {
    const first = box.current?.querySelector<HTMLElement>("input, select");
    (first ?? box.current)?.focus();
  }, [card.phrase]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: it holds words first, and fields only sometimes
    <div ref={box} class="say-card" role="group" tabIndex={-1} aria-label={talks.phrases}>
      <p>{lineText(rules, { ...card, text: "", tick: view.pub.tick })}</p>
      {isTimedPhrase(card.phrase) && (
        <p class="small dim">
          {card.phrase === "stock-lasts" || card.phrase === "shorter" ? talks.howManyWeeks : talks.inWeeks}{" "}
          <Amount
            label={talks.howManyWeeks}
            value={card.weeks}
            least={1}
            most={104}
            step={1}
            onChange={(weeks) => onChange({ ...card, weeks: Math.round(weeks) })}
          />
        </p>
      )}
      {files && files.length > 0 && (
        <p class="small dim">
          {talks.whichFile}{" "}
          <Pick
            label={talks.whichFile}
            options={files}
            selected={card.file}
            onSelect={(file) => onChange({ ...card, file })}
          />
        </p>
      )}
      {files?.length === 0 && <p class="small dim">{talks.noFile}</p>}
      <ThreatNote game={game} talk={talk} card={card} />
      <IconButton icon="close" name={talks.putBack} onPress={onBack} />
    </div>
  );
}

interface PhrasesProps {
  game: Game;
  talk: Talk;
  onTake: (phrase: Phrase) => void;
}

function Phrases({ game, talk, onTake }: PhrasesProps) {
  const { talks } = speech;
  const { view, rules } = game;
  const [all, setAll] = useState(false);
  const { first, more } = phrasesFor(view, talk);
  const blank = { text: "", file: "", tick: view.pub.tick };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons, no form
    <div class={`say-phrases${all ? " all" : ""}`} role="group" aria-label={talks.phrases}>
      {[...first, ...(all ? more : [])].map((phrase) => (
        <Button key={phrase} size="small" onPress={() => onTake(phrase)}>
          {lineText(rules, { ...blank, phrase, weeks: weeksFor(game, phrase) })}
        </Button>
      ))}
      <Button size="small" look="quiet" expanded={all} onPress={() => setAll(!all)}>
        {all ? talks.fewerPhrases : talks.morePhrases}
      </Button>
    </div>
  );
}

interface WordsProps {
  name: string;
  /** The same where there is little room. */
  short: string;
  text: string;
  onInput: (text: string) => void;
  onSend: () => void;
}

/** A field that grows with what is written; Enter sends, with Shift it begins a line. */
function Words({ name, short, text, onInput, onSend }: WordsProps) {
  const { talks } = speech;
  const left = SAID_MOST - text.length;
  return (
    <div class="say-words grow">
      <textarea
        class="field"
        rows={1}
        aria-label={talks.write(name)}
        placeholder={talks.write(short)}
        maxLength={SAID_MOST}
        value={text}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          onSend();
        }}
      />
      {left <= NEAR && (
        <p class="tiny dim num" role="status">
          {left === 0 ? talks.tooLong(SAID_MOST) : talks.left(left)}
        </p>
      )}
    </div>
  );
}

export interface SayProps {
  game: Game;
  talk: Talk;
}

export function SayBox({ game, talk }: SayProps) {
  const { talks } = speech;
  // Words of one's own, where the host has not switched them off; phrases always may be said.
  const { freeText } = game.session;
  const { store, rules, view } = game;
  const [card, setCard] = useState<Card>();
  const [tried, setTried] = useState(false);
  const text = store.typed.value[talk.id] ?? "";
  const type = (next: string) => {
    store.typed.value = { ...store.typed.peek(), [talk.id]: next };
    setTried(false);
  };
  const command = commandOf(talk, card, text);
  const refused = command && check(rules, view, command);
  const key = command && orderKey(command);
  const pending = key !== undefined && store.sent.value.has(key);
  const said = key === undefined ? undefined : store.refused.value.get(key);
  const send = async () => {
    setTried(true);
    if (!command || refused || pending || !(await store.order(command))) return;
    setTried(false);
    if (card) setCard(undefined);
    else type("");
  };
  const take = (phrase: Phrase) =>
    setCard({
      phrase,
      weeks: weeksFor(game, phrase),
      file: namesFile(view, talk, phrase) ? (filesFor(game, talk)[0]?.id ?? "") : "",
    });
  return (
    <form
      class="say"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {!card && !freeText && <p class="small dim">{talks.phrasesOnly}</p>}
      {!card && <Phrases game={game} talk={talk} onTake={take} />}
      <div class={`say-row${card ? " carded" : ""}`}>
        {card && (
          <CardBox game={game} talk={talk} card={card} onChange={setCard} onBack={() => setCard(undefined)} />
        )}
        {!card && freeText && (
          <Words
            name={talkName(view, talk.id)}
            short={addressee(view, talk)}
            text={text}
            onInput={type}
            onSend={() => void send()}
          />
        )}
        {(card || freeText) && (
          <Button
            type="submit"
            once
            pending={pending}
            reason={card && refused ? reasonText(refused, game) : undefined}
            refusal={said ? reasonText(said, game) : tried && !command ? talks.empty : undefined}
          >
            {talks.send}
          </Button>
        )}
      </div>
    </form>
  );
}
