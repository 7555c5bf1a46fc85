import { age, count, duration, share } from "./format.js";
import { say } from "./status.js";

const COUNTER_EVERY_MS = 2_000;
const FIGURES_EVERY_MS = 4_000;

const byId = (id) => document.getElementById(id);

/** Keeps the figures of the page up to date, for ever. */
export function followFigures({ query_url: base, video_id: id, token }) {
  const video = encodeURIComponent(id);
  repeat(COUNTER_EVERY_MS, async () => {
    showCounter(await get(`${base}/api/v1/videos/${video}/views`));
  });
  if (token) {
    const address = `${base}/api/v1/analytics/video/${video}?timeRange=1h`;
    repeat(FIGURES_EVERY_MS, async () => {
      showFigures(await get(address, { Authorization: `Bearer ${token}` }));
    });
  } else {
    byId("freshness-note").textContent = "needs a token";
    byId("devices-note").textContent = "needs a token";
  }
}

async function repeat(millis, task) {
  for (;;) {
    try {
      await task();
      say("live", "live");
    } catch {
      say("away", "figures are away, trying again");
    }
    await new Promise((done) => setTimeout(done, millis));
  }
}

async function get(address, headers = {}) {
  const reply = await fetch(address, { headers, cache: "no-store" });
  if (!reply.ok) {
    throw new Error(`${address} answered ${reply.status}`);
  }
  return reply.json();
}

function showCounter({ views, as_of: asOf, freshness }) {
  const behind = age(freshness?.data_through ?? asOf);
  byId("views").textContent = count(views);
  byId("views-age").textContent = `public counter, ${duration(behind)} behind`;
}

function showFigures({ metrics, devices, freshness }) {
  const watched = metrics.watch_time_seconds ?? metrics.watch_time_hours * 3600;
  byId("watch-time").textContent = duration(watched);
  byId("freshness").textContent = freshness.data_through
    ? duration(age(freshness.data_through))
    : "–";
  byId("freshness-note").textContent = freshness.delayed
    ? "behind: the figures are delayed"
    : "behind this moment";
  byId("devices").replaceChildren(...shares(devices));
}

function shares(fractions = {}) {
  return Object.entries(fractions)
    .sort(([, a], [, b]) => b - a)
    .map(([name, fraction]) => {
      const row = document.createElement("div");
      const bar = Object.assign(document.createElement("dd"), {
        className: "bar",
        ariaHidden: "true",
      });
      bar.style.setProperty("--share", fraction);
      row.append(
        Object.assign(document.createElement("dt"), { textContent: name }),
        Object.assign(document.createElement("dd"), { textContent: share(fraction) }),
        bar,
      );
      return row;
    });
}
