import { defineConfig, type Plugin } from "vite";

/** The cuts that every page in English shows at once; the browser need not wait for the style sheet to learn of them. */
const FIRST_FONTS = /(inter|source-serif-4)-latin-wght-normal/;

function preloadFonts(): Plugin {
  return {
    name: "preload-fonts",
    transformIndexHtml: {
      order: "post",
      handler: (_, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => FIRST_FONTS.test(file))
          .map((file) => ({
            tag: "link",
            attrs: { rel: "preload", as: "font", type: "font/woff2", href: `/${file}`, crossorigin: "" },
            injectTo: "head",
          })),
    },
  };
}

/** Where `npm start` listens. */
const SERVER = `http://127.0.0.1:${process.env.PORT ?? 2567}`;

export default defineConfig({
  root: "client",
  // While developing, Vite serves the pages and hands everything else to the server: requests, and sockets to a room.
  server: {
    proxy: {
      "/api": SERVER,
      "/matchmake": SERVER,
      "^/[\\w-]{9}/[A-Z0-9]{6}\\?": { target: SERVER, ws: true },
    },
  },
  plugins: [preloadFonts()],
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    target: "es2023",
    // Files stay files: a strict content policy then needs no `data:`.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Phaser alone is 1.4 MB; it waits behind the start page.
    chunkSizeWarningLimit: 1600,
  },
});
