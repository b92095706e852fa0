import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Times are ISO 8601 text in UTC, which every database sorts alike; JSON is text as well. */
export interface Tables {
  sessions: SessionRow;
  journal: { session: string; n: number; line: string };
  snapshots: { session: string; n: number; state: string; digest: string; made: string };
  persons: PersonRow;
}

const STATUSES = ["open", "ended"] as const;
export type Status = (typeof STATUSES)[number];

interface SessionRow {
  id: string;
  code: string;
  scenario: string;
  scenario_hash: string;
  header: string;
  /** What the host has set, as JSON; null until it sets anything. */
  settings: string | null;
  status: Status;
  created: string;
  updated: string;
}

interface PersonRow {
  token_hash: string;
  session: string;
  person: string;
  name: string;
  seat: string | null;
  joined: string;
}

async function firstTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("sessions")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("code", "text", (column) => column.notNull().unique())
    .addColumn("scenario", "text", (column) => column.notNull())
    .addColumn("scenario_hash", "text", (column) => column.notNull())
    .addColumn("header", "text", (column) => column.notNull())
    .addColumn("status", "text", (column) => column.notNull())
    .addColumn("created", "text", (column) => column.notNull())
    .addColumn("updated", "text", (column) => column.notNull())
    .execute();
  await sessionTable(db, "journal")
    .addColumn("n", "integer", (column) => column.notNull())
    .addColumn("line", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("journal_key", ["session", "n"])
    .execute();
  await sessionTable(db, "snapshots")
    .addColumn("n", "integer", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("digest", "text", (column) => column.notNull())
    .addColumn("made", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("snapshots_key", ["session", "n"])
    .execute();
  await sessionTable(db, "persons")
    .addColumn("token_hash", "text", (column) => column.primaryKey())
    .addColumn("person", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("seat", "text")
    .addColumn("joined", "text", (column) => column.notNull())
    .addUniqueConstraint("persons_of_session", ["session", "person"])
    .execute();
}

const settings = (db: Kysely<unknown>): Promise<void> =>
  db.schema.alterTable("sessions").addColumn("settings", "text").execute();

/** The beginning of a table whose rows belong to a session and disappear with it. */
function sessionTable(db: Kysely<unknown>, name: string) {
  return db.schema
    .createTable(name)
    .addColumn("session", "text", (column) => column.notNull().references("sessions.id").onDelete("cascade"));
}

/** Every change of the tables, oldest first. A published one is never edited: add another. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "001-first-tables": { up: firstTables },
  "002-settings": { up: settings },
};
