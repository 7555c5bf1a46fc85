package viewstream.ingestion.fast;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import viewstream.ingestion.validation.InvalidEventException;
import viewstream.ingestion.validation.Timestamps;

class TimesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01T11:58:07.123Z",
        "2024-02-29T23:59:59Z",
        "1999-12-31T00:00:00.5+05:30",
        "2000-10-20T19:08:40.123456789-11:00"
      })
  void readsWhatThePipelineReadsWithAnyByteChanged(String time) {
    assertThat(read(bytes(time))).isEqualTo(byPipeline(time)).isNotEmpty();
    for (int i = 0; i < time.length(); i++) {
      for (int changed = 0; changed < 256; changed++) {
        byte[] bytes = bytes(time);
        bytes[i] = (byte) changed;
        OptionalLong sure = read(bytes);
        if (sure.isPresent()) {
          String text = new String(bytes, StandardCharsets.ISO_8859_1);
          assertThat(sure).as(text).isEqualTo(byPipeline(text));
        }
      }
    }
  }

  private static OptionalLong read(byte[] time) {
    try {
      return OptionalLong.of(Times.ofText(time, 0, time.length));
    } catch (Unsure unsure) {
      return OptionalLong.empty();
    }
  }

  private static OptionalLong byPipeline(String time) {
    try {
      var text = JsonNodeFactory.instance.stringNode(time);
      return OptionalLong.of(Timestamps.parse(text, "timestamp").toEpochMilli());
    } catch (InvalidEventException invalid) {
      return OptionalLong.empty();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
