// What can be done with a draft as it stands: send it, sign it, refuse it, or go back.

import { type Command, check } from "../../shared/moves/table.ts";
import { tabling } from "../../shared/moves/terms.ts";
import type { Proposal } from "../../shared/state.ts";
import { printPrice } from "../decision.ts";
import { seatList } from "../label.ts";
import { DraftAdviser } from "../panels/adviser.tsx";
import { Confirm } from "../panels/confirm.tsx";
import { Button } from "../parts/button.tsx";
import { headed, speech } from "../speech.ts";
import { faultOf } from "./termrow.tsx";
import { type Desk, isChanged, isMine } from "./written.ts";

const answerCommand = (base: Proposal, answer: "accept" | "reject"): Command => ({
  ...{ kind: "answer-terms", proposal: base.id, answer },
});

function Send({ desk, onDone }: { desk: Desk; onDone: () => void }) {
  const { talks } = speech;
  const { game, draft, parties, drop } = desk;
  const { rules, view } = game;
  const command = tabling(desk.talk, draft);
  const faulty = draft.terms.some((_, k) => faultOf(game, parties, draft, k) !== undefined);
  const reason = draft.terms.length === 0 ? talks.noTerms : faulty ? talks.faults : undefined;
  const price = printPrice(rules, view, command);
  return (
    <Confirm
      game={game}
      command={command}
      label={price === speech.act.free ? talks.sendOffer : `${talks.sendOffer} · ${price}`}
      refused={check(rules, view, command)}
      reason={reason}
      onDone={() => {
        drop();
        onDone();
      }}
    />
  );
}

function Answer({ desk, base, onDone }: { desk: Desk; base: Proposal; onDone: () => void }) {
  const { talks } = speech;
  const { game } = desk;
  const { rules, view } = game;
  const sign = answerCommand(base, "accept");
  const refuse = answerCommand(base, "reject");
  return (
    <>
      <Confirm
        game={game}
        command={sign}
        label={talks.sign}
        refused={check(rules, view, sign)}
        onDone={onDone}
      />
      <Confirm
        game={game}
        command={refuse}
        label={talks.refuse}
        look="secondary"
        refused={check(rules, view, refuse)}
        onDone={onDone}
      />
    </>
  );
}

/** What can be done with the draft as it stands. */
export function Acts({ desk, onDone }: { desk: Desk; onDone: () => void }) {
  const { talks } = speech;
  const { base, work, drop, parties } = desk;
  const missing = base ? parties.filter((seat) => !base.accepted.includes(seat)) : [];
  return (
    <div class="desk-acts">
      {isChanged(desk) && <Send desk={desk} onDone={onDone} />}
      {base && !isChanged(desk) && !isMine(desk) && <Answer desk={desk} base={base} onDone={onDone} />}
      {base && !isChanged(desk) && !isMine(desk) && <DraftAdviser game={desk.game} draft={base} />}
      {base && !isChanged(desk) && isMine(desk) && (
        <p class="grow" role="status">
          {talks.waitsFor(headed(seatList(missing)), base.until)}
        </p>
      )}
      {work && (
        <Button look="quiet" onPress={drop}>
          {base ? talks.undo(base.number) : talks.leaveIt}
        </Button>
      )}
    </div>
  );
}
