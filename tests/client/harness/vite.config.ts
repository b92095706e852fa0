import { defineConfig } from "vite";

export default defineConfig({
  root: new URL("../../..", import.meta.url).pathname,
  cacheDir: "node_modules/.vite-harness",
  server: { strictPort: true },
  optimizeDeps: { entries: ["tests/client/harness/main.tsx"] },
});
