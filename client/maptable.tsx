// The map as a table: the same states, the same lens, the same choice, for keyboard and screen reader, and the phone's
// list of states.

import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import "./maptable.css";
import type { Rules } from "../shared/scenario.ts";
import type { MemberCode } from "../shared/seat.ts";
import { heldUp, type View } from "../shared/view.ts";
import { errorOf, read } from "./figure.ts";
import { seatTitle } from "./label.ts";
import { SeatChip } from "./parts/chip.tsx";
import { printFixed, signed } from "./print.ts";
import { exposureOf, fillOf, type Lens, offersKnown, type VoteLens } from "./scenes/lens.ts";
import { compareNames } from "./seats.ts";
import { speech } from "./speech.ts";

export interface MapTableProps {
  rules: Rules;
  view: View;
  lens: Lens;
  vote?: VoteLens | undefined;
  selection: MemberCode | undefined;
  onSelect: (code: MemberCode | undefined) => void;
}

type ColumnId = "state" | "lines" | "sold" | Lens;

export interface Column {
  id: ColumnId;
  /** What the rows are sorted by; undefined where the seat does not know, which comes last either way. */
  rank: (m: number) => number | string | undefined;
  cell: (m: number) => ComponentChildren;
  /** Words, not figures. */
  words?: boolean;
}

const STANDS = ["against", "abstaining", "open", "pledged", "for"] as const;

/** "1.4 ±0.4": a figure of the catalogue with its error. */
function printed(rules: Rules, view: View, id: "magnets" | "support", m: number): string | undefined {
  const x = read(rules, view, id, m);
  if (x === undefined) return undefined;
  const decimals = id === "support" ? 2 : 1;
  const error = errorOf(rules, view, id, m, x);
  const value = printFixed(x, decimals);
  return [id === "support" ? signed(x, value) : value, error > 0 && `±${printFixed(error, 1)}`]
    .filter(Boolean)
    .join(" ");
}

/** The columns that this seat can fill. */
export function columnsOf({ rules, view, vote }: MapTableProps): Column[] {
  const { pub } = view;
  const offers = offersKnown(view);
  const code = (m: number) => rules.members[m]!.code;
  const stand = (m: number) => fillOf(rules, view, "vote", vote, m) as (typeof STANDS)[number];
  const number = (id: ColumnId, rank: (m: number) => number, decimals: number): Column => ({
    id,
    rank,
    cell: (m) => printFixed(rank(m), decimals),
  });
  const known = (id: ColumnId, from: "magnets" | "support"): Column[] =>
    read(rules, view, from) === undefined
      ? []
      : [{ id, rank: (m) => read(rules, view, from, m), cell: (m) => printed(rules, view, from, m) }];
  return [
    { id: "state", rank: (m) => seatTitle(code(m)), cell: (m) => seatTitle(code(m)), words: true },
    number("pain", (m) => pub.pain[m]!, 2),
    {
      id: "lines",
      rank: (m) => pub.lines[m]!,
      cell: (m) => speech.map.table.of(printFixed(pub.lines[m]!, 0), printFixed(rules.members[m]!.lines, 0)),
    },
    ...known("stocks", "magnets"),
    ...known("support", "support"),
    number("exposure", (m) => exposureOf(rules, view, m), 1),
    {
      ...number("sold", (m) => pub.sold[m]!, 1),
      cell: (m) => (
        <>
          {printFixed(pub.sold[m]!, 1)}
          {heldUp(view, m) > 0 && <span class="dim"> {speech.map.table.held}</span>}
        </>
      ),
    },
    {
      id: "offers",
      rank: (m) => Number(offers.has(code(m))),
      cell: (m) => (offers.has(code(m)) ? speech.map.table.offer : speech.map.table.noOffer),
      words: true,
    },
    ...(vote
      ? [
          {
            id: "vote" as const,
            rank: (m: number) => STANDS.indexOf(stand(m)),
            cell: (m: number) => speech.map.stands.vote[stand(m)],
            words: true,
          },
        ]
      : []),
  ];
}

export interface Order {
  by: ColumnId;
  /** From the smallest up. */
  up: boolean;
}

/** What matters comes first: the worst, the most, and for names A. */
export const firstOrder = (by: ColumnId): Order => ({ by, up: by === "state" || by === "stocks" });

