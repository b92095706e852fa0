// A question with its options. Nothing is chosen beforehand, and every option says what it does.

import { useState } from "preact/hooks";
import { memberIndex } from "../../shared/view.ts";
import { isAdvice } from "../advice.ts";
import type { Decision, Option } from "../decision.ts";
import { printPrice } from "../decision.ts";
import { Button } from "../parts/button.tsx";
import { Choice } from "../parts/choice.tsx";
import { Tag } from "../parts/side.tsx";
import { reasonText } from "../reason.ts";
import { speech } from "../speech.ts";
import { DecisionAdviser } from "./adviser.tsx";
import { Why } from "./cell.tsx";
import { Confirm } from "./confirm.tsx";
import { type Game, useGame } from "./context.ts";
import { LikelyText, useLikely } from "./deed.tsx";
import { VoteBars } from "./vote.tsx";

/** What it costs, unless nothing. */
function price({ rules, view }: Game, option: Option): string {
  const text = printPrice(rules, view, option.command);
  return text === speech.act.free ? "" : `${text}.`;
}

/** The way to a draft that waits: it is read, and changed, where it lies. */
function ReadDraft({ game, decision }: { game: Game; decision: Decision }) {
  const { store, view } = game;
  const draft = view.own.proposals.find((p) => decision.id === `terms/${p.id}`);
  const go = () => {
    store.talk.value = draft?.talk;
    store.tab.value = "talks";
  };
  return (
    <Button size="small" icon="talks" onPress={go}>
      {speech.talks.readDraft}
    </Button>
  );
}

interface DecisionCardProps {
  decision: Decision;
  level?: 2 | 3;
  /** Leaves out what kind it is, until when, how a vote stands and what follows, where that is shown already. */
  bare?: boolean;
}

export function DecisionCard({ decision, level = 3, bare = false }: DecisionCardProps) {
  const game = useGame();
  const [picked, setPicked] = useState<string>();
  // Where there is one answer only, there is nothing to choose.
  const [first] = decision.options;
  const only = decision.options.length === 1 ? first : undefined;
  const option = only ?? decision.options.find((o) => o.id === picked);
  const likely = useLikely(game, option && !option.refused ? option.command : undefined);
  const Heading = `h${level}` as const;
  const vote =
    decision.kind === "vote" ? game.view.pub.votes.find((v) => decision.id === `vote/${v.id}`) : undefined;
  const m = memberIndex(game.rules, game.view.seat);
  const hasVoted = vote !== undefined && m >= 0 && vote.cast[m] !== null;
  return (
    <article class="card decision">
      {!bare && (
        <p class="row wrap">
          <Tag attn>{speech.act.weeksLeft(decision.until - game.view.pub.tick)}</Tag>
          <span class="small dim">
            {vote && isAdvice(vote) ? speech.decide.adviceKind : speech.decide.kinds[decision.kind]}
          </span>
        </p>
      )}
      <Heading class="finding">{decision.title}</Heading>
      {decision.line && !bare && (
        <p class="small dim">
          {decision.line} {decision.why && <Why game={game} id={decision.why} />}
        </p>
      )}
      {vote && !bare && <VoteBars vote={vote} small />}
      {decision.kind === "terms" && <ReadDraft game={game} decision={decision} />}
      {only ? (
        <p class="small">{[only.text, price(game, only)].filter(Boolean).join(" ")}</p>
      ) : (
        <Choice
          label={decision.title}
          options={decision.options.map((o) => ({
            id: o.id,
            title: o.title,
            ...(o.hint ? { hint: o.hint } : {}),
            text: [o.text, price(game, o)].filter(Boolean).join(" "),
            ...(o.refused && o.refused.code !== "already-so" ? { reason: reasonText(o.refused, game) } : {}),
          }))}
          selected={picked}
          onSelect={setPicked}
        />
      )}
      {option && !option.refused && (
        <p class="small likely">
          <span class="dim-2">{speech.act.likely}</span>{" "}
          <LikelyText command={option.command} likely={likely} />
        </p>
      )}
      <DecisionAdviser game={game} decision={decision} />
      <Confirm
        game={game}
        command={option?.command}
        label={
          vote
            ? hasVoted
              ? speech.decide.changeVote
              : speech.moves["cast-vote"].go
            : (option?.title ?? speech.moves.choose.go)
        }
        refused={option?.refused ?? null}
        reason={vote && option?.refused?.code === "already-so" ? speech.decide.voted : undefined}
      />
    </article>
  );
}
