package viewstream.flink.trending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import viewstream.schema.redis.TrendingRow;
import viewstream.schema.redis.TrendingWindow;

class GatheringTest {
  private static final Scope SCOPE = new Scope("US", TrendingWindow.HOUR);
  private static final long END = Duration.ofDays(1).toMinutes();
  private static final long LOG_TIME = Duration.ofDays(1).toMillis() + 5_000;

  private final Gathering gathering = new Gathering(SCOPE);

  @Test
  void listsTheFirstTwoHundred() {
    Board board = new Board(SCOPE);
    for (int i = 0; i < 300; i++) {
      board.add("v%03d".formatted(i), minute(-1), 1 + i % 3);
    }

    List<TrendingRow> rows = publish(board).list().rows();

    assertThat(rows).hasSize(200);
    assertThat(rows.getFirst()).isEqualTo(new TrendingRow("v002", 3, 0, null));
    assertThat(rows.get(100)).isEqualTo(new TrendingRow("v001", 2, 0, null));
    assertThat(rows.getLast()).isEqualTo(new TrendingRow("v298", 2, 0, null));
  }

  @Test
  void tellsPreviousRanksOfTheFirstThousand() {
    Board board = new Board(SCOPE);
    IntStream.rangeClosed(1, 1_100)
        .forEach(rank -> board.add("p%04d".formatted(rank), minute(-61), 2_000 - rank));
    board.add("p0001", minute(-1), 1);
    board.add("p1000", minute(-1), 1);
    board.add("p1001", minute(-1), 1);

    assertThat(publish(board).list().rows())
        .containsExactly(
            new TrendingRow("p0001", 1, 1_999, 1),
            new TrendingRow("p1000", 1, 1_000, 1_000),
            new TrendingRow("p1001", 1, 999, null));
  }

  @Test
  void countsViewsOfBothWindowsIntoTheVersion() {
    Board one = new Board(SCOPE);
    one.add("a", minute(-120), 5);
    one.add("a", minute(-1), 2);
    one.add("a", minute(0), 100);
    one.add("a", minute(-121), 1_000);
    gathering.take(one.rank(END, 0, gone -> {}));
    Board other = new Board(SCOPE);
    other.add("b", minute(-60), 3);
    gathering.take(other.rank(END, 1, gone -> {}));

    assertThat(gathering.publish(LOG_TIME, 3).list().version()).isEqualTo((3L << 48) + 10);
  }

  private RegionList publish(Board board) {
    gathering.take(board.rank(END, 0, gone -> {}));
    return gathering.publish(LOG_TIME, 0);
  }

  /** Some minutes after the end of the window. */
  private static long minute(int after) {
    return Duration.ofMinutes(END + after).toMillis();
  }
}
