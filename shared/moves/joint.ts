// M7: a capital drafts a joint statement, on a file or for a state that is singled out, or puts its name to one.

import * as z from "zod";
import { memberAt, type Rules } from "../scenario.ts";
import { isMember } from "../seat.ts";
import { type JointStatement, LINES } from "../state.ts";
import { heldUp, said, type View } from "../view.ts";
import { stagesLeft } from "../world/files.ts";
import { joinStatement as sign } from "../world/joint.ts";
import { bite, id, missing, move, nowOf, price, wait } from "./move.ts";

/** Files that the Council has before it, or will. */
const comesToVote = (rules: Rules, view: View, id: string): boolean =>
  view.pub.files.some(
    (file) =>
      file.id === id &&
      file.side === "europe" &&
      (file.stage === "council"
        ? view.pub.votes.some((v) => v.file === id && v.outcome === "open")
        : stagesLeft(rules, file, nowOf(view)).some(({ gate }) => gate === "vote")),
  );

/** What is said of it now, drafts included where the seat knows of them; nothing yet for a state about a new hold of its goods. */
const saidOf = (view: View, about: string): JointStatement[] => {
  const isHeldAnew = about === view.seat && view.own.bans.some(({ exposed }) => !exposed);
  return said(view).filter((s) => s.about === about && !(isHeldAnew && s.state === "public"));
};

/** Whether a state's goods are held up at China’s customs, as far as the seat knows; whoever asks for help says so itself. */
const isSingledOut = (view: View, code: string, m: number): boolean =>
  heldUp(view, m) > 0 || saidOf(view, code).length > 0;

const singledOut = (rules: Rules, view: View): string[] =>
  rules.members.map(({ code }) => code).filter((code, m) => isSingledOut(view, code, m));

export const joinStatement = move({
  kind: "join-statement",
  office: "members",
  schema: z.strictObject({ kind: z.literal("join-statement"), about: id, line: z.enum(LINES) }),
  cost: (rules, view, { about, line }) =>
    price(rules, saidOf(view, about).some((s) => s.line === line) ? "join-statement/sign" : "join-statement"),
  check(rules, view, { about, line }) {
    const m = memberAt(rules, about);
    if (m < 0 && !view.pub.files.some((f) => f.id === about)) return missing("file");
    const signed = saidOf(view, about).find((s) => s.signers.some((code) => code === view.seat));
    if (signed)
      return signed.line === line ? { code: "already-so", what: "signed" } : { code: "already-answered" };
    if (m >= 0) return line === "for" && isSingledOut(view, about, m) ? null : { code: "not-singled-out" };
    return comesToVote(rules, view, about) ? null : { code: "not-open" };
  },
  apply(rules, state, seat, { about, line }, trace) {
    if (isMember(seat)) sign(rules, state, seat, about, line, trace);
  },
  options: (rules, view) => [
    ...view.pub.files
      .filter((f) => comesToVote(rules, view, f.id))
      .flatMap((f) => LINES.map((line) => ({ kind: "join-statement" as const, about: f.id, line }))),
    ...singledOut(rules, view).map((about) => ({
      ...{ kind: "join-statement" as const, about },
      line: "for" as const,
    })),
  ],
  clock: (rules, view, { about, line }) =>
    saidOf(view, about).some((s) => s.line === line)
      ? [bite("announced", 0)]
      : [wait("signatures", rules.model.law.statementWeeks), bite("announced", 0)],
  objects: (rules, _view, { about, line }) =>
    line === "for" || rules.members.some(({ code }) => code === about) ? ["beijing"] : ["commission"],
});
