package viewstream.ingestion.cmcd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import viewstream.schema.event.EventSource;
import viewstream.schema.event.PlaybackEvent;

/** Which event, view and session a report is of. */
class CmcdIdentityTest {
  private final Reports reports = new Reports();

  @Test
  void isWhatTheReportSays() {
    PlaybackEvent event = reports.published("e=t,sta=p,pt=1500,pr=1.5");

    assertThat(event.getVideoId()).isEqualTo("v1");
    assertThat(event.getSeq()).isNull();
    assertThat(event.getEventTime()).isEqualTo(Reports.NOW.minusSeconds(1));
    assertThat(event.getPositionMs()).isEqualTo(1500);
    assertThat(event.getRate()).isEqualTo(1.5);
    assertThat(event.getOrigin().getSource()).isEqualTo(EventSource.cmcd);
    assertThat(event.getOrigin().getSessionId()).isEqualTo("6e2f");
    assertThat(event.getOrigin().getClientTime()).isEqualTo(Reports.NOW.minusSeconds(1));
    assertThat(event.getContext().getPlayer()).isEqualTo("hls.js");
    assertThat(event.getContext().getPlayerVersion()).isEqualTo("1.7.4");
  }

  @Test
  void theSameBytesAreTheSameEventAndOthersAreNot() {
    PlaybackEvent event = reports.published("e=t,sta=p");

    assertThat(reports.published("e=t,sta=p")).isEqualTo(event);
    assertThat(reports.published("e=t,sta=a").getEventId()).isNotEqualTo(event.getEventId());
    assertThat(reports.published("e=t,sta=a").getOrigin().getBodyHash())
        .isNotEqualTo(event.getOrigin().getBodyHash());
  }

  @Test
  void sessionAndVideoAreOneTrackingKey() {
    String view = reports.published("e=t").getViewId();

    assertThat(reports.published("e=ps,sta=s,sn=0").getViewId()).isEqualTo(view);
    assertThat(reports.published("e=t,sid=\"other\"").getViewId()).isNotEqualTo(view);
    assertThat(reports.published("e=t,cid=\"v2\"").getViewId()).isNotEqualTo(view);
  }

  @Test
  void withoutASessionAReportStandsAlone() {
    PlaybackEvent event = reports.publishedWhole("e=t,cid=\"v1\",ts=" + Reports.NOW.toEpochMilli());

    assertThat(event.getViewId()).isEqualTo(event.getEventId().toString());
    assertThat(event.getOrigin().getSessionId()).isNull();
  }

  @Test
  void anEmptySessionIsNone() {
    PlaybackEvent event = reports.published("e=t,sid=\"\"");

    assertThat(event.getViewId()).isEqualTo(event.getEventId().toString());
    assertThat(event.getOrigin().getSessionId()).isNull();
    assertThat(reports.issues()).contains("missing_key sid");
  }

  @Test
  void aSessionOfAnotherFormIsKeptAsSaidAndIsNoSessionId() {
    PlaybackEvent event = reports.published("e=t,sid=\"{6E 2F}\"");

    assertThat(event.getCmcd().getSid()).isEqualTo("{6E 2F}");
    assertThat(event.getOrigin().getSessionId()).isNull();
  }
}
