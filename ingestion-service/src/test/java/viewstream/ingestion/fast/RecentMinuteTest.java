package viewstream.ingestion.fast;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was read before never shows in what is read. */
class RecentMinuteTest {
  private final Index index = new Index();
  private final Fields fields = new Fields();
  private final RecentMinute minute = new RecentMinute();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2026-03-01T11:58:07.123Z\"",
        "\"2026-03-01T11:58:59.999Z\"",
        "\"2026-03-01T11:58:07Z\"",
        "\"2026-03-01T11:58+05:300\"",
        "1767225600123",
      })
  void readsTheSameWithAnyByteChangedAsWithoutMemory(String time) {
    for (int i = 0; i < time.length(); i++) {
      for (int changed = ' '; changed < 127; changed++) {
        String other = time.substring(0, i) + (char) changed + time.substring(i + 1);
        if (load(other)) {
          OptionalLong plain = plain();
          load(time);
          remembered();
          load(other);
          assertThat(remembered()).as(other).isEqualTo(plain);
          assertThat(remembered()).as(other).isEqualTo(plain);
        }
      }
    }
  }

  private boolean load(String time) {
    byte[] event = ("{\"timestamp\":" + time + "}").getBytes(StandardCharsets.US_ASCII);
    index.clear();
    index.add(event, 0, event.length);
    index.load(0, event, fields);
    return !index.doubtful(0) && fields.has(Field.TIMESTAMP);
  }

  private OptionalLong plain() {
    try {
      return OptionalLong.of(Times.read(fields, Field.TIMESTAMP));
    } catch (Unsure unsure) {
      return OptionalLong.empty();
    }
  }

  private OptionalLong remembered() {
    try {
      return OptionalLong.of(minute.read(fields, Field.TIMESTAMP));
    } catch (Unsure unsure) {
      return OptionalLong.empty();
    }
  }
}
