// The adviser: what the doctrines of this seat would do, and why. Asked for, never given by itself; it knows no more than
// the seat does.

import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Advice } from "../../shared/bots/adviser.ts";
import { type Command, check, orderKey } from "../../shared/moves/table.ts";
import type { Proposal } from "../../shared/state.ts";
import { because } from "../because.ts";
import type { Decision } from "../decision.ts";
import { keyOf, type Picks } from "../deed.ts";
import { valueName } from "../label.ts";
import { Button } from "../parts/button.tsx";
import { reasonText } from "../reason.ts";
import { speech } from "../speech.ts";
import type { Game } from "./context.ts";
import { LikelyText } from "./deed.tsx";
import "./adviser.css";

type State<T> = { asked: string; found?: T };

/** Something that is found out once it is asked for, and asked for anew when what it was about has changed. */
function useAsked<T>(about: string, find: () => Promise<T | undefined>) {
  const [state, setState] = useState<State<T>>();
  useEffect(() => setState(undefined), [about]);
  const ask = async () => {
    setState({ asked: about });
    const found = await find();
    setState((now) => (now?.asked === about && found !== undefined ? { asked: about, found } : now));
  };
  const found = state?.asked === about ? state.found : undefined;
  return { found, ask, waits: state?.asked === about && found === undefined };
}

interface AskedForProps {
  label: string;
  waits: boolean;
  ask: () => Promise<void>;
  children: ComponentChildren;
}

/** The button that asks, and what was found out, told to those who listen. */
function AskedFor({ label, waits, ask, children }: AskedForProps) {
  return (
    <div class="adviser">
      <Button size="small" look="quiet" onPress={() => void ask()} pending={waits}>
        {label}
      </Button>
      <div role="status">{children}</div>
    </div>
  );
}

const SHOWN_AS: readonly string[] = ["kind", "talk", "terms"];

/** The order in a few words: "Back a plant: Narva, Buy in advance". */
function orderText({ rules, view }: Game, command: Command): string {
  const { title } = speech.moves[command.kind as keyof typeof speech.moves];
  const parts = Object.entries(command)
    .filter(([field, value]) => !SHOWN_AS.includes(field) && typeof value !== "boolean")
    .map(([field, value]) => valueName(rules, view, field, value));
  return parts.length > 0 ? `${title}: ${parts.join(", ")}` : title;
}

/** Doctrines named before the others are only counted. */
const NAMED = 3;

/** Who would do so; and, told once in a list, what the first of them is after. */
function Doctrines({ advice, known = [] }: { advice: Advice; known?: readonly string[] }) {
  const { adviser, doctrines } = speech;
  const [first] = advice.doctrines;
  const names = advice.doctrines.map((id) => doctrines[id]?.name ?? id);
  const lead = first === undefined || known.includes(first) ? undefined : doctrines[first];
  return (
    <span class="dim">
      {adviser.by(names.slice(0, NAMED), names.length - NAMED)}
      {lead && ` ${adviser.aim(lead.name, lead.aim)}`}
    </span>
  );
}

/** What is picked in the form of an order's card. */
export const picksOf = (command: Command): Picks =>
  Object.fromEntries(
    Object.entries(command)
      .filter(([field]) => field !== "kind")
      .map(([field, value]) => [field, keyOf(value)]),
  );

interface OptionProps {
  game: Game;
  advice: Advice;
  /** Doctrines that stand first above, and have been introduced there. */
  known: readonly string[];
  onOpen: () => void;
}

function Option({ game, advice, known, onOpen }: OptionProps) {
  const { adviser } = speech;
  const reason = because(advice);
  // What has been ordered, or cannot be any more since, is not begun by opening its card.
  const refused = check(game.rules, game.view, advice.command);
  return (
    <li>
      <h4>{orderText(game, advice.command)}</h4>
      {reason && <p class="small">{reason}</p>}
      <p class="small likely">
        <span class="dim-2">{speech.act.likely}</span>{" "}
        <LikelyText command={advice.command} likely={advice.likely} />
      </p>
      <p class="small">
        <Doctrines advice={advice} known={known} />
      </p>
      {refused ? (
        <p class="small dim">{reasonText(refused)}</p>
      ) : (
        <Button size="small" onPress={onOpen}>
          {adviser.open}
        </Button>
      )}
    </li>
  );
}

/** Up to three things to begin, each with the way to its card. */
export function Adviser({ game, onOpen }: { game: Game; onOpen: (command: Command) => void }) {
  const { ahead, view } = game;
  const { adviser } = speech;
  const { found, ...asking } = useAsked(`${view.seat}/${view.pub.tick}`, () => ahead.advise(view));
  return (
    <AskedFor label={adviser.askBegin} {...asking}>
      {found === "failed" && <p class="small dim">{adviser.failed}</p>}
      {found?.length === 0 && <p class="small dim">{adviser.nothing}</p>}
      {found && found !== "failed" && found.length > 0 && (
        <ol class="adviser-options">
          {found.map((advice, k) => (
            <Option
              key={orderKey(advice.command)}
              game={game}
              advice={advice}
              known={found.slice(0, k).flatMap(({ doctrines }) => doctrines.slice(0, 1))}
              onOpen={() => onOpen(advice.command)}
            />
          ))}
        </ol>
      )}
    </AskedFor>
  );
}

interface AnswerAdviserProps {
  game: Game;
  /** What it is about; another subject is asked about anew. */
  about: string;
  options: readonly { title: string; command: Command }[];
  until: number;
}

/** Which of some answers to give, and why. */
function AnswerAdviser({ game, about, options, until }: AnswerAdviserProps) {
  const { ahead, view } = game;
  const { adviser } = speech;
  const commands = options.map(({ command }) => command);
  const { found, ...asking } = useAsked(`${about}/${view.pub.tick}`, async () => ({
    best: await ahead.adviseOn(view, commands, until - view.pub.tick),
  }));
  const failed = found?.best === "failed";
  const best = found?.best === "failed" ? undefined : found?.best;
  const title = best && options.find(({ command }) => orderKey(command) === orderKey(best.command))?.title;
  return (
    <AskedFor label={adviser.ask} {...asking}>
      {found && !best && <p class="small dim">{failed ? adviser.failed : adviser.noAnswer}</p>}
      {best && (
        <p class="small">
          <b>{title ?? adviser.counter}</b> {because(best)} <Doctrines advice={best} />
        </p>
      )}
    </AskedFor>
  );
}

/** The same for a question of the table. */
export const DecisionAdviser = ({ game, decision }: { game: Game; decision: Decision }) => (
  <AnswerAdviser
    game={game}
    about={decision.id}
    options={decision.options.map(({ title, command }) => ({ title: `${title}.`, command }))}
    until={decision.until}
  />
);

/** The same for a draft: sign, refuse, or answer with another. */
export const DraftAdviser = ({ game, draft }: { game: Game; draft: Proposal }) => (
  <AnswerAdviser
    game={game}
    about={draft.id}
    options={[
      { title: speech.adviser.sign, command: { kind: "answer-terms", proposal: draft.id, answer: "accept" } },
      {
        title: speech.adviser.refuse,
        command: { kind: "answer-terms", proposal: draft.id, answer: "reject" },
      },
    ]}
    until={draft.until}
  />
);
