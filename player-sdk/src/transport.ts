import type { Clock } from "./clock.js";

/** What became of a request. */
export type Outcome =
  /** The service has the batch; some events of it may be invalid. */
  | { readonly kind: "accepted"; readonly rejected: number }
  /** The service will never take this batch. */
  | { readonly kind: "refused" }
  /** Worth another attempt, not before `retryAfterMillis`. */
  | { readonly kind: "failed"; readonly retryAfterMillis: number };

/** The way to the ingestion service. */
export interface Transport {
  /** Sends a body and waits for the answer; never rejects. */
  post(body: string): Promise<Outcome>;
  /** Leaves a body with the browser, to be sent even if the page goes away; false if it will not. */
  handOver(body: string): boolean;
}

/** `text/plain` needs no preflight: one round trip less, and the only type a closing page can use. */
const TYPE = "text/plain;charset=UTF-8";
const TIMEOUT_MS = 15_000;
const LONGEST_RETRY_AFTER_MS = 300_000;

export function httpTransport(address: string, clock: Clock): Transport {
  return {
    async post(body) {
      const abort = new AbortController();
      const cancel = clock.after(TIMEOUT_MS, () => abort.abort());
      try {
        const response = await fetch(address, {
          method: "POST",
          headers: { "Content-Type": TYPE },
          body,
          credentials: "omit",
          keepalive: true,
          signal: abort.signal,
        });
        return outcomeOf(response.status, response.headers, clock);
      } catch {
        return { kind: "failed", retryAfterMillis: 0 };
      } finally {
        cancel();
      }
    },

    handOver(body) {
      try {
        return navigator.sendBeacon(address, body);
      } catch {
        return false;
      }
    },
  };
}

/** Refused is what no repetition can change: every 4xx but "too many requests". */
export function outcomeOf(status: number, headers: Headers, clock: Clock): Outcome {
  if (status >= 200 && status < 300) {
    return { kind: "accepted", rejected: Number(headers.get("X-Events-Rejected")) || 0 };
  }
  if (status >= 400 && status < 500 && status !== 429) {
    return { kind: "refused" };
  }
  return { kind: "failed", retryAfterMillis: retryAfterMillis(headers.get("Retry-After"), clock) };
}

/** `Retry-After` is a number of seconds or a date (RFC 9110, 10.2.3). */
function retryAfterMillis(header: string | null, clock: Clock): number {
  if (header === null) {
    return 0;
  }
  const millis = /^\s*\d+\s*$/.test(header)
    ? Number(header) * 1000
    : Date.parse(header) - clock.epochMillis();
  return Math.min(Math.max(millis || 0, 0), LONGEST_RETRY_AFTER_MS);
}
