const SESSION_KEY = "viewstream.session";

/** A random UUID, also where `crypto.randomUUID` is missing (plain http, old browsers). */
export function randomUuid(): string {
  const crypto = globalThis.crypto as Partial<Crypto> | undefined;
  if (typeof crypto?.randomUUID === "function") {
    return crypto.randomUUID();
  }
  const bytes = new Uint8Array(16);
  if (typeof crypto?.getRandomValues === "function") {
    crypto.getRandomValues(bytes);
  } else {
    bytes.forEach((_, index) => {
      bytes[index] = Math.floor(Math.random() * 256);
    });
  }
  return uuidOf(bytes);
}

/** Formats 16 bytes as a version 4 UUID (RFC 9562). */
export function uuidOf(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte, index) => {
    const marked = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return marked.toString(16).padStart(2, "0");
  }).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** The visit: one id per tab, kept over page loads where the browser lets us. */
export function visitId(): string {
  const fresh = randomUuid();
  try {
    const known = sessionStorage.getItem(SESSION_KEY);
    if (known) {
      return known;
    }
    sessionStorage.setItem(SESSION_KEY, fresh);
  } catch {
    // Storage is blocked: the visit is this page.
  }
  return fresh;
}
