// English: the page that shows every figure of a scenario, how well it is known and who says so.

export const title = (figures: string, assumed: string): string =>
  `${assumed} of ${figures} figures are assumptions`;
export const plainTitle = "Every figure, and how well it is known";
export const lead =
  "An assumption is an assumption: somebody had to choose a number, nobody has measured it. Read results as “if this were so”, and change what you doubt.";
export const grades = {
  measured: "Read off a statistic or a law.",
  estimated: "Worked out from something measured.",
  assumed: "Chosen by the makers, with a reason, not with evidence.",
};
export const share = "Figures by how well they are known";
export const countNote =
  "A row of figures, such as a state’s exports by sector, counts once. Event cards carry effects of their own: choices of the makers, in the scenario file.";

export const sections = {
  figures: "All figures",
  sources: "Sources",
  limits: "What the model leaves out",
};

export const loading = "The scenario is on its way…";
export const again = "Try again";
export const scenario = (title: string, start: string) =>
  `These are the figures of the scenario “${title}”, whose week 0 begins on ${start}.`;

export const filter = {
  search: "Search",
  example: "magnets, heat, S140, model.law",
  grade: "How well known",
  all: "All",
  found: (n: string, of: string) => `${n} of ${of} figures`,
  none: "Nothing fits. Try fewer words.",
  open: "Open all",
  close: "Close all",
};

export const columns = {
  what: "Figure",
  value: "Value",
  range: "May be moved between",
  grade: "How well known",
  source: "Source",
};
export const fixed = "fixed";
export const range = (low: string, high: string): string => `${low} to ${high}`;
export const years = (weeks: number): string => `${weeks} weeks`;
export const price = (order: string, office: string, variant: string | undefined): string =>
  `Political capital that “${order}” costs ${office}${variant ? ` (${variant})` : ""}.`;
export const offices = {
  commission: "the Commission",
  members: "a capital",
  beijing: "Beijing",
  sides: "either side",
  anyone: "whoever is asked",
};
/** Variants of prices that are not values of an order's field. */
export const variants: Record<string, string> = {
  sign: "only to sign",
  "against-lobby": "against the cause taken up at home",
  small: "small states",
  big: "to a large state",
  tighten: "a step tighter",
  ending: "in the weeks around its end",
  widen: "one more input in a squeeze that runs",
  loosen: "a step looser",
  opening: "to open a negotiation",
  complain: "a complaint",
  suspend: "suspending",
  "snap-back": "the duty voted in advance",
  publish: "publishing",
  denounce: "no renewal",
};

export const blocks: Record<string, string> = {
  members: "Member states",
  sectors: "Sectors of trade",
  inputs: "Critical inputs",
  projects: "Plants",
  files: "Procedures in week 0",
  "model.trade": "How trade reacts",
  "model.inputs": "Stores, fear and new plants",
  "model.modes": "Licence modes",
  "model.politics": "The capitals",
  "model.beijing": "Beijing",
  "model.resolve": "Belief and leverage",
  "model.contracts": "Agreements and who measures them",
  "model.information": "Who sees what",
  "model.heat": "Heat",
  "model.law": "The law’s clocks and votes",
  "model.points": "Political capital and money",
  "model.cost": "Prices of orders",
  "model.moves": "What orders do at once",
  "model.score": "Verdict and scores",
};

export const sources = {
  intro:
    "What was read for the figures. Many pages are newspapers that repeat an official figure; the kind says how close to the origin it is.",
  kinds: {
    official: [
      "Official or direct",
      "A law, a statistic, a published paper, or a report from the place itself.",
    ],
    relayed: ["Relayed", "A paper or page that repeats somebody else’s figure."],
    weak: ["Weak", "A copy of a copy, or a page that cannot be checked. Taken for want of a better one."],
    knowledge: ["General knowledge", "What the makers believed to know. Look it up before you quote it."],
    design: ["Design", "No fact at all: a choice that makes the game work."],
  } as Record<string, [name: string, what: string]>,
  columns: { id: "Mark", what: "Source", rests: "Used" },
  times: (n: string) => `${n} ×`,
};
