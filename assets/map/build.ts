// Writes europe.json from the atlas: npx node assets/map/build.ts
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Atlas, europe } from "./europe.ts";

const atlas = fileURLToPath(import.meta.resolve("world-atlas/countries-50m.json"));
const map = europe(JSON.parse(readFileSync(atlas, "utf8")) as Atlas);
writeFileSync(new URL("europe.json", import.meta.url), `${JSON.stringify(map)}\n`);
