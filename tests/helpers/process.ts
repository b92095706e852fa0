// The server as it is really started: a process of its own, which a test may end in any way.

import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { onTestFinished } from "vitest";

const MAIN = join(import.meta.dirname, "..", "..", "server", "main.ts");

export interface ServerProcess {
  url: string;
  process: ChildProcess;
  /** All that it printed. */
  printed(): string;
  /** Sends a signal and answers how it ended. */
  end(signal: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Starts the server and resolves once it says that it is open; rejects with what it printed when it ends before. */
export function startProcess(env: Record<string, string>): Promise<ServerProcess> {
  const settings = { ...process.env, HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "warn", ...env };
  const child = spawn(process.execPath, [MAIN], { env: settings, stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  let text = "";
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.on("close", (code, signal) => resolve({ code, signal }));
  });
  return new Promise((resolve, reject) => {
    const read = (bytes: Buffer) => {
      text += bytes.toString();
      const url = /http:\/\/(?:localhost|127\.0\.0\.1):\d+/.exec(text)?.[0];
      if (!url) return;
      const end = (signal: NodeJS.Signals) => {
        child.kill(signal);
        return ended;
      };
      resolve({ url, process: child, printed: () => text, end });
    };
    child.stdout!.on("data", read);
    child.stderr!.on("data", read);
    ended.then(({ code }) => reject(new Error(`ended with ${code}: ${text}`)));
  });
}
