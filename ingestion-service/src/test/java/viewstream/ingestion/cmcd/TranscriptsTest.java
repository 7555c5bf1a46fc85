package viewstream.ingestion.cmcd;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.greenbytes.http.sfv.Dictionary;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.Item;
import org.greenbytes.http.sfv.Parser;
import org.greenbytes.http.sfv.Type;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
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
import viewstream.schema.event.Cmcd;
import viewstream.schema.event.CmcdNumber;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.event.TrustedRecords;

/**
 * What real players sent arrives complete and as what it is, which a strict reader of somebody
 * else's tells. The transcripts were written by {@code system-tests/cmcd/play.mjs}.
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
  @ValueSource(strings = {"hls.js-1.7.4", "dash.js-5.2.1", "shaka-5.2.12"})
  void everyReportArrivesCompleteAndTyped(String transcript) {
    int published = 0;
    for (JsonNode request : transcript(transcript).get("requests")) {
      byte[] body = request.get("body").stringValue().getBytes(StandardCharsets.UTF_8);
      Instant received = Instant.ofEpochMilli(request.get("at").longValue());
      for (Slice raw : ReportBody.cut(body)) {
        String line = new String(raw.bytes(), StandardCharsets.UTF_8);
        Map<String, String> said = said(Parser.parseDictionary(line));
        Outcome outcome = pipeline.process(raw, delivery(received));
        if (said.get("e").equals("rr")) {
          assertThat(outcome).as(line).isInstanceOf(Outcome.Unpublished.class);
        } else {
          assertThat(outcome).as(line).isInstanceOf(Outcome.Accepted.class);
          assertThat(kept((PlaybackEvent) ((Outcome.Accepted) outcome).record())).isEqualTo(said);
          published++;
        }
      }
    }
    assertThat(published).isGreaterThan(10);
  }

  private static Map<String, String> kept(PlaybackEvent event) {
    var kept = new TreeMap<>(event.getCmcd().getCustom());
    kept.put("cid", event.getVideoId());
    kept.put("ts", Long.toString(event.getOrigin().getClientTime().toEpochMilli()));
    for (Schema.Field field : Cmcd.getClassSchema().getFields()) {
      Object value = event.getCmcd().get(field.pos());
      if (value != null && !List.of().equals(value) && !field.name().equals("custom")) {
        kept.put(field.name(), value instanceof List<?> list ? shown(list) : value.toString());
      }
    }
    return kept;
  }

  private static String shown(List<?> list) {
    return list.stream()
        .map(
            item ->
                item instanceof CmcdNumber number
                    ? number.getValue()
                        + (number.getObject() == null ? "" : ";" + number.getObject())
                    : item.toString())
        .collect(Collectors.joining(" "));
  }

  private static Map<String, String> said(Dictionary dictionary) {
    var said = new TreeMap<String, String>();
    dictionary
        .get()
        .forEach(
            (key, value) ->
                said.put(key, key.equals("pr") ? Double.valueOf(shown(value)) + "" : shown(value)));
    return said;
  }

  private static String shown(Type<?> said) {
    if (said instanceof InnerList list) {
      return list.get().stream()
          .map(
              item ->
                  shown(item)
                      + item.getParams().keySet().stream()
                          .map(name -> ";" + name)
                          .collect(Collectors.joining()))
          .collect(Collectors.joining(" "));
    }
    return ((Item<?>) said).get().toString();
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

  private static JsonNode transcript(String name) {
    try (InputStream in = TranscriptsTest.class.getResourceAsStream(name + ".json")) {
      return JsonMapper.shared().readTree(in.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
