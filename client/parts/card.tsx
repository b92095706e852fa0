import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import "./card.css";
import { Icon } from "./icon.tsx";

export interface Fact {
  /** "Clock", "Likely", "Objects". */
  term: string;
  value: ComponentChildren;
}

/** Pairs of a term and what it is, under one another. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export interface CardProps {
  title: string;
  /** "3 capital", "1 capital · 420 t". */
  cost?: string;
  facts?: readonly Fact[];
  /** Why it cannot be done now: first words in bold, then the rest. Present = off. */
  off?: { lead: string; text: string };
  selected?: boolean;
  onSelect?: () => void;
  /** Details and confirming, shown while selected. */
  children?: ComponentChildren;
  level?: 2 | 3 | 4;
}

/** Something a seat can do, or cannot do yet and why. Pressing it anywhere opens it. */
export function Card({ title, cost, facts, off, selected, onSelect, children, level = 3 }: CardProps) {
  const Heading = `h${level}` as const;
  const details = useId();
  const open = selected === true && children !== undefined;
  return (
    <article class={`card${selected ? " selected" : ""}${off ? " off" : ""}`}>
      <div class="card-head">
        <Heading>
          {onSelect ? (
            <button
              type="button"
              class="card-open"
              aria-expanded={selected ?? false}
              aria-controls={open ? details : undefined}
              onClick={onSelect}
            >
              {title}
            </button>
          ) : (
            title
          )}
        </Heading>
        {cost && <span class="card-cost num">{cost}</span>}
      </div>
      {off && (
        <p class="card-off">
          <Icon name="lock" size={14} />
          <b>{off.lead}</b> {off.text}
        </p>
      )}
      {facts && facts.length > 0 && <Facts facts={facts} />}
      {open && (
        <div class="card-details" id={details}>
          {children}
        </div>
      )}
    </article>
  );
}
