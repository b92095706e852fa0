// Talks as people have them: Brussels and Beijing agree on a benchmark, and Beijing sees a capital behind closed doors.

import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { startProcess } from "../helpers/process.ts";
import { newFolder } from "../server/helpers/folder.ts";
import { barriers } from "./axe.ts";
import { closeBrowser, newPerson, PHONE } from "./chromium.ts";

afterAll(closeBrowser);

const WAIT = { timeout: 20_000 };

const button = (page: Page, name: RegExp | string) => page.getByRole("button", { name }).first();
const room = (page: Page, who: string) => page.locator(".room-button").filter({ hasText: who });
const tab = (page: Page, name: RegExp) => page.getByRole("tab", { name }).first().click(WAIT);

async function weekOf(page: Page): Promise<number> {
  const text = await page
    .locator("header")
    .filter({ hasText: /Week \d+ of/ })
    .first()
    .textContent(WAIT);
  return Number(/Week (\d+) of/.exec(text ?? "")![1]);
}

/** Joins a session that has not begun, and takes a seat in it. */
async function join(page: Page, url: string, code: string, seat: string): Promise<void> {
  await page.goto(`${url}/j/${code}`);
  await button(page, /^join$/i).click(WAIT);
  await page.getByLabel("Another seat").selectOption(seat, WAIT);
  await page
    .getByRole("heading", {
      level: 1,
      name: { commission: /Commission/, beijing: /Beijing/ }[seat] ?? /Czechia/,
    })
    .waitFor(WAIT);
}

/** A class in its first session of talks, with time standing still: its host, Brussels, Beijing and Prague. */
async function inSession() {
  const { url } = await startProcess({ DATA_DIR: newFolder() });
  const host = await newPerson();
  await host.page.goto(url);
  await button(host.page, /class, 45/i).click(WAIT);
  await button(host.page, /^begin$/i).waitFor(WAIT);
  const code = host.page.url().split("/").pop()!;
  const [brussels, beijing, prague] = [await newPerson(), await newPerson(), await newPerson(PHONE)];
  await join(brussels.page, url, code, "commission");
  await join(beijing.page, url, code, "beijing");
  await join(prague.page, url, code, "CZ");
  await button(host.page, /^begin$/i).click(WAIT);
  for (const { page } of [brussels, beijing, prague]) await button(page, /take your seat/i).click(WAIT);
  await button(host.page, /s a week/).click(WAIT);
  await host.page.getByRole("radio", { name: /^1 s a week/ }).check({ ...WAIT, force: true });
  await expect.poll(() => weekOf(host.page), { timeout: 60_000, interval: 100 }).toBeGreaterThanOrEqual(6);
  await button(host.page, /^pause$/i).click(WAIT);
  expect(await weekOf(host.page)).toBeLessThanOrEqual(8);
  return { brussels, beijing, prague };
}

