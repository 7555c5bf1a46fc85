package viewstream.ingestion.cmcd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import viewstream.ingestion.pipeline.Outcome;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.event.PlaybackType;
import viewstream.schema.event.PlayerState;

/** Of which type the event of a report is, and in which state the player. */
class CmcdTypesTest {
  private final Reports reports = new Reports();

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
    PlaybackEvent event = reports.published(report);

    assertThat(event.getType()).isEqualTo(type);
    boolean named = type == PlaybackType.player_event;
    assertThat(event.getName()).isEqualTo(named ? event.getCmcd().getE() : null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"e=rr,url=\"x\",rc=200", "e=rr,sta=f", "e=zz", "e=zz,sta=zz"})
  void ofWhatIsOfNoUseNothingIsPublished(String report) {
    assertThat(reports.outcome(report)).isInstanceOf(Outcome.Unpublished.class);
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
    PlaybackEvent event = reports.published("e=ps,sta=" + word);

    assertThat(event.getState()).isEqualTo(state);
    assertThat(event.getCmcd().getSta()).isEqualTo(word);
  }

  @Test
  void errorsSayWhetherTheyAreFatal() {
    PlaybackEvent error = reports.published("e=e,sta=p,ec=(\"E1\" \"E2\")");
    PlaybackEvent fatal = reports.published("e=ps,sta=f,ec=\"E3\"");

    assertThat(error.getFatal()).isFalse();
    assertThat(error.getCode()).isEqualTo("E1");
    assertThat(error.getCmcd().getEc()).containsExactly("E1", "E2");
    assertThat(fatal.getFatal()).isTrue();
    assertThat(fatal.getCode()).isEqualTo("E3");
  }

  @ParameterizedTest
  @CsvSource({"(128;a 900;v),900", "(900),900", "900,900", "(128;a),", "(100 200),"})
  void aBitrateChangeSaysThatOfThePicture(String said, Long kbps) {
    assertThat(reports.published("e=bc,br=" + said).getBitrateKbps()).isEqualTo(kbps);
    assertThat(reports.published("e=t,br=" + said).getBitrateKbps()).isNull();
  }
}
