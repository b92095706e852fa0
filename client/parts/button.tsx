import type { ComponentChildren, Ref } from "preact";
import { useId } from "preact/hooks";
import "./button.css";
import { words } from "../words.ts";
import { Icon, type IconName } from "./icon.tsx";
import { Note } from "./note.tsx";

export interface ButtonProps {
  children: ComponentChildren;
  onPress?: (() => void) | undefined;
  /** Primary belongs to no side and stands once in a place; quiet is a word with a line under it. */
  look?: "primary" | "secondary" | "quiet";
  size?: "small" | "normal" | "large";
  icon?: IconName | undefined;
  /** The icon's place. */
  iconAfter?: boolean;
  /** Says that the order is on its way. Given (even as false), the button keeps room for those words. */
  pending?: boolean;
  /** What to say meanwhile; "Sent…" if nothing else. */
  pendingLabel?: string;
  /** Why it cannot be pressed now. Present = off. It stays in reach of the keyboard, so that the reason can be heard. */
  reason?: string | undefined;
  /** Why the last press was turned down. */
  refusal?: string | undefined;
  /** Off because something else is under way: looks the same, does nothing. */
  blocked?: boolean;
  type?: "button" | "submit";
  /** The later presses of a double press are not meant for it: what stood here, or stands now, may be another button. */
  once?: boolean;
  /** Takes the room that is left in its row. */
  grow?: boolean;
  expanded?: boolean | undefined;
  controls?: string | undefined;
  buttonRef?: Ref<HTMLButtonElement>;
}

/** A button with words on it, and below it the reason when it is off or was refused. */
export function Button(props: ButtonProps) {
  const { look = "secondary", size = "normal", pending, reason, refusal } = props;
  const note = useId();
  const off = pending === true || props.blocked === true || reason !== undefined;
  const press = (event: MouseEvent) => {
    if (off || (props.once && event.detail > 1)) event.preventDefault();
    else props.onPress?.();
  };
  return (
    <div class={`button-box${props.grow ? " grow" : ""}`}>
      <button
        ref={props.buttonRef}
        type={props.type ?? "button"}
        class={`button ${look} ${size}${pending ? " pending" : ""}${reason === undefined ? "" : " off"}`}
        aria-disabled={off || undefined}
        aria-busy={pending || undefined}
        aria-describedby={reason || refusal ? note : undefined}
        aria-expanded={props.expanded}
        aria-controls={props.controls}
        onClick={press}
      >
        <Face {...props} />
      </button>
      {reason && <p class="button-reason" id={note} children={reason} />}
      {refusal && !pending && <Note id={note} lead={words.parts.refused} text={refusal} />}
    </div>
  );
}

/** Both labels lie on one another, the one not meant is invisible: the button keeps the width of the longer. */
function Face({ children, icon, iconAfter, pending, pendingLabel }: ButtonProps) {
  const mark = icon && <Icon name={icon} />;
  return (
    <span class="button-face">
      <span class="button-label" aria-hidden={pending || undefined}>
        {!iconAfter && mark}
        <span>{children}</span>
        {iconAfter && mark}
      </span>
      {pending !== undefined && (
        <span class="button-label" aria-hidden={!pending || undefined}>
          {pendingLabel ?? words.parts.sent}
        </span>
      )}
    </span>
  );
}

export interface IconButtonProps {
  icon: IconName;
  /** What it does, for those who do not see the picture, and as its tip. */
  name: string;
  onPress: () => void;
  /** For a button that stays down. */
  pressed?: boolean;
  blocked?: boolean;
  buttonRef?: Ref<HTMLButtonElement>;
}

/** A button with a picture alone: pause, help, connection, close, another one. */
export function IconButton({ icon, name, onPress, pressed, blocked, buttonRef }: IconButtonProps) {
  return (
    <button
      ref={buttonRef}
      type="button"
      class="icon-button"
      aria-label={name}
      title={name}
      aria-pressed={pressed}
      aria-disabled={blocked || undefined}
      onClick={() => !blocked && onPress()}
    >
      <Icon name={icon} />
    </button>
  );
}
