package viewstream.ingestion.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static viewstream.ingestion.pipeline.Pipelines.NOW;
import static viewstream.ingestion.pipeline.Pipelines.PLAYER;
import static viewstream.ingestion.pipeline.Pipelines.SERVER;
import static viewstream.ingestion.pipeline.Pipelines.delivery;
import static viewstream.ingestion.pipeline.Pipelines.event;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viewstream.ingestion.validation.RejectReason;
import viewstream.schema.event.EngagementEvent;
import viewstream.schema.event.EngagementType;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.event.PlaybackType;
import viewstream.schema.event.PlayedInterval;
import viewstream.schema.event.PlayerState;
import viewstream.schema.event.TrafficClass;
import viewstream.schema.topic.Topic;

class EventPipelineTest {
  private static final String AT = "\"timestamp\":\"2026-03-01T12:00:00Z\"";

  private final EventPipeline pipeline = Pipelines.pipeline();

  @Test
  void readsEverythingThatAHeartbeatSays() {
    PlaybackEvent event =
        playback(
            """
            {"event_id":"0B0E7A3C-2D9A-4E57-9A66-111111111111","view_id":"w","video_id":"v","seq":7,
             "type":"heartbeat",%s,"state":"buffering","hidden":true,"watched_ms":9500.6,
             "played":[[0,1000],[5000,5000],[4000,9000.4]],"buffering_ms":12,"dropped_frames":3,
             "position_ms":9000,"duration_ms":60000,"bitrate_kbps":2500,"rate":1.5}
            """
                .formatted(AT));

    assertThat(event.getEventId())
        .isEqualTo(UUID.fromString("0b0e7a3c-2d9a-4e57-9a66-111111111111"));
    assertThat(event.getViewId()).isEqualTo("w");
    assertThat(event.getType()).isEqualTo(PlaybackType.heartbeat);
    assertThat(event.getSeq()).isEqualTo(7);
    assertThat(event.getState()).isEqualTo(PlayerState.buffering);
    assertThat(event.getHidden()).isTrue();
    assertThat(event.getWatchedMs()).isEqualTo(9501);
    assertThat(event.getPlayed())
        .isEqualTo(List.of(new PlayedInterval(0L, 1000L), new PlayedInterval(4000L, 9000L)));
    assertThat(event.getBufferingMs()).isEqualTo(12);
    assertThat(event.getDroppedFrames()).isEqualTo(3);
    assertThat(event.getPositionMs()).isEqualTo(9000);
    assertThat(event.getDurationMs()).isEqualTo(60_000);
    assertThat(event.getBitrateKbps()).isEqualTo(2500);
    assertThat(event.getRate()).isEqualTo(1.5);
    assertThat(event.getEventTime()).isEqualTo(NOW);
    assertThat(event.getOrigin().getReceivedTime()).isEqualTo(NOW);
    assertThat(event.getOrigin().getWriteKey()).isEqualTo("wk");
    assertThat(event.getOrigin().getTrafficClass()).isEqualTo(TrafficClass.human);
  }

  @Test
  void takesWatchTimeOfAViewInSecondsOrMilliseconds() {
    assertThat(playback(view("\"watch_time_seconds\":12.5")).getWatchedMs()).isEqualTo(12_500);
    assertThat(playback(view("\"watched_ms\":7,\"watch_time_seconds\":12.5")).getWatchedMs())
        .isEqualTo(7);
  }

  @Test
  void ignoresSequenceNumbersThatCannotServe() {
    for (String seq : List.of("-1", "65536", "1.5", "\"1\"", "true", "1e400")) {
      assertThat(playback(view("\"seq\":" + seq)).getSeq()).as(seq).isNull();
    }
    assertThat(playback(view("\"seq\":65535")).getSeq()).isEqualTo(65_535);
  }

  @Test
  void derivesTheSameEventIdFromTheSameBytesAndKey() {
    String json = view("\"watched_ms\":1");
    UUID id = playback(json).getEventId();

    assertThat(playback(json).getEventId()).isEqualTo(id);
    assertThat(id.version()).isEqualTo(8);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(playback(json + " ").getEventId()).isNotEqualTo(id);
    Delivery other = delivery(Endpoint.BATCH, SERVER, "203.0.113.7", "{}", null);
    assertThat(accepted(json, other).eventId()).isNotEqualTo(id);
  }

