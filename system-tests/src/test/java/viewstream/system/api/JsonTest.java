package viewstream.system.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  @Test
  void readsEveryKindOfValue() {
    assertThat(
            Json.parse(
                " {\"a\": [1, -2.5e3, true, false, null], \"b\\u0041\": \"\\n\\\"\", \"c\": {}} "))
        .isEqualTo(
            Map.of(
                "a",
                Arrays.asList(BigDecimal.ONE, new BigDecimal("-2.5e3"), true, false, null),
                "bA",
                "\n\"",
                "c",
                Map.of()));
  }

  @Test
  void writesWhatItReads() {
    String text = "{\"a\":[1,\"\\\"\\\\\\u000a\",{}],\"b\":null,\"c\":[]}";

    assertThat(Json.write(Json.parse(text))).isEqualTo(text);
    assertThat(Json.write(List.of(1.5, true))).isEqualTo("[1.5,true]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[1,]", "{\"a\":1,}", "{a:1}", "1 2", "tru", "\"", "[1 2]"})
  void refusesWhatIsNotJson(String text) {
    assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
