// The built client, read once and kept compressed. Files with a hash in their name never change; the rest is asked for
// again each time and answered with "not modified".

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Request, Response } from "express";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};
/** What is compressed already. */
const DENSE = new Set([".png", ".webp", ".woff2"]);

/** Something to send, in every form in which it is sent. */
export interface Page {
  type: string;
  /** For good, since a change would change the name. */
  hashed: boolean;
  etag: string;
  body: Buffer;
  brotli?: Buffer;
  gzip?: Buffer;
}

/** A body with its type, compressed when that pays. `hard` takes seconds for megabytes, for what is asked for often. */
export async function newPage(body: Buffer, extension: string, hashed = false): Promise<Page> {
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const page = { type: TYPES[extension] ?? "application/octet-stream", hashed, etag, body };
  if (DENSE.has(extension) || body.length < 512) return page;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
  const [brotli, gzipped] = await Promise.all([
    promisify(brotliCompress)(body, { params }),
    promisify(gzip)(body, { level: 9 }),
  ]);
  return { ...page, brotli, gzip: gzipped };
}

/** Sends a page in the best form that the browser takes. */
export function sendPage(request: Request, response: Response, page: Page): void {
  response.setHeader("Content-Type", page.type);
  response.setHeader("Cache-Control", page.hashed ? "public, max-age=31536000, immutable" : "no-cache");
  response.setHeader("ETag", page.etag);
  response.setHeader("Vary", "Accept-Encoding");
  if (request.headers["if-none-match"] === page.etag) {
    response.status(304).end();
    return;
  }
  const form = request.acceptsEncodings("br", "gzip");
  const packed = form === "br" ? page.brotli : form === "gzip" ? page.gzip : undefined;
  if (packed) response.setHeader("Content-Encoding", form as string);
  response.end(packed ?? page.body);
}

/** Every file of a built client by its path; empty when it has not been built. */
export async function readPages(dist: string): Promise<Map<string, Page>> {
  const pages = new Map<string, Page>();
  if (!existsSync(dist)) return pages;
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(dist, file).split(sep).join("/")}`;
    pages.set(path, await newPage(readFileSync(file), extname(file), path.startsWith("/assets/")));
  }
  return pages;
}
