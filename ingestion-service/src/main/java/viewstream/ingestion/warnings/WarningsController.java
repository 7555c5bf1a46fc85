package viewstream.ingestion.warnings;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import viewstream.ingestion.keys.Caller;
import viewstream.ingestion.keys.Callers;
import viewstream.ingestion.topic.Entry;
import viewstream.ingestion.topic.Listener;
import viewstream.ingestion.topic.Start;
import viewstream.ingestion.topic.TopicFollower;
import viewstream.ingestion.topic.Topics;
import viewstream.schema.event.RejectedEvent;
import viewstream.schema.topic.Topic;

/**
 * Tells the owner of a key what is wrong with its events. It is counted from the topic of rejected
 * events, so every instance says the same, and a restart forgets nothing.
 */
@RestController
class WarningsController implements Listener<RejectedEvent>, AutoCloseable {
  private final Callers callers;
  private final Clock clock;
  private final WarningTable table;
  private final TopicFollower<RejectedEvent> follower;

  WarningsController(Callers callers, Topics topics, WarningProperties properties, Clock clock) {
    this.callers = callers;
    this.clock = clock;
    this.table = new WarningTable(properties.groups());
    this.follower =
        topics.follow(
            Topic.REJECTED_EVENTS,
            RejectedEvent.class,
            new Start.Since(clock.instant().minus(Tally.KEPT)),
            this);
  }

  @GetMapping("/api/v1/ingestion/warnings")
  Reply read(HttpServletRequest request) {
    Caller known = callers.identify(request);
    Caller caller = known != null ? known : callers.identify(null, request);
    return new Reply(table.of(caller.name(), clock.instant()), follower.isCurrent());
  }

  @Override
  public void accept(List<Entry<RejectedEvent>> entries) {
    for (Entry<RejectedEvent> entry : entries) {
      if (entry.value() != null) {
        table.add(entry.value());
      }
    }
  }

  @Override
  public void close() throws InterruptedException {
    follower.close();
  }

  /**
   * @param warnings the most frequent first
   * @param complete all rejected events have been counted; false for a moment after the start, and
   *     while Kafka is away
   */
  record Reply(List<Warning> warnings, boolean complete) {}
}
