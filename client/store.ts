// What the page knows and what it is about to do, as signals: the room, the View of now and of the week before, what is
// chosen and open, and orders on their way. Panels read it; only what stands here changes it.

import { batch, computed, signal } from "@preact/signals";
import { type Ask, asks } from "../shared/asks.ts";
import type { IndicatorId } from "../shared/indicators.ts";
import { type Mirrored, type Session, sessionOf, viewIn } from "../shared/mirror.ts";
import { type Command, type CommandKind, check } from "../shared/moves/table.ts";
import { LIMITS, type Me, type Refusal, type RequestOf } from "../shared/protocol.ts";
import type { Result } from "../shared/result.ts";
import { isSeat, type MemberCode, type Seat, type Viewpoint } from "../shared/seat.ts";
import type { Talk } from "../shared/state.ts";
import type { View } from "../shared/view.ts";
import type { Why } from "../shared/why.ts";
import { othersIn } from "../shared/world/talks.ts";
import { headlines, watched } from "./headline.ts";
import { type History, loadHistory, noted, saveHistory } from "./history.ts";
import { noteFiles } from "./label.ts";
import { type Connect, Link, type Status } from "./link.ts";
import { type LoadedScenario, loadScenario } from "./scenario.ts";
import type { Lens } from "./scenes/lens.ts";
import { freshDraft, type Work } from "./talks/draft.ts";
import { type Heard, heardAll, loadHeard, saveHeard } from "./talks/heard.ts";
import { keepTicket, ticketOf } from "./ticket.ts";

export const TABS = ["act", "talks", "council", "data", "log"] as const;
export type Tab = (typeof TABS)[number];

/** Tabs that there is something in: who only looks on does nothing, and talks with nobody. */
export const tabsFor = (seated: boolean): Tab[] =>
  TABS.filter((tab) => seated || (tab !== "act" && tab !== "talks"));

/** Why something was not done: a rejection of the game or a problem of the session. */
export type Reason = Refusal["rejection"];

/** The number whose explanation is open, and the element it belongs to. */
export interface WhyOpen {
  id: IndicatorId;
  k: number;
  anchor: HTMLElement | null;
}

/** Two orders are the same when they ask the same. */
export const orderKey = (command: Command): string => JSON.stringify(command);

export interface StoreSettings {
  code: string;
  connect: Connect;
  load?: (scenario: string) => Promise<LoadedScenario>;
}

/** A request that may have been turned down: the reason, or nothing. */
async function reasonOf(asking: Promise<{ ok: true } | Refusal>): Promise<Reason | undefined> {
  try {
    const reply = await asking;
    return reply.ok ? undefined : reply.rejection;
  } catch {
    return { code: "failed" };
  }
}

/** One session as this page has it: connects when it is made, and keeps everything up to date until it is closed. */
export class Store {
  readonly code: string;
  readonly status = signal<Status>({ kind: "opening" });
  /** Set when the table cannot be shown at all. */
  readonly failure = signal<unknown>(undefined);
  readonly loaded = signal<LoadedScenario | undefined>(undefined);
  readonly me = signal<Me | undefined>(undefined);
  readonly session = signal<Session | undefined>(undefined);
  readonly view = signal<View | undefined>(undefined);
  /** The last View of the week before. */
  readonly before = signal<View | undefined>(undefined);
  readonly history = signal<History>({});
  readonly result = signal<Result | undefined>(undefined);

