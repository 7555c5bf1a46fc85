import { count, place, seconds } from "./format.js";

const MOST_ROWS = 200;

const FATES = {
  queued: "…",
  delivered: "delivered",
  handed_over: "left with the browser",
  delayed: "trying again",
  refused: "refused",
  dropped: "dropped",
};

/** Lists the events of the player, newest first, and what became of each. */
export function reportList(list, tally) {
  const rows = new Map();
  let made = 0;
  let delivered = 0;
  let invalid = 0;

  return ({ fate, events, rejected }) => {
    for (const event of events) {
      if (!rows.has(event.event_id)) {
        rows.set(event.event_id, newRow(list, event));
        made++;
      }
      settle(rows.get(event.event_id), fate);
    }
    delivered += fate === "delivered" ? events.length : 0;
    invalid += rejected;
    tally.textContent =
      `${count(delivered)} of ${count(made)} delivered` +
      (invalid > 0 ? `, ${count(invalid)} rejected` : "");
  };
}

function newRow(list, event) {
  const row = document.createElement("li");
  const time = new Date(event.timestamp).toLocaleTimeString("en-GB");
  for (const text of [time, event.type.replaceAll("_", " "), facts(event), ""]) {
    row.append(Object.assign(document.createElement("span"), { textContent: text }));
  }
  list.prepend(row);
  if (list.children.length > MOST_ROWS) {
    list.lastElementChild.remove();
  }
  return row;
}

function settle(row, fate) {
  row.dataset.fate = fate;
  row.lastElementChild.textContent = FATES[fate];
}

function facts(event) {
  return [
    event.state && (event.hidden ? `${event.state}, hidden` : event.state),
    event.start_reason && `by ${event.start_reason}`,
    event.startup_ms !== undefined && `after ${event.startup_ms} ms`,
    event.from_ms !== undefined && `${place(event.from_ms)} to ${place(event.to_ms)}`,
    event.wait_ms !== undefined && `in ${event.wait_ms} ms`,
    event.height !== undefined && `${event.height}p`,
    event.code,
    event.watched_ms !== undefined && `watched ${seconds(event.watched_ms)}`,
    event.played && `content ${event.played.map((span) => span.map(place).join("–")).join(", ")}`,
    event.buffering_ms !== undefined && `stalled ${seconds(event.buffering_ms)}`,
    event.dropped_frames !== undefined && `dropped frames ${event.dropped_frames}`,
  ]
    .filter(Boolean)
    .join(" · ");
}
