package viewstream.flink.aggregate;

/**
 * What one task has to add to a video's window.
 *
 * @param videoId the video
 * @param start of the window, epoch ms
 * @param sums what is to be added
 * @param <S> the figures
 */
public record Partial<S extends Sums<S>>(String videoId, long start, S sums) {}
