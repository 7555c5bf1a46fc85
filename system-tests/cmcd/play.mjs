// Lets players play a short film in a real browser, with all that happens to a viewer, while they
// report to the service at the address given, and prints one line of JSON for each: what it sent.
//
//   node play.mjs http://127.0.0.1:8080/api/v1/cmcd/WRITE_KEY VIDEO_ID [hls.js dash.js shaka]
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pass } from "node:timers/promises";
import { launchChromium, viewerAgent } from "../browser/chromium.mjs";
import { Recorder } from "./recorder.mjs";
import { Site } from "./site.mjs";

const PACKAGES = { "hls.js": "hls.js", "dash.js": "dashjs", shaka: "shaka-player" };

/** What a player has to say last it sends when it can. */
const AFTERMATH_MS = 2_000;

const [target, video, ...wanted] = process.argv.slice(2);
if (!video) {
  console.error("usage: node play.mjs TARGET_URL VIDEO_ID [PLAYER...]");
  process.exit(2);
}

const browser = await launchChromium();
try {
  const context = await browser.newContext({ userAgent: viewerAgent(browser) });
  for (const player of wanted.length > 0 ? wanted : Object.keys(PACKAGES)) {
    console.log(JSON.stringify(await play(context, player)));
  }
} finally {
  await browser.close();
}

/** One film and one that breaks off, in one player. */
async function play(context, player) {
  const site = new Site();
  const recorder = new Recorder(target);
  try {
    const version = versionOf(player);
    const report = new URL(target.replace(/^https?:\/\/[^/]+/, await recorder.open()));
    report.search = new URLSearchParams({ player, player_version: version });
    const page = await context.newPage();
    page.on("pageerror", (error) => console.error(player, error));
    const address = new URL("/page.html", await site.open());
    address.search = new URLSearchParams({ player, report: report.href, video });
    await page.goto(address.href);
    await page.waitForFunction(() => window.player);
    await watch(page, site);
    await watchBroken(page);
    await page.evaluate(() => window.player.close());
    await pass(AFTERMATH_MS);
    await page.close();
    return { player, version, requests: recorder.requests };
  } finally {
    await site.close();
    await recorder.close();
  }
}

/** Two seconds, a pause, on until the network fails, a seek, twice the speed, the end. */
async function watch(page, site) {
  site.holdFrom(3);
  await page.evaluate(() => window.player.load("media"));
  await start(page);
  await until(page, 2);
  await page.evaluate(() => document.querySelector("video").pause());
  await pass(1_000);
  await start(page);
  await page.waitForFunction(() => document.querySelector("video").readyState < 3);
  await pass(1_500);
  site.release();
  await until(page, 5);
  await page.evaluate(() => {
    window.player.higher();
    window.player.chapter();
    document.querySelector("video").currentTime = 8;
  });
  await until(page, 9);
  await page.evaluate(() => {
    document.querySelector("video").playbackRate = 1.5;
  });
  await page.waitForFunction(() => document.querySelector("video").ended);
  await pass(500);
}

/** The same player, again: the film is not all there. */
async function watchBroken(page) {
  await page.evaluate(() => window.player.load("broken"));
  await start(page);
  await pass(10_000);
}

async function start(page) {
  await page.waitForFunction(() => {
    const element = document.querySelector("video");
    if (element.paused) {
      element.play().catch(() => {});
    }
    return element.readyState >= 3 && !element.paused && !element.ended;
  });
}

async function until(page, seconds) {
  await page.waitForFunction((at) => document.querySelector("video").currentTime >= at, seconds);
}

function versionOf(player) {
  const file = join(import.meta.dirname, "node_modules", PACKAGES[player], "package.json");
  return JSON.parse(readFileSync(file, "utf8")).version;
}
