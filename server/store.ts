import { join, resolve } from "node:path";
import type { Kysely } from "kysely";
import { hashToken, newCode, newId } from "./code.ts";
import { Appender } from "./database/appender.ts";
import { JournalGap, StoreClosed, StoreFull, UnknownSession } from "./database/errors.ts";
import { migrate } from "./database/migrate.ts";
import { type Database, openSqlite } from "./database/sqlite.ts";
import type { Status, Tables } from "./database/tables.ts";

export { JournalGap, StoreClosed, StoreFull, StoreUnusable, UnknownSession } from "./database/errors.ts";
export type { Status } from "./database/tables.ts";

const FILE = "chokepoint.db";
const DAY_MILLIS = 86_400_000;
/** With 148 million codes, missing a free one this often means that the generator is broken. */
const CODE_TRIES = 50;

export interface StoreOptions {
  /** Folder of the database; made if it is missing. */
  dataDir: string;
  /** The time to write down. */
  now(): Date;
  /** Size the database may reach; beyond it every write throws StoreFull. */
  maxMegabytes?: number | undefined;
  /** Makes a code; one that is taken already is asked for again. */
  newCode?(): string;
}

/** What a session starts with. `header` is the header of the journal as JSON text. */
export interface NewSession {
  scenario: string;
  scenarioHash: string;
  header: string;
}

/** A session as stored; times are ISO 8601 in UTC. */
export interface Session extends NewSession {
  id: string;
  /** Unique among all stored sessions, the ended ones included. */
  code: string;
  /** What the host has set, as JSON text; null until it sets anything. */
  settings: string | null;
  status: Status;
  created: string;
  updated: string;
}

/** A person who joined a session; without a seat when it is null. */
export interface Person {
  session: string;
  person: string;
  name: string;
  seat: string | null;
  joined: string;
}

/** A state as JSON text after the first `n` lines: `lines(session, n)` are the ones it lacks. */
interface Snapshot {
  n: number;
  state: string;
  digest: string;
}

/**
 * Everything that outlives the process. Promises of writing functions resolve once the change is safe from
 * a power cut, and reject with StoreFull when it does not fit, with StoreClosed after `close`.
 */
export interface Store {
  newSession(session: NewSession): Promise<Session>;
  session(id: string): Promise<Session | undefined>;
  sessionWithCode(code: string): Promise<Session | undefined>;
  /** The sessions that have not ended, oldest first. */
  openSessions(): Promise<Session[]>;
  endSession(id: string): Promise<void>;
  /** Remembers what the host has set, as JSON text. */
  saveSettings(id: string, settings: string): Promise<void>;

  /** Adds line `n`, counted from 0. Throws JournalGap unless it follows the last one, UnknownSession. */
  append(session: string, n: number, line: string): Promise<void>;
  /** The durable lines from number `from` on, in order. */
  lines(session: string, from?: number): Promise<string[]>;

  /** Throws JournalGap when the journal is shorter than `n`, UnknownSession. */
  saveSnapshot(session: string, snapshot: Snapshot): Promise<void>;
  lastSnapshot(session: string): Promise<Snapshot | undefined>;

  /** Remembers who holds a token; of the token itself only a hash is kept. Throws UnknownSession. */
  savePerson(token: string, person: Omit<Person, "joined">): Promise<void>;
  /** Who holds this token. */
  person(token: string): Promise<Person | undefined>;
  /** Everybody of a session, the first to join first. */
  persons(session: string): Promise<Person[]>;
  movePerson(session: string, person: string, seat: string | null): Promise<void>;
  /** Forgets a person, whose token is then worth nothing. */
  removePerson(session: string, person: string): Promise<void>;

  /** Deletes sessions without a change in the last days, with all that belongs to them; answers how many. */
  purge(olderThanDays: number): Promise<number>;
  /** Writes what is waiting, then lets go of the database. */
  close(): Promise<void>;
}

