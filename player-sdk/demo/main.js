import { attach } from "../dist/viewstream.js";
import { followFigures } from "./figures.js";
import { reportList } from "./reports.js";
import { say } from "./status.js";

const byId = (id) => document.getElementById(id);

async function readConfig() {
  const reply = await fetch("/config.json");
  if (!reply.ok) {
    throw new Error(`/config.json answered ${reply.status}`);
  }
  return reply.json();
}

try {
  const config = await readConfig();
  attach(byId("player"), {
    endpoint: config.ingestion_url,
    writeKey: config.write_key,
    videoId: config.video_id,
    context: { traffic_source: "direct" },
    onReport: reportList(byId("reports"), byId("tally")),
  });
  followFigures(config);
} catch (failure) {
  say("away", `nothing is reported: ${failure.message}`);
}
