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
      {"metrics":{"views":1,"watch_time_hours":0.01,"unique_viewers":1},
       "demographics":{"countries":{"unknown":1},"age_groups":{"unknown":1},"genders":{"unknown":1}},
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

    comparison.minutes(new Answer(Map.of("points", List.of())), MINUTE, MINUTE.plusSeconds(60));

    assertThat(comparison.differences())
        .extracting(Difference::field)
        .containsExactly("minute 2026-03-04T12:00:00Z");
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
