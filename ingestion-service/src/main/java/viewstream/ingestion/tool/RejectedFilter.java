package viewstream.ingestion.tool;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import viewstream.ingestion.topic.Entry;
import viewstream.ingestion.topic.Start;
import viewstream.ingestion.topic.TopicReader;
import viewstream.ingestion.topic.Topics;
import viewstream.schema.event.RejectedEvent;
import viewstream.schema.topic.Topic;

/** Which rejected events are meant. */
final class RejectedFilter {
  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "arrived since a time (2026-01-31T12:00:00Z) or for so long (24h, 30m, 7d)")
  private @Nullable String since;

  @Option(names = "--reason", paramLabel = "CODE", description = "rejected for this reason")
  private @Nullable String reason;

  @Option(names = "--key", paramLabel = "KEY", description = "sent with this key")
  private @Nullable String key;

  /** Hands over those that are meant, as long as the topic keeps them. */
  void read(Topics topics, Clock clock, Consumer<RejectedEvent> reader) {
    Start start = since == null ? new Start.Oldest() : new Start.Since(time(since, clock));
    try (TopicReader<RejectedEvent> topic =
        topics.read(Topic.REJECTED_EVENTS, RejectedEvent.class, start)) {
      topic.readToEnd(
          entries ->
              entries.stream()
                  .map(Entry::value)
                  .filter(event -> event != null && meant(event))
                  .forEach(reader));
    }
  }

  private boolean meant(RejectedEvent event) {
    return (reason == null || reason.equals(event.getReason()))
        && (key == null || key.equals(event.getWriteKey()));
  }

  private static Instant time(String text, Clock clock) {
    try {
      if (text.matches("\\d+[smhd]")) {
        String iso = text.endsWith("d") ? "P" + text : "PT" + text;
        return clock.instant().minus(Duration.parse(iso));
      }
      return Instant.parse(text);
    } catch (DateTimeParseException wrong) {
      throw new IllegalArgumentException(
          "--since must be a time like 2026-01-31T12:00:00Z or a length like 24h", wrong);
    }
  }
}
