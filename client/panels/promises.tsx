// Words that can be kept or broken: open threats and warnings with their deadlines, whether they can still be carried out
// in time, and how far they are believed.

import { indicatorOf } from "../../shared/indicators.ts";
import { nowOf } from "../../shared/moves/move.ts";
import type { Rules } from "../../shared/scenario.ts";
import { isMember, type Seat, sideOf } from "../../shared/seat.ts";
import { isBanded } from "../../shared/sight.ts";
import type { Word } from "../../shared/state.ts";
import { heardWords, memberIndex, sightIn, type View } from "../../shared/view.ts";
import { isInTime } from "../../shared/world/words.ts";
import { figure, read } from "../figure.ts";
import { fileNamed, seatName } from "../label.ts";
import { SideMark } from "../parts/side.tsx";
import { headed, inside, speech } from "../speech.ts";
import type { Game } from "./context.ts";
import "./promises.css";

interface OpenWord {
  word: Word;
  what: string;
  /** "by week 31, 8 weeks left". */
  when: string;
  /** False where it cannot be carried out before its deadline. */
  inTime: boolean;
  /** How far those believe it who are to be impressed; undefined where the seat does not know. */
  believed: string | undefined;
}

/** Capitals that believe Beijing's word, and that doubt it, as far as this seat knows: by the sign of the log-odds. */
function believers(rules: Rules, view: View): { believe: number; doubt: number } | undefined {
  if (read(rules, view, "trustBeijing") === undefined) return undefined;
  const trust = rules.members.map((_, m) => read(rules, view, "trustBeijing", m)!);
  return { believe: trust.filter((x) => x >= 1).length, doubt: trust.filter((x) => x <= -1).length };
}

/** What the seat knows of how a word is taken. */
function believedBy(rules: Rules, view: View, { by, to }: Word): string | undefined {
  const words = speech.promises;
  if (by === "commission") {
    const resolve = figure(rules, view, "resolve");
    const banded = isBanded(sightIn(rules, view, indicatorOf("resolve"), 0));
    return resolve && (banded ? words.toBeijing(resolve.value) : words.toBeijingChance(resolve.value));
  }
  if (isMember(to)) {
    const m = memberIndex(rules, to);
    const trust = figure(rules, view, "trustBeijing", m);
    const banded = isBanded(sightIn(rules, view, indicatorOf("trustBeijing"), m));
    return (
      trust &&
      (banded
        ? words.hint(headed(seatName(to)), trust.value)
        : words.chance(headed(seatName(to)), trust.value))
    );
  }
  const found = believers(rules, view);
  return found && words.capitals(found.believe, found.doubt, rules.M);
}

const FORMS: readonly Word["form"][] = ["threat", "warning"];

/** Open threats and warnings that this seat can read, the most pressing first. */
export function openWords({ rules, view }: Pick<Game, "rules" | "view">): OpenWord[] {
  const { files, tick } = view.pub;
  const words = speech.promises;
  return heardWords(view)
    .filter(({ form, until }) => FORMS.includes(form) && until >= tick)
    .sort((a, b) => a.until - b.until)
    .map((word) => {
      const file = files.find((f) => f.id === word.file);
      const named = inside(fileNamed(rules, files, word.file));
      const what =
        word.form === "threat"
          ? words.threat(headed(seatName(word.by)), named)
          : file
            ? words.warningOver(seatName(word.to as Seat), named)
            : words.warning(seatName(word.to as Seat));
      return {
        word,
        what,
        when: (word.form === "threat" ? words.when : words.date)(word.until, word.until - tick),
        inTime: word.form !== "threat" || isInTime(rules, file, word.until, nowOf(view)),
        believed: believedBy(rules, view, word),
      };
    });
}

export function Promises({ game }: { game: Game }) {
  const words = speech.promises;
  const list = openWords(game);
  return (
    <section class="promises">
      <h3>{words.title}</h3>
      {list.length === 0 && <p class="small dim">{words.none}</p>}
      <ul>
        {list.map(({ word, what, when, inTime, believed }) => (
          <li key={word.id}>
            <SideMark side={sideOf(word.by)} />
            <span>
              <b>{what}</b> <span class="num">{when}</span>
              <span class="small dim">
                {word.form === "threat" ? (inTime ? words.inTime : words.tooLate) : words.mustAct}
                {believed && ` ${believed}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {list.length > 0 && <p class="small dim">{words.note}</p>}
    </section>
  );
}
