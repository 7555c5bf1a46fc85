const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/**
 * How long to wait after the given number of failures in a row: doubling from 1 s to 60 s, of which
 * a random half is left off so that players do not come back all at once.
 */
export function backoffMillis(failures: number, random: () => number): number {
  const full = Math.min(FIRST_MS * 2 ** Math.min(failures - 1, 16), LONGEST_MS);
  return full / 2 + (full / 2) * random();
}
