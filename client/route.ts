// Which page an address means, and the addresses of pages. They are few enough for no router.

export type Route =
  | { kind: "start" }
  /** The start page from an invitation; the code is as typed, the server knows whether it is one. */
  | { kind: "join"; code: string }
  | { kind: "table"; code: string }
  | { kind: ReadingPage }
  /** There is no such page; the path is as typed. */
  | { kind: "nowhere"; path: string };

/** Pages that are read, not played, each at its own name. */
export const READING_PAGES = ["guide", "model"] as const;
export type ReadingPage = (typeof READING_PAGES)[number];

/** Letters and digits of a code without the spaces and hyphens of people; undefined if it cannot be one. */
export function parseCode(text: string): string | undefined {
  const code = text.replace(/[\s-]/g, "").toUpperCase();
  return /^[A-Z0-9]{6}$/.test(code) ? code : undefined;
}

/** A code as it is read aloud: "K7P 4QX". Whatever is not a code comes back trimmed. */
export function printCode(text: string): string {
  const code = parseCode(text);
  return code ? `${code.slice(0, 3)} ${code.slice(3)}` : text.trim();
}

/** The page of a path. */
export function parseRoute(path: string): Route {
  const reading = READING_PAGES.find((name) => path.replace(/\/$/, "") === pagePath(name));
  if (reading) return { kind: reading };
  const [, page, code = ""] = /^\/([jt])\/([^/]+)\/?$/.exec(path) ?? [];
  if (page === "j") return { kind: "join", code: decode(code) };
  const table = page === "t" && parseCode(decode(code));
  if (table) return { kind: "table", code: table };
  return path === "/" || path === "/index.html"
    ? { kind: "start" }
    : { kind: "nowhere", path: decode(path, 60) || path.slice(0, 60) };
}

function decode(text: string, most = 20): string {
  try {
    return decodeURIComponent(text).slice(0, most);
  } catch {
    return "";
  }
}

export const pagePath = (page: ReadingPage): string => `/${page}`;
export const tablePath = (code: string): string => `/t/${code}`;
export const joinPath = (code: string): string => `/j/${code}`;
