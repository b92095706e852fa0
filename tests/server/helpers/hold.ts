// Child process: node hold.ts <folder> [version of Node to pretend]
// Opens the database and prints "open", or the kind and the message of the error; keeps it open until it is killed.
// Then prints whether the native module was loaded.
import { createRequire } from "node:module";
import { openStore } from "../../../server/store.ts";

const [dataDir, version] = process.argv.slice(2);
if (version) Object.defineProperty(process, "version", { value: version });
try {
  await openStore({ dataDir: dataDir!, now: () => new Date() });
  console.log("open");
  setInterval(() => {}, 1000);
} catch (error) {
  const { kind, message } = error as { kind?: string; message: string };
  console.log(`${kind}: ${message}`);
}
const loaded = Object.keys(createRequire(import.meta.url).cache).some((file) => file.endsWith(".node"));
console.log(loaded ? "native module loaded" : "native module not loaded");
