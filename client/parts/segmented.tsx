import { useId } from "preact/hooks";
import "./field.css";
import "./segmented.css";

export interface SegmentedProps<Id extends string> {
  /** What is chosen. */
  label: string;
  /** Show the label above, not only to those who listen. */
  labelled?: boolean;
  options: readonly { id: Id; label: string; count?: number }[];
  selected: Id;
  onSelect: (id: Id) => void;
}

/** Two to six choices in a row, one of them taken. Radio buttons underneath, so that arrow keys work by themselves. */
export function Segmented<Id extends string>(props: SegmentedProps<Id>) {
  const { label, labelled, options, selected, onSelect } = props;
  const name = useId();
  const choices = (
    <fieldset class="segmented">
      <legend class="heard">{label}</legend>
      {options.map((option) => (
        <label key={option.id}>
          <input
            type="radio"
            class="heard"
            name={name}
            checked={option.id === selected}
            onChange={() => onSelect(option.id)}
          />
          <span class="num">
            {option.label}
            {option.count !== undefined && ` ${option.count}`}
          </span>
        </label>
      ))}
    </fieldset>
  );
  if (!labelled) return choices;
  return (
    <div class="segmented-box">
      <span class="field-label" aria-hidden="true">
        {label}
      </span>
      {choices}
    </div>
  );
}
