import { type DestinationStream, type Level, type Logger, pino } from "pino";
import type { Config } from "./config.ts";

export type Log = Logger;

/** The server's log: one JSON object a line on standard output, or to `destination`. Tokens never appear in it. */
export function newLog(level: Config["LOG_LEVEL"], destination?: DestinationStream): Log {
  const secrets = ["token", "password", "seatToken", "reconnectionToken"];
  const options = { level, base: null, redact: secrets.flatMap((name) => [name, `*.${name}`]) };
  return destination ? pino(options, destination) : pino(options);
}

const COLYSEUS_LEVELS = ["trace", "debug", "info", "warn", "error"] as const satisfies readonly Level[];
type ColyseusLevel = (typeof COLYSEUS_LEVELS)[number];

/** What Colyseus takes as its `logger`. */
type ColyseusLogger = Record<ColyseusLevel, (...parts: unknown[]) => void>;

export interface ColyseusLoggerOptions {
  /** Lines of each level that are let through in a minute. */
  perMinute?: number;
  /** Milliseconds of any clock that only runs forward. */
  now?(): number;
}

const LONGEST = 300;
const MINUTE_MILLIS = 60_000;

/**
 * Colyseus prints a stack of some twenty lines for every message that it cannot read, and anybody may send
 * such messages. Here each becomes one short line, and a flood becomes a few lines a minute and a count of
 * the rest. Errors of our own code are told from those of senders by their stack, and have an allowance
 * of their own, so that a flood cannot hide them.
 */
export function colyseusLogger(log: Log, options: ColyseusLoggerOptions = {}): ColyseusLogger {
  const { perMinute = 20, now = () => performance.now() } = options;
  const allowances = new Map(COLYSEUS_LEVELS.map((level) => [level, newAllowance(perMinute, now)]));
  const write = (called: ColyseusLevel, parts: unknown[]) => {
    const { level, message, at } = summary(called, parts);
    if (!log.isLevelEnabled(level)) return;
    const leftOut = allowances.get(level)!();
    if (leftOut === undefined) return;
    log[level]({ source: "colyseus", ...(at && { at }), ...(leftOut > 0 && { leftOut }) }, message);
  };
  return {
    trace: (...parts) => write("trace", parts),
    debug: (...parts) => write("debug", parts),
    info: (...parts) => write("info", parts),
    warn: (...parts) => write("warn", parts),
    error: (...parts) => write("error", parts),
  };
}

/** Answers how many were left out since the last one let through, or undefined when this one is left out too. */
function newAllowance(perMinute: number, now: () => number): () => number | undefined {
  let since = Number.NEGATIVE_INFINITY;
  let used = 0;
  let leftOut = 0;
  return () => {
    if (now() - since >= MINUTE_MILLIS) {
      since = now();
      used = 0;
    }
    if (used >= perMinute) {
      leftOut++;
      return undefined;
    }
    used++;
    const count = leftOut;
    leftOut = 0;
    return count;
  };
}

/** One line of what Colyseus said; `at` is the innermost place of our own code in its stack. */
function summary(
  level: ColyseusLevel,
  parts: unknown[],
): { level: ColyseusLevel; message: string; at?: string } {
  const text = parts.map((part) => (part instanceof Error ? part.stack : String(part))).join(" ");
  const frame = text.search(/\n\s+at /);
  const message = (frame < 0 ? text : text.slice(0, frame)).replace(/[\s\p{Cc}]+/gu, " ").slice(0, LONGEST);
  if (frame < 0) return { level, message };
  const own = text.slice(frame).match(/^\s+at (?!.*(?:node_modules|node:)).*$/m);
  return own ? { level, message, at: own[0].trim() } : { level: level === "error" ? "warn" : level, message };
}
