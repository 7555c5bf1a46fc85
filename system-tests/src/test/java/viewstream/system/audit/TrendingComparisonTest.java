package viewstream.system.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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

class TrendingComparisonTest {
  private static final String RIGHT =
      """
      {"window_start":"2026-03-04T12:00:00Z","window_end":"2026-03-04T13:00:00Z","trending":[
        {"rank":1,"video_id":"another","views":9,"growth_rate":1.9},
        {"rank":2,"video_id":"b","views":2,"growth_rate":1.2},
        {"rank":3,"video_id":"a","views":1,"growth_rate":1.0}]}\
      """;

  @Test
  void findsNothingInARightListWhoeverStandsBetween() {
    assertThat(differences(right -> right)).isEmpty();
  }

  @Test
  void namesThePlaceThatIsWrong() {
    assertThat(differences(right -> right.replace("\"views\":2", "\"views\":3")))
        .extracting(Difference::field)
        .containsExactly("1h place 0");
    assertThat(differences(right -> right.replace("\"growth_rate\":1.0", "\"growth_rate\":1.1")))
        .extracting(Difference::field)
        .containsExactly("1h place 1");
    assertThat(differences(right -> right.replace("\"a\"", "\"none\"")))
        .extracting(Difference::field)
        .containsExactly("1h place 1");
  }

  private static List<Difference> differences(UnaryOperator<String> change) {
    var figures =
        Oracle.expect(
            List.of(
                view("a", "2026-03-04T11:59:59Z"),
                view("a", "2026-03-04T12:00:00Z"),
                view("b", "2026-03-04T12:30:00Z"),
                view("b", "2026-03-04T12:59:59Z"),
                view("b", "2026-03-04T13:00:00Z")));
    return new TrendingComparison("global", "1h", figures)
        .differences(new Answer(Json.object(change.apply(RIGHT))));
  }

  private static Event view(String video, String time) {
    Origin origin = new Origin(UserAgent.VIEWERS.getFirst().text(), false, Map.of(), Duration.ZERO);
    String view = "{\"type\":\"view\",\"timestamp\":\"%s\",\"video_id\":\"%s\"}";
    return new Event(view.formatted(time, video), origin, null);
  }
}
