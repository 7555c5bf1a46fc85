import assert from "node:assert/strict";
import { test } from "node:test";
import { randomUuid, uuidOf, visitId } from "../src/identifiers.js";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function withoutCrypto(task: () => void): void {
  const known = Object.getOwnPropertyDescriptor(globalThis, "crypto");
  Object.defineProperty(globalThis, "crypto", { value: undefined, configurable: true });
  try {
    task();
  } finally {
    if (known) {
      Object.defineProperty(globalThis, "crypto", known);
    }
  }
}

test("ids are version 4 UUIDs, with and without the browser's help", () => {
  assert.match(randomUuid(), UUID);
  withoutCrypto(() => assert.match(randomUuid(), UUID));
  assert.match(uuidOf(new Uint8Array(16).fill(255)), UUID);
});

test("a visit without storage still has an id", () => {
  assert.match(visitId(), UUID);
});
