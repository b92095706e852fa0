// Before the table: who you are in twelve words, one goal, one fear, one chart; in a lobby also who else is here, and
// another seat while it is free.

import { useState } from "preact/hooks";
import { sum } from "../../shared/exact.ts";
import { isMember, isSeat, type MemberCode, type Seat } from "../../shared/seat.ts";
import { memberIndex } from "../../shared/view.ts";
import { printMillions } from "../figure.ts";
import { seatName, seatTitle } from "../label.ts";
import { Button } from "../parts/button.tsx";
import { Select } from "../parts/field.tsx";
import { Grade } from "../parts/grade.tsx";
import { Logo } from "../parts/icon.tsx";
import { Note } from "../parts/note.tsx";
import { printNumber, printPercent } from "../print.ts";
import { reasonText } from "../reason.ts";
import { printCode } from "../route.ts";
import { seatGroups } from "../seats.ts";
import { headed, inside, speech } from "../speech.ts";
import type { Reason } from "../store.ts";
import { type Game, useGame } from "./context.ts";
import { Goals } from "./goals.tsx";
import { CopyLink } from "./help.tsx";
import { Leverage } from "./leverage.tsx";
import { OwnWords } from "./pace.tsx";
import "./seatcard.css";

interface Role {
  role: string;
  goal: string;
  fear: string;
}

/** Under this part of the Union's people a state is small; from this weight of sales to China it is exposed. */
const SMALL = 1;
const EXPOSED = 1.2;

/** The two sectors at home on the front page. */
const iconic = ({ rules }: Game, m: number): string[] =>
  rules.members[m]!.iconic.map((id) => inside(rules.sectors.find((s) => s.id === id)?.name ?? id));

function memberRole(game: Game, code: MemberCode, m: number): Role {
  const { seat } = speech;
  const member = game.rules.members[m]!;
  const sold = sum(member.exports);
  const exposed = (100 * sold) / member.gdp >= EXPOSED;
  const [first = "", second = ""] = iconic(game, m);
  return {
    role: seat.role.member(seatName(code), printPercent(member.population), member.lines),
    goal: seat.goals.member(first, second),
    fear: member.population < SMALL ? seat.fears.small : exposed ? seat.fears.exposed : seat.fears.dependent,
  };
}

function roleOf(game: Game): Role | undefined {
  const { seat } = speech;
  const { view } = game;
  if (view.seat === "commission" || view.seat === "beijing")
    return {
      role: seat.role[view.seat],
      goal: seat.goals[view.seat],
      fear: seat.fears[view.seat],
    };
  return isMember(view.seat) ? memberRole(game, view.seat, memberIndex(game.rules, view.seat)) : undefined;
}

/** What a state sells to China by sector, the largest first. */
function MemberChart({ game, m }: { game: Game; m: number }) {
  const { rules, scenario } = game;
  const member = rules.members[m]!;
  const all = sum(member.exports);
  const rows = rules.sectors
    .map((sector, s) => ({ sector, sold: member.exports[s]! }))
    .sort((a, b) => b.sold - a.sold)
    .slice(0, 5);
  const most = Math.max(0.001, rows[0]?.sold ?? 0);
  const two = ((rows[0]?.sold ?? 0) + (rows[1]?.sold ?? 0)) / Math.max(0.001, all);
  const input = rules.inputs[0]!;
  const { chart } = speech.seat;
  return (
    <section class="seat-chart">
      <h2 class="finding">{chart.member(seatName(member.code), printPercent(Math.round(100 * two)))}</h2>
      <ul class="seat-bars num" aria-label={chart.sells}>
        {rows.map(({ sector, sold }) => (
          <li key={sector.id}>
            <span>{sector.name}</span>
            <span class="seat-bar keep-colour" style={{ "--share": `${(100 * sold) / most}%` }} />
            <b>{printMillions(Math.round(1000 * sold))}</b>
          </li>
        ))}
      </ul>
      <p class="small dim row wrap">
        {chart.supply(
          printPercent(Math.round(100 * input.chinaShare)),
          inside(input.name),
          printNumber(game.view.own.stock[0] ?? input.stockWeeks, 2),
        )}{" "}
        <Grade grade={scenario.members[m]!.exports.grade} />
      </p>
    </section>
  );
}

