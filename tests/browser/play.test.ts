// What a person does, in a real browser against the real server: few, whole stories.

import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { startProcess } from "../helpers/process.ts";
import { newFolder } from "../server/helpers/folder.ts";
import { barriers } from "./axe.ts";
import { closeBrowser, newPerson, PHONE } from "./chromium.ts";

afterAll(closeBrowser);

const WAIT = { timeout: 20_000 };
const server = (dataDir = newFolder()) => startProcess({ DATA_DIR: dataDir });

/** The week that the page shows. */
async function weekOf(page: Page): Promise<number> {
  const text = await page
    .locator("header, main")
    .filter({ hasText: /Week \d+ of/ })
    .first()
    .textContent(WAIT);
  return Number(/Week (\d+) of/.exec(text ?? "")![1]);
}

const sit = (page: Page) => page.getByRole("button", { name: /take your seat/i }).click(WAIT);
const button = (page: Page, name: RegExp) => page.getByRole("button", { name }).first();

async function playAlone(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await button(page, /play now/i).click(WAIT);
  await sit(page);
}

/** The answers to the first card of the game, which only the Commission is asked. */
const options = (page: Page) => page.getByRole("radio", { name: /floor price|plant as well|refuse/i });

/** Answers the first card of the game; the button says what will be done. */
async function decide(page: Page): Promise<void> {
  await page.getByRole("radio", { name: /floor price/i }).check({ ...WAIT, force: true });
  await button(page, /^accept the floor price/i).click(WAIT);
}

test("a stranger is in a first decision within a minute, decides, and time goes on", async () => {
  const { url } = await server();
  const { page, faults } = await newPerson();
  const started = Date.now();
  await playAlone(page, url);
  await decide(page);
  expect(Date.now() - started).toBeLessThan(60_000);
  await expect.poll(() => options(page).count(), WAIT).toBe(0);
  await button(page, /^go on/i).click(WAIT);
  await expect.poll(() => weekOf(page), WAIT).toBeGreaterThan(0);
  expect(faults).toEqual([]);
});

