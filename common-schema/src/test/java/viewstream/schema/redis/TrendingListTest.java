package viewstream.schema.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrendingListTest {
  private static final TrendingList LIST =
      new TrendingList(
          Instant.ofEpochMilli(1_700_000_000_000L),
          Instant.ofEpochMilli(1_700_003_600_000L),
          Instant.ofEpochMilli(1_700_003_601_234L),
          281_474_976_710_664L,
          List.of(
              new TrendingRow("cats~1", 5, 3, 1000),
              new TrendingRow("a.b-c_d", 5, 0, null),
              new TrendingRow("z", 1, 12, 1)));

  /** These bytes lie in Redis while releases change: read them for ever. */
  private static final Map<String, String> GOLDEN =
      Map.of(
          "window_start", "1700000000000",
          "window_end", "1700003600000",
          "updated_at", "1700003601234",
          "version", "281474976710664",
          "rows", "cats~1\t5\t3\t1000\na.b-c_d\t5\t0\t\nz\t1\t12\t1");

  @Test
  void keepsItsForm() {
    assertThat(LIST.toHash()).isEqualTo(GOLDEN);
    assertThat(TrendingList.parse(GOLDEN)).isEqualTo(LIST);
  }

  @Test
  void hasAnEmptyForm() {
    var empty =
        new TrendingList(LIST.windowStart(), LIST.windowEnd(), LIST.updatedAt(), 0, List.of());

    assertThat(TrendingList.parse(empty.toHash())).isEqualTo(empty);
  }

  @Test
  void readsNothingFromNothing() {
    assertThat(TrendingList.parse(Map.of())).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "a\t1\t2", "a\tx\t2\t3", "a\t0\t2\t3", "a\t1\t2\t0", "a\t1\t2\t3\t4"})
  void refusesOtherRows(String rows) {
    Map<String, String> hash = new HashMap<>(GOLDEN);
    hash.put("rows", rows);

    assertThatIllegalArgumentException().isThrownBy(() -> TrendingList.parse(hash));
  }

  @ParameterizedTest
  @ValueSource(strings = {"window_start", "window_end", "updated_at", "version", "rows"})
  void refusesAHashWithoutAField(String name) {
    Map<String, String> hash = new HashMap<>(GOLDEN);
    hash.remove(name);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrendingList.parse(hash))
        .withMessageContaining(name);
  }

  @Test
  void dampsGrowthByTenViews() {
    assertThat(new TrendingRow("v", 20, 0, null).growthRate()).isEqualTo(3.0);
    assertThat(new TrendingRow("v", 5, 20, 1).growthRate()).isEqualTo(0.5);
  }

  @Test
  void endsWindowsAtFullSteps() {
    Instant time = Instant.parse("2030-01-02T03:49:59.999Z");

    assertThat(TrendingWindow.HOUR.endAt(time)).isEqualTo("2030-01-02T03:49:00Z");
    assertThat(TrendingWindow.DAY.endAt(time)).isEqualTo("2030-01-02T03:40:00Z");
    assertThat(TrendingWindow.WEEK.endAt(time)).isEqualTo("2030-01-02T03:00:00Z");
  }

  @Test
  void keepsBothKeysInOneSlot() {
    assertThat(RedisKeys.trending("US", TrendingWindow.HOUR)).isEqualTo("trending:{US}:1h");
    assertThat(RedisKeys.trendingMeta(RedisKeys.GLOBAL, TrendingWindow.WEEK))
        .isEqualTo("trending:{global}:7d:meta");
  }
}
