import { describe, expect, test } from "vitest";
import { ConfigError, config, type SettingName, settings } from "../../server/config.ts";

function complaint(env: Record<string, string>): string {
  try {
    config(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message;
  }
  throw new Error("nothing was wrong");
}

describe("config", () => {
  test("has the defaults of its table in an empty environment", () => {
    const defaults: Partial<Record<SettingName, unknown>> = config({});
    expect(defaults).toMatchObject({ PORT: 2567, HOST: "0.0.0.0", DATA_DIR: "./data", ALLOWED_ORIGINS: [] });
    expect(defaults.PUBLIC_URL).toBeUndefined();
    for (const { name, fallback } of settings) expect(String(defaults[name] ?? ""), name).toBe(fallback);
  });

  test("reads every kind of value", () => {
    const read = config({
      PORT: " 0 ",
      LOG_LEVEL: "debug",
      PUBLIC_URL: "https://Game.example.org/play/",
      ALLOWED_ORIGINS: "https://a.example/, http://b.example:8080",
      MAX_DATABASE_MB: "500",
    });
    expect(read).toMatchObject({
      PORT: 0,
      LOG_LEVEL: "debug",
      PUBLIC_URL: "https://game.example.org/play",
      ALLOWED_ORIGINS: ["https://a.example", "http://b.example:8080"],
      MAX_DATABASE_MB: 500,
    });
  });

  test("takes an empty variable for an absent one and ignores what it does not know", () => {
    const env = { PORT: "", HOST: "  ", CHOKEPOINT_PORT: "nonsense", PATH: "/bin" };
    expect(config(env)).toEqual(config({}));
  });

  const bad: [SettingName, string, RegExp][] = [
    ["PORT", "abc", /not a whole number.*from 0 to 65535.*2567/],
    ["PORT", "65536", /more than 65535/],
    ["PORT", "-1", /less than 0/],
    ["PORT", "0x50", /not a whole number/],
    ["PORT", "99999999999999999999", /more than/],
    ["HOST", "my host", /host name or address/],
    ["LOG_LEVEL", "loud", /not a level.*silent/],
    ["PUBLIC_URL", "game.example.org", /not a web address/],
    ["PUBLIC_URL", "ftp://game.example.org", /not a web address/],
    ["PUBLIC_URL", "https://game.example.org/?a=1", /question mark/],
    ["PUBLIC_URL", "what?", /not a web address/],
    ["ALLOWED_ORIGINS", "https://a.example, *", /not an origin: \*\./],
    ["ALLOWED_ORIGINS", "https://a.example/page", /not an origin: https:\/\/a\.example\/page/],
    ["MAX_ROOMS", "0", /less than 1/],
    ["MAX_CLIENTS_PER_ROOM", "1.5", /not a whole number/],
    ["MESSAGES_PER_SECOND", "Infinity", /not a whole number/],
    ["MAX_MESSAGE_BYTES", "100", /less than 256/],
    ["BOT_GRACE_SECONDS", "-5", /less than 0/],
    ["SHUTDOWN_SECONDS", "0", /less than 1/],
    ["RETENTION_DAYS", "0", /less than 1/],
    ["MAX_DATABASE_MB", "big", /not a whole number/],
  ];
  test.each(bad)("refuses %s=%s", (name, value, reason) => {
    const message = complaint({ [name]: value });
    expect(message).toMatch(/^One setting is wrong/);
    expect(message).toContain(`${name}=${JSON.stringify(value)}`);
    expect(message).toMatch(reason);
  });

  test("names every bad variable in one error, each once", () => {
    const message = complaint({ PORT: "1e3", MAX_ROOMS: "none", HOST: "127.0.0.1", RETENTION_DAYS: "never" });
    expect(message).toMatch(/^3 settings are wrong/);
    expect(
      message
        .split("\n")
        .slice(1)
        .map((line) => line.trim().split("=")[0]),
    ).toEqual(["PORT", "MAX_ROOMS", "RETENTION_DAYS"]);
  });

  test("every setting says what it does and what it expects", () => {
    expect(settings.map(({ name }) => name)).toContain("DATA_DIR");
    for (const { name, does, expects } of settings) {
      expect(does, name).toMatch(/^[A-Z].*\.$/);
      expect(expects.length, name).toBeGreaterThan(10);
    }
  });
});
