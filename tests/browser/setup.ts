// Before the browser tests: builds the pages as `npm start` does, and makes sure that there is a browser.

import { build } from "vite";
import { findChromium } from "./chromium.ts";

export default async function setup(): Promise<void> {
  findChromium();
  await build({ logLevel: "error" });
}
