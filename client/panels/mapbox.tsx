// The place of the map: its engine comes when everything else stands, and a list tells the same where it cannot.

import { useEffect, useMemo } from "preact/hooks";
import type { VoteView } from "../../shared/view.ts";
import { pivotal, tally, waysToTurn } from "../../shared/world/council.ts";
import { holdsAnyway, isAdvice } from "../advice.ts";
import { seatList } from "../label.ts";
import { Note } from "../parts/note.tsx";
import { printPercent } from "../print.ts";
import { expected, pledgesIn } from "../promises.ts";
import { speech } from "../speech.ts";
import { type Game, useGame } from "./context.ts";
import { States, useLazy } from "./members.tsx";
import { Movers } from "./movers.tsx";

const loadMap = () => import("../map.tsx");

/** The vote that the map can show: one that decides before advice, and of those the one that is counted first. */
const shownVote = ({ view }: Pick<Game, "view">): VoteView | undefined =>
  view.pub.votes
    .filter((vote) => vote.outcome === "open")
    .sort((a, b) => Number(a.rule === "advisory") - Number(b.rule === "advisory") || a.closes - b.closes)[0];

/** States that a sentence can still name together. */
const FEW = 3;

/** Who decides, as a sentence that the map proves; nothing where it cannot be said. */
function Finding({ game, vote: open }: { game: Game; vote: VoteView }) {
  const { rules, view } = game;
  const vote = expected(rules, view, open);
  const { council } = speech;
  const code = (m: number) => rules.members[m]!.code;
  const alone = pivotal(rules, vote).map(code);
  const [first] = waysToTurn(rules, vote);
  const count = tally(rules, vote);
  const { passes } = count;
  const text = isAdvice(open)
    ? council.advice.finding
    : alone.length === 1
      ? council.findingOne(seatList(alone))
      : alone.length > 1
        ? council.findingAny(seatList(alone))
        : first && first.length <= FEW
          ? council.findingTogether(seatList(first.map(code)), passes)
          : passes
            ? council.findingPasses
            : council.findingMissing(
                Math.max(0, count.needStates - count.states.for),
                printPercent(Math.max(0, count.needPeople - count.people.for)),
              );
  return (
    <>
      <p class="finding">{text}</p>
      {isAdvice(open) && <p class="small">{holdsAnyway(view, open)}</p>}
      <Movers game={game} />
    </>
  );
}

/** Goes to the lens of a vote when its tab is chosen, and back when there is nothing to see in it any more. */
function useVoteLens({ store }: Game, vote: VoteView | undefined): void {
  const council = store.tab.value === "council";
  const open = vote !== undefined;
  useEffect(() => {
    if (council && open) store.lens.value = "vote";
    else if (store.lens.value === "vote") store.lens.value = "pain";
  }, [council, open]);
}

export function MapBox() {
  const game = useGame();
  const { store, rules, view, session } = game;
  const loaded = useLazy(loadMap);
  const vote = shownVote(game);
  useVoteLens(game, vote);
  const lens = useMemo(
    () =>
      vote && {
        id: vote.id,
        pledged: pledgesIn(rules, view, vote),
        pivotal: isAdvice(vote)
          ? []
          : pivotal(rules, expected(rules, view, vote)).map((m) => rules.members[m]!.code),
      },
    [vote, view, rules],
  );
  if (loaded.kind === "failed")
    return (
      <div class="map-list">
        <Note text={speech.table.mapFailed} />
        <States />
      </div>
    );
  if (loaded.kind === "loading") return <p class="map-waits dim">{speech.table.mapLoading}</p>;
  const { MapView } = loaded.part;
  return (
    <MapView
      rules={rules}
      view={view}
      selection={store.selection.value}
      onSelect={(code) => {
        store.selection.value = code;
      }}
      lens={store.lens.value}
      onLens={(id) => {
        store.lens.value = id;
      }}
      vote={lens}
      paused={session.paused || session.waiting.length > 0 || store.tab.value === "talks"}
    >
      {vote && <Finding game={game} vote={vote} />}
    </MapView>
  );
}
