// Child process: node append.ts <folder> <acknowledgements before it kills itself, 0 for never>
// Appends to two sessions with eight lines outstanding in each, and prints "<session> <n>" for each acknowledged line.
import { writeSync } from "node:fs";
import { openStore } from "../../../server/store.ts";

const [dataDir, lastText] = process.argv.slice(2);
const last = Number(lastText);
const store = await openStore({ dataDir: dataDir!, now: () => new Date() });
let acknowledged = 0;

async function appendForever(): Promise<void> {
  const { id } = await store.newSession({ scenario: "test", scenarioHash: "0", header: "{}" });
  let next = 0;
  const writer = async () => {
    for (;;) {
      const n = next++;
      await store.append(id, n, `line ${n} of ${id}`);
      writeSync(1, `${id} ${n}\n`);
      if (++acknowledged === last) process.kill(process.pid, "SIGKILL");
    }
  };
  await Promise.all(Array.from({ length: 8 }, writer));
}

await Promise.all([appendForever(), appendForever()]);
