import { useId } from "preact/hooks";
import "./choice.css";
import type { ComponentChildren } from "preact";

export interface Option<Id extends string> {
  id: Id;
  /** "Abstain". */
  title: string;
  /** Amber words beside the title: "counts as no". */
  hint?: string;
  /** Its effect. */
  text?: ComponentChildren;
  /** Why it cannot be taken. Present = off. */
  reason?: string;
}

export interface ChoiceProps<Id extends string> {
  label: string;
  /** Show the label above, not only to those who listen. */
  labelled?: boolean;
  options: readonly Option<Id>[];
  /** Nothing is taken at first. */
  selected?: Id | undefined;
  onSelect: (id: Id) => void;
}

/** A decision: options under one another, each saying what it does. */
export function Choice<Id extends string>({ label, labelled, options, selected, onSelect }: ChoiceProps<Id>) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend class={labelled ? "choice-label" : "heard"}>{label}</legend>
      {options.map(({ id, title, hint, text, reason }) => (
        <label key={id} class={reason === undefined ? undefined : "off"}>
          <input
            type="radio"
            name={name}
            checked={id === selected}
            disabled={reason !== undefined}
            onChange={() => onSelect(id)}
          />
          <span>
            <b>{title}</b> {hint && <span class="small attn">{hint}</span>}
            {(reason ?? text) && <span class="choice-text num">{reason ?? text}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
