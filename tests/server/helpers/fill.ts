// Child process: node fill.ts <folder on a tiny file system>
// Fills the disk until the store says that it is full, makes room, and goes on. Prints what it saw as JSON.
import { rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openStore, StoreFull } from "../../../server/store.ts";

const dataDir = process.argv[2]!;
const ballast = join(dataDir, "ballast");
const { bavail, bsize } = statfsSync(dataDir);
writeFileSync(ballast, Buffer.alloc(Math.floor((bavail * bsize) / 2)));

const open = () => openStore({ dataDir, now: () => new Date() });
const line = (n: number) => `${n} ${"x".repeat(500)}`;
let store = await open();
const { id } = await store.newSession({ scenario: "test", scenarioHash: "0", header: "{}" });

async function appendUntilFull(from: number): Promise<{ next: number; error: unknown }> {
  for (let n = from; ; n++) {
    try {
      await store.append(id, n, line(n));
    } catch (error) {
      return { next: n, error };
    }
  }
}

const first = await appendUntilFull(0);
const whileFull = await store.lines(id);
const again = await appendUntilFull(first.next);
rmSync(ballast);
for (let n = first.next; n < first.next + 50; n++) await store.append(id, n, line(n));
await store.close();
store = await open();
const after = await store.lines(id);
await store.close();
console.log(
  JSON.stringify({
    typed: first.error instanceof StoreFull && again.error instanceof StoreFull,
    acknowledged: first.next,
    stillFull: again.next === first.next,
    intactWhileFull: whileFull.length === first.next && whileFull.every((text, n) => text === line(n)),
    intactAfter: after.length === first.next + 50 && after.every((text, n) => text === line(n)),
  }),
);
