package viewstream.flink.trending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viewstream.schema.redis.TrendingWindow;

class MergePartsTest {
  private static final Scope SCOPE = new Scope("US", TrendingWindow.HOUR);
  private static final long END = Duration.ofDays(20_000).toMinutes();

  private OneInputStreamOperatorTestHarness<Part, RegionList> operator;

  @BeforeEach
  void open() throws Exception {
    operator = new OneInputStreamOperatorTestHarness<>(new MergeParts(0));
    operator.setup(new RegionListSerializer());
    operator.open();
  }

  @AfterEach
  void close() throws Exception {
    operator.close();
  }

  @Test
  void publishesOnceAllTasksHaveTold() throws Exception {
    part(0, END, new Tally("b", 2, 1));
    part(1, END, new Tally("a", 2, 0), new Tally("c", 0, 5));
    assertThat(operator.getOutput()).isEmpty();

    watermark(END);

    assertThat(published()).containsExactly("+0 a 2 null, b 2 2");
    assertThat(operator.getOutput()).last().isEqualTo(new Watermark(time(END)));
  }

  @Test
  void publishesAgainWhatLateViewsChanged() throws Exception {
    part(0, END, new Tally("a", 2, 0));
    watermark(END);
    operator.processWatermark(time(END) + 1_000);
    part(0, END, new Tally("a", 3, 0));
    operator.processWatermark(time(END) + 2_000);

    assertThat(published()).containsExactly("+0 a 2 null", "+0 a 3 null");
  }

  @Test
  void repeatsEveryMinuteWhatMayHaveBeenLost() throws Exception {
    Scope week = new Scope("US", TrendingWindow.WEEK);
    Part part = new Part(week, END / 60, 0, 1, List.of(new Tally("a", 1, 0)));
    operator.processElement(new StreamRecord<>(part));
    for (int seconds = 0; seconds < 150; seconds += 10) {
      operator.processWatermark(time(END) + seconds * 1_000L);
    }

    assertThat(operator.extractOutputValues())
        .extracting(list -> list.list().updatedAt().toEpochMilli() - time(END))
        .containsExactly(0L, 70_000L, 140_000L);
    assertThat(operator.getSideOutput(MergeParts.CHANGED)).hasSize(1);
  }

  @Test
  void aTaskThatPassedWithoutAPartHasNone() throws Exception {
    part(0, END, new Tally("a", 1, 0));
    part(1, END, new Tally("b", 1, 0));
    watermark(END);
    part(1, END + 1, new Tally("b", 1, 0));
    watermark(END + 1);

    assertThat(published()).containsExactly("+0 a 1 null, b 1 null", "+1 b 1 null");
  }

  @Test
  void publishesAnEmptyListOnceWhenNothingIsLeft() throws Exception {
    part(0, END, new Tally("a", 1, 0));
    watermark(END);
    watermark(END + 1);
    watermark(END + 2);

    assertThat(published()).containsExactly("+0 a 1 null", "+1 ");
  }

  @Test
  void timeWaitsWhileOneTaskIsAheadOfAnother() throws Exception {
    part(0, END, new Tally("a", 1, 0));
    part(1, END + 1, new Tally("b", 1, 0));
    watermark(END);
    assertThat(operator.getOutput()).isEmpty();

    part(0, END + 1, new Tally("a", 1, 0));
    watermark(END + 1);

    assertThat(published()).containsExactly("+1 a 1 null, b 1 null");
    assertThat(operator.getOutput()).last().isEqualTo(new Watermark(time(END + 1)));
  }

  private void part(int task, long end, Tally... tallies) throws Exception {
    operator.processElement(
        new StreamRecord<>(new Part(SCOPE, end, task, tallies.length, List.of(tallies))));
  }

  private void watermark(long end) throws Exception {
    operator.processWatermark(time(end));
  }

  private static long time(long minute) {
    return Duration.ofMinutes(minute).toMillis();
  }

  private List<String> published() {
    return operator.extractOutputValues().stream()
        .map(
            list ->
                "+%d %s"
                    .formatted(
                        list.list().windowEnd().toEpochMilli() / 60_000 - END,
                        String.join(
                            ", ",
                            list.list().rows().stream()
                                .map(
                                    row ->
                                        "%s %d %s"
                                            .formatted(
                                                row.videoId(), row.views(), row.previousRank()))
                                .toList())))
        .toList();
  }
}
