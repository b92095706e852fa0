// The panel of talks: rooms, what is said in one, and its contract. Beside one another where there is room, else one at a
// time: on the narrowest screens the contract is a sheet over the talk.

import { useEffect, useState } from "preact/hooks";
import { isSeat, type Seat } from "../../shared/seat.ts";
import type { Talk } from "../../shared/state.ts";
import { onTable, waitingDrafts } from "../../shared/view.ts";
import { talkName, told } from "../label.ts";
import { allNews } from "../news.ts";
import { type Game, ROOMY, useGame, useMedia, WIDE } from "../panels/context.ts";
import { Button, IconButton } from "../parts/button.tsx";
import { printDate } from "../print.ts";
import { headed, speech } from "../speech.ts";
import { words } from "../words.ts";
import { Agreements } from "./agreement.tsx";
import { ContractDesk } from "./desk.tsx";
import { OpenRoom, RoomList } from "./roomlist.tsx";
import { agreements, firstRoom, roomsOf, shortName } from "./rooms.ts";
import { StartAnywhere } from "./start.tsx";
import { PrivateMark, Thread } from "./thread.tsx";
import "./talks.css";

interface LayoutProps {
  game: Game;
  talk: Talk | undefined;
  choose: (talk: string | undefined) => void;
  /** The same, keeping the template that a draft is to be begun from. */
  go: (talk: string | undefined) => void;
  opening: boolean;
  setOpening: (on: boolean) => void;
  /** Opens no room after all. */
  cancel: () => void;
  /** Begins with a template as soon as there is a room with this seat, or with a capital that is chosen first. */
  want: (template: string, to: Seat | "") => void;
}

/** The list of rooms, or the form that opens another. */
function Rooms({ game, talk, choose, setOpening }: LayoutProps) {
  return <RoomList game={game} chosen={talk?.id} onChoose={choose} onOpen={() => setOpening(true)} />;
}

const Opening = ({ game, go, cancel }: LayoutProps) => {
  const { invited } = game.store;
  return (
    <OpenRoom
      key={invited.value?.join(" ")}
      game={game}
      first={invited.value ?? []}
      onOpened={go}
      onCancel={cancel}
    />
  );
};

/** What stands where the contract is while no room is chosen. */
const AllAgreements = ({ game, want }: Pick<LayoutProps, "game" | "want">) => (
  <section class="desk">
    <div class="talks-head">
      <h2>{speech.talks.allContracts}</h2>
    </div>
    <div class="desk-body">
      {isSeat(game.view.seat) && <StartAnywhere game={game} seat={game.view.seat} want={want} />}
      <Agreements game={game} list={agreements(game.view)} />
    </div>
  </section>
);

/** While the map is covered, the last event is still told to those who listen. */
function EventHeard({ game }: { game: Game }) {
  const [last] = allNews(game.view);
  if (!last) return null;
  const { what, effect } = told(game.rules, last);
  return (
    <p class="heard" role="status">
      {what} {effect}
    </p>
  );
}

function Wide(props: LayoutProps) {
  const { game, talk, opening, choose } = props;
  const roomy = useMedia(ROOMY);
  const back = () => choose(undefined);
  return (
    <div class={`talks${roomy ? (talk || opening ? " three" : " alone") : ""}`}>
      <EventHeard game={game} />
      {roomy && <Rooms {...props} />}
      {opening ? (
        <Opening {...props} />
      ) : talk ? (
        <Thread key={talk.id} game={game} talk={talk} {...(roomy ? {} : { onBack: back })} />
      ) : (
        !roomy && <Rooms {...props} />
      )}
      {talk ? <ContractDesk key={talk.id} game={game} talk={talk} /> : <AllAgreements {...props} />}
    </div>
  );
}

/** The bar over a talk or its contract on narrow screens. */
function NarrowHead({ game, talk, back, name }: { game: Game; talk: Talk; back: () => void; name: string }) {
  const { tick } = game.view.pub;
  return (
    <header class="talks-bar">
      <IconButton icon="left" name={name} onPress={back} />
      <div class="grow">
        <h1 title={talkName(game.view, talk.id)}>{shortName(game.view, talk)}</h1>
        <p class="tiny dim num">
          {headed(words.units.week(tick))} · {printDate(game.rules.start, tick)}
        </p>
      </div>
      <PrivateMark talk={talk} short />
    </header>
  );
}

/** What the button to the contract says: the draft that lies there, and whom it waits for. */
function sheetLabel({ view, store }: Game, talk: Talk): string {
  const { talks } = speech;
  const draft = onTable(view, talk.id);
  if (draft && waitingDrafts(view).includes(draft)) return talks.waitsForYou(draft.number);
  if (draft) return talks.draft(draft.number);
  return store.works.value[talk.id] ? talks.newDraft : talks.contract;
}

function NarrowRoom({ game, talk, choose }: LayoutProps & { talk: Talk }) {
  const { talks } = speech;
  const [sheet, setSheet] = useState(false);
  if (sheet)
    return (
      <div class="talks-narrow sheet">
        <NarrowHead game={game} talk={talk} back={() => setSheet(false)} name={talks.backToTalk} />
        <ContractDesk game={game} talk={talk} />
      </div>
    );
  return (
    <div class="talks-narrow">
      <NarrowHead game={game} talk={talk} back={() => choose(undefined)} name={talks.back} />
      <div class="talks-sheet-button">
        <Button size="small" icon="talks" onPress={() => setSheet(true)}>
          {sheetLabel(game, talk)}
        </Button>
      </div>
      <Thread game={game} talk={talk} bare />
    </div>
  );
}

export function Talks() {
  const game = useGame();
  const { store, rules, view } = game;
  const wide = useMedia(WIDE);
  const roomy = useMedia(ROOMY);
  const [asked, setOpening] = useState(false);
  const opening = asked || store.invited.value !== undefined;
  const id = store.talk.value ?? (roomy ? firstRoom(roomsOf(rules, view, store.heard.value)) : undefined);
  const talk = view.own.talks.find((found) => found.id === id);
  const choose = (next: string | undefined) => {
    store.wanted.value = undefined;
    go(next);
  };
  const go = (next: string | undefined) => {
    setOpening(false);
    store.invited.value = undefined;
    store.talk.value = next;
  };
  const cancel = () => {
    setOpening(false);
    store.invited.value = undefined;
    store.wanted.value = undefined;
  };
  const want: LayoutProps["want"] = (template, to) => {
    if (to) store.talkTo(to, template);
    else {
      store.wanted.value = template;
      setOpening(true);
    }
  };
  const wanted = store.wanted.value;
  useEffect(() => {
    if (talk && !opening) store.takeUp(talk);
  }, [talk?.id, wanted, opening]);
  const props = { game, talk, choose, go, opening, setOpening, cancel, want };
  if (wide) return <Wide {...props} />;
  if (opening) return <Opening {...props} />;
  return talk ? <NarrowRoom {...props} talk={talk} /> : <Rooms {...props} />;
}
