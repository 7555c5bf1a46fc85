const LOOK_EVERY_MS = 20;

/**
 * Counts, inside the page and without the SDK, the time a video really played: it looks at the
 * element fifty times a second and believes only what moved. Content that moved while the viewer
 * sought is not counted. Runs in the page, so it may use nothing of this module.
 */
function witness(lookEveryMillis) {
  const counted = { watched_ms: 0, content_ms: 0 };
  let last = { at: performance.now(), position: 0, still: true };
  window.witness = counted;
  setInterval(() => {
    const video = document.querySelector("video");
    const at = performance.now();
    const position = (video?.currentTime ?? 0) * 1000;
    const still = !video || video.paused || video.seeking;
    const moved = position - last.position;
    const passed = at - last.at;
    if (!still && !last.still && moved > 0 && moved < passed + 500) {
      counted.watched_ms += passed;
      counted.content_ms += moved;
    }
    last = { at, position, still };
  }, lookEveryMillis);
}

/** Puts the witness into every page of the context. */
export async function bringWitness(context) {
  await context.addInitScript(`(${witness})(${LOOK_EVERY_MS})`);
}

/** What the witness has counted so far, in whole milliseconds. */
export async function testimony(page) {
  const { watched_ms, content_ms } = await page.evaluate(() => window.witness);
  return { watched_ms: Math.round(watched_ms), content_ms: Math.round(content_ms) };
}
