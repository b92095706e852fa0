import { createHash, randomBytes, randomInt } from "node:crypto";

/**
 * Letters and digits that cannot be taken for one another when read aloud or off a projector:
 * no 0/O, 1/I/L, 2/Z, 5/S or 8/B pairs, and no vowels, so that no code spells a word.
 */
const ALPHABET = "234679CDFGHJKMNPQRTVWXY";
const LENGTH = 6;

/** A random session code such as "K7P4QX": 23^6, about 148 million, are possible. */
export function newCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}

/** The code that a person typed, in any case and with any spaces or hyphens; undefined if it cannot be one. */
export function parseCode(text: string): string | undefined {
  const code = text.replace(/[\s-]/g, "").toUpperCase();
  return code.length === LENGTH && [...code].every((sign) => ALPHABET.includes(sign)) ? code : undefined;
}

/** A random id of a session or a person: 128 bits as 22 characters that are safe in a URL. */
export function newId(): string {
  return randomBytes(16).toString("base64url");
}

/** The secret by which a browser proves that it is the same person again: 256 random bits. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a token. Tokens are random and long, so a plain hash needs no salt. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
