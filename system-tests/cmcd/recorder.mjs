import { createServer, request as call } from "node:http";

/**
 * Stands between players and the service: hands on every byte both ways and remembers what was
 * reported and how it was answered.
 */
export class Recorder {
  /** Requests with a body: when, path, content type, user agent, body and the reply's status. */
  requests = [];

  #server;

  constructor(service) {
    this.#server = createServer((request, response) => this.#pass(service, request, response));
  }

  /** Listens on a free port of this machine. */
  async open() {
    await new Promise((listening) => this.#server.listen(0, "127.0.0.1", listening));
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  async close() {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  #pass(service, request, response) {
    const at = Date.now();
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      const { method, headers } = request;
      const onward = call(new URL(request.url, service), { method, headers }, (reply) => {
        if (method === "POST") {
          this.#remember(at, request, body, reply.statusCode);
        }
        response.writeHead(reply.statusCode, reply.headers);
        reply.pipe(response);
      });
      onward.on("error", () => response.destroy());
      onward.end(body);
    });
  }

  #remember(at, request, body, status) {
    this.requests.push({
      at,
      path: request.url,
      content_type: request.headers["content-type"],
      user_agent: request.headers["user-agent"],
      status,
      body: body.toString("utf8"),
    });
  }
}
