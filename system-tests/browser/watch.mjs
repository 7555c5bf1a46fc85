// Watches the page at the address given for about half a minute, as a viewer does, closes the tab,
// and prints one line of JSON: what was truly watched, by whom, in which views.
//
//   node watch.mjs http://127.0.0.1:8070/
import { setTimeout as pass } from "node:timers/promises";
import { launchChromium, viewerAgent } from "./chromium.mjs";
import { bringWitness, testimony } from "./witness.mjs";

/** The browser delivers what a closed tab left behind; nobody is told when it has. */
const AFTERMATH_MS = 2_000;

const [address] = process.argv.slice(2);
if (!address) {
  console.error("usage: node watch.mjs URL");
  process.exit(2);
}

const browser = await launchChromium();
try {
  const userAgent = viewerAgent(browser);
  const context = await browser.newContext({ userAgent, viewport: { width: 1280, height: 900 } });
  await bringWitness(context);
  const page = await context.newPage();
  const views = collectViews(page);
  await page.goto(address);
  await page.locator("video").waitFor();

  await watch(page);
  const truth = await testimony(page);
  await closeTab(page);

  console.log(
    JSON.stringify({
      ...truth,
      browser: "Chrome",
      os: "Linux",
      device: "desktop",
      user_agent: userAgent,
      view_ids: [...views],
    }),
  );
} finally {
  await browser.close();
}

/** Ten seconds, a jump, eight seconds, a pause, ten seconds more. */
async function watch(page) {
  await click(page);
  await pass(10_000);
  await page.locator("video").evaluate((video) => {
    video.currentTime = 35;
  });
  await pass(8_000);
  await click(page);
  await pass(4_000);
  await click(page);
  await pass(10_000);
}

/** A click into the picture plays or pauses, with the browser's own controls. */
async function click(page) {
  const was = await page.locator("video").evaluate((video) => video.paused);
  await page.locator("video").click();
  await page.waitForFunction((paused) => document.querySelector("video").paused !== paused, was);
}

/** The views reported, as seen on the wire. */
function collectViews(page) {
  const views = new Set();
  page.on("request", (request) => {
    if (request.url().includes("/api/v1/events/")) {
      for (const event of JSON.parse(request.postData() ?? "{}").events ?? []) {
        views.add(event.view_id);
      }
    }
  });
  return views;
}

async function closeTab(page) {
  const closed = page.waitForEvent("close");
  await page.close({ runBeforeUnload: true });
  await closed;
  await pass(AFTERMATH_MS);
}
