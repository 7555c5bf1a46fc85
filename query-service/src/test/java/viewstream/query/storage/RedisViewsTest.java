package viewstream.query.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RedisViewsTest {
  @Test
  void addsTheDaysAfterTheBase() {
    assertThat(
            RedisViews.total(
                Map.of(
                    "base", "100",
                    "base_day", "2026-03-08",
                    "2026-03-08", "77:50",
                    "2026-03-09", "0:7",
                    "2026-03-10", "281474976710656123:1")))
        .isEqualTo(108);
  }
}
