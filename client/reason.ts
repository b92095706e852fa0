// A refusal in words, whether the game's or the session's.

import type { Problem } from "../shared/protocol.ts";
import { REJECTIONS, type Rejection } from "../shared/rejection.ts";
import { speech } from "./speech.ts";
import type { Reason } from "./store.ts";
import { words } from "./words.ts";

const isRejection = (reason: Reason): reason is Rejection =>
  (REJECTIONS as readonly string[]).includes(reason.code);

/** Why not, as a sentence. */
export const reasonText = (reason: Reason): string =>
  isRejection(reason) ? speech.rejections[reason.code](reason) : words.problems[reason.code as Problem];
