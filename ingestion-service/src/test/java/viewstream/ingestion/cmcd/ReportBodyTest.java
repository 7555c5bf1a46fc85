package viewstream.ingestion.cmcd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import viewstream.ingestion.body.BodyFormat;
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
    assertThat(cut("[{\"e\":\"t\"},\n{\"e\":\n\n")).containsExactly("{\"e\":\"t\"}", ",\n{\"e\":");
    assertThat(cut("[{\"e\":\"t\"}")).containsExactly("{\"e\":\"t\"}");
    assertThat(cut("[{\"e\":\"t\"}\n ")).containsExactly("{\"e\":\"t\"}");
  }

  @Test
  void amongLinesASyntaxErrorCostsItsLineAlone() {
    assertThat(cutLines("{x\ne=t,ts=1\n{\"e\":\"t\"}\n"))
        .containsExactly("{x", "e=t,ts=1", "{\"e\":\"t\"}");
    assertThat(cutLines("{\"e\":\"t\"}\n{\"e\":\n\n{\"e\":\"e\"}"))
        .containsExactly("{\"e\":\"t\"}", "{\"e\":", "{\"e\":\"e\"}");
    assertThatThrownBy(() -> cutLines("{x\n".repeat(501))).isInstanceOf(RefusedException.class);
  }

  @Test
  void moreReportsThanABatchMayHaveAreRefused() {
    assertThatThrownBy(() -> cut("e=t\n".repeat(501))).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> cut("{}".repeat(501))).isInstanceOf(RefusedException.class);
  }

  private static List<String> cut(String body) {
    return cut(body, BodyFormat.JSON);
  }

  private static List<String> cutLines(String body) {
    return cut(body, BodyFormat.CMCD);
  }

  private static List<String> cut(String body, BodyFormat format) {
    return ReportBody.cut(body.getBytes(StandardCharsets.UTF_8), format).stream()
        .map(slice -> new String(slice.bytes(), StandardCharsets.UTF_8))
        .toList();
  }
}
