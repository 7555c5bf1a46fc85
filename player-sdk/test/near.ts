import assert from "node:assert/strict";

/** Events reach the tracker 4 ms late; a few of them make up this much. */
export const TOLERANCE_MS = 30;

/** Fails when a measured time is farther from the true one than the tolerance, ms. */
export function near(actual: number | undefined, expected: number, tolerance = TOLERANCE_MS): void {
  assert.ok(
    actual !== undefined && Math.abs(actual - expected) <= tolerance,
    `${actual} is not within ${tolerance} of ${expected}`,
  );
}
