// What Beijing's bots do besides the valve and the envoys: they open, flood, freeze controls, punish firms that leave,
// now and then change the course of the economy, take a way down, and relent. Each by the temper of its doctrine.

import { QUARTER } from "../indicators.ts";
import { chance, type Stream } from "../random.ts";
import type { Rules } from "../scenario.ts";
import { holds } from "../state.ts";
import { isSqueezed, type View } from "../view.ts";
import { bindsBoth, isMeasured } from "../world/agreement.ts";
import { laidOn } from "../world/duties.ts";
import type { BeijingDoctrine } from "./beijing.ts";
import type { Deed } from "./bot.ts";
import { filesOf, isUnderFire, squeezeLasts } from "./judge.ts";
import { due } from "./promises.ts";

type Wish = (d: BeijingDoctrine, rules: Rules, view: View, random: Stream) => Deed[];

/** Points it keeps for the valve before it spends any on these. */
const SPARE_POINTS = 5;

/** Opens its market, or its books where Europe is about to prove a case about them: dear in face, and remembered. */
const open: Wish = (d, _rules, view, random) => {
  const tenders = due(view, "access");
  const owed = tenders ?? due(view, "transparency");
  if (owed !== undefined) {
    const kind = tenders === undefined ? "publish-subsidies" : "open-access";
    return [{ command: { kind }, why: "fulfil", amount: owed }];
  }
  if (view.pub.tick % 4 !== 1 || view.own.points < SPARE_POINTS) return [];
  if (isSqueezed(view) || isUnderFire(view)) return [];
  // Points beyond the cap are lost: then even those open a little who would not otherwise.
  if (!chance(random, view.own.points >= FULL ? Math.max(d.opens, d.soothes / 3) : d.opens)) return [];
  const accused = filesOf(view, "europe", "anti-subsidy", "foreign-subsidy").some((f) => f.duty === 0);
  const kind = accused && view.pub.transparency < 0.6 ? "publish-subsidies" : "open-access";
  return [{ command: { kind }, why: "open", amount: view.own.face }];
};

/** Once a quarter from here on it looks at what is made elsewhere. */
const FLOOD_FROM = 20;

/** Sells below cost where plants elsewhere grow and no agreement would suffer; less so under a threat voted in advance. */
const flood: Wish = (d, rules, view, random) => {
  const { tick, contracts, law } = view.pub;
  if (tick < FLOOD_FROM || (tick - FLOOD_FROM) % QUARTER !== 0) return [];
  if (contracts.some((c) => holds(c, tick) && isMeasured(c))) return [];
  if (view.own.elsewhere[0]! <= rules.model.beijing.floodShare) return [];
  // Nothing closes while a strict law keeps the buyers.
  if (law.obligation === "strict") return [];
  return chance(random, Math.min(1, (law.snapback ? 0.25 : 0.75) * d.temper))
    ? [{ command: { kind: "flood-market" }, why: "flood", amount: view.own.elsewhere[0]! }]
    : [];
};

/** Around the end of the suspension: friends of calm prolong it; who has just been hit lets it end early. */
const freeze: Wish = (d, rules, view, random) => {
  const { tick, law } = view.pub;
  const { packageLead, packageLag } = rules.model.beijing;
  const left = law.packageUntil - tick;
  if (left > packageLead || left < -packageLag || view.own.choices.some((c) => c.chosen === "")) return [];
  if (isSqueezed(view) || isUnderFire(view) || !chance(random, 0.1 * d.soothes)) return [];
  return [
    {
      command: { kind: "move-package", how: "prolong", weeks: 52 },
      why: "freeze",
      amount: Math.max(0, left),
    },
  ];
};

/** Turns the rules on the state that uses most, once Europe obliges its firms to leave. */
const punishLeavers: Wish = (d, rules, view, random) => {
  const { tick, law } = view.pub;
  if (tick % QUARTER !== 5 || law.obligation === "none" || view.own.reputation < 40) return [];
  if (!chance(random, 0.3 * d.temper)) return [];
  const use = rules.members.map((m) => m.use[0]!);
  const { code } = rules.members[use.indexOf(Math.max(...use))]!;
  return [{ command: { kind: "apply-rules", member: code }, why: "punish-leavers", amount: d.temper }];
};

