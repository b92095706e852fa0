// The seats, and all their orders as the moves themselves have them.

import type { ComponentChildren } from "preact";
import { botsFor } from "../../shared/bots/table.ts";
import type { Office } from "../../shared/moves/move.ts";
import type { Rules } from "../../shared/scenario.ts";
import type { Seat, Side } from "../../shared/seat.ts";
import { SideMark } from "../parts/side.tsx";
import { printEuro, printNumber } from "../print.ts";
import { speech } from "../speech.ts";
import { words } from "../words.ts";
import { Beside } from "./council.tsx";
import type { Order, Orders, Span } from "./orders.ts";
import { text } from "./text.ts";

/** "1", "1 to 3", "up to 1". */
function printSpan([low, high]: Span, print: (x: number) => string): string {
  const { span, upTo } = text.guide.seats;
  if (print(low) === print(high)) return print(low);
  return low === 0 ? upTo(print(high)) : span(print(low), print(high));
}

/** EUR m; billions only where there are some. */
const printMillion = (million: number): string =>
  million < 1000 ? words.units.euroM(printNumber(million)) : printEuro(million / 1000);

function printPrice({ points, money }: Order): string {
  const { seats } = text.guide;
  const capital = points[1] > 0 ? [seats.points(printSpan(points, printNumber))] : [];
  const paid = money ? [printSpan(money, printMillion)] : [];
  return [...capital, ...paid].join(" · ") || seats.free;
}

function printBite({ bite }: Order): string {
  const { seats, week } = text.guide;
  if (!bite) return seats.later;
  const [low, high] = bite;
  return low === high ? week.weeks(low) : seats.span(low === 0 ? week.weeks(0) : `${low}`, week.weeks(high));
}

function OrderTable({ orders, caption }: { orders: readonly Order[]; caption: string }) {
  const { columns } = text.guide.seats;
  return (
    <table class="stacked orders">
      <caption class="heard">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.move}</th>
          <th scope="col">{columns.cost}</th>
          <th scope="col">{columns.bite}</th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <tr key={order.kind}>
            <th scope="row">
              {speech.moves[order.kind].title} <span class="dim">{speech.moves[order.kind].what}</span>
            </th>
            <td data-label={columns.cost} class="num">
              {printPrice(order)}
            </td>
            <td data-label={columns.bite} class="num">
              {printBite(order)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a seat of an office has to spend; states by their size. */
function purse(rules: Rules, office: Office): string | undefined {
  const p = rules.model.points;
  const say = (starts: number[], incomes: number[], cap: number) => {
    const from = (numbers: number[]) =>
      printSpan([Math.min(...numbers), Math.max(...numbers)], (x) => printNumber(x, 2));
    return text.guide.seats.capital(from(starts), from(incomes), printNumber(cap));
  };
  if (office === "commission") return say([p.commissionStart], [p.commissionIncome], p.commissionCap);
  if (office === "beijing") return say([p.beijingStart], [p.beijingIncome], p.beijingCap);
  if (office === "members")
    return say(
      [p.smallStart, p.middleStart, p.largeStart],
      [p.smallIncome, p.middleIncome, p.largeIncome],
      p.memberCap,
    );
  return undefined;
}

/** A seat whose bots are those of its office. */
const PLAYED: Partial<Record<Office, Seat>> = { commission: "commission", members: "DE", beijing: "beijing" };

/** How bots play an office: the name and the aim of each doctrine. */
function Doctrines({ seat }: { seat: Seat }) {
  const { bots } = text.guide.seats;
  return (
    <details class="fold">
      <summary>{bots}</summary>
      <dl class="terms">
        {botsFor(seat).map(({ id }) => (
          <div key={id}>
            <dt>{speech.doctrines[id]!.name}</dt>
            <dd>{speech.doctrines[id]!.aim}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Whose mark stands at an office; none where both may act. */
const SIDE: Partial<Record<Office, Side>> = { commission: "europe", members: "europe", beijing: "beijing" };

const OFFICES = ["commission", "members", "beijing", "sides", "anyone"] as const;

function OfficeName({ office }: { office: Office }) {
  const side = SIDE[office];
  return (
    <h3 class="row">
      {side && <SideMark side={side} />}
      {text.guide.seats[office].title}
    </h3>
  );
}

/** What each office is and what it has to spend. */
export function Seats({ rules }: { rules?: Rules }) {
  const { seats } = text.guide;
  return (
    <>
      <p>{seats.intro}</p>
      {OFFICES.map((office) => (
        <section key={office} class="office">
          <OfficeName office={office} />
          <p>{seats[office].what}</p>
          {rules && <p class="small dim num">{purse(rules, office)}</p>}
        </section>
      ))}
      <p class="no-print">
        <a href="#orders">{seats.toOrders}</a>
      </p>
    </>
  );
}

interface OrderListsProps {
  rules?: Rules;
  orders?: Orders;
  note: ComponentChildren;
}

/** Every order of each office, to be looked up. */
export function OrderLists({ rules, orders, note }: OrderListsProps) {
  if (!rules || !orders) return note;
  const { seats } = text.guide;
  return (
    <>
      <p class="small dim">{seats.costNote}</p>
      {OFFICES.map((office) => (
        <section key={office} class="office">
          <OfficeName office={office} />
          {office === "members" && <Beside rules={rules} />}
          {PLAYED[office] && <Doctrines seat={PLAYED[office]} />}
          <OrderTable orders={orders[office]} caption={seats[office].title} />
        </section>
      ))}
    </>
  );
}
