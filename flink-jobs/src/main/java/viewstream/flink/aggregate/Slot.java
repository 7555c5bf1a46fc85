package viewstream.flink.aggregate;

/**
 * One video in one window.
 *
 * @param videoId the video
 * @param start of the window, epoch ms
 */
record Slot(String videoId, long start) {}
