import { useRef, useState } from "preact/hooks";
import "./connection.css";
import { words } from "../words.ts";
import { IconButton } from "./button.tsx";
import { Popover } from "./popover.tsx";

export type Link =
  | { kind: "good" | "slow"; ms: number }
  /** Being brought back. */
  | { kind: "lost" }
  /** Given up. */
  | { kind: "gone" };

/** A bar across the top while the connection is away. Controls below it are switched off with the same reason. */
export function ConnectionBar({ link }: { link: Link }) {
  const away = link.kind === "lost" || link.kind === "gone";
  return (
    <div role="status" class={`connection${away ? " away" : ""}`}>
      {away && words.parts.connection[link.kind]}
    </div>
  );
}

/** How the connection is, as a sentence. */
export const connectionText = (link: Link): string =>
  link.kind === "good" || link.kind === "slow"
    ? words.parts.connection[link.kind](link.ms)
    : words.parts.connection[link.kind];

/** The connection as a button with a name; pressing it tells more. */
export function ConnectionButton({ link, onPress }: { link: Link; onPress: () => void }) {
  const text = connectionText(link);
  const bad = link.kind === "lost" || link.kind === "gone";
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const press = () => {
    onPress();
    setOpen(!open);
  };
  return (
    <>
      <IconButton buttonRef={anchor} icon={bad ? "link-lost" : "link"} name={text} onPress={press} />
      {open && (
        <Popover title={words.parts.connectionTitle} anchor={anchor.current} onClose={() => setOpen(false)}>
          <p role="status">{text}</p>
        </Popover>
      )}
    </>
  );
}
