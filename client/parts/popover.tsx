import type { ComponentChildren } from "preact";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import "./popover.css";
import { words } from "../words.ts";
import { IconButton } from "./button.tsx";

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

const MARGIN = 8;
const GAP = 14;

/** Where a box goes beside its anchor: below it, above when there is more room, and inside the window in any case. */
export function placeBeside(
  anchor: Box,
  size: { width: number; height: number },
  view: { width: number; height: number },
) {
  const clamp = (x: number, high: number) => Math.max(MARGIN, Math.min(x, high));
  const below = view.height - (anchor.top + anchor.height);
  const above = below < size.height + GAP + MARGIN && anchor.top > below;
  const top = above ? anchor.top - GAP - size.height : anchor.top + anchor.height + GAP;
  const left = clamp(anchor.left, view.width - size.width - MARGIN);
  return {
    left,
    top: clamp(top, view.height - size.height - MARGIN),
    /** Where the point goes, from the box's left edge. */
    point: Math.max(16, Math.min(anchor.left + anchor.width / 2 - left, size.width - 16)),
    above,
  };
}

/** A box that a button opens and closes again: what the button needs, and what the box needs while it is open. */
export function usePopover() {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const button = {
    ref: anchor,
    type: "button",
    "aria-haspopup": "dialog",
    "aria-expanded": open,
    onClick: () => setOpen(!open),
  } as const;
  return { open, button, box: { anchor: anchor.current, onClose: () => setOpen(false) } };
}

export interface PopoverProps {
  /** The finding it proves; a full sentence. */
  title: string;
  /** What it belongs to; the focus goes back there. */
  anchor: HTMLElement | null;
  onClose: () => void;
  children: ComponentChildren;
}

/**
 * An explanation beside a number. Not modal: the game goes on, a press outside or Escape closes it. In the page only
 * while open. On a phone it is a sheet at the bottom.
 */
export function Popover({ title, anchor, onClose, children }: PopoverProps) {
  const box = useRef<HTMLDivElement>(null);
  const heading = useId();
  const close = useRef(onClose);
  close.current = onClose;

  useLayoutEffect(() => {
    const element = box.current!;
    // The top layer: no panel around it can cut it off. A browser that has none shows it where it stands.
    element.showPopover?.();
    const place = () => moveBeside(element, anchor);
    place();
    element.focus({ preventScroll: true });
    addEventListener("resize", place);
    // Above its anchor it grows upwards.
    const grown = new ResizeObserver(() => element.classList.contains("above") && place());
    grown.observe(element);
    return () => {
      removeEventListener("resize", place);
      grown.disconnect();
      // The focus may already be where the reader pressed; only bring it back from nowhere.
      if (element.contains(document.activeElement) || document.activeElement === document.body)
        anchor?.focus();
    };
  }, [anchor]);

  useEffect(() => {
    // A press on the anchor is the anchor's to answer: it would else close here and open again there.
    const press = ({ target }: Event) => {
      if (!box.current?.contains(target as Node) && !anchor?.contains(target as Node)) close.current();
    };
    const key = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      close.current();
    };
    document.addEventListener("pointerdown", press);
    document.addEventListener("keydown", key, true);
    return () => {
      document.removeEventListener("pointerdown", press);
      document.removeEventListener("keydown", key, true);
    };
  }, [anchor]);

  return (
    <div ref={box} popover="manual" class="popover" role="dialog" aria-labelledby={heading} tabIndex={-1}>
      <Inside heading={heading} title={title} onClose={onClose}>
        {children}
      </Inside>
    </div>
  );
}

/** What a popover and a dialog have in them: the finding, the way out, the rest. */
function Inside({ heading, title, onClose, children }: DialogProps & { heading: string }) {
  return (
    <>
      <div class="popover-head">
        <h2 id={heading} class="finding">
          {title}
        </h2>
        <IconButton icon="close" name={words.parts.close} onPress={onClose} />
      </div>
      <div class="popover-body">{children}</div>
    </>
  );
}

function moveBeside(element: HTMLElement, anchor: HTMLElement | null) {
  if (!anchor) return;
  element.style.removeProperty("--top");
  const { width, height } = element.getBoundingClientRect();
  const place = placeBeside(
    anchor.getBoundingClientRect(),
    { width, height },
    { width: innerWidth, height: innerHeight },
  );
  element.style.setProperty("--left", `${place.left}px`);
  element.style.setProperty("--top", `${place.top}px`);
  element.style.setProperty("--point", `${place.point}px`);
  element.classList.toggle("above", place.above);
}

export interface DialogProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}

/** A question that must be answered first: rare, never over a vote. Keeps the focus inside; Escape closes it. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const before = document.activeElement;
    box.current!.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog ref={box} class="dialog" aria-labelledby={heading} onClose={onClose}>
      <Inside heading={heading} title={title} onClose={onClose}>
        {children}
      </Inside>
    </dialog>
  );
}
