package viewstream.system.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import viewstream.system.api.Json;
import viewstream.system.api.QueryApi.Answer;
import viewstream.system.oracle.Oracle;
import viewstream.system.traffic.Event;
import viewstream.system.traffic.Origin;
import viewstream.system.traffic.UserAgent;

class CreatorComparisonTest {
  private static final String RIGHT =
      """
      {"total_views":3,"watch_time_hours":0.03,"unique_viewers":1,"subscribers_gained":0,
       "top_videos":[{"video_id":"b","views":2,"watch_time_hours":0.02},
                     {"video_id":"a","views":1,"watch_time_hours":0.01}],
       "metrics_over_time":[{"date":"2026-03-03","views":1,"watch_time_hours":0.01},
                            {"date":"2026-03-04","views":2,"watch_time_hours":0.02}],
       "previous_period":{"total_views":1,"watch_time_hours":0.01,"unique_viewers":1,"subscribers_gained":0}}\
      """;

  @Test
  void findsNothingInARightAnswer() {
    assertThat(differences(right -> right)).isEmpty();
  }

  @Test
  void namesWhatIsWrong() {
    assertThat(differences(right -> right.replace("\"total_views\":3", "\"total_views\":4")))
        .singleElement()
        .hasToString("  channel c total_views: expected 3, got 4");
    assertThat(differences(right -> right.replace("\"total_views\":1", "\"total_views\":0")))
        .extracting(Difference::field)
        .containsExactly("previous_period.total_views");
    assertThat(differences(right -> right.replace("04\",\"views\":2", "04\",\"views\":1")))
        .extracting(Difference::field)
        .containsExactly("views of 2026-03-04");
    assertThat(differences(right -> right.replace("\"b\",\"views\":2", "\"b\",\"views\":1")))
        .extracting(Difference::field)
        .containsExactly("top_videos");
  }

  private static List<Difference> differences(UnaryOperator<String> change) {
    var figures =
        Oracle.expect(
            List.of(
                view("a", "2026-03-03T23:59:59Z"),
                view("b", "2026-03-04T00:00:00Z"),
                view("b", "2026-03-04T12:00:00Z"),
                view("a", "2026-03-02T12:00:00Z"),
                view("a", "2026-02-01T12:00:00Z")));
    return new CreatorComparison("c", figures)
        .differences(new Answer(Json.object(change.apply(RIGHT))));
  }

  private static Event view(String video, String time) {
    Origin origin = new Origin(UserAgent.VIEWERS.getFirst().text(), false, Map.of(), Duration.ZERO);
    String view =
        "{\"type\":\"view\",\"timestamp\":\"%s\",\"video_id\":\"%s\",\"user_id\":\"u\",\"watched_ms\":36000}";
    return new Event(view.formatted(Instant.parse(time), video), origin, null);
  }
}
