// The log: what many capitals do in the same week is one line, which opens.

import { expect, test } from "vitest";
import { told, toldTogether } from "../../client/label.ts";
import { allNews, folded, isMine } from "../../client/news.ts";
import { headline } from "../../client/panels/eventline.tsx";
import { speech } from "../../client/speech.ts";
import type { NewsCode } from "../../shared/news.ts";
import { SEATS, type Seat } from "../../shared/seat.ts";
import { type News, tell } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { newState } from "../../shared/world/start.ts";
import { brussels } from "../helpers/scenario.ts";

const { rules } = brussels;
const plant = rules.projects.find(({ owner }) => owner === "europe")!.id;
let count = 0;
const item = (code: NewsCode, member: string, tick = 5, to: News["to"] = []): News => ({
  ...{ id: `n${count++}`, tick, code, by: "", about: [member, plant], amount: 0, to },
});
const together = (code: NewsCode) => speech.newsTogether[code] !== undefined;
const fold = (list: News[], own = "") =>
  folded(list, together, ({ about }) => about[0] === own).map((group) => group.map(({ about }) => about[0]));

test("news comes in the order in which it happened, whoever was told, and by week where what it came after is forgotten", () => {
  const state = newState(rules, { seed: 1, weeks: 104 });
  state.news = [];
  const say = (tick: number, code: NewsCode, to: News["to"] = []) => {
    state.tick = tick;
    tell(state, { code, by: "", about: ["DE", plant], amount: 0, to });
  };
  say(1, "presidency-changed");
  say(1, "offer-refused", ["DE", "beijing"]);
  say(1, "talk-left", ["FR"]);
  say(1, "flooding-ended");
  say(2, "offer-lapsed", ["DE"]);
  say(2, "licence-wave");
  const codes = (seat: "DE" | "FR" | "observer", from = state) =>
    allNews(view(rules, from, seat)).map(({ code }) => code);
  expect(codes("DE")).toEqual([
    "licence-wave",
    "offer-lapsed",
    "flooding-ended",
    "offer-refused",
    "presidency-changed",
  ]);
  expect(codes("FR")).toEqual(["licence-wave", "flooding-ended", "talk-left", "presidency-changed"]);
  expect(codes("observer")).toEqual(["licence-wave", "flooding-ended", "presidency-changed"]);
  const seen = view(rules, state, "DE");
  seen.pub.news = seen.pub.news.slice(1);
  expect(allNews(seen).map(({ code }) => code)).toEqual([
    "licence-wave",
    "offer-lapsed",
    "flooding-ended",
    "offer-refused",
  ]);
});

test("three and more of a kind in a week stand together where the first stood, fewer each by itself", () => {
  const hosts = ["SE", "AT", "EL"].map((code) => item("plant-hosted", code));
  const vote = item("presidency-changed", "IE");
  expect(fold([hosts[0]!, vote, hosts[1]!, hosts[2]!])).toEqual([["SE", "AT", "EL"], ["IE"]]);
  expect(fold(hosts.slice(0, 2))).toEqual([["SE"], ["AT"]]);
  expect(fold([...hosts.slice(0, 2), item("plant-hosted", "EL", 6)])).toEqual([["SE"], ["AT"], ["EL"]]);
  expect(fold(["SE", "AT", "EL"].map((code) => item("presidency-changed", code)))).toHaveLength(3);
});

test("what is one's own, and what not everybody was told, stands by itself", () => {
  const hosts = ["SE", "AT", "EL", "PT"].map((code) => item("plant-hosted", code));
  expect(fold(hosts, "AT")).toEqual([["SE", "EL", "PT"], ["AT"]]);
  expect(fold([...hosts.slice(0, 2), item("plant-hosted", "EL", 5, ["EL"])])).toHaveLength(3);
});

test("one sentence names them, with what comes of it where that is the same", () => {
  const hosts = ["SE", "AT", "NL", "EL"].map((code) => item("plant-hosted", code));
  expect(toldTogether(rules, hosts)).toEqual({
    what: "Austria, Greece, the Netherlands and 1 more offer sites for plants.",
    effect: "Permits come first; some at home object.",
  });
  const votes = [1, 0, -1].map((amount, k) => ({ ...item("election-held", ["SE", "AT", "NL"][k]!), amount }));
  expect(toldTogether(rules, votes)).toEqual({ what: "Austria, the Netherlands and Sweden have voted." });
});

test("of who cannot keep its part of a draft, for want of points, money or pledges, nothing is said that fits but one", () => {
  const news: News = { ...item("terms-unpaid", "p1"), by: "commission", about: ["p1", "custom", "t1"] };
  expect(told(rules, news).what).toMatch(/ can no longer keep its part of /);
});

test("one answer that many gave to an event is one line for each answer, which names who gave it", () => {
  const card = rules.cards.find(
    ({ options }) => options.filter((o) => o.for === "members").length > 1 || options.length > 2,
  )!;
  const [first, second] = card.options;
  const answer = (by: Seat, option: string): News => ({
    ...item("card-answered", by),
    by,
    about: [card.id, option],
  });
  const list = [
    ...(["SE", "AT", "EL"] as const).map((by) => answer(by, first!.id)),
    answer("PT", second!.id),
    answer("DE", first!.id),
  ];
  const groups = folded(list, together, ({ by }) => by === "DE").map((group) => group.map(({ by }) => by));
  expect(groups).toEqual([["SE", "AT", "EL"], ["PT"], ["DE"]]);
  expect(toldTogether(rules, list.slice(0, 3)).what).toMatch(/^Austria, Greece and Sweden decide: /);
});

test("what is told to nearly everybody is not one's own; what few are told, or one did oneself, is", () => {
  const mine = (news: News) => isMine({ seat: "DE" }, news);
  expect(mine(item("plant-hosted", "FR", 5, ["FR", "DE"]))).toBe(true);
  expect(mine(item("plant-hosted", "FR", 5, [...SEATS]))).toBe(false);
  expect(mine(item("plant-hosted", "FR"))).toBe(false);
  expect(mine(item("plant-hosted", "DE"))).toBe(true);
  expect(mine({ ...item("plant-hosted", "FR"), by: "DE" })).toBe(true);
});

test("of the newest week the weightiest is told in the one line, else what is newest", () => {
  const [late, squeeze, early] = [
    item("plant-hosted", "SE", 6),
    item("squeeze-begun", "magnets", 6),
    item("squeeze-begun", "magnets", 5),
  ];
  expect(headline([late, squeeze, early])).toBe(squeeze);
  expect(headline([late, early])).toBe(late);
  expect(headline([])).toBeUndefined();
});
