// What is known of a state’s mind: where it leans in a vote, and what moves it.

import { imagine, MIDDLE } from "../../shared/forecast.ts";
import { memberAt, type Rules } from "../../shared/scenario.ts";
import type { State } from "../../shared/state.ts";
import { memberIndex, type View, type VoteView } from "../../shared/view.ts";
import { errorOf, figure, printValueOf, read } from "../figure.ts";
import { Select } from "../parts/field.tsx";
import { printEuro, printPercent } from "../print.ts";
import { seatGroups } from "../seats.ts";
import { speech } from "../speech.ts";
import { Why } from "./cell.tsx";
import type { Game } from "./context.ts";

/** The middle of the worlds that a View allows; worked out once for each. */
const middles = new WeakMap<View, State>();
function middleOf(rules: Rules, view: View): State {
  const known = middles.get(view) ?? imagine(rules, view, MIDDLE);
  middles.set(view, known);
  return known;
}

/** Where a state leans in a vote, as far as this seat can tell: its support and what the measure is worth to it (E30). */
export function leaning(rules: Rules, view: View, vote: VoteView, m: number): "yes" | "no" | "unknown" {
  const { yes, no } = rules.model.politics;
  const mind = middleOf(rules, view).votes.find(({ id }) => id === vote.id)?.leaning[m];
  const support = read(rules, view, "support", m);
  if (mind === undefined || support === undefined) return "unknown";
  const isOwn = m === memberIndex(rules, view.seat);
  const error = isOwn ? 0 : errorOf(rules, view, "support", m, support) / 2;
  return mind - error > yes ? "yes" : mind + error < no ? "no" : "unknown";
}

/** What moves the state that is chosen here, on the map or in another list. */
export function Movers({ game }: { game: Game }) {
  const { rules, store } = game;
  const code = store.selection.value;
  const m = memberAt(rules, code);
  const { council } = speech;
  return (
    <section class="movers">
      <Select
        label={council.moves}
        groups={seatGroups(rules.members.map((member) => member.code))}
        selected={m < 0 ? undefined : code}
        empty={council.pick}
        onSelect={(chosen) => {
          store.selection.value = chosen;
        }}
      />
      {m >= 0 && <Mind game={game} m={m} />}
    </section>
  );
}

/** What coercion has cost the Union, of what makes the case against it in full. */
const coercedNow = (rules: Rules, { pub }: View): string =>
  speech.council.coerced(
    printValueOf("coercedCost", pub.coercedCost),
    printEuro(rules.model.politics.coercionPain),
  );

/** What a state leans on, as far as this seat knows. */
function Mind({ game, m }: { game: Game; m: number }) {
  const { rules, view } = game;
  const { council } = speech;
  const member = rules.members[m]!;
  const support = figure(rules, view, "support", m);
  const exposure = (100 * view.pub.sold[m]!) / member.gdp;
  const rows: [string, string][] = [
    [council.line, council.hawk[Math.round(member.posture) + 2]!],
    [council.exposure, `${printPercent(exposure, 2)} ${speech.units["% of GDP"]}`],
    [council.loss, `${printPercent(view.pub.pain[m]!, 2)} ${speech.units["% of GDP"]}`],
    ...(view.pub.files.some(({ kind }) => kind === "coercion")
      ? [[speech.indicators.coercedCost.name, coercedNow(rules, view)] as [string, string]]
      : []),
    ...(support
      ? [
          [
            council.support,
            [support.value, support.error, council.supportScale].filter(Boolean).join(" "),
          ] as [string, string],
        ]
      : []),
  ];
  const beliefs: [string, string][] = (["firmness", "trustBrussels", "trustBeijing"] as const).flatMap(
    (id) => {
      const shown = figure(rules, view, id, m);
      return shown ? [[speech.indicators[id].name, shown.value]] : [];
    },
  );
  return (
    <>
      <dl class="facts wide num">
        {[...rows, ...beliefs].map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {support && <Why game={game} id="support" k={m} />}
    </>
  );
}
