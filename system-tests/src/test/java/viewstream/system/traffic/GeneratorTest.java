package viewstream.system.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import viewstream.system.oracle.Oracle;
import viewstream.system.oracle.VideoFigures;

class GeneratorTest {
  private static final Scenario SCENARIO =
      Scenario.tenth("g", 42, Instant.parse("2026-03-04T12:00:00Z"));

  private final Traffic traffic = Generator.generate(SCENARIO);

  @Test
  void sameScenarioGivesSameTraffic() {
    assertThat(Generator.generate(SCENARIO)).isEqualTo(traffic);
  }

  @Test
  void generatesWhatWasAskedFor() {
    List<Batch> all = new ArrayList<>(traffic.batches());
    all.addAll(traffic.afterwards());
    List<Event> events = all.stream().flatMap(batch -> batch.events().stream()).toList();

    assertThat(events).hasSize(20_000);
    assertThat(events.stream().filter(event -> !event.good())).hasSize(100);
    assertThat(traffic.batches().stream().filter(Batch::twice)).isNotEmpty();
    assertThat(traffic.batches().stream().map(Batch::route).distinct()).hasSize(4);
    assertThat(traffic.batches()).allMatch(GeneratorTest::ofOneOrigin);
  }

  /** Or a stall would move events, and a duplicate might not come of a retry. */
  @Test
  void plainTrafficHasRightClocksAndNoRepetitions() {
    Traffic plain = Generator.generate(Scenario.plain("p", 42, 5_000, SCENARIO.until()));

    assertThat(plain.batches()).noneMatch(Batch::twice);
    assertThat(plain.batches()).allMatch(batch -> batch.origin().clockSkew().isZero());
    assertThat(Oracle.expect(plain.goodEvents())).hasSizeGreaterThan(30);
  }

  @Test
  void everyKindOfFigureIsThere() {
    var figures = Oracle.expect(traffic.goodEvents()).values();

    assertThat(total(figures, "views")).isCloseTo(1_900, withinPercentage(5));
    for (String metric :
        List.of(
            "likes", "dislikes", "comments", "shares", "impressions", "clicks", "completions")) {
      assertThat(total(figures, metric)).as(metric).isPositive();
    }
  }

  /** Otherwise no product could be expected to agree with the oracle. */
  @Test
  void noFigureDependsOnTheOrderOfArrival() {
    List<Event> events = new ArrayList<>(eventsOf(traffic.batches()));
    Map<String, ?> inOrder = printed(events);
    Random random = new Random(7);
    for (int round = 0; round < 5; round++) {
      Collections.shuffle(events, random);

      assertThat(printed(events)).isEqualTo(inOrder);
    }
  }

  private static List<Event> eventsOf(List<Batch> batches) {
    return batches.stream().flatMap(batch -> batch.events().stream()).filter(Event::good).toList();
  }

  private static Map<String, String> printed(List<Event> events) {
    Map<String, String> printed = new java.util.TreeMap<>();
    Oracle.expect(events).forEach((id, figures) -> printed.put(id, figures.toString()));
    return printed;
  }

  private static long total(Iterable<VideoFigures> videos, String metric) {
    long total = 0;
    for (VideoFigures figures : videos) {
      total += figures.total(metric);
    }
    return total;
  }

  private static boolean ofOneOrigin(Batch batch) {
    return batch.events().stream().allMatch(event -> event.origin().equals(batch.origin()));
  }
}
