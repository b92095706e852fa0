import { expect, test } from "vitest";
import { hashToken, newCode, newId, newToken, parseCode } from "../../server/code.ts";

test("codes have six signs, none of which looks like another", () => {
  const signs = new Set(Array.from({ length: 3000 }, newCode).flatMap((code) => [...code]));
  expect([...signs].sort().join("")).toBe("234679CDFGHJKMNPQRTVWXY");
  expect(newCode()).toHaveLength(6);
});

test("a typed code is read in any case and spacing", () => {
  expect(parseCode(" k7p-4qx ")).toBe("K7P4QX");
  expect(parseCode("K7P 4QX")).toBe("K7P4QX");
  const code = newCode();
  expect(parseCode(code)).toBe(code);
});

test.each(["", "K7P4Q", "K7P4QXX", "K7P4Q0", "K7P4QI", "K7P4Q'", "ｋ7P4QX"])("%j is no code", (text) => {
  expect(parseCode(text)).toBeUndefined();
});

test("ids and tokens are long, safe in a URL and never the same", () => {
  const made = Array.from({ length: 1000 }, () => [newId(), newToken()]).flat();
  expect(new Set(made).size).toBe(2000);
  for (const text of made) expect(text).toMatch(/^[\w-]{22}$|^[\w-]{43}$/);
});

test("the hash of a token is SHA-256", () => {
  // FIPS 180-4 example: SHA-256 of "abc".
  expect(hashToken("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});