test("who asks the adviser is told what to do and why, and led to the card of it", async () => {
  const { url } = await server();
  const { page, faults } = await newPerson();
  await playAlone(page, url);
  const asking = page.getByRole("button", { name: /ask the adviser/i });
  await asking.first().click(WAIT);
  await page
    .getByText(/lines? of play that do/i)
    .first()
    .waitFor(WAIT);
  await asking.last().click(WAIT);
  const opening = page.getByRole("button", { name: /open its card/i });
  await opening.first().waitFor(WAIT);
  expect(await opening.count()).toBeLessThanOrEqual(3);
  const before = await page.locator(".deed").count();
  await opening.first().click(WAIT);
  await expect.poll(() => page.locator(".deed").count(), WAIT).toBe(before + 1);
  expect(await barriers(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test("two people play one game: what one does, the other sees; each has a seat of their own", async () => {
  const { url } = await server();
  const host = await newPerson();
  const guest = await newPerson(PHONE);
  await host.page.goto(url);
  await button(host.page, /class, 45/i).click(WAIT);
  await button(host.page, /^begin$/i).waitFor(WAIT);
  const code = host.page.url().split("/").pop()!;
  await guest.page.goto(`${url}/j/${code}`);
  await button(guest.page, /^join$/i).click(WAIT);
  await guest.page
    .getByText(/Commission/)
    .first()
    .waitFor(WAIT);
  await button(host.page, /^begin$/i).click(WAIT);
  await sit(guest.page);
  await expect.poll(() => weekOf(host.page), { timeout: 30_000 }).toBeGreaterThan(0);
  await expect
    .poll(async () => Math.abs((await weekOf(host.page)) - (await weekOf(guest.page))), WAIT)
    .toBeLessThanOrEqual(1);
  await guest.page
    .getByText(/A second price offer/)
    .first()
    .waitFor(WAIT);
  expect(await options(host.page).count()).toBe(0);
  expect([...host.faults, ...guest.faults]).toEqual([]);
});

test("Beijing puts several capitals into one order: by a finger, and by the keyboard", async () => {
  const { url } = await server();
  const host = await newPerson();
  const { page, faults } = await newPerson(PHONE, true);
  await host.page.goto(url);
  await button(host.page, /class, 45/i).click(WAIT);
  await button(host.page, /^begin$/i).waitFor(WAIT);
  await page.goto(`${url}/j/${host.page.url().split("/").pop()!}`);
  await button(page, /^join$/i).click(WAIT);
  await page.getByLabel("Another seat").selectOption("beijing", WAIT);
  await page.getByRole("heading", { level: 1, name: /Beijing/ }).waitFor(WAIT);
  await button(host.page, /^begin$/i).click(WAIT);
  await sit(page);
  await button(host.page, /^pause$/i).click(WAIT);
  await page.getByRole("tab", { name: /^act/i }).click(WAIT);
  await button(page, /aim the licences/i).click(WAIT);
  const aim = button(page, /^aim$/i);
  expect(await aim.getAttribute("aria-disabled")).toBe("true");
  const group = page.getByRole("group", { name: /^Capitals/ });
  const box = (name: string) => group.getByRole("checkbox", { name, exact: true });
  await group.getByText("Germany", { exact: true }).tap(WAIT);
  await box("France").focus();
  await page.keyboard.press("Space");
  await group.getByText("2 of at most 5").waitFor(WAIT);
  expect((await group.getByRole("listitem").first().boundingBox())!.height).toBeGreaterThanOrEqual(44);
  for (const name of ["Belgium", "Italy", "Poland"]) await group.getByText(name, { exact: true }).tap(WAIT);
  await group.getByText("5 of at most 5").waitFor(WAIT);
  expect(await box("Austria").isDisabled()).toBe(true);
  expect(await barriers(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test("a reload mid-game brings back the same seat", async () => {
  const { url } = await server();
  const { page } = await newPerson();
  await playAlone(page, url);
  await decide(page);
  await button(page, /^go on/i).click(WAIT);
  await expect.poll(() => weekOf(page), WAIT).toBeGreaterThan(0);
  const week = await weekOf(page);
  await page.reload();
  await page
    .getByText("European Union")
    .first()
    .or(button(page, /take your seat/i))
    .first()
    .waitFor(WAIT);
  if (await button(page, /take your seat/i).isVisible()) await sit(page);
  await page.getByText("Commission").first().waitFor(WAIT);
  expect(await weekOf(page)).toBeGreaterThanOrEqual(week);
});

test("a game that the host ends is judged: on a phone verdict, sentence and score stand on the first screen", async () => {
  const { url } = await server();
  const { page, faults } = await newPerson(PHONE);
  await playAlone(page, url);
  await button(page, /^(▶ )?go on/i).click(WAIT);
  await expect.poll(() => weekOf(page), WAIT).toBeGreaterThan(0);
  await page.getByRole("button", { name: /how fast weeks pass/i }).click(WAIT);
  await button(page, /^end the game/i).click(WAIT);
  await button(page, /^end it now/i).click(WAIT);
  const bottomOf = async (what: string) => {
    const box = await page.locator(what).boundingBox(WAIT);
    return box!.y + box!.height;
  };
  const head = await bottomOf(".end-head");
  expect(head).toBeLessThan(PHONE.height / 6);
  for (const what of [".end-verdict", ".end h1", ".end-score"]) {
    const bottom = await bottomOf(what);
    expect(bottom).toBeGreaterThan(head);
    expect(bottom).toBeLessThan(PHONE.height / 2);
  }
  expect(await page.locator(".end-score").textContent()).toMatch(/Commission: \d+ of 100/);
  expect(await barriers(page)).toEqual([]);
  expect(faults).toEqual([]);
});

test("the server is killed and comes back: the game goes on where it was", async () => {
  const dataDir = newFolder();
  const first = await server(dataDir);
  const { page } = await newPerson();
  await playAlone(page, first.url);
  await decide(page);
  await button(page, /^go on/i).click(WAIT);
  await expect.poll(() => weekOf(page), WAIT).toBeGreaterThan(0);
  const week = await weekOf(page);
  const port = new URL(first.url).port;
  await first.end("SIGKILL");
  await page
    .getByText(/reconnecting/i)
    .first()
    .waitFor({ timeout: 30_000 });
  await startProcess({ DATA_DIR: dataDir, PORT: port });
  await expect.poll(() => page.getByText(/reconnecting/i).count(), { timeout: 60_000 }).toBe(0);
  expect(await weekOf(page)).toBeGreaterThanOrEqual(week);
});

test("with the keyboard alone: from the start page to a decision", async () => {
  const { url } = await server();
  const { page } = await newPerson();
  await page.goto(url);
  const reach = async (name: RegExp) => {
    for (let i = 0; i < 80; i++) {
      const text = await page.evaluate(() => {
        const at = document.activeElement as HTMLElement | null;
        if (at === document.body) return "";
        return `${at?.getAttribute("aria-label") ?? ""} ${at?.textContent ?? ""} ${(at as HTMLInputElement | null)?.labels?.[0]?.textContent ?? ""}`;
      });
      if (name.test(text)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`the keyboard does not reach ${name}`);
  };
  await button(page, /play now/i).waitFor(WAIT);
  await reach(/play now/i);
  await page.keyboard.press("Enter");
  await button(page, /take your seat/i).waitFor(WAIT);
  await reach(/take your seat/i);
  await page.keyboard.press("Enter");
  await page
    .getByRole("radio")
    .first()
    .waitFor({ ...WAIT, state: "attached" });
  await reach(/floor price/i);
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await reach(/accept the floor price/i);
  await page.keyboard.press("Enter");
  await expect.poll(() => options(page).count(), WAIT).toBe(0);
});

test.each([
  ["desktop", { width: 1366, height: 768 }],
  ["phone", PHONE],
])("nothing bars the way on start page, seat card and table: %s", async (_, viewport) => {
  const { url } = await server();
  const { page } = await newPerson(viewport);
  await page.goto(url);
  await button(page, /play now/i).waitFor(WAIT);
  expect(await barriers(page)).toEqual([]);
  await button(page, /play now/i).click();
  await button(page, /take your seat/i).waitFor(WAIT);
  expect(await barriers(page)).toEqual([]);
  await sit(page);
  await page
    .getByRole("radio")
    .first()
    .waitFor({ ...WAIT, state: "attached" });
  expect(await barriers(page)).toEqual([]);
  // The table begins at its bar, where the week stands, and from there the pace is set.
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await page.locator(".bar-pace, button.narrow-clock").click(WAIT);
  await button(page, /^close/i).waitFor(WAIT);
  expect(await barriers(page)).toEqual([]);
  await button(page, /^close/i).click(WAIT);
  // The menu of a phone has what the bar of a desk has: the code, the guide and the way out.
  await button(page, /^(help|menu)/i).click(WAIT);
  await page.getByText(/^Code \w{3} \w{3}$/).waitFor(WAIT);
  await page.getByRole("link", { name: /^guide/i }).waitFor(WAIT);
  expect(await barriers(page)).toEqual([]);
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide).toBeLessThanOrEqual(0);
  await button(page, /leave the table/i).click(WAIT);
  await button(page, /play now/i).waitFor(WAIT);
});

test("the keyboard may skip from the head of the table to its panel; an address of nothing leads back", async () => {
  const { url } = await server();
  const { page } = await newPerson();
  await playAlone(page, url);
  await page.getByRole("tab", { name: /^act/i }).waitFor(WAIT);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("panel-tab-act");
  await page.goto(`${url}/nonsense`);
  await page.getByRole("heading", { name: /no page at this address/i }).waitFor(WAIT);
  expect(await barriers(page)).toEqual([]);
  await button(page, /start page/i).click(WAIT);
  await button(page, /play now/i).waitFor(WAIT);
  expect(new URL(page.url()).pathname).toBe("/");
});

test.each([
  ["desktop", { width: 1366, height: 768 }],
  ["phone", PHONE],
])("the guide and the figures are read from the start page: %s", async (_, viewport) => {
  const { url } = await server();
  const { page, faults } = await newPerson(viewport);
  await page.goto(url);
  await page.getByRole("link", { name: "Guide" }).click(WAIT);
  await page.getByText(/it passes\./i).waitFor(WAIT);
  // The first part is read in the ten minutes that it promises, at 220 words a minute.
  const first = page.locator(".reading-part").filter({ hasText: "To read first" });
  const said = (await first.innerText()).split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word));
  expect(said.length).toBeLessThanOrEqual(2200);
  expect(said.length).toBeGreaterThan(1500);
  await button(page, /^DE, Germany/).click();
  await button(page, /^DE, Germany.*: for$/).waitFor(WAIT);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole("link", { name: "Model and sources" }).click(WAIT);
  await page.getByLabel("Search").fill("model.law.states");
  await page.getByRole("rowheader", { name: "States that a qualified majority needs." }).waitFor(WAIT);
  expect(await page.locator("table.figures tbody tr").count()).toBe(1);
  expect(await barriers(page)).toEqual([]);
  expect(faults).toEqual([]);
});