/** Member indexes in an order; equal ones by name, unknown ones last. */
export function sorted(columns: readonly Column[], { by, up }: Order, count: number): number[] {
  const { rank } = columns.find(({ id }) => id === by) ?? columns[0]!;
  const name = columns[0]!.rank;
  const compare = (a: number | string, b: number | string) =>
    typeof a === "string" ? compareNames(a, String(b)) : a - Number(b);
  return Array.from({ length: count }, (_, m) => m).sort((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
    return compare(x, y) * (up ? 1 : -1) || compare(name(a)!, name(b)!);
  });
}

export function MapTable(props: MapTableProps) {
  const { rules, lens, selection, onSelect } = props;
  const [order, setOrder] = useState(() => firstOrder(lens));
  useEffect(() => setOrder(firstOrder(lens)), [lens]);
  const columns = columnsOf(props);
  const list = sorted(columns, order, rules.M);
  const [active, setActive] = useState<number>();
  const body = useRef<HTMLTableSectionElement>(null);
  const codes = list.map((m) => rules.members[m]!.code);
  const chosen = selection ? codes.indexOf(selection) : -1;
  const stop = active === undefined ? Math.max(0, chosen) : list.indexOf(active);
  const press = (event: KeyboardEvent) => {
    const to = target(event.key, stop, list.length);
    if (to === undefined) return;
    event.preventDefault();
    if (to === "choose") return onSelect(codes[stop]);
    setActive(list[to]);
    (body.current!.children[to] as HTMLElement).focus();
  };
  const sortBy = (by: ColumnId) => setOrder(by === order.by ? { by, up: !order.up } : firstOrder(by));
  return (
    <div class="map-table">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose rows can be chosen */}
      <table role="grid">
        <caption class="heard">
          {speech.map.table.caption}. {speech.map.table.hint}
        </caption>
        <Head columns={columns} order={order} lens={lens} onSort={sortBy} />
        <tbody ref={body} onKeyDown={press}>
          {list.map((m, k) => (
            <tr
              key={codes[k]}
              tabIndex={k === stop ? 0 : -1}
              aria-selected={codes[k] === selection}
              onFocus={() => setActive(m)}
              onClick={() => onSelect(codes[k])}
            >
              {columns.map((column) => (
                <Cell key={column.id} column={column} m={m} code={codes[k]!} lens={lens} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Where a key leads from a row; undefined for keys of no meaning here. */
function target(key: string, row: number, count: number): number | "choose" | undefined {
  switch (key) {
    case "ArrowDown":
      return Math.min(count - 1, row + 1);
    case "ArrowUp":
      return Math.max(0, row - 1);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    case "Enter":
    case " ":
      return "choose";
    default:
      return undefined;
  }
}

interface HeadProps {
  columns: readonly Column[];
  order: Order;
  lens: Lens;
  onSort: (by: ColumnId) => void;
}

function Head({ columns, order, lens, onSort }: HeadProps) {
  return (
    <thead>
      <tr>
        {columns.map(({ id, words }) => (
          <th
            key={id}
            scope="col"
            class={classOf(id, lens, words)}
            aria-sort={id === order.by ? (order.up ? "ascending" : "descending") : "none"}
          >
            <button type="button" onClick={() => onSort(id)}>
              <span>
                {speech.map.table[id]}
                {speech.map.table.units[id] && <span class="dim-2">{speech.map.table.units[id]}</span>}
              </span>
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** On a narrow screen only the state, its stopped lines and the lens are shown. */
const classOf = (id: ColumnId, lens: Lens, words = false): string =>
  [words ? "" : "n", id === lens && "lens", !["state", "lines", lens].includes(id) && "more"]
    .filter(Boolean)
    .join(" ");

function Cell({ column, m, code, lens }: { column: Column; m: number; code: MemberCode; lens: Lens }) {
  const name = classOf(column.id, lens, column.words);
  const content = column.cell(m) ?? speech.map.table.unknown;
  if (column.id !== "state") return <td class={name}>{content}</td>;
  return (
    <th scope="row" class={name}>
      <span class="row">
        <span aria-hidden="true">
          <SeatChip code={code} />
        </span>
        {content}
      </span>
    </th>
  );
}
