// What capitals have said about a vote beside their ballots: joint statements, the block of the small states, promises.

import type { Command } from "../../shared/moves/table.ts";
import { check } from "../../shared/moves/table.ts";
import type { MemberCode } from "../../shared/seat.ts";
import type { JointStatement } from "../../shared/state.ts";
import type { VoteView } from "../../shared/view.ts";
import { blockBallot, isBound, smallStates } from "../../shared/world/caucus.ts";
import { shareBehind } from "../../shared/world/joint.ts";
import { seatTitle } from "../label.ts";
import { SeatChip } from "../parts/chip.tsx";
import { Tag } from "../parts/side.tsx";
import { printPercent } from "../print.ts";
import { promised, saidOf } from "../promises.ts";
import { speech } from "../speech.ts";
import { Confirm } from "./confirm.tsx";
import type { Game } from "./context.ts";

const Chips = ({ codes }: { codes: readonly MemberCode[] }) => (
  <span class="row wrap chips">
    {codes.map((code) => (
      <SeatChip key={code} code={code} name={seatTitle(code)} />
    ))}
  </span>
);

/** A button for an order that is possible now; nothing else. */
function Offer({ game, command }: { game: Game; command: Command }) {
  const { rules, view } = game;
  const refused = check(rules, view, command);
  const sent = game.store.sent.value;
  if (refused && sent.size === 0) return null;
  return (
    <Confirm
      look="secondary"
      size="small"
      game={game}
      command={command}
      label={speech.moves[command.kind].go}
      refused={refused}
    />
  );
}

function Statement({ game, statement }: { game: Game; statement: JointStatement }) {
  const { rules } = game;
  const { council } = speech;
  const { about, line, signers, state, blocks, until } = statement;
  const need = rules.model.law.statementStates;
  return (
    <li>
      <span>
        {rules.members.some(({ code }) => code === about) ? council.standsBy : council.stance[line]}{" "}
        <span class="small dim num">
          {state === "draft" ? council.names(signers.length, need, until) : council.public}
        </span>
        <Chips codes={signers} />
      </span>
      <span class="said-end">
        <span class="small dim num">{council.wayPeople(printPercent(shareBehind(rules, statement)))}</span>
        {blocks && <Tag attn>{council.blocks}</Tag>}
        <Offer game={game} command={{ kind: "join-statement", about, line }} />
      </span>
    </li>
  );
}

interface StatementsProps {
  game: Game;
  /** File or state. */
  about: string;
  /** What it is about, where that is not said above. */
  title?: string;
}

/** What states say together about a file, or for one of them. */
export function Statements({ game, about, title }: StatementsProps) {
  const list = saidOf(game.view, about);
  if (list.length === 0) return null;
  return (
    <section>
      <h3>{title ? speech.council.saidOf(title) : speech.council.said}</h3>
      <ul class="ways">
        {list.map((statement) => (
          <Statement key={statement.id} game={game} statement={statement} />
        ))}
      </ul>
    </section>
  );
}

/** The small states in a vote: who has joined, and what they vote once they are enough. */
export function SmallStates({ game, vote }: { game: Game; vote: VoteView }) {
  const { rules, view } = game;
  const { council, values } = speech;
  const mayJoin = smallStates(rules).some((code) => code === view.seat);
  if (vote.block.length === 0 && !mayJoin) return null;
  const ballot = blockBallot(vote);
  return (
    <section>
      <h3>{council.small}</h3>
      <ul class="ways">
        <li>
          <span>
            <span class="small dim num">
              {isBound(rules, vote)
                ? council.asOne(ballot ? values.ballot![ballot]!.title.toLowerCase() : undefined)
                : council.gather(vote.block.length, rules.model.law.caucusStates)}
            </span>
            <Chips codes={vote.block.map(({ code }) => code)} />
          </span>
          <Offer game={game} command={{ kind: "join-caucus", vote: vote.id }} />
        </li>
      </ul>
    </section>
  );
}

/** Ballots promised in agreements that this seat knows of. */
export function Promises({ game, file }: { game: Game; file: string }) {
  const list = promised(game.view, file);
  if (list.length === 0) return null;
  const { council } = speech;
  return (
    <section>
      <h3>{council.promises}</h3>
      <ul class="ways">
        {list.map(({ by, ballot, state, until }) => (
          <li key={`${by}/${ballot}`}>
            <span class="row wrap">
              <SeatChip code={by} name={seatTitle(by)} />
              {council.promise[ballot]}
            </span>
            <span class="small dim num">
              {state === "open" ? speech.talks.untilWeek(until) : council.promiseState[state]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
