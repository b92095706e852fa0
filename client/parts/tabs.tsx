import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import "./tabs.css";
import { words } from "../words.ts";
import { Icon, type IconName } from "./icon.tsx";

export interface Tab<Id extends string> {
  id: Id;
  label: string;
  /** Things new in it; with `wants`, things that wait for an answer. 0 shows nothing. */
  count?: number;
  wants?: boolean;
  /** Shown in the bar at the bottom of a phone. */
  icon?: IconName;
}

export interface TabsProps<Id extends string> {
  /** What the tabs choose between, for those who do not see them. */
  label: string;
  tabs: readonly Tab<Id>[];
  selected: Id;
  onSelect: (id: Id) => void;
  /** Prefix of the ids that tie tabs to their panels; one for each set of tabs on the page. */
  name: string;
  place?: "top" | "bottom";
}

/** The tab that an arrow key, Home or End leads to; undefined for other keys. */
export function nextTab(key: string, at: number, count: number): number | undefined {
  if (key === "ArrowRight") return (at + 1) % count;
  if (key === "ArrowLeft") return (at + count - 1) % count;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return undefined;
}

/** A row of tabs: one stop for the Tab key, arrows move within and choose. */
export function Tabs<Id extends string>({
  label,
  tabs,
  selected,
  onSelect,
  name,
  place = "top",
}: TabsProps<Id>) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const next = nextTab(
      event.key,
      tabs.findIndex((tab) => tab.id === selected),
      tabs.length,
    );
    if (next === undefined) return;
    event.preventDefault();
    onSelect(tabs[next]!.id);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[next]?.focus();
  };
  return (
    <div ref={list} class={`tabs ${place}`} role="tablist" aria-label={label} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`${name}-tab-${tab.id}`}
          aria-selected={tab.id === selected}
          aria-controls={tab.id === selected ? `${name}-panel-${tab.id}` : undefined}
          tabIndex={tab.id === selected ? 0 : -1}
          onClick={() => onSelect(tab.id)}
        >
          {place === "bottom" && tab.icon && <Icon name={tab.icon} size={22} />}
          <span>{tab.label}</span>
          <Counter count={tab.count ?? 0} wants={tab.wants ?? false} />
        </button>
      ))}
    </div>
  );
}

/** A number in a pill: plain = new, amber = waits for an answer. */
export function Counter({ count, wants }: { count: number; wants: boolean }) {
  if (count <= 0) return null;
  return (
    <span class={`counter num${wants ? " wants" : ""}`}>
      <span aria-hidden="true">{count > 99 ? "99+" : count}</span>
      <span class="heard">{wants ? words.parts.wants(count) : words.parts.news(count)}</span>
    </span>
  );
}

/** What a tab shows. Only the chosen one is in the page, each with a scroll of its own. */
export function TabPanel<Id extends string>(props: { name: string; id: Id; children: ComponentChildren }) {
  return (
    <div
      key={props.id}
      class="tab-panel"
      role="tabpanel"
      id={`${props.name}-panel-${props.id}`}
      aria-labelledby={`${props.name}-tab-${props.id}`}
    >
      {props.children}
    </div>
  );
}
