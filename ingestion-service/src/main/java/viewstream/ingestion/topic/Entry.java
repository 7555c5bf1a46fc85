package viewstream.ingestion.topic;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record of a topic.
 *
 * @param key of the record, if it has one
 * @param value null when it says that what the key names is gone
 * @param logTime when the broker appended it
 */
public record Entry<T>(@Nullable String key, @Nullable T value, Instant logTime) {}
