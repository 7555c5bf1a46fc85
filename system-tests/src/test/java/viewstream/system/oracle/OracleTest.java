package viewstream.system.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import viewstream.system.traffic.Event;
import viewstream.system.traffic.Origin;
import viewstream.system.traffic.UserAgent;

class OracleTest {
  private static final Origin CHROME = origin(UserAgent.VIEWERS.getFirst(), Duration.ZERO);
  private static final Origin ROBOT = origin(UserAgent.ROBOTS.getFirst(), Duration.ZERO);
  private static final Origin APP = origin(UserAgent.LIBRARY, Duration.ZERO);

  private final List<Event> log = new ArrayList<>();

  @Test
  void followsOneView() {
    log("'type':'play','timestamp':'2026-03-04T12:00:50Z','view_id':'a'");
    log("'type':'first_frame','timestamp':'2026-03-04T12:00:59Z','view_id':'a'");
    log("'type':'heartbeat','timestamp':'2026-03-04T12:01:29Z','view_id':'a','watched_ms':30000");
    log("'type':'complete','timestamp':'2026-03-04T12:01:30Z','view_id':'a'");

    VideoFigures figures = figures();
    Instant next = Instant.parse("2026-03-04T12:01:00Z");
    VideoFigures first = figures.between(Instant.EPOCH, next);
    assertThat(first.total("play_attempts")).isEqualTo(1);
    assertThat(first.total("views")).isEqualTo(1);
    assertThat(first.total("engaged_views")).isEqualTo(1);
    assertThat(first.total("completions")).isEqualTo(1);
    assertThat(first.total("watch_time_ms")).isZero();
    assertThat(figures.between(next, Instant.MAX).total("watch_time_ms")).isEqualTo(30_000);
    assertThat(figures.viewers()).isEqualTo(1);
    assertThat(figures.views(Dimension.BROWSER)).containsExactly(entry("Chrome", 1L));
    assertThat(figures.views(Dimension.TRAFFIC_SOURCE)).containsExactly(entry("unknown", 1L));
  }

  @Test
  void countsAnEventOnce() {
    String withId = "'type':'like','timestamp':1772625600,'event_id':'i','user_id':'u'";
    log(withId);
    log(withId + ",'age_group':'65+'");
    log("'type':'like','timestamp':1772625600,'user_id':'u'");
    log("'type':'like','timestamp':1772625600,'user_id':'u'");
    log("'type':'like','timestamp':1772625601,'user_id':'u'");
    log("'type':'unlike','timestamp':1772625602,'user_id':'u'");

    assertThat(figures().total("likes")).isEqualTo(2);
  }

  @Test
  void dropsASequenceNumberSeenBefore() {
    log("'type':'heartbeat','timestamp':1772625600,'view_id':'a','seq':1,'watched_ms':5");
    log("'type':'heartbeat','timestamp':1772625601,'view_id':'a','seq':1,'watched_ms':5");
    log("'type':'heartbeat','timestamp':1772625602,'view_id':'a','seq':70000,'watched_ms':5");
    log("'type':'heartbeat','timestamp':1772625603,'view_id':'a','seq':70000,'watched_ms':5");

    assertThat(figures().total("watch_time_ms")).isEqualTo(15);
  }

  @Test
  void tiesEventsWithoutViewIdByVisitor() {
    log("'type':'first_frame','timestamp':1772625600,'session_id':'s','user_id':'u'");
    log("'type':'first_frame','timestamp':1772625601,'session_id':'s','user_id':'v'");
    log("'type':'first_frame','timestamp':1772625602,'user_id':'u'");
    log("'type':'first_frame','timestamp':1772625603,'user_id':'u'");
    log("'type':'first_frame','timestamp':1772625604");
    log("'type':'first_frame','timestamp':1772625605");
    log("'type':'view','timestamp':1772625606,'session_id':'s'");
    log("'type':'view','timestamp':1772625607,'session_id':'s'");

    assertThat(figures().total("views")).isEqualTo(6);
    assertThat(figures().viewers()).isEqualTo(2);
  }

  @Test
  void shortVideoIsEngagedAfterHalf() {
    log("'type':'view','timestamp':1772625606,'watched_ms':5001,'duration_ms':10000");
    log("'type':'view','timestamp':1772625607,'watched_ms':5000,'duration_ms':10000");
    log("'type':'view','timestamp':1772625608,'watched_ms':29999");
    log("'type':'view','timestamp':1772625609,'watch_time_seconds':30");

    assertThat(figures().total("engaged_views")).isEqualTo(2);
  }

  @Test
  void tellsFailuresBeforeTheFirstFrameFromThoseAfter() {
    log("'type':'play','timestamp':1772625600,'view_id':'a'");
    log("'type':'error','timestamp':1772625601,'view_id':'a','fatal':true");
    log("'type':'error','timestamp':1772625602,'view_id':'b','fatal':true");
    log("'type':'first_frame','timestamp':1772625601,'view_id':'b','startup_ms':700");
    log("'type':'error','timestamp':1772625602,'view_id':'c','fatal':false");
    log("'type':'first_frame','timestamp':1772625601,'view_id':'c','startup_ms':900");

    assertThat(figures().total("start_failures")).isEqualTo(1);
    assertThat(figures().total("playback_failures")).isEqualTo(1);
    assertThat(figures().startupMs(0.5)).isEqualTo(700);
    assertThat(figures().startupMs(0.95)).isEqualTo(900);
  }

  @Test
  void countsNoRobots() {
    String view = "'type':'view','timestamp':1772625606";
    log(view + ",'user_id':'a'", ROBOT);
    log(view + ",'user_id':'b'", APP);
    log(view + ",'user_id':'c','app_version':'1'", APP);

    assertThat(figures().total("views")).isEqualTo(1);
  }

  @Test
  void placesAnEventByTheRightTime() {
    log(
        "'type':'view','timestamp':'2026-03-04T15:00:00Z'",
        origin(UserAgent.VIEWERS.get(1), Duration.ofHours(3)));

    assertThat(figures().minutes()).containsExactly(Instant.parse("2026-03-04T12:00:00Z"));
  }

  @Test
  void someoneWithoutAccountIsAnotherOneTomorrow() {
    log("'type':'view','timestamp':'2026-03-04T23:59:59Z'");
    log("'type':'view','timestamp':'2026-03-04T23:59:58Z'");
    log("'type':'view','timestamp':'2026-03-05T00:00:00Z'");

    assertThat(figures().viewers()).isEqualTo(2);
  }

  private VideoFigures figures() {
    return Oracle.expect(log).getOrDefault("v", VideoFigures.NONE);
  }

  private void log(String fields) {
    log(fields, CHROME);
  }

  private void log(String fields, Origin origin) {
    log.add(new Event(("{'video_id':'v'," + fields + "}").replace('\'', '"'), origin, null));
  }

  private static Origin origin(UserAgent agent, Duration clockSkew) {
    return new Origin(agent.text(), false, Map.of(), clockSkew);
  }
}
