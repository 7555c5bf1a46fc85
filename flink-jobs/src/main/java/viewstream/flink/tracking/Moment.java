package viewstream.flink.tracking;

/**
 * Where a view's milestone counts.
 *
 * @param videoId the video
 * @param time event time, epoch ms
 */
record Moment(String videoId, long time) {}
