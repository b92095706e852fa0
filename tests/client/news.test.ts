// The log: what many capitals do in the same week is one line, which opens.

import { expect, test } from "vitest";
import { told, toldTogether } from "../../client/label.ts";
import { folded } from "../../client/news.ts";
import { speech } from "../../client/speech.ts";
import type { NewsCode } from "../../shared/news.ts";
import type { News } from "../../shared/state.ts";
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
