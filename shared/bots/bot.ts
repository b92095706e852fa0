// What a bot is: the same input and output as a person.

import type { Command } from "../moves/table.ts";
import type { Stream } from "../random.ts";
import type { Rules } from "../scenario.ts";
import type { View } from "../view.ts";
import type { Reason } from "./reason.ts";

/** An order with the reason for it, in a form the client has a sentence for. */
export interface Deed {
  command: Command;
  /** Code of the reason, and the figure that decided. */
  why: Reason;
  amount: number;
}

export const deed = (command: Command, why: Reason, amount = 0): Deed => ({ command, why, amount });

export interface Bot {
  /** Name of the doctrine. */
  id: string;
  /** Orders for this week, best first. Called once a week; most weeks the answer is empty. */
  decide(rules: Rules, view: View, random: Stream): Deed[];
}
