package viewstream.ingestion.cmcd;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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
import viewstream.ingestion.validation.EventParser;
import viewstream.schema.event.PlaybackEvent;

/** Makes events of reports that are written in a test, at an hour that stands still. */
final class Reports {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static final String BASE =
      "cid=\"v1\",sid=\"6e2f\",sn=3,v=2,ts=" + NOW.minusSeconds(1).toEpochMilli();
  private static final String PLAYER = "{\"player\":\"hls.js\",\"player_version\":\"1.7.4\"}";

  private final IngestionMetrics metrics = new IngestionMetrics(new SimpleMeterRegistry());
  private final Conformance conformance =
      new Conformance(metrics, Clock.fixed(NOW, ZoneOffset.UTC));
  private final EventParser parser = new EventParser();
  private final CmcdPipeline pipeline =
      new CmcdPipeline(
          parser,
          new Viewers(TestSenders.PSEUDONYMS),
          new Payloads(
              TestSenders.PSEUDONYMS,
              new PayloadCipher(Secrets.of("pseudonyms-of-the-tests"), Clock.systemUTC()),
              Clock.systemUTC()),
          conformance,
          metrics);

  /** The event of a report of session, video and time that has these keys besides. */
  PlaybackEvent published(String keys) {
    return publishedWhole(BASE + ',' + keys);
  }

  /** The event of a report that has nothing but what is written. */
  PlaybackEvent publishedWhole(String line) {
    return (PlaybackEvent) ((Outcome.Accepted) outcomeWhole(line)).record();
  }

  /** What becomes of a report of session, video and time that has these keys besides. */
  Outcome outcome(String keys) {
    return outcomeWhole(BASE + ',' + keys);
  }

  /** What becomes of a report that has nothing but what is written. */
  Outcome outcomeWhole(String line) {
    return process(line, PLAYER);
  }

  /**
   * What becomes of a report.
   *
   * @param shared JSON of what the request says of its player
   */
  Outcome process(String line, String shared) {
    byte[] said = shared.getBytes(StandardCharsets.UTF_8);
    var delivery =
        new Delivery(
            Endpoint.CMCD,
            NOW,
            new Caller("wk", false),
            TestSenders.knowing().of("203.0.113.7", "", false),
            parser.parse(said, 0, said.length),
            null);
    return pipeline.process(Slice.whole(line.getBytes(StandardCharsets.UTF_8)), delivery);
  }

  /** What has been counted so far. */
  ConformanceReply conformance() {
    return conformance.report();
  }

  /** What has not been as the standard says so far: what, in which key, and of which type. */
  List<String> issues() {
    return conformance().players().stream()
        .flatMap(player -> player.issues().stream())
        .map(
            issue ->
                issue.issue()
                    + ' '
                    + issue.key()
                    + (issue.found() == null ? "" : ' ' + issue.found()))
        .toList();
  }
}
