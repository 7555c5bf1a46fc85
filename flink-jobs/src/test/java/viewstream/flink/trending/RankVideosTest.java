package viewstream.flink.trending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import viewstream.flink.aggregate.Partial;

@ParameterizedClass
@MethodSource("backends")
class RankVideosTest {
  private static final long EMIT_MS = 10_000;
  private static final long NOON = Duration.ofDays(20_000).plusHours(12).toMillis();
  private static final int MAX_PARALLELISM = 8;

  private final StateBackend backend;
  private final List<Harness> opened = new ArrayList<>();

  RankVideosTest(StateBackend backend) {
    this.backend = backend;
  }

  static List<StateBackend> backends() {
    return List.of(new HashMapStateBackend(), new EmbeddedRocksDBStateBackend());
  }

  @AfterEach
  void close() throws Exception {
    for (Harness harness : opened) {
      harness.close();
    }
  }

  @Test
  void tellsEveryWindowOfEveryRegionBeforeTheWatermark() throws Exception {
    Harness task = open(1, 0, null);
    task.views("a", -90, "US", 2);
    task.views("a", -1, "unknown", 3);
    task.views("b", 0, "US", 9);
    task.processWatermark(NOON + 1_000);
    assertThat(task.getOutput()).isEmpty();

    task.emit();

    assertThat(task.told())
        .containsExactlyInAnyOrder(
            "US 1h: a 0 2",
            "US 24h: a 2 0",
            "US 7d: a 2 0",
            "global 1h: a 3 2",
            "global 24h: a 5 0",
            "global 7d: a 5 0");
    assertThat(task.getOutput()).last().isEqualTo(new Watermark(NOON + 1_000));
  }

  @Test
  void tellsOnlyWhatIsNew() throws Exception {
    Harness task = open(1, 0, null);
    task.views("a", -70, "US", 1);
    task.processWatermark(NOON + 1_000);
    task.emit();
    task.getOutput().clear();

    task.views("a", 0, "US", 1);
    task.processWatermark(NOON + 2_000);
    task.emit();
    assertThat(task.told()).as("the open minute is in no list yet").isEmpty();

    task.views("b", -20, "US", 1);
    task.processWatermark(NOON + 3_000);
    task.emit();
    assertThat(task.told())
        .containsExactlyInAnyOrder(
            "US 1h: b 1 0, a 0 1",
            "US 24h: a 1 0, b 1 0",
            "US 7d: a 1 0, b 1 0",
            "global 1h: b 1 0, a 0 1",
            "global 24h: a 1 0, b 1 0",
            "global 7d: a 1 0, b 1 0");
    task.getOutput().clear();

    task.processWatermark(NOON + 60_000);
    task.emit();
    assertThat(task.told())
        .containsExactlyInAnyOrder("US 1h: a 1 1, b 1 0", "global 1h: a 1 1, b 1 0");
  }

  @Test
  void goesOnFromAnOlderCheckpoint() throws Exception {
    Harness task = open(1, 0, null);
    task.views("a", -1, "US", 1);
    OperatorSubtaskState checkpoint = task.snapshot(1, 0);
    task.views("a", -1, "US", 100);
    task.snapshot(2, 0);

    Harness again = open(1, 0, checkpoint);
    again.views("a", -1, "US", 2);
    again.processWatermark(NOON);
    again.emit();

    assertThat(again.told()).hasSize(6).contains("US 1h: a 3 0", "global 7d: a 3 0");
  }

  @Test
  void sharesTheVideosAnewWhenRescaled() throws Exception {
    Harness task = open(1, 0, null);
    for (int i = 0; i < 40; i++) {
      task.views("v" + i, -1, "US", 1);
    }
    OperatorSubtaskState checkpoint = task.snapshot(1, 0);

    List<String> videos = new ArrayList<>();
    for (int subtask = 0; subtask < 3; subtask++) {
      OperatorSubtaskState share =
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              checkpoint, MAX_PARALLELISM, 1, 3, subtask);
      Harness part = open(3, subtask, share);
      part.processWatermark(NOON);
      part.emit();
      List<String> own = part.videos("US 1h");
      assertThat(own).isNotEmpty().hasSizeLessThan(40);
      videos.addAll(own);
    }
    assertThat(videos).hasSize(40).doesNotHaveDuplicates();
  }

  @Test
  void forgetsWhatNoWindowNeeds() throws Exception {
    Harness task = open(1, 0, null);
    for (String country : List.of("US", "DE", "FR")) {
      task.views("a", -1, country, 1);
    }
    task.snapshot(1, 0);
    assertThat(task.remembered()).isEqualTo(1);

    task.processWatermark(NOON + Duration.ofDays(14).plusHours(1).toMillis());
    task.emit();
    OperatorSubtaskState checkpoint = task.snapshot(2, 0);

    assertThat(task.remembered()).isZero();
    assertThat(task.told()).hasSize(12).contains("FR 1h: ", "global 7d: ");
    Harness again = open(1, 0, checkpoint);
    again.processWatermark(NOON);
    again.emit();
    assertThat(again.told()).isEmpty();
  }

  @Test
  void endOfAllInputTellsNothingOfTheEndOfTime() throws Exception {
    Harness task = open(1, 0, null);
    task.views("a", -1, "US", 1);
    task.processWatermark(Watermark.MAX_WATERMARK);
    task.emit();

    assertThat(task.getOutput()).containsExactly(Watermark.MAX_WATERMARK);
  }

  private Harness open(int parallelism, int subtask, @Nullable OperatorSubtaskState from)
      throws Exception {
    Harness harness = new Harness(parallelism, subtask);
    harness.setStateBackend(backend);
    harness.setup(new PartSerializer());
    if (from != null) {
      harness.initializeState(from);
    }
    harness.open();
    opened.add(harness);
    return harness;
  }

  /** One task. */
  private static final class Harness
      extends KeyedOneInputStreamOperatorTestHarness<String, Partial<RegionViews>, Part> {
    Harness(int parallelism, int subtask) throws Exception {
      super(
          new RankVideos(Duration.ofMillis(EMIT_MS)),
          Partial::videoId,
          Types.STRING,
          MAX_PARALLELISM,
          parallelism,
          subtask);
    }

    /** Views some minutes after noon. */
    void views(String videoId, int minute, String country, int count) throws Exception {
      RegionViews views = new RegionViews();
      for (int i = 0; i < count; i++) {
        views.add(country);
      }
      processElement(new StreamRecord<>(new Partial<>(videoId, NOON + minute * 60_000L, views)));
    }

    /** Videos in state. */
    long remembered() {
      KeyedStateBackend<String> state = ((RankVideos) getOperator()).getKeyedStateBackend();
      try (Stream<String> keys = state.getKeys("rings", VoidNamespace.INSTANCE)) {
        return keys.distinct().count();
      }
    }

    void emit() throws Exception {
      setProcessingTime(getProcessingTime() + EMIT_MS);
    }

    List<String> told() {
      return extractOutputValues().stream().map(Harness::text).toList();
    }

    List<String> videos(String scope) {
      return extractOutputValues().stream()
          .filter(part -> text(part).startsWith(scope))
          .flatMap(part -> part.tallies().stream())
          .map(Tally::videoId)
          .toList();
    }

    private static String text(Part part) {
      return "%s %s: %s"
          .formatted(
              part.scope().region(),
              part.scope().window().id(),
              String.join(
                  ", ",
                  part.tallies().stream()
                      .map(
                          tally ->
                              "%s %d %d"
                                  .formatted(tally.videoId(), tally.views(), tally.previousViews()))
                      .toList()));
    }
  }
}
