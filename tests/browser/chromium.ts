// Finds a Chromium on this machine, and opens pages in it as people would.

import { existsSync, globSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { onTestFinished } from "vitest";

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
  "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
];
const CACHES = [".cache/ms-playwright", "Library/Caches/ms-playwright", "AppData/Local/ms-playwright"];

/** Path of a browser. Throws with what to do when there is none. */
export function findChromium(): string {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted) {
    if (existsSync(wanted)) return wanted;
    throw new Error(`CHROMIUM_PATH names "${wanted}", and there is nothing there`);
  }
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const cached = CACHES.flatMap((cache) =>
    globSync(join(homedir(), cache, "chromium-*/chrome-*/{chrome,chrome.exe}")),
  );
  const found = [...onPath, ...PLACES, ...cached].find((path) => existsSync(path));
  if (found) return found;
  throw new Error(
    "The browser tests need a Chromium. Install one (Debian: apt-get install chromium) or set CHROMIUM_PATH.",
  );
}

/** What keeps a browser quiet and working in a container. */
const FLAGS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let running: Promise<Browser> | undefined;

/** One browser for all tests of a file. */
const browser = (): Promise<Browser> => {
  running ??= chromium.launch({ executablePath: findChromium(), args: FLAGS });
  return running;
};

export const closeBrowser = async (): Promise<void> => (await running)?.close();

export interface Person {
  page: Page;
  context: BrowserContext;
  /** Errors that the page met. */
  faults: string[];
}

export const DESK = { width: 1366, height: 768 };
export const PHONE = { width: 390, height: 844 };

/** A person with a browser of their own (nothing shared with the others), gone after the test. */
export async function newPerson(viewport = DESK, touch = false): Promise<Person> {
  const context = await (await browser()).newContext({
    viewport,
    hasTouch: touch,
    isMobile: touch,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !/Failed to load resource|WebSocket/.test(message.text()))
      faults.push(message.text());
  });
  onTestFinished(() => context.close());
  return { page, context, faults };
}
