import { z } from "zod";

/** What the schema alone cannot say about a setting: shown in the README and in errors. */
interface Note {
  does: string;
  expects: string;
}

const notes = z.registry<Note>();

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

function whole(least: number, most: number) {
  return z
    .string()
    .regex(/^[+-]?\d+$/, "it is not a whole number")
    .transform(Number)
    .pipe(z.number().min(least, `it is less than ${least}`).max(most, `it is more than ${most}`));
}

/** "https://example.org:8443" of a web address, or undefined when it is not one. */
function webAddress(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) && !url.username ? url : undefined;
}

function isOrigin(text: string): boolean {
  const url = webAddress(text);
  return url !== undefined && url.pathname === "/" && !url.search && !url.hash;
}

const publicUrl = z
  .string()
  .refine((text) => webAddress(text) !== undefined, "it is not a web address")
  .refine((text) => !/[?#]/.test(text), "it has a question mark or a hash sign")
  .transform((text) => webAddress(text)!.href.replace(/\/$/, ""));

const origins = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter(Boolean))
  .superRefine((list, context) => {
    const bad = list.filter((text) => !isOrigin(text));
    if (bad.length > 0) context.addIssue({ code: "custom", message: `not an origin: ${bad.join(" ")}` });
  })
  .transform((list) => list.map((text) => webAddress(text)!.origin));

const schema = z.object({
  PORT: whole(0, 65_535).default(2567).register(notes, {
    does: "Port of the game, for pages and sockets alike; 0 takes any free one.",
    expects: "a whole number from 0 to 65535",
  }),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "it is not a host name or address")
    .default("0.0.0.0")
    .register(notes, {
      does: "Address to listen on: 0.0.0.0 for everybody on the network, 127.0.0.1 for this machine alone.",
      expects: "an IP address or a host name",
    }),
  DATA_DIR: z.string().default("./data").register(notes, {
    does: "Folder of the database; made if it is missing. One server per folder.",
    expects: "the path of a folder",
  }),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, "it is not a level")
    .default("info")
    .register(notes, {
      does: "How much the server writes to its log.",
      expects: `one of ${LOG_LEVELS.join(", ")}`,
    }),
  PUBLIC_URL: publicUrl.optional().register(notes, {
    does: "Address that players use when it is not this machine's own, as behind a proxy; join links show it.",
    expects: "a web address such as https://game.example.org",
  }),
  ALLOWED_ORIGINS: origins.default([]).register(notes, {
    does: "Other sites whose pages may connect, besides the game's own page.",
    expects: "origins such as https://school.example.org, separated by commas",
  }),
  MAX_ROOMS: whole(1, 10_000).default(200).register(notes, {
    does: "Games that may run at the same time.",
    expects: "a whole number from 1 to 10000",
  }),
  MAX_CLIENTS_PER_ROOM: whole(1, 1_000).default(64).register(notes, {
    does: "Connections that one game takes, screens and onlookers included.",
    expects: "a whole number from 1 to 1000",
  }),
  MESSAGES_PER_SECOND: whole(1, 1_000).default(20).register(notes, {
    does: "Messages that one connection may send in a second.",
    expects: "a whole number from 1 to 1000",
  }),
  MAX_MESSAGE_BYTES: whole(256, 1_048_576).default(4096).register(notes, {
    does: "Size of the largest message that a client may send.",
    expects: "a whole number of bytes from 256 to 1048576",
  }),
  BOT_GRACE_SECONDS: whole(0, 3_600).default(30).register(notes, {
    does: "How long a seat whose people have all gone waits before a bot plays it.",
    expects: "a whole number of seconds from 0 to 3600",
  }),
  SHUTDOWN_SECONDS: whole(1, 300).default(10).register(notes, {
    does: "How long a stopping server lets games finish what they are writing.",
    expects: "a whole number of seconds from 1 to 300",
  }),
  RETENTION_DAYS: whole(1, 3_650).default(30).register(notes, {
    does: "Days after its last change at which a game is deleted, with its names and tokens.",
    expects: "a whole number of days from 1 to 3650",
  }),
  MAX_DATABASE_MB: whole(1, 1_000_000).optional().register(notes, {
    does: "Size the database may reach; a full one is treated as a full disk. No limit when empty.",
    expects: "a whole number of megabytes from 1 to 1000000",
  }),
});

/** The settings of one server, by the name of their environment variable. */
export type Config = z.output<typeof schema>;
export type SettingName = keyof Config;

/** One row of the table of settings. `fallback` is the value without the variable, as text, or "". */
export interface Setting extends Note {
  name: SettingName;
  fallback: string;
}

/** Thrown by `config`; the message lists every bad variable and is meant for the person who starts the server. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

/**
 * Reads the settings from environment variables; an empty variable counts as absent, and variables
 * that are not settings are ignored. Throws one ConfigError for all bad variables together.
 */
export function config(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(schema.shape)
      .map((name) => [name, env[name]?.trim()])
      .filter(([, value]) => value),
  );
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const reasons = new Map<SettingName, string>();
  for (const issue of result.error.issues) {
    const name = issue.path[0] as SettingName;
    if (!reasons.has(name)) reasons.set(name, issue.message);
  }
  throw new ConfigError(complaint([...reasons], given));
}

function complaint(reasons: [SettingName, string][], given: Record<string, string>): string {
  const lines = reasons.map(([name, reason]) => {
    const { expects, fallback } = settings.find((setting) => setting.name === name)!;
    return `  ${name}=${JSON.stringify(given[name])}: ${reason}. Expected: ${expects}${fallback && ` (without it: ${fallback})`}.`;
  });
  const count = reasons.length === 1 ? "One setting is" : `${reasons.length} settings are`;
  return `${count} wrong in the environment:\n${lines.join("\n")}`;
}

/** Every setting with its default and its meaning, in the order of the README. */
export const settings: readonly Setting[] = table();

function table(): Setting[] {
  const fallbacks: Partial<Record<string, unknown>> = schema.parse({});
  return Object.entries(schema.shape).map(([name, format]) => ({
    name: name as SettingName,
    fallback: String(fallbacks[name] ?? ""),
    ...notes.get(format)!,
  }));
}