/** Growth so far below what is counted on, in points, that something must be done; sooner where points would be lost. */
const WEAK = 0.1;
const SOFT = 0.02;
/** Points from which more would soon be lost at the cap. */
const FULL = 8;

/** Spends at home when growth is weak; cuts capacity, rarely, when Europe is about to shut the door. */
const steer: Wish = (d, rules, view, random) => {
  const { tick, heat } = view.pub;
  // The official figure is kinder than the one Beijing goes by.
  const growth = view.own.realGrowth;
  if (tick % 4 !== 3 || view.own.points < SPARE_POINTS) return [];
  const full = view.own.points >= FULL;
  const weak = growth < rules.model.beijing.growth - (full ? SOFT : WEAK);
  if (weak && chance(random, full ? 0.25 : 0.15))
    return [{ command: { kind: "steer-economy", course: "stimulus" }, why: "stimulus", amount: growth }];
  return heat > (full ? 25 : 40) && chance(random, (full ? 0.5 : 0.06) * d.opens)
    ? [{ command: { kind: "steer-economy", course: "anti-involution" }, why: "cut-capacity", amount: heat }]
    : [];
};

/** Takes a way down when its squeeze has lasted long enough, sooner for half of Europe's measures; else lets it lapse. */
const stepDown: Wish = (d, _rules, view, random) => {
  const word = view.pub.words.find((w) => w.form === "step-down" && w.to === "beijing");
  const lasted = squeezeLasts(view);
  if (!word) return offerCalm(d, view, random);
  const half = word.file === "half";
  const ready =
    lasted >= 0 ? lasted >= d.weeks[0] * (half ? 0.5 : 1) : chance(random, (half ? 0.6 : 0.3) * d.soothes);
  return ready
    ? [
        {
          command: { kind: "answer-step-down", word: word.id, reply: "accept" },
          why: "ease-offer",
          amount: Math.max(0, lasted),
        },
      ]
    : [];
};

/** Heat at which it would rather talk about duties than lay on more. */
const HOT = 45;

const offerCalm = (d: BeijingDoctrine, { pub }: View, random: Stream): Deed[] =>
  pub.heat > HOT && pub.tick % 4 === 2 && chance(random, 0.3 * d.soothes)
    ? [{ command: { kind: "offer-step-down", extent: "half" }, why: "calm-offer", amount: pub.heat }]
    : [];

/** Weeks after which a hold at customs has done what it can. */
const HELD_LONG = 10;

/** Lets goods through before the hold comes out, and takes back half of a duty once both sides are bound to something. */
const relent: Wish = (d, rules, { pub, own }, random) => {
  if (pub.tick % 4 !== 0 || !chance(random, 0.3 * d.soothes)) return [];
  const { banWeeks } = rules.model.beijing;
  const hold = own.bans.find((ban) => !ban.exposed && banWeeks - (ban.until - pub.tick) > HELD_LONG);
  if (hold)
    return [
      {
        command: { kind: "lift-ban", member: hold.member, sector: hold.sector },
        why: "relent-hold",
        amount: hold.until - pub.tick,
      },
    ];
  const file = pub.files.find((f) => f.side === "beijing" && f.kind === "probe" && laidOn(rules, f) > 0);
  return file && bindsBoth(pub.contracts, pub.tick)
    ? [
        {
          command: { kind: "drop-probe", file: file.id, decision: "halve" },
          why: "relent-duty",
          amount: file.duty,
        },
      ]
    : [];
};

const WISHES = [open, flood, freeze, punishLeavers, steer, stepDown, relent];

export const statecraft: Wish = (d, rules, view, random) =>
  WISHES.flatMap((wish) => wish(d, rules, view, random));