  @Test
  void derivesTheViewFromSessionOrUserButNeverFromTheAddress() {
    String play = "{\"type\":\"play\",\"video_id\":\"v\"," + AT + "%s}";
    String ofSession = playback(play.formatted(",\"session_id\":\"s\"")).getViewId();
    String ofUser = playback(play.formatted(",\"user_id\":\"s\"")).getViewId();

    assertThat(playback(play.formatted(",\"session_id\":\"s\",\"user_id\":\"u\"")).getViewId())
        .isEqualTo(ofSession);
    assertThat(ofUser).isNotEqualTo(ofSession);
    PlaybackEvent alone = playback(play.formatted(""));
    assertThat(alone.getViewId()).isEqualTo(alone.getEventId().toString());
    PlaybackEvent view = playback(view("\"session_id\":\"s\""));
    assertThat(view.getViewId()).isEqualTo(view.getEventId().toString());
  }

  @Test
  void correctsTheClockOfAClient() {
    Delivery delivery =
        delivery(Endpoint.BATCH, PLAYER, "203.0.113.7", "{}", NOW.minus(Duration.ofHours(9)));
    String json = "{\"type\":\"play\",\"video_id\":\"v\",\"timestamp\":\"2026-03-01T02:59:30Z\"}";

    var event = (PlaybackEvent) accepted(json, delivery).record();

    assertThat(event.getEventTime()).isEqualTo(NOW.minusSeconds(30));
    assertThat(event.getOrigin().getClientTime())
        .isEqualTo(NOW.minus(Duration.ofHours(9)).minusSeconds(30));
  }

  @Test
  void engagementGoesToItsOwnTopicByEventId() {
    Outcome.Accepted accepted =
        accepted("{\"type\":\"like\",\"video_id\":\"v\"," + AT + "}", delivery());

    var event = (EngagementEvent) accepted.record();
    assertThat(accepted.topic()).isEqualTo(Topic.ENGAGEMENT_EVENTS);
    assertThat(accepted.key()).isEqualTo(event.getEventId().toString());
    assertThat(event.getType()).isEqualTo(EngagementType.like);
    assertThat(event.getChannelId()).isNull();
  }

  @Test
  void subscriptionsNameAChannelAndOthersNever() {
    String subscribe = "{\"type\":\"subscribe\",\"channel_id\":\"c\"," + AT + "}";
    var event = (EngagementEvent) accepted(subscribe, delivery()).record();
    assertThat(event.getChannelId()).isEqualTo("c");
    assertThat(event.getVideoId()).isNull();

    String like = "{\"type\":\"like\",\"video_id\":\"v\",\"channel_id\":\"c\"," + AT + "}";
    assertThat(((EngagementEvent) accepted(like, delivery()).record()).getChannelId()).isNull();
  }

  @Test
  void sharesWhatStandsOnceForAllEventsAndTheEventWins() {
    Delivery delivery =
        delivery(
            Endpoint.BATCH,
            PLAYER,
            "10.0.0.7",
            "{\"session_id\":\"s\",\"platform\":\"web\",\"location\":{\"country\":\"de\"}}",
            null);

    var event = (PlaybackEvent) accepted(view("\"platform\":\"android\""), delivery).record();

    assertThat(event.getOrigin().getSessionId()).isEqualTo("s");
    assertThat(event.getContext().getPlatform()).isEqualTo("android");
    assertThat(event.getContext().getCountry()).isEqualTo("DE");
  }

  @Test
  void viewEndpointTakesAViewThatDoesNotSayItsType() {
    Delivery delivery = delivery(Endpoint.VIEW, PLAYER, "203.0.113.7", "{}", null);

    Outcome.Accepted accepted = accepted("{\"video_id\":\"v\"," + AT + "}", delivery);
    Outcome like =
        pipeline.process(event("{\"type\":\"like\",\"video_id\":\"v\"," + AT + "}"), delivery);

    assertThat(((PlaybackEvent) accepted.record()).getType()).isEqualTo(PlaybackType.view);
    assertThat(((Outcome.Rejected) like).reason()).isEqualTo(RejectReason.UNKNOWN_TYPE);
  }

  private static String view(String more) {
    return "{\"type\":\"view\",\"video_id\":\"v\"," + AT + "," + more + "}";
  }

  private PlaybackEvent playback(String json) {
    return (PlaybackEvent) accepted(json, delivery()).record();
  }

  private Outcome.Accepted accepted(String json, Delivery delivery) {
    Outcome outcome = pipeline.process(event(json), delivery);
    assertThat(outcome).as(json).isInstanceOf(Outcome.Accepted.class);
    return (Outcome.Accepted) outcome;
  }
}
