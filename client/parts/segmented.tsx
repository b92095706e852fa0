import { useId } from "preact/hooks";
import "./segmented.css";

export interface SegmentedProps<Id extends string> {
  /** What is chosen, for those who do not see it. */
  label: string;
  options: readonly { id: Id; label: string; count?: number }[];
  selected: Id;
  onSelect: (id: Id) => void;
}

/** Two to six choices in a row, one of them taken. Radio buttons underneath, so that arrow keys work by themselves. */
export function Segmented<Id extends string>({ label, options, selected, onSelect }: SegmentedProps<Id>) {
  const name = useId();
  return (
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
}