/** Opens the database in `dataDir`. Throws StoreUnusable when it cannot be used, StoreFull when there is no room. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const file = resolve(join(options.dataDir, FILE));
  const database = await openSqlite({ file, maxMegabytes: options.maxMegabytes });
  try {
    await migrate(database.db);
  } catch (error) {
    await database.db.destroy();
    throw database.isFull(error) ? new StoreFull(error) : error;
  }
  return new SqlStore(database, options);
}

class SqlStore implements Store {
  readonly #db: Kysely<Tables>;
  readonly #isFull: Database["isFull"];
  readonly #options: StoreOptions;
  readonly #appender: Appender;
  #closed = false;

  constructor({ db, isFull }: Database, options: StoreOptions) {
    this.#db = db;
    this.#isFull = isFull;
    this.#options = options;
    this.#appender = new Appender({
      db,
      now: () => this.#now(),
      translate: (error) => this.#translate(error),
    });
  }

  async newSession({ scenario, scenarioHash, header }: NewSession): Promise<Session> {
    const created = this.#now();
    const makeCode = this.#options.newCode ?? newCode;
    for (let tries = 0; tries < CODE_TRIES; tries++) {
      const rest = { id: newId(), code: makeCode(), scenario, header, created, updated: created };
      const row = { ...rest, settings: null, scenario_hash: scenarioHash, status: "open" as const };
      const insert = this.#db.insertInto("sessions").values(row);
      const done = await this.#write(() =>
        insert.onConflict((on) => on.column("code").doNothing()).executeTakeFirst(),
      );
      if (done.numInsertedOrUpdatedRows === 1n)
        return { ...rest, settings: null, scenarioHash, status: "open" };
    }
    throw new Error(`No free session code in ${CODE_TRIES} tries.`);
  }

  async session(id: string): Promise<Session | undefined> {
    return await this.#sessions().where("id", "=", id).executeTakeFirst();
  }

  async sessionWithCode(code: string): Promise<Session | undefined> {
    return await this.#sessions().where("code", "=", code).executeTakeFirst();
  }

  async openSessions(): Promise<Session[]> {
    return await this.#sessions().where("status", "=", "open").orderBy("created").orderBy("id").execute();
  }

  async endSession(id: string): Promise<void> {
    await this.#change(id, { status: "ended" });
  }

  async saveSettings(id: string, settings: string): Promise<void> {
    await this.#change(id, { settings });
  }

  async append(session: string, n: number, line: string): Promise<void> {
    if (this.#closed) throw new StoreClosed();
    await this.#appender.append(session, n, line);
  }

  async lines(session: string, from = 0): Promise<string[]> {
    this.#mustBeOpen();
    const query = this.#db.selectFrom("journal").select("line").where("session", "=", session);
    const rows = await query.where("n", ">=", from).orderBy("n").execute();
    return rows.map(({ line }) => line);
  }

  async saveSnapshot(session: string, { n, state, digest }: Snapshot): Promise<void> {
    const next = await this.#appender.next(session);
    if (n > next) throw new JournalGap(session, n, next);
    const change = { state, digest, made: this.#now() };
    const insert = this.#db.insertInto("snapshots").values({ session, n, ...change });
    await this.#write(() =>
      insert.onConflict((on) => on.columns(["session", "n"]).doUpdateSet(change)).execute(),
    );
  }

  async lastSnapshot(session: string): Promise<Snapshot | undefined> {
    this.#mustBeOpen();
    const query = this.#db
      .selectFrom("snapshots")
      .select(["n", "state", "digest"])
      .where("session", "=", session);
    return await query.orderBy("n", "desc").limit(1).executeTakeFirst();
  }

  async savePerson(token: string, { session, person, name, seat }: Omit<Person, "joined">): Promise<void> {
    if (!(await this.session(session))) throw new UnknownSession(session);
    const row = { token_hash: hashToken(token), session, person, name, seat, joined: this.#now() };
    await this.#write(() => this.#db.insertInto("persons").values(row).execute());
  }

  async person(token: string): Promise<Person | undefined> {
    return await this.#persons().where("token_hash", "=", hashToken(token)).executeTakeFirst();
  }

  async persons(session: string): Promise<Person[]> {
    return await this.#persons().where("session", "=", session).orderBy("joined").orderBy("person").execute();
  }

  async movePerson(session: string, person: string, seat: string | null): Promise<void> {
    const update = this.#db.updateTable("persons").set({ seat });
    await this.#write(() => update.where("session", "=", session).where("person", "=", person).execute());
  }

  async removePerson(session: string, person: string): Promise<void> {
    const remove = this.#db.deleteFrom("persons").where("session", "=", session);
    await this.#write(() => remove.where("person", "=", person).execute());
  }

  async purge(olderThanDays: number): Promise<number> {
    const before = new Date(this.#options.now().getTime() - olderThanDays * DAY_MILLIS).toISOString();
    const remove = this.#db.deleteFrom("sessions").where("updated", "<", before).returning("id");
    // A line for a session that goes away at this very moment would take its whole batch down with it.
    await this.#appender.drain();
    const removed = await this.#write(() => remove.execute());
    this.#appender.forget(removed.map(({ id }) => id));
    return removed.length;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#appender.drain();
    // Takes its turn behind the writes that are under way.
    await this.#db.connection().execute(async () => {});
    await this.#db.destroy();
  }

  async #change(id: string, change: Partial<Pick<Session, "status" | "settings">>): Promise<void> {
    const update = this.#db.updateTable("sessions").set({ ...change, updated: this.#now() });
    await this.#write(() => update.where("id", "=", id).execute());
  }

  #now(): string {
    return this.#options.now().toISOString();
  }

  #sessions() {
    this.#mustBeOpen();
    return this.#db
      .selectFrom("sessions")
      .select([
        "id",
        "code",
        "scenario",
        "scenario_hash as scenarioHash",
        "header",
        "settings",
        "status",
        "created",
        "updated",
      ]);
  }

  #persons() {
    this.#mustBeOpen();
    return this.#db.selectFrom("persons").select(["session", "person", "name", "seat", "joined"]);
  }

  #mustBeOpen(): void {
    if (this.#closed) throw new StoreClosed();
  }

  async #write<T>(work: () => Promise<T>): Promise<T> {
    this.#mustBeOpen();
    try {
      return await work();
    } catch (error) {
      throw this.#translate(error);
    }
  }

  #translate(error: unknown): unknown {
    return this.#isFull(error) ? new StoreFull(error) : error;
  }
}
