import type { ComponentChildren, Ref } from "preact";
import { useId } from "preact/hooks";
import "./field.css";
import { Icon } from "./icon.tsx";
import { Note } from "./note.tsx";

export interface FieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  onLeave?: () => void;
  /** What is wrong with it; shown below and read out. */
  error?: string | undefined;
  /** The id of a note elsewhere that says what is wrong with it. */
  errorId?: string | undefined;
  example?: string;
  maxLength?: number;
  /** Letters and digits spaced out, in capitals. */
  code?: boolean;
  inputRef?: Ref<HTMLInputElement>;
}

/** A line of text to fill in. */
export function Field(props: FieldProps) {
  const { label, value, onInput, onLeave, error, example, maxLength, code, inputRef } = props;
  const id = useId();
  const note = error ? `${id}-error` : props.errorId;
  return (
    <div class="field-box">
      <label class="field-label" for={id}>
        {label}
      </label>
      <input
        ref={inputRef}
        id={id}
        class={`field${code ? " code" : ""}`}
        type="text"
        value={value}
        placeholder={example}
        maxLength={maxLength}
        autocomplete="off"
        autocapitalize={code ? "characters" : undefined}
        spellcheck={false}
        aria-invalid={note ? true : undefined}
        aria-describedby={note}
        onInput={(event) => onInput(event.currentTarget.value)}
        onBlur={onLeave}
      />
      {error && <Note id={`${id}-error`} text={error} />}
    </div>
  );
}

export interface SelectProps<Id extends string> {
  label: string;
  groups: readonly { label?: string; options: readonly { id: Id; label: string }[] }[];
  /** Nothing chosen yet: then the list begins with `empty`, which says so and cannot be chosen. */
  selected: Id | undefined;
  empty?: string;
  onSelect: (id: Id) => void;
  selectRef?: Ref<HTMLSelectElement>;
}

/** One of many: the browser's own list, which every phone and every reader of the screen knows. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, groups, selected, empty = "", onSelect, selectRef } = props;
  const id = useId();
  const list = (options: SelectProps<Id>["groups"][number]["options"]): ComponentChildren =>
    options.map((option) => (
      <option key={option.id} value={option.id} selected={option.id === selected}>
        {option.label}
      </option>
    ));
  return (
    <div class="field-box">
      <label class="field-label" for={id}>
        {label}
      </label>
      <div class="select">
        <select
          ref={selectRef}
          id={id}
          class="field"
          onChange={(event) => onSelect(event.currentTarget.value as Id)}
        >
          {selected === undefined && (
            <option value="" selected disabled>
              {empty}
            </option>
          )}
          {groups.map((group) =>
            group.label ? (
              <optgroup key={group.label} label={group.label}>
                {list(group.options)}
              </optgroup>
            ) : (
              list(group.options)
            ),
          )}
        </select>
        <Icon name="down" size={18} />
      </div>
    </div>
  );
}

/** Yes or no, with words. */
export function Check({
  label,
  checked,
  off,
  onChange,
}: {
  label: string;
  checked: boolean;
  /** It cannot be changed now. */
  off?: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <label class={off ? "check off" : "check"}>
      <input
        type="checkbox"
        checked={checked}
        disabled={off}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <Icon name="check" size={14} />
      <span>{label}</span>
    </label>
  );
}

/** Some of many: with `most` taken no more can be put on. */
export function Checks<Id extends string>({
  label,
  count,
  options,
  selected,
  most,
  onPress,
}: {
  label: string;
  /** How many are taken, in words. */
  count: string;
  options: readonly { id: Id; label: string }[];
  selected: readonly Id[];
  most: number;
  onPress: (id: Id) => void;
}) {
  const isFull = (id: Id) => !selected.includes(id) && selected.length >= most;
  return (
    <fieldset class="checks">
      <legend class="field-label">
        {label} <span class="num dim">{count}</span>
      </legend>
      <ul>
        {options.map(({ id, label: name }) => (
          <li key={id}>
            <Check
              label={name}
              checked={selected.includes(id)}
              off={isFull(id)}
              onChange={() => onPress(id)}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
