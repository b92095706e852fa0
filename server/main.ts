// The process: settings from the environment, the database, the server, and an orderly end.

import { readFileSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { type App, newApp } from "./app.ts";
import { type Config, ConfigError, config } from "./config.ts";
import { colyseusLogger, type Log, newLog } from "./log.ts";
import { loadScenario, ScenarioError, scenarioIds } from "./scenarios.ts";
import { openStore, type Store, StoreFull, StoreUnusable } from "./store.ts";

const ROOT = join(import.meta.dirname, "..");
const PURGE_MILLIS = 6 * 3_600_000;

/** Says what is wrong in words, without a stack, when the person who starts the server can mend it. */
function giveUp(error: unknown): never {
  const known = [ConfigError, ScenarioError, StoreUnusable, StoreFull].some((type) => error instanceof type);
  const { code, port } = error as { code?: string; port?: number };
  if (code === "EADDRINUSE")
    console.error(`Port ${port} is taken. Set PORT to another one, or end what uses it.`);
  else if (known) console.error((error as Error).message);
  else console.error(error);
  process.exit(1);
}

/** Addresses of this machine on its networks. */
const lanAddresses = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === "IPv4" && !internal)
    .map(({ address }) => address);

function greet({ HOST, PUBLIC_URL }: Config, port: number): void {
  const everywhere = HOST === "0.0.0.0" || HOST === "::";
  const lan = everywhere
    ? lanAddresses().map((address) => `On this network: http://${address}:${port}/`)
    : [];
  const here = `On this machine: http://${everywhere ? "localhost" : HOST}:${port}/`;
  console.log(
    ["Chokepoint is open.", here, ...lan, ...(PUBLIC_URL ? [`For players: ${PUBLIC_URL}/`] : [])].join(
      "\n  ",
    ),
  );
}

/** Ends the server once: with 0 when everything was written in time, else with 1. */
function newEnd(app: App, store: Store, log: Log, seconds: number): (code: number) => void {
  let ending = false;
  return (code) => {
    if (ending) return;
    ending = true;
    setTimeout(() => {
      log.error("the server did not stop in time");
      process.exit(1);
    }, seconds * 1000).unref();
    app
      .close()
      .then(() => store.close())
      .then(
        () => process.exit(code),
        (error) => {
          log.error({ err: error }, "the server did not stop in good order");
          process.exit(1);
        },
      );
  };
}

async function run(): Promise<void> {
  const settings = config(process.env);
  const log = newLog(settings.LOG_LEVEL);
  for (const id of scenarioIds()) loadScenario(id);
  const maxMegabytes = settings.MAX_DATABASE_MB;
  const store = await openStore({ dataDir: settings.DATA_DIR, now: () => new Date(), maxMegabytes });
  const purge = () =>
    store.purge(settings.RETENTION_DAYS).catch((error) => log.warn({ err: error }, "no purge"));
  await purge();
  setInterval(purge, PURGE_MILLIS).unref();
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
  const app = await newApp({ config: settings, store, log, version, dist: join(ROOT, "dist") });
  const end = newEnd(app, store, log, settings.SHUTDOWN_SECONDS);
  process.on("SIGTERM", () => end(0));
  process.on("SIGINT", () => end(0));
  process.on("uncaughtException", (error) => {
    log.fatal({ err: error }, "a fault of the server; it stops");
    end(1);
  });
  const port = await app.listen();
  greet(settings, port);
  quieten(log);
}

/** Some libraries print what a client sends them straight to the console: that too becomes a few lines of the log. */
function quieten(log: Log): void {
  const { info, warn, error } = colyseusLogger(log);
  Object.assign(console, { log: info, info, debug: info, warn, error });
}

run().catch(giveUp);
