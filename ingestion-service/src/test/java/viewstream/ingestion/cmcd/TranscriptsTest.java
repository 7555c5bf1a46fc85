package viewstream.ingestion.cmcd;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import viewstream.ingestion.body.BodyFormat;
import viewstream.ingestion.body.Slice;
import viewstream.ingestion.enrichment.TestSenders;
import viewstream.ingestion.enrichment.Viewers;
import viewstream.ingestion.keys.Caller;
import viewstream.ingestion.metrics.IngestionMetrics;
import viewstream.ingestion.pipeline.Delivery;
import viewstream.ingestion.pipeline.Endpoint;
import viewstream.ingestion.pipeline.Outcome;
import viewstream.ingestion.privacy.PayloadCipher;
import viewstream.ingestion.privacy.Secrets;
import viewstream.ingestion.rejection.Payloads;
import viewstream.ingestion.validation.EventObject;
import viewstream.ingestion.validation.EventParser;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.event.TrustedRecords;

/**
 * What real players sent arrives complete and as what it is, which a strict reader of somebody
 * else's tells. The transcripts were written by {@code play.mjs} and {@code report.mjs} in {@code
 * system-tests/cmcd}.
 */
class TranscriptsTest {
  private final Clock clock = Clock.systemUTC();
  private final IngestionMetrics metrics = new IngestionMetrics(new SimpleMeterRegistry());
  private final CmcdPipeline pipeline =
      new CmcdPipeline(
          new EventParser(),
          new Viewers(TestSenders.PSEUDONYMS),
          new Payloads(
              TestSenders.PSEUDONYMS,
              new PayloadCipher(Secrets.of("pseudonyms-of-the-tests"), clock),
              clock),
          new Conformance(metrics, clock),
          metrics);

  @BeforeAll
  static void trustRecords() {
    TrustedRecords.trust();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hls.js-1.7.4", "dash.js-5.2.1", "shaka-5.2.12", "cml-cmcd-2.7.0"})
  void everyReportArrivesCompleteAndTyped(String name) {
    int published = 0;
    for (Transcript.Request request : Transcript.load(name).requests()) {
      byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
      Instant received = Instant.ofEpochMilli(request.at());
      List<Slice> reports = ReportBody.cut(body, BodyFormat.CMCD);
      assertThat(reports).hasSize((int) request.lines().count());
      for (Slice raw : reports) {
        String line = new String(raw.bytes(), StandardCharsets.UTF_8);
        Map<String, String> said = InWords.said(line);
        Outcome outcome = pipeline.process(raw, delivery(received));
        if (said.get("e").equals("rr")) {
          assertThat(outcome).as(line).isInstanceOf(Outcome.Unpublished.class);
        } else {
          assertThat(outcome).as(line).isInstanceOf(Outcome.Accepted.class);
          var event = (PlaybackEvent) ((Outcome.Accepted) outcome).record();
          assertThat(InWords.kept(event)).isEqualTo(said);
          published++;
        }
      }
    }
    assertThat(published).isGreaterThan(10);
  }

  private static Delivery delivery(Instant received) {
    return new Delivery(
        Endpoint.CMCD,
        received,
        new Caller("wk", false),
        TestSenders.knowing().of("203.0.113.7", "", false),
        EventObject.EMPTY,
        null);
  }
}