  readonly tab = signal<Tab>("act");
  /** Whether the log lists everything that is under way. */
  readonly allUnderway = signal(false);
  readonly selection = signal<MemberCode | undefined>(undefined);
  readonly lens = signal<Lens>("pain");
  readonly why = signal<WhyOpen | undefined>(undefined);
  /** An order to begin in the Act panel with its first picks, and seats to open a room with: asked for elsewhere, taken up once. */
  readonly begun = signal<{ kind: CommandKind; picks: Readonly<Record<string, string>> } | undefined>(
    undefined,
  );
  readonly invited = signal<readonly Seat[] | undefined>(undefined);
  /** Template that a draft is begun from as soon as there is a room for it. */
  readonly wanted = signal<string | undefined>(undefined);
  /** Week up to which the log has been read. */
  readonly readUntil = signal(-1);
  /** The talk that is shown, and the last line read in each. */
  readonly talk = signal<string | undefined>(undefined);
  readonly heard = signal<Heard>({});
  /** Drafts and messages that are being written, by talk. */
  readonly works = signal<Readonly<Record<string, Work>>>({});
  readonly typed = signal<Readonly<Record<string, string>>>({});
  /** Orders on their way, and orders turned down, by `orderKey`. */
  readonly sent = signal<ReadonlySet<string>>(new Set());
  readonly refused = signal<ReadonlyMap<string, Reason>>(new Map());

  readonly asks = computed<Ask[]>(() =>
    this.loaded.value && this.view.value ? asks(this.loaded.value.rules, this.view.value) : [],
  );

  readonly #load: (scenario: string) => Promise<LoadedScenario>;
  readonly #link: Link;
  #room: Mirrored | undefined;
  #preparing = false;

