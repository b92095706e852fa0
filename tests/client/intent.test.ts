// Keys: each has one meaning, they can be switched off, and they keep quiet while somebody types.

import { describe, expect, test } from "vitest";
import { intent, KEYS, keysFor, type Pressed } from "../../client/intent.ts";
import { speech } from "../../client/speech.ts";
import { TABS } from "../../client/store.ts";

const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  ...{ key, ctrlKey: false, altKey: false, metaKey: false, typing: false },
  ...more,
});

describe("intent", () => {
  test("every key means something of its own, and is in the list that help shows", () => {
    const meanings = KEYS.map((key) => JSON.stringify(intent(press(key), true)));
    expect(meanings).not.toContain(undefined);
    expect(new Set(meanings).size).toBe(KEYS.length);
    for (const key of KEYS) expect(speech.help.list[key]).toBeTruthy();
  });

  test("letters lead to tabs, in capitals too", () => {
    expect(intent(press("c"), true)).toEqual({ kind: "tab", tab: "council" });
    expect(intent(press("C"), true)).toEqual({ kind: "tab", tab: "council" });
    const tabs = KEYS.map((key) => intent(press(key), true)).flatMap((i) =>
      i?.kind === "tab" ? [i.tab] : [],
    );
    for (const tab of tabs) expect(TABS).toContain(tab);
  });

  test.each<Partial<Pressed>>([{ typing: true }, { ctrlKey: true }, { altKey: true }, { metaKey: true }])(
    "keeps quiet with %o",
    (more) => expect(intent(press("a", more), true)).toBeUndefined(),
  );

  test("keeps quiet when switched off, and for keys without a meaning", () => {
    expect(intent(press("a"), false)).toBeUndefined();
    expect(intent(press("z"), true)).toBeUndefined();
    expect(intent(press("Enter"), true)).toBeUndefined();
  });
});

test("help lists the keys that do something for whoever reads it", () => {
  expect(keysFor(true, true)).toEqual(KEYS);
  expect(keysFor(true, false)).not.toContain("p");
  expect(keysFor(false, true).slice(0, 2)).toEqual(["c", "d"]);
});
