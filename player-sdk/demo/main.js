import { attach } from "/sdk/viewstream.js";
import { followFigures } from "./figures.js";
import { reportList } from "./reports.js";

const byId = (id) => document.getElementById(id);

const config = await fetch("/config.json").then((reply) => reply.json());

attach(byId("player"), {
  endpoint: config.ingestion_url,
  writeKey: config.write_key,
  videoId: config.video_id,
  context: { traffic_source: "direct" },
  onReport: reportList(byId("reports"), byId("tally")),
});

followFigures(config);
