import type { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { StoreUnusable } from "./errors.ts";
import { MIGRATIONS, type Tables } from "./tables.ts";

const VERSIONS = "chokepoint_migration";

/** Brings the tables to this version. Throws what the database throws; nothing is half done then. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...MIGRATIONS }) },
    migrationTableName: VERSIONS,
    migrationLockTableName: `${VERSIONS}_lock`,
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

/**
 * Only reads: throws StoreUnusable when the tables belong to another program or to a later version of
 * this one. `place` is the database's name for the message.
 */
export async function inspect(db: Kysely<Tables>, place: string): Promise<void> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (tables.length === 0) return;
  if (!tables.some((table) => table.name === VERSIONS)) throw foreign(place);
  const versions = db as unknown as Kysely<Record<typeof VERSIONS, { name: string }>>;
  const applied = await versions.selectFrom(VERSIONS).select("name").execute();
  const unknown = applied.map(({ name }) => name).filter((name) => !(name in MIGRATIONS));
  if (unknown.length > 0) throw newer(place, unknown);
}

function foreign(place: string): StoreUnusable {
  return new StoreUnusable(
    "foreign",
    `Cannot use the database ${place}: it belongs to another program, for it has tables but none of Chokepoint's. ` +
      "Set DATA_DIR to a folder of its own. The file was not changed.",
  );
}

function newer(place: string, unknown: string[]): StoreUnusable {
  return new StoreUnusable(
    "newer",
    `Cannot use the database ${place}: a newer version of Chokepoint has changed it (${unknown.join(", ")}). ` +
      "Start that version or a later one, or set DATA_DIR to another folder. The file was not changed.",
  );
}
