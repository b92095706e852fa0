// English words of talks and agreements: what can be said without typing, what can be promised, and who measures it.

import type { Expiry, Measure, MetricId, Phrase } from "../../shared/scenario/terms.ts";

const wk = (n: number): string => `week ${n}`;

/** What is said; `week` is the week of the game that the speaker means, `weeks` a length, `file` a title in quotes. */
export const phrases: Record<Phrase, (said: { week: number; weeks: number; file: string }) => string> = {
  "need-by-week": ({ week }) => `What do you need by ${wk(week)}?`,
  "not-give-up": () => "What would you not give up?",
  "if-measured": () => "We can agree to this if somebody measures it.",
  "who-measures": () => "Who would count it, and how often?",
  "offer-for": () => "We have something to offer for it: see the draft.",
  "only-together": () => "Only if the other terms come with it.",
  "not-before-vote": () => "Not before the vote.",
  "public-private": () => "Does this have to be public?",
  "can-wait": () => "We can wait.",
  "stock-lasts": ({ weeks }) => `We cannot wait: our stock lasts ${weeks} weeks.`,
  "if-then": ({ week }) => `Do this by ${wk(week)}, and we do our part.`,
  threat: ({ week, file }) =>
    file ? `Not by ${wk(week)}? Then ${file} goes ahead.` : `Not by ${wk(week)}? Then we act.`,
  calendar: () => "That is no threat. It is our calendar.",
  "see-discrimination": () => "We see that you feel singled out.",
  "see-security": () => "We see that you worry about your supply.",
  "experts-check": () => "Let experts look at the figures first.",
  shorter: ({ weeks }) => `Shorter: ${weeks} weeks, then we look again.`,
  longer: () => "Longer, but in steps.",
  "one-product": () => "One product, not everything.",
  "same-week": () => "Both step down in the same week.",
  "who-else": () => "Who else is in this?",
  "other-offer": () => "We have another offer.",
  "home-asks": () => "At home they ask us what we got for it.",
  "kept-word": () => "We kept our word. Look at yours.",
  "no-but": () => "No. A change in the draft could make it a yes.",
};

/** A promise in a few words, its bound, and what stands behind the figure. */
export const metrics: Record<MetricId, { title: string; bound: "at most" | "at least" | ""; unit: string }> =
  {
    "licence-days": { title: "Days until a licence", bound: "at most", unit: "days" },
    "approval-rate": { title: "Applications approved", bound: "at least", unit: "%" },
    throughput: { title: "Licences let through", bound: "at least", unit: "% of normal" },
    "general-licences": { title: "States with general licences", bound: "at least", unit: "states" },
    "no-new-control": { title: "Tighter controls", bound: "at most", unit: "steps" },
    "stop-notice": { title: "Stops without notice", bound: "at most", unit: "stops" },
    access: { title: "Market access opened", bound: "at least", unit: "% of the programme" },
    transparency: { title: "Subsidies laid open", bound: "at least", unit: "% of the programmes" },
    "china-duty": { title: "Chinese duty that is paid", bound: "at most", unit: "% of it" },
    "no-hold": { title: "Goods held at customs", bound: "at most", unit: "% of exports" },
    "fast-lane": { title: "Place in the licence queue", bound: "at least", unit: "times usual" },
    orders: { title: "Extra orders", bound: "at least", unit: "% of exports" },
    investment: { title: "Plants by Chinese firms", bound: "at least", unit: "EUR bn" },
    "no-new-case": { title: "New cases", bound: "at most", unit: "cases" },
    "europe-duty": { title: "European duty that is paid", bound: "at most", unit: "% of it" },
    "close-case": { title: "The case stays open", bound: "at most", unit: "cases" },
    "floor-price": { title: "Duty beside a minimum price", bound: "at most", unit: "% of it" },
    "law-delay": { title: "The law waits", bound: "at least", unit: "weeks" },
    ballot: { title: "Vote in the Council", bound: "", unit: "" },
    "share-stock": { title: "Stock shared", bound: "at least", unit: "times" },
    payment: { title: "Payment", bound: "at least", unit: "EUR m" },
  };

export const measures: Record<Measure, { title: string; what: string }> = {
  none: { title: "Nobody: a bare promise", what: "It soothes, and proves nothing." },
  survey: { title: "A survey of firms", what: "Late and rough; a breach must be proven by a panel." },
  register: { title: "A joint register", what: "Reported every month; what it shows is proof." },
  public: { title: "Everybody can see it", what: "No body is needed." },
};

export const expiries: Record<Expiry, string> = {
  lapse: "lapses",
  renew: "renews",
  "step-down": "steps down",
};
