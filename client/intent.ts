// Keys to what they mean. One letter each, so they can be switched off (speech input and slips of the hand), and they
// are silent while something is being typed.

import { signal } from "@preact/signals";
import { type Store, type Tab, tabsFor } from "./store.ts";

export const KEYS = ["a", "t", "c", "d", "l", "p", "?"] as const;
export type Key = (typeof KEYS)[number];

/** What a key asks for. */
export type Intent = { kind: "tab"; tab: Tab } | { kind: "pause" } | { kind: "help" } | { kind: "close" };

const INTENTS: Record<Key, Intent> = {
  a: { kind: "tab", tab: "act" },
  t: { kind: "tab", tab: "talks" },
  c: { kind: "tab", tab: "council" },
  d: { kind: "tab", tab: "data" },
  l: { kind: "tab", tab: "log" },
  p: { kind: "pause" },
  "?": { kind: "help" },
};

/** The keys that do something: those of the tabs that are there, and the host's that stops time. */
export const keysFor = (seated: boolean, host: boolean): Key[] =>
  KEYS.filter((key) => {
    const found = INTENTS[key];
    return found.kind === "tab" ? tabsFor(seated).includes(found.tab) : host || found.kind !== "pause";
  });

const STORED = "chokepoint/keys";

function stored(): boolean {
  try {
    return localStorage.getItem(STORED) !== "off";
  } catch {
    return true;
  }
}

/** Whether single letters switch panels. */
export const keysOn = signal(typeof localStorage === "undefined" ? true : stored());

export function setKeysOn(on: boolean): void {
  keysOn.value = on;
  try {
    localStorage.setItem(STORED, on ? "on" : "off");
  } catch {
    // Lasts as long as the page.
  }
}

export interface Pressed {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  /** Whether the keyboard is in a field or a list. */
  typing: boolean;
}

/** What a key press means, if anything. */
export function intent(pressed: Pressed, on: boolean): Intent | undefined {
  if (!on || pressed.typing || pressed.ctrlKey || pressed.altKey || pressed.metaKey) return undefined;
  return INTENTS[pressed.key.toLowerCase() as Key];
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest("input:not([type=radio]):not([type=checkbox]), select, textarea, [contenteditable]") !==
    null;

/** Follows the keyboard of the page until the answer is called. */
export function followKeys(carryOut: (intent: Intent) => void): () => void {
  const press = (event: KeyboardEvent) => {
    const found = intent(
      { key: event.key, ...modifiers(event), typing: isTyping(event.target) },
      keysOn.value && !event.defaultPrevented,
    );
    if (!found) return;
    event.preventDefault();
    carryOut(found);
  };
  addEventListener("keydown", press);
  return () => removeEventListener("keydown", press);
}

const modifiers = ({ ctrlKey, altKey, metaKey }: KeyboardEvent) => ({ ctrlKey, altKey, metaKey });

/** Pauses, or lets time go on; what the seat may not do it does not try. */
export function togglePause(store: Store): void {
  const session = store.session.value;
  const seat = store.view.value?.seat;
  if (!session) return;
  const waits = session.waiting.some((waiting) => waiting === seat);
  if (store.me.value?.host && (session.paused || !waits)) void store.setPace({ paused: !session.paused });
  else if (waits) void store.goOn();
}
