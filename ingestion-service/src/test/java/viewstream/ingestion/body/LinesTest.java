package viewstream.ingestion.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import viewstream.ingestion.http.RefusedException;

class LinesTest {
  @Test
  void skipsEmptyLinesAndTheBlanksAroundOthers() {
    assertThat(lines("\n{\"a\":1}\r\n\r\n  {} \n\t\nx")).containsExactly("{\"a\":1}", "{}", "x");
    assertThat(lines("")).isEmpty();
    assertThat(lines("\n\n")).isEmpty();
  }

  @Test
  void takesFiveHundredLinesAndNoMore() {
    assertThat(lines("{}\n".repeat(500))).hasSize(500);
    assertThatThrownBy(() -> lines("{}\n".repeat(501))).isInstanceOf(RefusedException.class);
  }

  private static List<String> lines(String body) {
    return Lines.cut(body.getBytes(UTF_8)).stream()
        .map(Slice::bytes)
        .map(bytes -> new String(bytes, UTF_8))
        .toList();
  }
}