function SeatChart({ game }: { game: Game }) {
  const m = memberIndex(game.rules, game.view.seat);
  return m >= 0 ? <MemberChart game={game} m={m} /> : <Leverage game={game} headingLevel={2} />;
}

function Facts({ game, role }: { game: Game; role: Role }) {
  const { seat } = speech;
  return (
    <dl class="seat-facts">
      <div>
        <dt>{seat.goal}</dt>
        <dd>{role.goal}</dd>
      </div>
      <div>
        <dt>{seat.fear}</dt>
        <dd>{role.fear}</dd>
      </div>
      <div>
        <dt>{seat.also}</dt>
        <dd>
          <Goals game={game} />
        </dd>
      </div>
    </dl>
  );
}

/** Another seat, with who is in it. */
function OtherSeat({ game }: { game: Game }) {
  const { store, rules, session, view } = game;
  const [refused, setRefused] = useState<Reason>();
  const peopleIn = (seat: Seat) => session.people.filter((person) => person.seat === seat).length;
  const take = async (seat: Seat) => setRefused(await store.takeSeat(seat));
  const label = (seat: Seat) => {
    const n = peopleIn(seat);
    return `${seatTitle(seat)} · ${n > 0 ? speech.seat.people(n) : speech.seat.free}`;
  };
  return (
    <div class="seat-other">
      <Select
        label={isSeat(view.seat) ? speech.seat.other : speech.seat.yours}
        groups={seatGroups(rules.seats, label)}
        selected={isSeat(view.seat) ? view.seat : undefined}
        empty={speech.seat.choose}
        onSelect={(seat) => void take(seat)}
      />
      {refused && <Note text={reasonText(refused)} />}
    </div>
  );
}

function People({ game }: { game: Game }) {
  const { session, me } = game;
  return (
    <section class="seat-people">
      <h2>{speech.seat.inRoom}</h2>
      <ul>
        {session.people.map((person) => (
          <li key={person.id} class={person.here ? undefined : "dim-2"}>
            <b>{person.name}</b> <span class="dim">{seatTitle(person.seat)}</span>
            {person.id === me.person && <span class="tag">{speech.seat.you}</span>}
            {!person.here && <span class="tiny">{speech.seat.away}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function LobbyBox({ game }: { game: Game }) {
  const { store, session, me } = game;
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Reason>();
  const begin = async () => {
    setBusy(true);
    setRefused(await store.start());
    setBusy(false);
  };
  return (
    <div class="seat-lobby">
      <p role="status" class="dim">
        {me.host ? speech.seat.lobbyHost : speech.seat.lobby}
      </p>
      <div class="row wrap">
        <span>{speech.seat.invite}</span>
        <b class="seat-code num">{printCode(session.code)}</b>
        <CopyLink code={session.code} />
      </div>
      {me.host && <OwnWords onRefused={setRefused} />}
      {me.host && (
        <Button
          look="primary"
          pending={busy}
          pendingLabel={speech.seat.beginning}
          {...(refused ? { refusal: reasonText(refused) } : {})}
          onPress={() => void begin()}
        >
          {speech.seat.begin}
        </Button>
      )}
    </div>
  );
}

/** The card of one's seat; in a lobby what one does there comes first, so that no small screen cuts it off. `onTake` leads to the table; in a lobby the host does. */
export function SeatCard({ onTake }: { onTake: () => void }) {
  const game = useGame();
  const { view, session } = game;
  const role = roleOf(game);
  const lobby = session.phase === "lobby";
  return (
    <main class="seat-page" id="main" tabIndex={-1}>
      <article class="seat-card">
        <header class="row">
          <Logo size={36} />
          <h1>{isSeat(view.seat) ? seatTitle(view.seat) : headed(seatName(view.seat))}</h1>
        </header>
        <p class="seat-role finding">{role?.role ?? speech.seat.onlook}</p>
        <div class="seat-columns">
          <div>
            {lobby && <LobbyBox game={game} />}
            {lobby && <OtherSeat game={game} />}
            {role && <Facts game={game} role={role} />}
            {!lobby && (
              <Button look="primary" size="large" icon="right" iconAfter onPress={onTake}>
                {speech.seat.take}
              </Button>
            )}
            {!lobby && session.solo && <OtherSeat game={game} />}
            {lobby && <People game={game} />}
          </div>
          <SeatChart game={game} />
        </div>
      </article>
    </main>
  );
}
