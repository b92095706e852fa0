import { existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type BetterSqlite from "better-sqlite3";
import {
  type DatabaseConnection,
  type Dialect,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
} from "kysely";
import { StoreUnusable, type Unusable } from "./errors.ts";
import { inspect } from "./migrate.ts";
import type { Tables } from "./tables.ts";

type Raw = BetterSqlite.Database;

/** What the store needs to know about a database, whichever it is. */
export interface Database {
  db: Kysely<Tables>;
  /** Whether an error of this database means that nothing more fits. */
  isFull(error: unknown): boolean;
}

export interface SqliteOptions {
  file: string;
  /** The file may not grow beyond this many megabytes. */
  maxMegabytes?: number | undefined;
}

const OLDEST_NODE = 22;

/**
 * Opens or makes a SQLite file for this process alone. The lock is the operating system's, so it ends with
 * the process however that ends. Throws StoreUnusable, and leaves the file as it was, when it cannot be used.
 */
export async function openSqlite({ file, maxMegabytes }: SqliteOptions): Promise<Database> {
  requireNode(process.version);
  const { default: Sqlite } = await import("better-sqlite3");
  try {
    mkdirSync(dirname(file), { recursive: true });
    if (existsSync(file) && statSync(file).size > 0) await probe(Sqlite, file);
    const raw = claim(new Sqlite(file, { timeout: 0 }), maxMegabytes);
    // Left by the probe. Nobody else can be using it: the lock on the whole file is ours.
    rmSync(`${file}-shm`, { force: true });
    return { db: new Kysely({ dialect: dialect(raw) }), isFull };
  } catch (error) {
    throw unusable(file, error);
  }
}

/** better-sqlite3 does not refuse an older Node but crashes it, without a word. */
export function requireNode(version: string): void {
  if (Number.parseInt(version.slice(1), 10) >= OLDEST_NODE) return;
  throw new StoreUnusable(
    "old-node",
    `Chokepoint needs Node ${OLDEST_NODE} or later and was started with ${version}. ` +
      "Start it with `npm start`, which brings its own Node on Linux, or install a newer Node.",
  );
}

/** Looks through the file without changing a byte, a leftover write-ahead log included. */
async function probe(Sqlite: typeof BetterSqlite, file: string): Promise<void> {
  const raw = new Sqlite(file, { readonly: true, timeout: 0 });
  try {
    const found = raw.pragma("quick_check(1)", { simple: true });
    if (found !== "ok") throw new StoreUnusable("corrupt", explain(file, "corrupt", String(found)));
    await inspect(new Kysely({ dialect: dialect(raw) }), file);
  } finally {
    raw.close();
  }
}

/** Takes the lock for as long as the file is open, and asks for a sync of the disk with every commit. */
function claim(raw: Raw, maxMegabytes: number | undefined): Raw {
  try {
    raw.pragma("locking_mode = EXCLUSIVE");
    raw.pragma("journal_mode = WAL");
    raw.pragma("synchronous = FULL");
    raw.pragma("secure_delete = ON");
    if (maxMegabytes) {
      const pageBytes = Number(raw.pragma("page_size", { simple: true }));
      raw.pragma(`max_page_count = ${Math.ceil((maxMegabytes * 1e6) / pageBytes)}`);
    }
    return raw;
  } catch (error) {
    raw.close();
    throw error;
  }
}

function dialect(raw: Raw): Dialect {
  const kind = new SqliteDialect({ database: raw });
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new ForgivingDriver(raw),
    createIntrospector: (db) => kind.createIntrospector(db),
    createQueryCompiler: () => kind.createQueryCompiler(),
  };
}

/** SQLite does undo changes of tables in a transaction, so a migration that is cut short leaves nothing behind. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** SQLite may roll back by itself, as on a full disk; a second rollback would hide the reason behind its own error. */
class ForgivingDriver extends SqliteDriver {
  readonly #raw: Raw;
  constructor(raw: Raw) {
    super({ database: raw });
    this.#raw = raw;
  }
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#raw.inTransaction) await super.rollbackTransaction(connection);
  }
}

function code(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** SQLite says FULL for a full disk or a reached limit; a used-up quota shows as a failed write. */
function isFull(error: unknown): boolean {
  return /^SQLITE_(FULL|IOERR_WRITE)$/.test(code(error));
}

const KINDS: readonly [RegExp, Unusable][] = [
  [/^SQLITE_(BUSY|LOCKED)/, "locked"],
  [/^SQLITE_CORRUPT/, "corrupt"],
  [/^SQLITE_NOTADB/, "not-a-database"],
  [/^SQLITE_(CANTOPEN|READONLY|PERM|IOERR|AUTH)|^E[A-Z]+$/, "unreadable"],
];

function unusable(file: string, error: unknown): unknown {
  const kind = KINDS.find(([pattern]) => pattern.test(code(error)))?.[1];
  if (!kind || isFull(error)) return error;
  return new StoreUnusable(kind, explain(file, kind, (error as Error).message), error);
}

const REASONS: Partial<Record<Unusable, [why: string, remedy: string]>> = {
  locked: [
    "another process has it open, most likely a second Chokepoint server",
    "Stop the other one, or give this one a folder of its own with DATA_DIR",
  ],
  corrupt: [
    "the file is damaged",
    "Put back a copy, or move it away to begin with an empty one; `sqlite3 FILE .recover` may save what is in it",
  ],
  "not-a-database": [
    "the file is something else than a SQLite database",
    "Move it away, or set DATA_DIR to another folder",
  ],
  unreadable: [
    "it cannot be read and written here",
    "Check that DATA_DIR is a folder which this user may write to",
  ],
};

function explain(file: string, kind: Unusable, detail: string): string {
  const [why, remedy] = REASONS[kind]!;
  const brief = detail
    .replace(/\*\*\*.*?\*\*\*/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return `Cannot use the database ${file}: ${why} (${brief}). ${remedy}. The file was not changed.`;
}
