// What this browser keeps of a session, so that a reload, a closed laptop or a restarted server brings the person back.
// No cookie, nothing about the person but the made-up name; it stays in this browser.

import type { Mode } from "../shared/protocol.ts";
import type { Seat } from "../shared/seat.ts";

interface Ticket {
  /** Proves to the server that it is the same person; from the server. */
  token?: string;
  /** Made-up name to join with. */
  name?: string;
  /** Seat to ask for. */
  seat?: Seat;
  /** Pace that the host chose before the session existed; to be asked for once, on arrival. */
  mode?: Mode;
}

const keyOf = (code: string): string => `chokepoint/${code}`;

/** Where tickets go in a browser that refuses to store anything: they then last as long as the page. */
const memory = new Map<string, string>();

function read(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? memory.get(key);
  } catch {
    return memory.get(key);
  }
}

function write(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
    memory.delete(key);
  } catch {
    memory.set(key, text);
  }
}

/** What is kept of a session; an empty ticket when nothing is, or nothing that can be read. */
export function ticketOf(code: string): Ticket {
  try {
    return JSON.parse(read(keyOf(code)) ?? "{}") as Ticket;
  } catch {
    return {};
  }
}

/** Keeps these parts of a ticket and leaves the others as they are; `undefined` takes a part away. */
export function keepTicket(code: string, parts: { [K in keyof Ticket]?: Ticket[K] | undefined }): void {
  write(keyOf(code), JSON.stringify({ ...ticketOf(code), ...parts }));
}
