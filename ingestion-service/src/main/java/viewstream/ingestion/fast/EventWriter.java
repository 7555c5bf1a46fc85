package viewstream.ingestion.fast;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import viewstream.ingestion.enrichment.ContextLabel;
import viewstream.ingestion.enrichment.Sender;
import viewstream.ingestion.enrichment.Viewers;
import viewstream.ingestion.publish.Message;
import viewstream.ingestion.validation.EventParser;
import viewstream.ingestion.validation.EventType;
import viewstream.schema.event.EngagementType;
import viewstream.schema.event.EventSource;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.event.PlaybackType;
import viewstream.schema.event.TrafficClass;
import viewstream.schema.topic.Topic;

/**
 * Writes events as Avro records, field by field in the order of the schemas. It takes the same
 * steps as the pipeline; where a step is not sure, {@link Unsure} ends the way. For one thread.
 */
final class EventWriter {
  /** Fields that have been added behind {@code origin}: each is a union that begins with null. */
  private static final int NEWER_FIELDS =
      PlaybackEvent.getClassSchema().getFields().size()
          - PlaybackEvent.getClassSchema().getField("origin").pos()
          - 1;

  private final AvroBuffer out = new AvroBuffer();
  private final Identity identity = new Identity();
  private final Clocks clocks = new Clocks();
  private final PlaybackWriter playback = new PlaybackWriter();
  private final Person person;
  private final ContextWriter context;

  EventWriter(Viewers viewers, EventParser parser) {
    this.person = new Person(viewers);
    this.context = new ContextWriter(parser);
  }

  /**
   * Writes an event.
   *
   * @throws Unsure if the pipeline has to look at it
   */
  Message write(EventType type, Fields event, Request request) {
    out.clear();
    return switch (type) {
      case EventType.Playback(PlaybackType playbackType) -> playback(playbackType, event, request);
      case EventType.Engagement(EngagementType engagementType) ->
          engagement(engagementType, event, request);
    };
  }

  private Message playback(PlaybackType type, Fields event, Request request) {
    identify(event, request);
    Sure.that(event.has(Field.VIDEO_ID));
    event.requireId(Field.VIDEO_ID);
    String user = person.user(event, request.shared());
    byte[] view = view(type, event, request, user);
    int seq = event.seq();

    out.raw(request.playbackHeader());
    out.text(identity.text(), 0, Uuids.LENGTH);
    out.text(view, 0, view.length);
    out.text(event, Field.VIDEO_ID);
    if (seq < 0) {
      out.none();
    } else {
      out.some();
      out.number(seq);
    }
    out.symbol(type);
    out.number(clocks.corrected());
    playback.write(type, event, out);
    context(event, request, user);
    for (int i = 0; i < NEWER_FIELDS; i++) {
      out.none();
    }
    return new Message(Topic.VIDEO_VIEW_EVENTS, view, out.copy());
  }

  private Message engagement(EngagementType type, Fields event, Request request) {
    identify(event, request);
    String user = person.user(event, request.shared());
    boolean ofChannel = type == EngagementType.subscribe || type == EngagementType.unsubscribe;

    out.raw(request.engagementHeader());
    out.text(identity.text(), 0, Uuids.LENGTH);
    out.symbol(type);
    Sure.that(event.has(ofChannel ? Field.CHANNEL_ID : Field.VIDEO_ID));
    id(true, event, Field.VIDEO_ID);
    id(ofChannel, event, Field.CHANNEL_ID);
    id(true, event, Field.VIEW_ID);
    out.number(clocks.corrected());
    context(event, request, user);
    return new Message(
        Topic.ENGAGEMENT_EVENTS, Arrays.copyOf(identity.text(), Uuids.LENGTH), out.copy());
  }

  private void identify(Fields event, Request request) {
    clocks.read(event, request);
    identity.find(event, request.writeKey());
  }

  private byte[] view(PlaybackType type, Fields event, Request request, @Nullable String user) {
    if (event.has(Field.VIEW_ID)) {
      event.requireId(Field.VIEW_ID);
      return event.copy(Field.VIEW_ID);
    }
    String view =
        type == PlaybackType.view ? null : person.view(event, request, user, clocks.epochDay());
    return view == null
        ? Arrays.copyOf(identity.text(), Uuids.LENGTH)
        : view.getBytes(StandardCharsets.ISO_8859_1);
  }

  private void id(boolean applies, Fields event, Field field) {
    if (applies && event.has(field)) {
      event.requireId(field);
      out.some();
      out.text(event, field);
    } else {
      out.none();
    }
  }

  /** The last two fields of both kinds: {@code context} and {@code origin}. */
  private void context(Fields event, Request request, @Nullable String user) {
    Shared shared = request.shared();
    Sender sender = Person.spokenFor(event, request);
    boolean namesApp = context.label(ContextLabel.APP_VERSION, event, shared).known();
    TrafficClass traffic = sender.trafficClass(namesApp, user);
    context.write(event, shared, sender, out);

    out.text(request.writeKey(), 0, request.writeKey().length);
    out.symbol(EventSource.player);
    out.symbol(traffic);
    long day = clocks.epochDay();
    out.number(user == null ? sender.strangerOn(day) : person.viewer(user, day));
    out.flag(user == null);
    if (event.has(Field.SESSION_ID)) {
      id(true, event, Field.SESSION_ID);
    } else {
      out.raw(shared.session());
    }
    out.number(clocks.client());
    out.number(request.receivedMillis());
    out.number(identity.bodyHash());
  }
}
