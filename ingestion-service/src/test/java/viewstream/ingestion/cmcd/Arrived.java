package viewstream.ingestion.cmcd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import viewstream.ingestion.running.Backend;
import viewstream.ingestion.running.TopicLog;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.topic.Topic;

/**
 * What players said, as it is on the topic.
 *
 * @param reports in words, those of one session in their order
 */
record Arrived(List<Map<String, String>> reports) {
  /** Waits for as many reports about a video as are expected; there may be more. */
  static Arrived about(String video, int expected, Backend backend) {
    try (var log = new TopicLog<>(backend, Topic.VIDEO_VIEW_EVENTS, PlaybackEvent.class)) {
      List<PlaybackEvent> events =
          log.matching(event -> event.getVideoId().equals(video), expected).stream()
              .map(TopicLog.Entry::value)
              .toList();
      assertThat(events).extracting(PlaybackEvent::getEventId).doesNotHaveDuplicates();
      return new Arrived(events.stream().map(InWords::kept).toList());
    }
  }

  Map<String, List<Map<String, String>>> bySession() {
    return InWords.bySession(reports);
  }
}