  constructor({ code, connect, load = loadScenario }: StoreSettings) {
    this.code = code;
    this.#load = load;
    this.#link = new Link({
      code,
      connect,
      listener: {
        status: (status) => {
          this.status.value = status;
        },
        here: (me) => this.#arrive(me),
        state: (room) => {
          this.#room = room;
          this.#reflect();
        },
      },
    });
  }

  /** Judges an order here, then sends it until it is answered. Resolves to whether it was accepted. */
  async order(command: Command): Promise<boolean> {
    const key = orderKey(command);
    const { loaded, view, sent } = this;
    if (!loaded.value || !view.value || sent.value.has(key)) return false;
    const rejection = check(loaded.value.rules, view.value, command);
    this.#refuse(key, rejection ?? undefined);
    if (rejection) return false;
    sent.value = new Set(sent.value).add(key);
    // An id that the server has not seen, so that the order may be sent again.
    const id = crypto.randomUUID().slice(0, LIMITS.orderId);
    const reason = await reasonOf(this.#link.insist("order", { id, command } as RequestOf<"order">));
    sent.value = new Set([...sent.value].filter((other) => other !== key));
    this.#refuse(key, reason);
    if (!reason) performance.mark("order-accepted");
    return reason === undefined;
  }

  /** Why a number changed last; undefined where the server does not say. */
  async askWhy(id: IndicatorId, k: number): Promise<Why | undefined> {
    const reply = await this.#link.ask("why", { indicator: id, k }).catch(() => undefined);
    return reply?.ok ? (reply.why ?? undefined) : undefined;
  }

  async takeSeat(seat: Seat): Promise<Reason | undefined> {
    const reason = await reasonOf(this.#link.ask("seat", { seat }));
    if (!reason) keepTicket(this.code, { seat });
    return reason;
  }

  setPace(change: RequestOf<"pace">): Promise<Reason | undefined> {
    return reasonOf(this.#link.ask("pace", change));
  }

  setWords(freeText: boolean): Promise<Reason | undefined> {
    return reasonOf(this.#link.ask("words", { freeText }));
  }

  /** Puts aside what waits for this seat, so that time goes on. */
  async goOn(): Promise<void> {
    if (this.view.value && isSeat(this.view.value.seat)) await reasonOf(this.#link.ask("continue", {}));
  }

  /** Goes to the card of an order, with so much of it filled in. */
  begin(kind: CommandKind, picks: Readonly<Record<string, string>>): void {
    batch(() => {
      this.begun.value = { kind, picks };
      this.tab.value = "act";
    });
  }

  /** Goes to the room with this seat alone, or to the form that opens it; `template` = the draft to begin there. */
  talkTo(seat: Seat, template?: string): void {
    const view = this.view.peek();
    const room = view?.own.talks.find((talk) => {
      const others = othersIn(view, talk);
      return others.length === 1 && others[0] === seat;
    });
    batch(() => {
      this.talk.value = room?.id;
      this.invited.value = room ? undefined : [seat];
      this.wanted.value = template;
      this.tab.value = "talks";
    });
  }

  /** Notes that everything said in a talk so far has been read. */
  hear(talk: string): void {
    const view = this.view.value;
    const heard = view && heardAll(view, this.heard.peek(), talk);
    if (!heard || heard === this.heard.peek()) return;
    this.heard.value = heard;
    saveHeard(this.code, view.seat, heard);
  }

  /** Keeps the draft that is being written in a talk; undefined lets it go. */
  write(talk: string, work: Work | undefined): void {
    const { [talk]: _, ...others } = this.works.peek();
    this.works.value = work ? { ...others, [talk]: work } : others;
  }

  /** Begins the draft that is wanted in the room that is now shown, unless another room is still to be opened for it. */
  takeUp(talk: Talk): void {
    const template = this.wanted.peek();
    const [loaded, view] = [this.loaded.peek(), this.view.peek()];
    if (!template || !loaded || !view || this.invited.peek()) return;
    this.wanted.value = undefined;
    if (this.works.peek()[talk.id]) return;
    const draft = freshDraft(loaded.rules, view, talk, template);
    if (draft) this.write(talk.id, { draft, base: "" });
  }

  /** Leaves the lobby. */
  start(): Promise<Reason | undefined> {
    return reasonOf(this.#link.ask("start", {}));
  }

  /** Host: ends the game for everybody in the week as it stands. */
  end(): Promise<Reason | undefined> {
    return reasonOf(this.#link.ask("end", {}));
  }

  async fetchResult(): Promise<void> {
    const reply = await this.#link.insist("result", {}).catch(() => undefined);
    if (reply?.ok) this.result.value = reply.result;
    else this.failure.value = new Error("no result");
  }

  /** Brings the connection back at once if it was lost unseen. */
  look(): void {
    this.#link.look();
  }

  close(): void {
    this.#link.close();
  }

  #arrive(me: Me): void {
    this.me.value = me;
    this.#reflect();
    const { mode } = ticketOf(this.code);
    if (!mode) return;
    // The pace that the host chose before there was a session: asked for once.
    keepTicket(this.code, { mode: undefined });
    if (me.host) void this.setPace({ mode });
  }

  /** Reads the room as it is now. */
  #reflect(): void {
    const room = this.#room;
    if (!room?.code || !this.me.value) return;
    const session = sessionOf(room);
    batch(() => {
      this.session.value = session;
      if (this.loaded.value) this.#take(viewIn(this.loaded.value.rules, room, this.#seatIn(session)));
    });
    if (!this.loaded.value) void this.#prepare(session.scenario);
  }

  /** Where I sit, as the room says; the answer to "who am I" may be older. */
  #seatIn(session: Session): Viewpoint {
    const me = this.me.value!;
    return session.people.find((person) => person.id === me.person)?.seat ?? me.seat;
  }

  #take(next: View): void {
    const { rules } = this.loaded.value!;
    const now = this.view.value;
    if (now?.seat !== next.seat) {
      this.before.value = undefined;
      this.history.value = loadHistory(this.code, next.seat);
      this.heard.value = loadHeard(this.code, next.seat);
      this.talk.value = undefined;
      this.works.value = {};
      this.typed.value = {};
    } else if (next.pub.tick > now.pub.tick) this.before.value = now;
    noteFiles(rules, next);
    const grown = noted(rules, this.history.value, next, [...headlines(rules, next.seat), ...watched(rules)]);
    if (grown !== this.history.value) {
      this.history.value = grown;
      saveHistory(this.code, next.seat, grown);
    }
    if (!now) performance.mark("table-seen");
    this.view.value = next;
  }

  async #prepare(scenario: string): Promise<void> {
    if (this.#preparing) return;
    this.#preparing = true;
    try {
      this.loaded.value = await this.#load(scenario);
      this.#reflect();
    } catch (error) {
      this.failure.value = error;
    } finally {
      this.#preparing = false;
    }
  }

  #refuse(key: string, reason: Reason | undefined): void {
    const next = new Map(this.refused.value);
    if (reason) next.set(key, reason);
    else next.delete(key);
    this.refused.value = next;
  }
}
