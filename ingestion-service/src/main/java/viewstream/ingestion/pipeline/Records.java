package viewstream.ingestion.pipeline;

import viewstream.ingestion.enrichment.Viewers;
import viewstream.ingestion.validation.EventObject;
import viewstream.ingestion.validation.PlaybackFields;
import viewstream.schema.event.EngagementEvent;
import viewstream.schema.event.EngagementType;
import viewstream.schema.event.Origin;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.event.PlaybackType;
import viewstream.schema.topic.Topic;

/** Makes a record of what the steps found out and the fields that the type adds. */
final class Records {
  private static final String VIDEO_ID = "video_id";
  private static final String VIEW_ID = "view_id";

  private final Viewers viewers;

  Records(Viewers viewers) {
    this.viewers = viewers;
  }

  Outcome.Accepted playback(PlaybackType type, Findings found) {
    EventObject event = found.event();
    var record = new PlaybackEvent();
    record.setEventId(found.identity().eventId());
    record.setVideoId(event.requiredId(VIDEO_ID));
    record.setViewId(viewId(type, record.getVideoId(), found));
    record.setType(type);
    record.setEventTime(found.time().corrected());
    record.setContext(found.context());
    record.setOrigin(origin(found));
    PlaybackFields.copy(event, record);
    Topic topic = found.delivery().endpoint().playbackTopic();
    return new Outcome.Accepted(record.getEventId(), topic, record.getViewId(), record);
  }

  Outcome.Accepted engagement(EngagementType type, Findings found) {
    EventObject event = found.event();
    boolean ofChannel = type == EngagementType.subscribe || type == EngagementType.unsubscribe;
    var record = new EngagementEvent();
    record.setEventId(found.identity().eventId());
    record.setType(type);
    record.setChannelId(ofChannel ? event.requiredId("channel_id") : null);
    record.setVideoId(ofChannel ? event.id(VIDEO_ID) : event.requiredId(VIDEO_ID));
    record.setViewId(event.id(VIEW_ID));
    record.setEventTime(found.time().corrected());
    record.setContext(found.context());
    record.setOrigin(origin(found));
    return new Outcome.Accepted(
        record.getEventId(), Topic.ENGAGEMENT_EVENTS, record.getEventId().toString(), record);
  }

  private String viewId(PlaybackType type, String videoId, Findings found) {
    String given = found.event().id(VIEW_ID);
    if (given != null) {
      return given;
    }
    if (type == PlaybackType.view) {
      return found.identity().eventId().toString();
    }
    String writeKey = found.delivery().caller().name();
    return viewers.viewOf(
        found.fields(), writeKey, videoId, found.identity().eventId(), found.time().client());
  }

  private static Origin origin(Findings found) {
    var origin = new Origin();
    origin.setWriteKey(found.delivery().caller().name());
    origin.setSource(found.delivery().endpoint().source());
    origin.setTrafficClass(found.traffic());
    origin.setViewerId(found.viewer().id());
    origin.setAnonymous(found.viewer().anonymous());
    origin.setSessionId(found.viewer().sessionId());
    origin.setClientTime(found.time().client());
    origin.setReceivedTime(found.delivery().received());
    origin.setBodyHash(found.identity().bodyHash());
    return origin;
  }
}
