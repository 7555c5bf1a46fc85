package viewstream.ingestion.cmcd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import viewstream.ingestion.pipeline.Outcome;

/** Why a report becomes no event. */
class CmcdRejectionsTest {
  private final Reports reports = new Reports();

  @ParameterizedTest
  @CsvSource({
    "'ts=1,cid=\"v\"', missing_field, e",
    "nonsense, missing_field, e",
    "'e=5,ts=1,cid=\"v\"', invalid_field, e",
    "'e=t,cid=\"v\"', missing_field, ts",
    "'e=t,ts=soon,cid=\"v\"', invalid_field, ts",
    "'e=t,ts=-5,cid=\"v\"', invalid_field, ts",
    "'e=t,ts=1', timestamp_too_old, ts",
    "'e=t,ts=32503680000000,cid=\"v\"', timestamp_in_future, ts",
    "'{\"e\":', malformed_json,",
  })
  void nameTheReasonAndTheKey(String line, String reason, String key) {
    assertThat(reports.outcomeWhole(line))
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected -> {
              assertThat(rejected.reason().code()).isEqualTo(reason);
              assertThat(rejected.field()).isEqualTo(key);
            });
  }

  @ParameterizedTest
  @CsvSource({"'', missing_field", "'cid=\"a b\"', invalid_field", "'cid=(1)', invalid_field"})
  void aReportOfNoVideoIsNoEvent(String cid, String reason) {
    String line =
        "e=t,sid=\"s\",ts=" + Reports.NOW.toEpochMilli() + (cid.isEmpty() ? "" : "," + cid);

    assertThat(reports.outcomeWhole(line))
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected -> {
              assertThat(rejected.reason().code()).isEqualTo(reason);
              assertThat(rejected.field()).isEqualTo("cid");
            });
  }

  @Test
  void aReportMayHave32KiB() {
    assertThat(reports.outcomeWhole("e=t,cs=\"" + "x".repeat(32 << 10) + '"'))
        .isInstanceOfSatisfying(
            Outcome.Rejected.class,
            rejected -> assertThat(rejected.reason().code()).isEqualTo("too_large"));
  }

  @Test
  void timeInSecondsIsTime() {
    long seconds = Reports.NOW.getEpochSecond();

    assertThat(reports.publishedWhole("e=t,cid=\"v\",ts=" + seconds).getEventTime())
        .isEqualTo(Reports.NOW);
  }
}
