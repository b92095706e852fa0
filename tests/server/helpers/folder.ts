import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** An empty folder that is gone after the test. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "chokepoint-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * Fingerprints of what is in the database and its write-ahead log; a log without a byte, as a reader leaves
 * behind, counts as none. Never ask while this process has the database open: closing a file drops all
 * locks that the process holds on it.
 */
export function fingerprints(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => /\.db(-wal)?$/.test(name));
  const contents = names.map((name) => [name, readFileSync(join(folder, name))] as const);
  return Object.fromEntries(
    contents.filter(([, bytes]) => bytes.length > 0).map(([name, bytes]) => [name, sha256(bytes)]),
  );
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
