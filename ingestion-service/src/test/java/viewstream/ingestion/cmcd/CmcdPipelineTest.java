package viewstream.ingestion.cmcd;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
import viewstream.schema.event.CmcdNumber;
import viewstream.schema.event.CmcdObject;
import viewstream.schema.event.EventSource;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.event.PlaybackType;
import viewstream.schema.event.PlayerState;

class CmcdPipelineTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String BASE =
      "cid=\"v1\",sid=\"6e2f\",sn=3,v=2,ts=" + NOW.minusSeconds(1).toEpochMilli();

  private final Conformance conformance =
      new Conformance(
          new IngestionMetrics(new SimpleMeterRegistry()), Clock.fixed(NOW, ZoneOffset.UTC));
  private final CmcdPipeline pipeline =
      new CmcdPipeline(
          new EventParser(),
          new Viewers(TestSenders.PSEUDONYMS),
          new Payloads(
              TestSenders.PSEUDONYMS,
              new PayloadCipher(Secrets.of("pseudonyms-of-the-tests"), Clock.systemUTC()),
              Clock.systemUTC()),
          conformance,
          new IngestionMetrics(new SimpleMeterRegistry()));

  @Nested
  class Types {
    @ParameterizedTest
    @CsvSource({
      "e=ps, player_state",
      "'e=ps,sta=p', player_state",
      "'e=t,sta=p', heartbeat",
      "e=t, heartbeat",
      "'e=e,ec=(\"E1\")', error",
      "'e=t,sta=f', error",
      "'e=bc,br=(900;v)', quality_change",
      "'e=c,sta=p', content_change",
      "'e=b,bg', player_event",
      "'e=m,sta=p', player_event",
      "e=um, player_event",
      "e=pe, player_event",
      "e=pc, player_event",
      "'e=pr,pr=2', player_event",
      "'e=h,h=\"cdn\"', player_event",
      "e=as, player_event",
      "e=ae, player_event",
      "e=abs, player_event",
      "e=abe, player_event",
      "e=sk, player_event",
      "'e=ce,cen=\"x\"', player_event",
      "'e=zz,sta=p', player_state",
      "'e=\"ps\"', player_state",
    })
    void areThoseOfTheContract(String report, PlaybackType type) {
      PlaybackEvent event = published(report);

      assertThat(event.getType()).isEqualTo(type);
      boolean named = type == PlaybackType.player_event;
      assertThat(event.getName()).isEqualTo(named ? event.getCmcd().getE() : null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"e=rr,url=\"x\",rc=200", "e=rr,sta=f", "e=zz", "e=zz,sta=zz"})
    void ofWhatIsOfNoUseNothingIsPublished(String report) {
      assertThat(outcome(report)).isInstanceOf(Outcome.Unpublished.class);
    }

    @ParameterizedTest
    @CsvSource({
      "s, starting",
      "p, playing",
      "k, seeking",
      "r, buffering",
      "a, paused",
      "e, ended",
      "f, fatal",
      "q, quit",
      "d, preloading",
      "w, waiting",
      "x,",
    })
    void statesAreThoseOfTheContract(String word, PlayerState state) {
      PlaybackEvent event = published("e=ps,sta=" + word);

      assertThat(event.getState()).isEqualTo(state);
      assertThat(event.getCmcd().getSta()).isEqualTo(word);
    }

    @Test
    void errorsSayWhetherTheyAreFatal() {
      PlaybackEvent error = published("e=e,sta=p,ec=(\"E1\" \"E2\")");
      PlaybackEvent fatal = published("e=ps,sta=f,ec=\"E3\"");

      assertThat(error.getFatal()).isFalse();
      assertThat(error.getCode()).isEqualTo("E1");
      assertThat(error.getCmcd().getEc()).containsExactly("E1", "E2");
      assertThat(fatal.getFatal()).isTrue();
      assertThat(fatal.getCode()).isEqualTo("E3");
    }

    @ParameterizedTest
    @CsvSource({"(128;a 900;v),900", "(900),900", "900,900", "(128;a),", "(100 200),"})
    void aBitrateChangeSaysThatOfThePicture(String said, Long kbps) {
      assertThat(published("e=bc,br=" + said).getBitrateKbps()).isEqualTo(kbps);
      assertThat(published("e=t,br=" + said).getBitrateKbps()).isNull();
    }
  }

  @Nested
  class Identity {
    @Test
    void isWhatTheReportSays() {
      PlaybackEvent event = published("e=t,sta=p,pt=1500,pr=1.5");

      assertThat(event.getVideoId()).isEqualTo("v1");
      assertThat(event.getSeq()).isNull();
      assertThat(event.getEventTime()).isEqualTo(NOW.minusSeconds(1));
      assertThat(event.getPositionMs()).isEqualTo(1500);
      assertThat(event.getRate()).isEqualTo(1.5);
      assertThat(event.getOrigin().getSource()).isEqualTo(EventSource.cmcd);
      assertThat(event.getOrigin().getSessionId()).isEqualTo("6e2f");
      assertThat(event.getOrigin().getClientTime()).isEqualTo(NOW.minusSeconds(1));
      assertThat(event.getContext().getPlayer()).isEqualTo("hls.js");
      assertThat(event.getContext().getPlayerVersion()).isEqualTo("1.7.4");
    }

    @Test
    void theSameBytesAreTheSameEventAndOthersAreNot() {
      PlaybackEvent event = published("e=t,sta=p");

      assertThat(published("e=t,sta=p")).isEqualTo(event);
      assertThat(published("e=t,sta=a").getEventId()).isNotEqualTo(event.getEventId());
      assertThat(published("e=t,sta=a").getOrigin().getBodyHash())
          .isNotEqualTo(event.getOrigin().getBodyHash());
    }

    @Test
    void sessionAndVideoAreOneTrackingKey() {
      String view = published("e=t").getViewId();

      assertThat(published("e=ps,sta=s,sn=0").getViewId()).isEqualTo(view);
      assertThat(published("e=t,sid=\"other\"").getViewId()).isNotEqualTo(view);
      assertThat(published("e=t,cid=\"v2\"").getViewId()).isNotEqualTo(view);
    }

    @Test
    void withoutASessionAReportStandsAlone() {
      PlaybackEvent event = published(report("e=t,cid=\"v1\",ts=" + NOW.toEpochMilli()));

      assertThat(event.getViewId()).isEqualTo(event.getEventId().toString());
      assertThat(event.getOrigin().getSessionId()).isNull();
    }

    @Test
    void aSessionOfAnotherFormIsKeptAsSaidAndIsNoSessionId() {
      PlaybackEvent event = published("e=t,sid=\"{6E 2F}\"");

      assertThat(event.getCmcd().getSid()).isEqualTo("{6E 2F}");
      assertThat(event.getOrigin().getSessionId()).isNull();
    }
  }

  @Nested
  class Rejections {
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
      assertThat(outcome(report(line)))
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
      String line = "e=t,sid=\"s\",ts=" + NOW.toEpochMilli() + (cid.isEmpty() ? "" : "," + cid);

      assertThat(outcome(report(line)))
          .isInstanceOfSatisfying(
              Outcome.Rejected.class,
              rejected -> {
                assertThat(rejected.reason().code()).isEqualTo(reason);
                assertThat(rejected.field()).isEqualTo("cid");
              });
    }

    @Test
    void aReportMayHave32KiB() {
      assertThat(outcome(report("e=t,cs=\"" + "x".repeat(32 << 10) + '"')))
          .isInstanceOfSatisfying(
              Outcome.Rejected.class,
              rejected -> assertThat(rejected.reason().code()).isEqualTo("too_large"));
    }

    @Test
    void timeInSecondsIsTime() {
      long seconds = NOW.getEpochSecond();

      assertThat(published(report("e=t,cid=\"v\",ts=" + seconds)).getEventTime()).isEqualTo(NOW);
    }
  }

  @Nested
  class Fields {
    @Test
    void keepWhatWasSaid() {
      var said =
          published(
                  "e=t,br=(2500;v 128;a),bl=(21300;ot=v),mtp=(25400),bs,bg=?0,dfa=3,st=ll,"
                      + "nor=(\"7.m4s\";r=\"0-99\"),com.example-x=\"1\",com.example-y=2,com.example-z")
              .getCmcd();

      assertThat(said.getBr())
          .containsExactly(new CmcdNumber(2500L, "v"), new CmcdNumber(128L, "a"));
      assertThat(said.getBl()).containsExactly(new CmcdNumber(21_300L, "v"));
      assertThat(said.getMtp()).containsExactly(new CmcdNumber(25_400L, null));
      assertThat(said.getBs()).isTrue();
      assertThat(said.getBg()).isFalse();
      assertThat(said.getDfa()).isEqualTo(3);
      assertThat(said.getSt()).isEqualTo("ll");
      assertThat(said.getSn()).isEqualTo(3);
      assertThat(said.getV()).isEqualTo(2);
      assertThat(said.getNor()).containsExactly(new CmcdObject("7.m4s", "0-99"));
      assertThat(said.getCustom())
          .isEqualTo(Map.of("com.example-x", "1", "com.example-y", "2", "com.example-z", "true"));
      assertThat(issues()).isEmpty();
    }

    @Test
    void ofAnotherTypeAreTakenIfTheyCanMeanOneThing() {
      var said = published("e=t,br=900.4,sn=3.0,bg=1,cdn=first,msd=(412),sta=\"p\"").getCmcd();

      assertThat(said.getBr()).containsExactly(new CmcdNumber(900L, null));
      assertThat(said.getSn()).isEqualTo(3);
      assertThat(said.getBg()).isTrue();
      assertThat(said.getCdn()).isEqualTo("first");
      assertThat(said.getMsd()).isEqualTo(412);
      assertThat(issues())
          .contains("loose_type br decimal", "loose_type cdn token", "loose_type msd list");
    }

    @Test
    void badOnesDoNotHurtTheirNeighbours() {
      var said = published("e=t,br=(x;v 128;a),bl=,bg=maybe,pt=\"5\",msd=412").getCmcd();

      assertThat(said.getBr()).containsExactly(new CmcdNumber(128L, "a"));
      assertThat(said.getBg()).isNull();
      assertThat(said.getPt()).isNull();
      assertThat(said.getMsd()).isEqualTo(412);
      assertThat(issues())
          .containsExactlyInAnyOrder(
              "wrong_type br token", "malformed bl", "wrong_type bg token", "wrong_type pt string");
    }

    @Test
    void thatNobodyKnowsAreLeftOutAndNoted() {
      published("e=t,foo=1,url=\"x\",cen=\"x\",v=3,st=q");

      assertThat(issues())
          .containsExactlyInAnyOrder(
              "duplicate_key v",
              "unknown_key foo",
              "misplaced_key url",
              "misplaced_key cen",
              "version v integer",
              "unknown_value st");
    }

    @Test
    void inJsonMeanTheSame() {
      String lines = "e=ps,sta=p,br=(900;v 128;a),ec=(\"E1\"),bg,pr=1.5,nor=(\"7\";r=\"0-1\"),";
      String json =
          """
          {"e":"ps","sta":"p","br":[{"value":900,"params":{"v":true}},{"value":128,"params":{"a":true}}],
          "ec":["E1"],"bg":true,"pr":1.5,"nor":[{"value":"7","params":{"r":"0-1"}}],"foo":null,
          "cid":"v1","sid":"6e2f","sn":3,"v":2,"ts":%d}"""
              .formatted(NOW.minusSeconds(1).toEpochMilli());

      PlaybackEvent event = published(report(json));

      assertThat(event.getCmcd()).isEqualTo(published(lines + "sn=3").getCmcd());
      assertThat(event.getViewId()).isEqualTo(published("e=t").getViewId());
      assertThat(issues()).containsExactly("duplicate_key sn");
    }
  }

  @Test
  void whoeverNamesNoPlayerIsCountedUnderTheBrowser() {
    pipeline.process(report("e=t"), delivery("{}"));

    assertThat(conformance.report().players())
        .singleElement()
        .satisfies(
            player -> {
              assertThat(player.player()).isEqualTo("unknown");
              assertThat(player.rejected()).isEqualTo(1);
              assertThat(player.issues())
                  .extracting(ConformanceReply.OfIssue::issue)
                  .contains("rejected", "missing_key");
            });
  }

  @Test
  void floodsOfInventedPlayersAndKeysAreCountedTogether() {
    for (int i = 0; i < 1_000; i++) {
      pipeline.process(report("e=t,foo" + i), delivery("{\"player\":\"p" + i + "\"}"));
      pipeline.process(report("e=t,foo" + i), delivery("{\"player\":\"p\"}"));
    }

    List<ConformanceReply.OfPlayer> players = conformance.report().players();
    assertThat(players).hasSizeBetween(200, 202);
    assertThat(players).allSatisfy(player -> assertThat(player.issues()).hasSizeLessThan(110));
    assertThat(players.stream().mapToLong(ConformanceReply.OfPlayer::rejected).sum())
        .isEqualTo(2_000);
  }

  private List<String> issues() {
    return conformance.report().players().stream()
        .flatMap(player -> player.issues().stream())
        .map(
            issue ->
                issue.issue()
                    + ' '
                    + issue.key()
                    + (issue.found() == null ? "" : ' ' + issue.found()))
        .toList();
  }

  private PlaybackEvent published(String keys) {
    return published(report(BASE + ',' + keys));
  }

  private PlaybackEvent published(Slice report) {
    return (PlaybackEvent) ((Outcome.Accepted) outcome(report)).record();
  }

  private Outcome outcome(String keys) {
    return outcome(report(BASE + ',' + keys));
  }

  private Outcome outcome(Slice report) {
    return pipeline.process(
        report, delivery("{\"player\":\"hls.js\",\"player_version\":\"1.7.4\"}"));
  }

  private static Slice report(String line) {
    return Slice.whole(line.getBytes(StandardCharsets.UTF_8));
  }

  private static Delivery delivery(String shared) {
    byte[] bytes = shared.getBytes(StandardCharsets.UTF_8);
    return new Delivery(
        Endpoint.CMCD,
        NOW,
        new Caller("wk", false),
        TestSenders.knowing().of("203.0.113.7", "", false),
        new EventParser().parse(bytes, 0, bytes.length),
        null);
  }
}
