import type { Outcome, Transport } from "../src/transport.js";

/** A service that answers as told and keeps what it was sent. */
export class FakeTransport implements Transport {
  readonly posts: string[] = [];
  readonly handedOver: string[] = [];
  answer: Outcome = { kind: "accepted", rejected: 0 };
  takesHandOvers = true;

  post(body: string): Promise<Outcome> {
    this.posts.push(body);
    return Promise.resolve(this.answer);
  }

  handOver(body: string): boolean {
    if (this.takesHandOvers) {
      this.handedOver.push(body);
    }
    return this.takesHandOvers;
  }
}
