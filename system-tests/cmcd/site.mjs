import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const home = import.meta.dirname;
const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".mpd": "application/dash+xml",
  ".m3u8": "application/vnd.apple.mpegurl",
  ".m4s": "video/mp4",
};

/** Serves the page, the players and the media, and makes trouble on demand. */
export class Site {
  #held = [];
  #gate = Number.POSITIVE_INFINITY;
  #server = createServer((request, response) => this.#serve(request, response));

  /** Listens on a free port of this machine. */
  async open() {
    await new Promise((listening) => this.#server.listen(0, "127.0.0.1", listening));
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  /** Holds back segments from this number on. */
  holdFrom(segment) {
    this.#gate = segment;
  }

  /** Lets all go that are held back, and holds no more. */
  release() {
    this.#gate = Number.POSITIVE_INFINITY;
    for (const serve of this.#held.splice(0)) {
      serve();
    }
  }

  async close() {
    this.release();
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  /** What lies under /broken/ is what lies under /media/, but for the segments from the third on. */
  #serve(request, response) {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://site").pathname));
    const segment = Number(/-(\d+)\.m4s$/.exec(path)?.[1] ?? 0);
    if (path.startsWith("/broken/") && segment > 2 && !path.includes("init")) {
      response.writeHead(404).end();
    } else if (segment >= this.#gate && !path.includes("init")) {
      this.#held.push(() => send(path, response));
    } else {
      send(path, response);
    }
  }
}

function send(path, response) {
  const file = join(home, path.replace(/^\/broken\//, "/media/"));
  if (path.includes("..") || !existsSync(file) || !TYPES[extname(file)]) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { "Content-Type": TYPES[extname(file)], "Cache-Control": "no-store" });
  createReadStream(file).pipe(response);
}