test("a benchmark is tabled, changed by the other side, signed, and in force for both; a capital is seen in private", async () => {
  const { brussels, beijing, prague } = await inSession();

  // Brussels tables the benchmark as it stands ready.
  await tab(brussels.page, /^Talks/);
  await brussels.page.getByText(/^Session to week/).waitFor(WAIT);
  await button(brussels.page, /^Licence benchmark/).click(WAIT);
  await button(brussels.page, /^Send as your offer/).click(WAIT);
  await brussels.page.getByText(/^It waits for Beijing/).waitFor(WAIT);

  // Beijing changes one figure and sends it back.
  // Capitals played by bots may have written to it as well.
  await beijing.page.getByRole("tab", { name: /Talks.*waits? for you/ }).click(WAIT);
  await room(beijing.page, "Commission").click(WAIT);
  await button(beijing.page, "Sign").waitFor(WAIT);
  const days = beijing.page.getByRole("spinbutton", { name: "Figure, days" });
  await days.fill("35");
  await beijing.page.getByText("was 25 days").waitFor(WAIT);
  expect(await barriers(beijing.page)).toEqual([]);
  await button(beijing.page, /^Send as your offer/).click(WAIT);

  // Brussels sees what was changed, and signs.
  await brussels.page.getByRole("heading", { name: "Contract, draft 2" }).waitFor(WAIT);
  await brussels.page.getByText(/1 change to draft 1/).waitFor(WAIT);
  expect(await brussels.page.getByRole("spinbutton", { name: "Figure, days" }).inputValue()).toBe("35");
  await button(brussels.page, "Sign").click(WAIT);
  for (const { page } of [brussels, beijing]) {
    const agreed = page.getByRole("article").filter({ hasText: "Licence benchmark" });
    await agreed.getByText(/^until week/).waitFor(WAIT);
    await agreed.getByText(/at most 35.days over 8 weeks/).waitFor(WAIT);
  }

  // Everybody else may read it; what Beijing says to Prague, only Prague.
  await tab(prague.page, /^Data/);
  await prague.page.getByRole("article").filter({ hasText: "Licence benchmark" }).waitFor(WAIT);
  await button(beijing.page, /^Open a room/).click(WAIT);
  await beijing.page.getByLabel("Search").fill("cz");
  await beijing.page.getByRole("checkbox", { name: "Czechia" }).check({ ...WAIT, force: true });
  await button(beijing.page, /^Open it/).click(WAIT);
  const words = "Your car makers need not wait.";
  await beijing.page.getByRole("textbox", { name: "Write to Czechia" }).fill(words);
  await beijing.page.keyboard.press("Enter");
  await beijing.page.getByRole("log").getByText(words).waitFor(WAIT);
  await prague.page.getByRole("tab", { name: /Talks.*\d new/ }).click(WAIT);
  await room(prague.page, "Beijing").click(WAIT);
  await prague.page.getByRole("log").getByText(words).waitFor(WAIT);
  expect(await barriers(prague.page)).toEqual([]);
  await button(prague.page, "What would you not give up?").click(WAIT);
  await button(prague.page, /^Send/).click(WAIT);
  await beijing.page.getByRole("log").getByText("What would you not give up?").waitFor(WAIT);
  expect(await room(brussels.page, "Czechia").count()).toBe(0);
  expect(await brussels.page.content()).not.toContain(words);
  await tab(brussels.page, /^Log/);
  expect(await brussels.page.getByText(/opens a room/).count()).toBe(0);
  expect([...brussels.faults, ...beijing.faults, ...prague.faults]).toEqual([]);
});

test("where the host allows phrases only none can be typed; a double tap takes a phrase, and sends it once", async () => {
  const { url } = await startProcess({ DATA_DIR: newFolder() });
  const [host, prague] = [await newPerson(), await newPerson(PHONE)];
  await host.page.goto(url);
  await button(host.page, /class, 45/i).click(WAIT);
  await host.page.getByRole("radio", { name: "Phrases only" }).check({ ...WAIT, force: true });
  const code = host.page.url().split("/").pop()!;
  await join(prague.page, url, code, "CZ");
  await button(host.page, /^begin$/i).click(WAIT);
  await button(host.page, /^pause$/i).click(WAIT);
  const { page } = prague;
  await button(page, /take your seat/i).click(WAIT);
  await tab(page, /^Talks/);
  await button(page, /^Open a room/).click(WAIT);
  await page.getByLabel("Search").fill("de");
  await page.getByRole("checkbox", { name: "Germany" }).check({ ...WAIT, force: true });
  await button(page, /^Open it/).click(WAIT);
  await page.getByText(/the host has switched off words of your own/).waitFor(WAIT);
  expect(await page.getByRole("textbox").count()).toBe(0);
  expect(await barriers(page)).toEqual([]);
  const said = page.getByRole("log").getByRole("listitem");

  // Phrases stand where the button that sends will be.
  const phrases = page.getByRole("group", { name: "Phrases" }).getByRole("button");
  await phrases.first().click(WAIT);
  const sends = (await button(page, /^Send/).boundingBox(WAIT))!;
  await button(page, "Put back").click(WAIT);
  const phrase = (await phrases.first().boundingBox(WAIT))!;
  const at = { x: phrase.x + 20, y: phrase.y + phrase.height - 6 };
  expect(at.y).toBeGreaterThan(sends.y);
  await page.mouse.dblclick(at.x, at.y);
  await button(page, /^Send/).waitFor(WAIT);
  expect(await said.count()).toBe(0);
  await button(page, /^Send/).dblclick(WAIT);
  await said.first().waitFor(WAIT);
  await phrases.first().waitFor(WAIT);
  expect(await said.count()).toBe(1);
  expect([...host.faults, ...prague.faults]).toEqual([]);
});
