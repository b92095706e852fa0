// How long an agreement lasts, what then becomes of it, who may know, and whether a duty answers a breach.

import { useId } from "preact/hooks";
import { checkSnapback } from "../../shared/moves/terms.ts";
import { EXPIRIES, MEASURES } from "../../shared/scenario/terms.ts";
import type { Draft, Talk } from "../../shared/state.ts";
import { isFormal, present } from "../../shared/world/talks.ts";
import type { Game } from "../panels/context.ts";
import { Check } from "../parts/field.tsx";
import { Note } from "../parts/note.tsx";
import { Segmented } from "../parts/segmented.tsx";
import { inside, speech } from "../speech.ts";
import { words } from "../words.ts";
import { Amount } from "./amount.tsx";
import { type Changes, withLength } from "./draft.ts";

export interface EndingsProps {
  game: Game;
  talk: Talk;
  draft: Draft;
  changes: Changes | undefined;
  onChange: (draft: Draft) => void;
}

/** What stood there before, where that is something else. */
const Was = ({ text }: { text: string | undefined }) =>
  text === undefined ? null : <span class="term-was">{speech.talks.was(text)}</span>;

function Length({ game, draft, changes, onChange }: EndingsProps) {
  const { talks } = speech;
  const note = useId();
  const { weeksLeast, weeksMost } = game.rules.model.contracts;
  const { weeks } = draft;
  const now = game.view.pub.tick;
  const fault =
    weeks > weeksMost
      ? talks.atMost(words.units.weeks(weeksMost))
      : weeks < weeksLeast
        ? talks.atLeast(words.units.weeks(weeksLeast))
        : undefined;
  const was = changes?.was.weeks;
  return (
    <div>
      <h3>{talks.length}</h3>
      <p class="num">
        <Amount
          label={talks.lengthField}
          value={weeks}
          least={weeksLeast}
          most={weeksMost}
          step={1}
          describedBy={fault && note}
          invalid={fault !== undefined}
          onChange={(next) => onChange(withLength(draft, Math.round(next)))}
        />{" "}
        {talks.weeks(weeks)}, <span class="dim">{talks.to(now + weeks)}</span>{" "}
        <Was text={was === undefined ? undefined : words.units.weeks(was)} />
      </p>
      {fault && <Note id={note} text={fault} />}
    </div>
  );
}

/** Why no duty can answer a breach of this draft, if it cannot. */
function snapbackReason({ game, talk, draft }: EndingsProps): string | undefined {
  const { snapbackOff } = speech.talks;
  const refused = checkSnapback(game.view, present(talk), draft);
  if (!refused) return undefined;
  return snapbackOff[refused.code as keyof typeof snapbackOff] ?? snapbackOff.other;
}

function Snapback(props: EndingsProps) {
  const { draft, onChange, changes } = props;
  const reason = snapbackReason(props);
  if (reason !== undefined && !draft.snapback) return <p class="desk-snapback">{reason}</p>;
  return (
    <div class="desk-snapback small">
      <Check
        label={speech.talks.snapback}
        checked={draft.snapback}
        onChange={(snapback) => onChange({ ...draft, snapback })}
      />
      {changes?.was.snapback !== undefined && (
        <Was text={changes.was.snapback ? words.parts.on : words.parts.off} />
      )}
      {reason !== undefined && <Note text={reason} />}
    </div>
  );
}

/** What each body that measures something in the draft is good for. */
function Measured({ draft }: Pick<EndingsProps, "draft">) {
  const bodies = MEASURES.filter(
    (id) => id !== "none" && id !== "public" && draft.terms.some(({ measure }) => measure === id),
  );
  return (
    <>
      {bodies.map((id) => (
        <p key={id}>
          <b>{speech.measures[id].title}:</b> {inside(speech.measures[id].what)}
        </p>
      ))}
    </>
  );
}

export function Endings(props: EndingsProps) {
  const { talk, draft, changes, onChange } = props;
  const { talks, expiries, expiryMeans } = speech;
  const { was } = changes ?? { was: {} as Changes["was"] };
  const secrecy = (secret: boolean) => (secret ? talks.secret : talks.isOpen);
  return (
    <>
      <Length {...props} />
      <div>
        <Segmented
          label={talks.thenIt}
          labelled
          options={EXPIRIES.map((id) => ({ id, label: expiries[id] }))}
          selected={draft.expiry}
          onSelect={(expiry) => onChange({ ...draft, expiry })}
        />
        <Was text={was.expiry && expiries[was.expiry]} />
      </div>
      {!isFormal(talk) && (
        <div>
          <Segmented
            label={talks.secrecy}
            labelled
            options={[
              { id: "open", label: talks.isOpen },
              { id: "secret", label: talks.secret },
            ]}
            selected={draft.secret ? "secret" : "open"}
            onSelect={(id) => onChange({ ...draft, secret: id === "secret" })}
          />
          <Was text={was.secret === undefined ? undefined : secrecy(was.secret)} />
        </div>
      )}
      <div class="desk-formal small dim">
        <p>
          {expiryMeans[draft.expiry](
            props.game.view.pub.tick + draft.weeks,
            draft.weeks,
            props.game.rules.model.contracts.stepDownWeeks,
          )}
        </p>
        <Measured draft={draft} />
        {isFormal(talk) && (
          <>
            <Snapback {...props} />
            <p>{talks.alwaysOpen}</p>
          </>
        )}
      </div>
    </>
  );
}
