// Agreements: what was promised, what has been seen of it, and what a party can do about it.

import { useState } from "preact/hooks";
import { ENFORCEMENTS, type Enforcement } from "../../shared/moves/enforce.ts";
import { type Command, check } from "../../shared/moves/table.ts";
import { type Seat, sideOf } from "../../shared/seat.ts";
import { holds } from "../../shared/state.ts";
import type { ContractView, TermView } from "../../shared/view.ts";
import { isBare, measureOf } from "../../shared/world/agreement.ts";
import { METRIC } from "../../shared/world/metrics.ts";
import { idleness } from "../../shared/world/promise.ts";
import { agreementName, seatList, seatName } from "../label.ts";
import { Confirm } from "../panels/confirm.tsx";
import type { Game } from "../panels/context.ts";
import { LikelyText, useLikely } from "../panels/deed.tsx";
import { Button } from "../parts/button.tsx";
import { Choice } from "../parts/choice.tsx";
import { SideMark, Tag } from "../parts/side.tsx";
import { printPercent } from "../print.ts";
import { reasonText } from "../reason.ts";
import { headed, speech } from "../speech.ts";
import { leaving } from "./broken.ts";
import { timingOf } from "./draft.ts";
import "./agreement.css";
import { boundText, timeText, titleText, valueText } from "./term.ts";

/** "42 days seen, 4 weeks late, missed 12 % of the window". */
function seenText({ rules, view }: Game, contract: ContractView, term: TermView): string {
  const { talks } = speech;
  const timing = timingOf(term);
  if (term.measure === "none" && !METRIC[term.metric].open) return talks.nobodyLooks;
  if (timing === "at-once" || timing === "at-count") return "";
  const { unit, most, open } = METRIC[term.metric];
  const first = contract.from + rules.model.contracts.reportEvery;
  if (!open && view.pub.tick < first) return talks.firstReport(first);
  // What a body reports is off by chance; a whole is not more than whole for that.
  const value = valueText(term.metric, unit === "share" && most === 1 ? Math.min(1, term.seen) : term.seen);
  const { lag } = measureOf(rules, term.measure);
  return [
    talks.seen(value, lag > 0 ? talks.late(lag) : ""),
    ...(timing === "window" ? [talks.missed(printPercent(Math.round(100 * term.missed)))] : []),
    ...(timing === "within" && term.state === "open" ? [talks.due(contract.from + term.weeks)] : []),
  ].join(", ");
}

function TermLine({
  game,
  contract,
  term,
  k,
}: {
  game: Game;
  contract: ContractView;
  term: TermView;
  k: number;
}) {
  const { talks } = speech;
  const { rules, view } = game;
  const seen = seenText(game, contract, term);
  // The mark of the side is enough where a side has one seat in it.
  const peers = contract.parties.filter((seat) => sideOf(seat) === sideOf(term.by)).length;
  const bare = term.measure === "none" && METRIC[term.metric].supply;
  return (
    <li>
      <SideMark side={sideOf(term.by)} named />
      <p class="small">
        {k + 1}. {peers > 1 && `${headed(seatName(term.by))}: `}
        <b>{titleText(rules, view.pub.files, term)}</b>{" "}
        <span class="dim">
          {boundText(term)} {timeText(term, contract.until)}
        </span>
        <span class={`agreed-seen num ${bare ? "attn" : "dim"}`}>
          {[seen, talks.termStates[term.state]].filter(Boolean).join("; ")}
        </span>
      </p>
    </li>
  );
}

/** Why an agreement about supply proves nothing: nobody measures it, or it asks for nothing. */
export function bareText({ rules }: Pick<Game, "rules">, { binding, terms }: ContractView): string {
  const { talks } = speech;
  if (binding) return talks.bare;
  const about = terms.filter(({ metric }) => METRIC[metric].supply);
  const whys = new Set(about.flatMap((term) => idleness(rules, term) ?? []));
  return talks.idleAgreement([...whys].map((why) => talks.idle[why]));
}

/** What each term says already where nobody looks at any promise about supply. */
const nobodyLooks = ({ terms }: ContractView): boolean =>
  terms.every(({ metric, measure }) => measure === "none" || !METRIC[metric].supply);

const commandOf = (contract: string, how: Enforcement): Command => ({
  ...{ kind: "enforce-contract", contract, how },
});

/** Ways to leave an agreement. */
const LEAVES: readonly Enforcement[] = ["suspend", "snap-back"];

/** What follows by right for who leaves, and what it would probably change. */
function Ahead({ game, contract, how }: { game: Game; contract: ContractView; how: Enforcement }) {
  const command = commandOf(contract.id, how);
  const likely = useLikely(game, command);
  const inForce = holds(contract, game.view.pub.tick);
  return (
    <>
      {inForce && LEAVES.includes(how) && (
        <p class="small">{leaving(game.rules, game.view.seat as Seat, contract)}</p>
      )}
      <p class="small likely">
        <span class="dim-2">{speech.act.likely}</span> <LikelyText command={command} likely={likely} />
      </p>
    </>
  );
}

