package viewstream.ingestion.cmcd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import viewstream.ingestion.http.RefusedException;

class ReportBodyTest {
  @Test
  void linesEndWithALineFeedOrNotAndMayHaveBlanks() {
    assertThat(cut("e=t,ts=1 \r\n\n\t e=t,ts=2\n")).containsExactly("e=t,ts=1", "e=t,ts=2");
    assertThat(cut("e=t")).containsExactly("e=t");
    assertThat(cut(" \n")).isEmpty();
  }

  @Test
  void jsonIsAnObjectOrObjectsOrAnArrayOfThem() {
    assertThat(cut(" {\"e\":\"t\"} ")).containsExactly("{\"e\":\"t\"}");
    assertThat(cut("{\"e\":\"t\"}\n{\"e\":\"e\"}\n"))
        .containsExactly("{\"e\":\"t\"}", "{\"e\":\"e\"}");
    assertThat(cut("[{\"e\":\"t\",\"br\":[1,2]}, 5,{}]"))
        .containsExactly("{\"e\":\"t\",\"br\":[1,2]}", "5", "{}");
  }

  @Test
  void behindASyntaxErrorTheRestIsOneReport() {
    assertThat(cut("[{\"e\":\"t\"},{\"e\":,{\"e\":\"t\"}]"))
        .containsExactly("{\"e\":\"t\"}", ",{\"e\":,{\"e\":\"t\"}]");
    assertThat(cut("[{\"e\":\"t\"}")).hasSize(2);
  }

  @Test
  void moreReportsThanABatchMayHaveAreRefused() {
    assertThatThrownBy(() -> cut("e=t\n".repeat(501))).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> cut("{}".repeat(501))).isInstanceOf(RefusedException.class);
  }

  private static List<String> cut(String body) {
    return ReportBody.cut(body.getBytes(StandardCharsets.UTF_8)).stream()
        .map(slice -> new String(slice.bytes(), StandardCharsets.UTF_8))
        .toList();
  }
}
