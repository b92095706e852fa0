import type { Kysely } from "kysely";
import { JournalGap, UnknownSession } from "./errors.ts";
import type { Tables } from "./tables.ts";

/** Lines in one transaction: three parameters each stay far below what any database takes. */
const MOST_LINES = 1000;

interface Line {
  session: string;
  n: number;
  line: string;
}

interface Pending extends Line {
  resolve(): void;
  reject(error: unknown): void;
}

export interface AppenderOptions {
  db: Kysely<Tables>;
  now(): string;
  /** Turns an error of the database into the one to show. */
  translate(error: unknown): unknown;
}

/**
 * Group commit: lines that arrive in one turn of the event loop, of whatever sessions, are written and
 * synced as one transaction. A disk syncs some thousand times a second but writes far more than that.
 */
export class Appender {
  readonly #options: AppenderOptions;
  readonly #next = new Map<string, number>();
  #waiting: Pending[] = [];
  #running: Promise<void> | undefined;

  constructor(options: AppenderOptions) {
    this.#options = options;
  }

  /** Resolves when the line is durable. Rejects with JournalGap, UnknownSession, StoreFull or the database's error. */
  append(session: string, n: number, line: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ session, n, line, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when nothing is waiting any more. */
  async drain(): Promise<void> {
    while (this.#running) await this.#running;
  }

  /** The number of the next line of a session. Throws UnknownSession. */
  async next(session: string): Promise<number> {
    const known = this.#next.get(session);
    if (known !== undefined) return known;
    const { db } = this.#options;
    const row = await db
      .selectFrom("sessions")
      .select((row) => [
        "id",
        row
          .selectFrom("journal")
          .whereRef("journal.session", "=", "sessions.id")
          .select((line) => line.fn.max("n").as("last"))
          .as("last"),
      ])
      .where("id", "=", session)
      .executeTakeFirst();
    if (!row) throw new UnknownSession(session);
    return row.last === null ? 0 : row.last + 1;
  }

  /** Forgets what it knows of sessions; they are looked up again when needed. */
  forget(sessions: Iterable<string>): void {
    for (const session of sessions) this.#next.delete(session);
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      await new Promise(setImmediate);
      const batch = this.#waiting.splice(0, MOST_LINES);
      try {
        await this.#write(await this.#admit(batch));
      } catch (error) {
        this.#refuse(batch, this.#options.translate(error));
      }
    }
    this.#running = undefined;
  }

  /** Rejects the lines that do not follow their journal, and answers the others. */
  async #admit(batch: Pending[]): Promise<Pending[]> {
    const expected = new Map<string, number>();
    const admitted: Pending[] = [];
    for (const pending of batch) {
      const { session, n } = pending;
      try {
        const next = expected.get(session) ?? (await this.next(session));
        if (n !== next) throw new JournalGap(session, n, next);
        expected.set(session, next + 1);
        admitted.push(pending);
      } catch (error) {
        if (!(error instanceof JournalGap || error instanceof UnknownSession)) throw error;
        pending.reject(error);
      }
    }
    return admitted;
  }

  async #write(lines: Pending[]): Promise<void> {
    if (lines.length === 0) return;
    const { db, now } = this.#options;
    const sessions = [...new Set(lines.map(({ session }) => session))];
    await db.transaction().execute(async (transaction) => {
      const rows = lines.map(({ session, n, line }) => ({ session, n, line }));
      await transaction.insertInto("journal").values(rows).execute();
      await transaction.updateTable("sessions").set({ updated: now() }).where("id", "in", sessions).execute();
    });
    for (const { session, n, resolve } of lines) {
      this.#next.set(session, n + 1);
      resolve();
    }
  }

  /**
   * Lines that wait behind a lost one would leave a gap, so they share its fate. Whether a commit that failed
   * is on the disk after all is for the database to say, hence the number is looked up anew.
   */
  #refuse(batch: Pending[], error: unknown): void {
    const lost = new Set(batch.map(({ session }) => session));
    this.forget(lost);
    const behind = this.#waiting.filter(({ session }) => lost.has(session));
    this.#waiting = this.#waiting.filter(({ session }) => !lost.has(session));
    for (const { reject } of [...batch, ...behind]) reject(error);
  }
}
