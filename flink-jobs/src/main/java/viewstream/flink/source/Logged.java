package viewstream.flink.source;

/**
 * A record with its place in the log.
 *
 * @param value what the record says
 * @param time when the broker appended it, epoch ms: log time
 * @param offset within its partition
 * @param <T> its type
 */
public record Logged<T>(T value, long time, long offset) {}
