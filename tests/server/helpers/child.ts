import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";

/** A script of this folder in a process of its own. */
export interface Child {
  process: ChildProcess;
  /** The lines it has printed. */
  lines: string[];
  /** Resolves with the next line that it prints after the ones seen so far, or undefined when it ends. */
  line(): Promise<string | undefined>;
  /** Resolves when it has ended and everything it printed is in `lines`. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Starts `script` with this Node, behind `wrapper` (a command that runs its arguments) if there is one. */
export function start(script: string, args: string[], wrapper: string[] = []): Child {
  const [command, ...rest] = [...wrapper, process.execPath, join(import.meta.dirname, script), ...args];
  const child = spawn(command!, rest, { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines: string[] = [];
  const waiting: (() => void)[] = [];
  const wake = () => waiting.splice(0).forEach((go) => void go());
  const reader = createInterface({ input: child.stdout! });
  reader.on("line", (line) => {
    lines.push(line);
    wake();
  });
  let over = false;
  const read = new Promise<void>((resolve) => reader.on("close", resolve));
  const exit = new Promise<Awaited<Child["ended"]>>((resolve) =>
    child.on("exit", (code, signal) => resolve({ code, signal })),
  );
  const ended = Promise.all([exit, read]).then(([result]) => {
    over = true;
    wake();
    return result;
  });
  let seen = 0;
  const line = async () => {
    while (lines.length <= seen && !over) await new Promise<void>((go) => void waiting.push(go));
    return lines[seen++];
  };
  return { process: child, lines, line, ended };
}
