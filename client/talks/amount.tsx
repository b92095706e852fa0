import { useEffect, useState } from "preact/hooks";

export interface AmountProps {
  /** What it is, for those who do not see where it stands. */
  label: string;
  value: number;
  least: number;
  most: number;
  step: number;
  onChange: (value: number) => void;
  /** The id of what is said about it. */
  describedBy?: string | undefined;
  invalid?: boolean | undefined;
}

/** A figure that is set where it stands in a sentence: typed, or stepped with the arrow keys. */
export function Amount({ label, value, least, most, step, onChange, describedBy, invalid }: AmountProps) {
  const [text, setText] = useState(String(value));
  // What is being typed stays as it is typed, "1." for one; another figure comes in from outside.
  useEffect(() => {
    if (Number(text) !== value || text.trim() === "") setText(String(value));
  }, [value]);
  const input = (typed: string) => {
    setText(typed);
    if (typed.trim() !== "" && Number.isFinite(Number(typed))) onChange(Number(typed));
  };
  return (
    <input
      type="number"
      inputMode="decimal"
      class="amount num"
      style={{ width: `calc(${Math.max(2, text.length)}ch + 6px)` }}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      value={text}
      min={least}
      max={most}
      step={step}
      onInput={(event) => input(event.currentTarget.value)}
      onBlur={() => setText(String(value))}
    />
  );
}

export interface PickProps<Id extends string> {
  label: string;
  options: readonly { id: Id; label: string }[];
  selected: Id;
  onSelect: (id: Id) => void;
  describedBy?: string | undefined;
  /** Amber: what is picked is at stake. */
  attn?: boolean;
}

/** One of many, picked where it stands in a sentence: the browser's own list under a dotted line. */
export function Pick<Id extends string>(props: PickProps<Id>) {
  const { label, options, selected, onSelect, describedBy, attn } = props;
  const only = options.length === 1 && options[0]!.id === selected ? options[0] : undefined;
  if (only) return <span class={attn ? "attn" : undefined}>{only.label}</span>;
  return (
    <select
      class={`pick${attn ? " attn" : ""}`}
      aria-label={label}
      aria-describedby={describedBy}
      onChange={(event) => onSelect(event.currentTarget.value as Id)}
    >
      {options.map(({ id, label: name }) => (
        <option key={id} value={id} selected={id === selected}>
          {name}
        </option>
      ))}
    </select>
  );
}