function Enforce({ game, contract }: { game: Game; contract: ContractView }) {
  const { talks, values } = speech;
  const { rules, view } = game;
  const [open, setOpen] = useState(false);
  const [how, setHow] = useState<Enforcement>();
  const options = ENFORCEMENTS.map((id) => {
    const refused = check(rules, view, commandOf(contract.id, id));
    const { title, what = "" } = values.how![id]!;
    return { id, title, text: what, refused };
  }).filter(({ refused }) => refused?.code !== "not-your-seat");
  const picked = options.find(({ id }) => id === how);
  return (
    <div class="agreed-enforce">
      <Button size="small" expanded={open} onPress={() => setOpen(!open)}>
        {talks.enforce}
      </Button>
      {open && (
        <>
          <Choice<Enforcement>
            label={talks.enforceHow}
            options={options.map(({ refused, ...option }) => ({
              ...option,
              ...(refused ? { reason: enforceReason(option.id, refused) } : {}),
            }))}
            selected={how}
            onSelect={setHow}
          />
          {picked && !picked.refused && <Ahead game={game} contract={contract} how={picked.id} />}
          <Confirm
            game={game}
            command={picked && commandOf(contract.id, picked.id)}
            label={picked?.title ?? speech.moves["enforce-contract"].go}
            refused={picked?.refused ?? null}
            onDone={() => setOpen(false)}
          />
        </>
      )}
    </div>
  );
}

/** Why not, in words about agreements where the general ones say too little. */
function enforceReason(how: Enforcement, refused: NonNullable<ReturnType<typeof check>>): string {
  const { enforceOff } = speech.talks;
  const special = enforceOff[`${how}/${refused.code}` as keyof typeof enforceOff];
  return special ?? reasonText(refused);
}

function stateText(contract: ContractView, tick: number): { text: string; attn: boolean } {
  const { talks } = speech;
  if (holds(contract, tick)) return { text: talks.untilWeek(contract.until), attn: false };
  if (contract.state === "broken" && contract.breaker)
    return { text: talks.brokenBy(seatName(contract.breaker)), attn: true };
  return { text: talks.contractStates[contract.state === "kept" ? "ended" : contract.state], attn: false };
}

export function Agreement({ game, contract }: { game: Game; contract: ContractView }) {
  const { talks, expiries } = speech;
  const { rules, view } = game;
  const inForce = holds(contract, view.pub.tick);
  const { text, attn } = stateText(contract, view.pub.tick);
  const party = contract.parties.includes(view.seat as Seat);
  return (
    <article class="agreed">
      <div class="agreed-head">
        <h4>{agreementName(rules, contract.template)}</h4>
        <Tag attn={attn}>{text}</Tag>
      </div>
      <p class="small dim">
        {headed(
          contract.giver === ""
            ? talks.between(seatList(contract.parties))
            : talks.givenBy(seatName(contract.giver)),
        )}
        ; {contract.secret ? talks.secretDeal : talks.publicDeal}.{" "}
        {inForce && talks.afterwards(expiries[contract.expiry])}
      </p>
      <ol>
        {contract.terms.map((term, k) => (
          <TermLine
            key={`${term.by}/${term.metric}/${term.about}/${term.weeks}`}
            game={game}
            contract={contract}
            term={term}
            k={k}
          />
        ))}
      </ol>
      {inForce && isBare(contract) && !nobodyLooks(contract) && (
        <p class="small attn">{bareText(game, contract)}</p>
      )}
      {inForce && contract.panel >= 0 && <p class="small">{talks.panel(contract.panel)}</p>}
      {party && (inForce || (contract.state === "broken" && contract.snapback)) && (
        <Enforce game={game} contract={contract} />
      )}
    </article>
  );
}

/** A list of agreements; `quiet` = nothing at all where there are none. */
export function Agreements({
  game,
  list,
  quiet,
}: {
  game: Game;
  list: readonly ContractView[];
  quiet?: boolean;
}) {
  const { talks } = speech;
  if (quiet && list.length === 0) return null;
  const tick = game.view.pub.tick;
  const now = list.filter((contract) => holds(contract, tick));
  const past = list.filter((contract) => !holds(contract, tick));
  return (
    <section class="agreements">
      <h3>{talks.agreements}</h3>
      {now.length === 0 && <p class="small dim">{talks.noAgreements}</p>}
      {now.map((contract) => (
        <Agreement key={contract.id} game={game} contract={contract} />
      ))}
      {past.length > 0 && <h3>{talks.agreementsPast}</h3>}
      {past.map((contract) => (
        <Agreement key={contract.id} game={game} contract={contract} />
      ))}
    </section>
  );
}
