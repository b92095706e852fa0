// M7: a capital drafts a joint statement on a file, or puts its name to one that is there.

import * as z from "zod";
import type { Rules } from "../scenario.ts";
import { isMember } from "../seat.ts";
import { type JointStatement, LINES } from "../state.ts";
import type { View } from "../view.ts";
import { stagesLeft } from "../world/files.ts";
import { isLive, joinStatement as sign } from "../world/joint.ts";
import { bite, id, missing, move, price, wait } from "./move.ts";

/** Files that the Council has before it, or will. */
const comesToVote = (rules: Rules, { pub }: View, id: string): boolean =>
  pub.files.some(
    (file) =>
      file.id === id &&
      file.side === "europe" &&
      (file.stage === "council"
        ? pub.votes.some((v) => v.file === id && v.outcome === "open")
        : stagesLeft(rules, file, pub.tick).some(({ gate }) => gate === "vote")),
  );

/** What is said of a file now, drafts included where the seat knows of them. */
const said = ({ own, pub }: View, file: string): JointStatement[] =>
  [...own.drafts, ...pub.statements].filter((s) => s.file === file && isLive(s));

export const joinStatement = move({
  kind: "join-statement",
  office: "members",
  schema: z.strictObject({ kind: z.literal("join-statement"), file: id, line: z.enum(LINES) }),
  cost: (rules, view, { file, line }) =>
    price(rules, said(view, file).some((s) => s.line === line) ? "join-statement/sign" : "join-statement"),
  check(rules, view, { file, line }) {
    if (!view.pub.files.some((f) => f.id === file)) return missing("file");
    const signed = said(view, file).find((s) => s.signers.some((code) => code === view.seat));
    if (signed) return { code: signed.line === line ? "already-so" : "already-answered" };
    return comesToVote(rules, view, file) ? null : { code: "not-open" };
  },
  apply(rules, state, seat, { file, line }, trace) {
    if (isMember(seat)) sign(rules, state, seat, file, line);
    trace.mark("member-move");
  },
  options: (rules, view) =>
    view.pub.files
      .filter((f) => comesToVote(rules, view, f.id))
      .flatMap((f) => LINES.map((line) => ({ kind: "join-statement" as const, file: f.id, line }))),
  clock: (rules, view, { file, line }) =>
    said(view, file).some((s) => s.line === line)
      ? [bite("announced", 0)]
      : [wait("signatures", rules.model.law.statementWeeks), bite("announced", 0)],
  objects: (_rules, _view, { line }) => (line === "for" ? ["beijing"] : ["commission"]),
});
