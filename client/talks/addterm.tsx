// What could be promised besides, by who could promise it.

import { useRef, useState } from "preact/hooks";
import type { MetricId } from "../../shared/scenario/terms.ts";
import { type Seat, sideOf } from "../../shared/seat.ts";
import type { Draft } from "../../shared/state.ts";
import { seatName } from "../label.ts";
import type { Game } from "../panels/context.ts";
import { Button } from "../parts/button.tsx";
import { Popover } from "../parts/popover.tsx";
import { SideMark } from "../parts/side.tsx";
import { headed, inside, speech } from "../speech.ts";
import { type Promises, promisesOf } from "./draft.ts";

export interface AddTermProps {
  game: Game;
  draft: Draft;
  parties: readonly Seat[];
  onAdd: (by: Seat, metric: MetricId) => void;
}

/** What there is nothing for, in one line. */
function Impossible({ metrics }: { metrics: Promises["metrics"] }) {
  if (metrics.length === 0) return null;
  const list = metrics.map(({ metric }) => inside(speech.metrics[metric].title)).join(", ");
  return <p class="small dim">{speech.talks.impossible(list)}</p>;
}

export function AddTerm({ game, draft, parties, onAdd }: AddTermProps) {
  const { talks } = speech;
  const { rules, view } = game;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const most = rules.model.contracts.termsMost;
  const full = draft.terms.length >= most;
  return (
    <div class="desk-add">
      <h3>{talks.counted(draft.terms.length, most)}</h3>
      <Button
        size="small"
        icon="plus"
        buttonRef={button}
        expanded={open}
        reason={full ? talks.full(most) : undefined}
        onPress={() => setOpen(!open)}
      >
        {talks.add}
      </Button>
      {open && (
        <Popover title={talks.addTitle} anchor={button.current} onClose={() => setOpen(false)}>
          {promisesOf(rules, view, parties, draft).map(({ by, metrics }) => (
            <section key={by} class="can-promise">
              <h3 class="row">
                <SideMark side={sideOf(by)} />
                {by === view.seat ? talks.youCanPromise : talks.canPromise(headed(seatName(by)))}
              </h3>
              <ul>
                {metrics
                  .filter(({ possible }) => possible)
                  .map(({ metric }) => (
                    <li key={metric}>
                      <Button
                        size="small"
                        onPress={() => {
                          setOpen(false);
                          onAdd(by, metric);
                        }}
                      >
                        {speech.metrics[metric].title}
                      </Button>
                    </li>
                  ))}
              </ul>
              <Impossible metrics={metrics.filter(({ possible }) => !possible)} />
            </section>
          ))}
        </Popover>
      )}
    </div>
  );
}
