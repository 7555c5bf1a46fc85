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

class VideoComparisonTest {
  private static final Instant MINUTE = Instant.parse("2026-03-04T12:00:00Z");
  private static final String RIGHT =
      """
      {"metrics":{"views":1,"play_attempts":1,"engaged_views":1,"completions":0,"watch_time_ms":36000,
        "likes":0,"dislikes":0,"comments":0,"shares":0,"subscribers_gained":0,"subscribers_lost":0,
        "impressions":0,"watch_time_hours":0.01,"average_view_duration_seconds":36,
        "completion_rate":0,"engagement_rate":0,"click_through_rate":0,"unique_viewers":1},
       "demographics":{"countries":{"unknown":1},"age_groups":{"unknown":1},"genders":{"unknown":1}},
       "qoe":{"start_failures":0,"playback_failures":0,"rebuffer_ratio":0,"rebuffer_frequency":0},
       "devices":{"desktop":1.0},"operating_systems":{"Windows":1},"browsers":{"Chrome":1},
       "platforms":{"unknown":1},"traffic_sources":{"unknown":1}}""";

  @Test
  void findsNothingInARightAnswer() {
    assertThat(differences(right -> right)).isEmpty();
  }

  @Test
  void namesVideoFieldExpectedAndActual() {
    assertThat(differences(right -> right.replace("\"views\":1", "\"views\":2")))
        .containsExactly(new Difference("v", "views", 1L, new java.math.BigDecimal(2)))
        .first()
        .hasToString("  v views: expected 1, got 2");
  }

  @Test
  void findsAWrongShare() {
    assertThat(differences(right -> right.replace("\"Chrome\":1", "\"Chrome\":0.5,\"Edge\":0.5")))
        .extracting(Difference::field)
        .containsExactly("browsers.Chrome", "browsers.Edge");
  }

  @Test
  void findsAMissingMinute() {
    VideoComparison comparison = comparison();

    comparison.series(
        new Answer(Map.of("points", List.of())),
        Granularity.MINUTE,
        MINUTE,
        MINUTE.plusSeconds(60));

    assertThat(comparison.differences())
        .extracting(Difference::field)
        .contains("views of the minute 2026-03-04T12:00:00Z");
  }

  private static List<Difference> differences(UnaryOperator<String> change) {
    VideoComparison comparison = comparison();
    comparison.dashboard(new Answer(Json.object(change.apply(RIGHT))));
    return comparison.differences();
  }

  private static VideoComparison comparison() {
    String view =
        "{\"type\":\"view\",\"timestamp\":\"%s\",\"video_id\":\"v\",\"watched_ms\":36000}";
    Origin origin = new Origin(UserAgent.VIEWERS.getFirst().text(), false, Map.of(), Duration.ZERO);
    Event event = new Event(view.formatted(MINUTE), origin, null);
    return new VideoComparison("v", Oracle.expect(List.of(event)).get("v"));
  }
}
