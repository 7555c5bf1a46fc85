package viewstream.ingestion.cmcd;

import static viewstream.ingestion.metrics.Step.FIELDS;
import static viewstream.ingestion.metrics.Step.IDENTIFY;
import static viewstream.ingestion.metrics.Step.PARSE;
import static viewstream.ingestion.metrics.Step.TIME;
import static viewstream.ingestion.metrics.Step.VIEWER;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import viewstream.ingestion.body.Slice;
import viewstream.ingestion.enrichment.Contexts;
import viewstream.ingestion.enrichment.Label;
import viewstream.ingestion.enrichment.Viewer;
import viewstream.ingestion.enrichment.Viewers;
import viewstream.ingestion.metrics.IngestionMetrics;
import viewstream.ingestion.metrics.StepWatch;
import viewstream.ingestion.pipeline.Delivery;
import viewstream.ingestion.pipeline.EventIdentity;
import viewstream.ingestion.pipeline.Outcome;
import viewstream.ingestion.rejection.Payloads;
import viewstream.ingestion.validation.EventParser;
import viewstream.ingestion.validation.EventTime;
import viewstream.ingestion.validation.InvalidEventException;
import viewstream.schema.event.Cmcd;
import viewstream.schema.event.Context;
import viewstream.schema.event.Origin;
import viewstream.schema.event.PlaybackEvent;
import viewstream.schema.event.PlaybackType;
import viewstream.schema.topic.Topic;

/**
 * The way of one report from its bytes to a playback event that says what the player said. What it
 * means for a view is for the view's tracker to find out.
 */
@Component
public final class CmcdPipeline {
  private final ReportReader reader;
  private final Viewers viewers;
  private final Payloads payloads;
  private final Conformance conformance;
  private final IngestionMetrics metrics;

  public CmcdPipeline(
      EventParser json,
      Viewers viewers,
      Payloads payloads,
      Conformance conformance,
      IngestionMetrics metrics) {
    this.reader = new ReportReader(json);
    this.viewers = viewers;
    this.payloads = payloads;
    this.conformance = conformance;
    this.metrics = metrics;
  }

  /** Takes a report through all steps, or until one rejects it or has no use for it. */
  public Outcome process(Slice raw, Delivery delivery) {
    var findings = new Findings();
    Context context = Contexts.read(delivery.shared(), delivery.sender());
    Outcome outcome;
    try {
      outcome = read(raw, delivery, context, findings);
    } catch (InvalidEventException invalid) {
      findings.rejected(invalid);
      outcome = rejected(raw, invalid);
    }
    conformance.count(Player.of(context), outcome, findings);
    return outcome;
  }

  private Outcome read(Slice raw, Delivery delivery, Context context, Findings findings) {
    StepWatch watch = metrics.watch();
    Report report = reader.read(raw, findings);
    watch.done(PARSE);

    EventIdentity identity = EventIdentity.of(raw, delivery.caller().name());
    String event = Required.event(report);
    Expectations.check(event, report);
    Cmcd said = CmcdFields.read(report, event);
    PlaybackType type = Event.typeOf(event, report.word("sta"));
    watch.done(IDENTIFY);
    if (type == null) {
      return new Outcome.Unpublished(raw.index());
    }

    EventTime time =
        EventTime.uncorrected(Required.TIME, Required.time(report), delivery.received());
    watch.done(TIME);

    String videoId = Required.videoId(report);
    Viewer viewer = viewers.inSession(said.getSid(), delivery.sender(), time.client());
    watch.done(VIEWER);

    PlaybackEvent record = SaidFields.record(said, type);
    record.setEventId(identity.eventId());
    record.setVideoId(videoId);
    record.setViewId(viewId(said.getSid(), videoId, identity, time, delivery));
    record.setEventTime(time.corrected());
    record.setContext(context);
    record.setOrigin(origin(identity, time, viewer, context, delivery));
    watch.done(FIELDS);
    return new Outcome.Accepted(
        record.getEventId(), Topic.VIDEO_VIEW_EVENTS, record.getViewId(), record);
  }

  /** Without a session the report stands alone: nothing else tells one player from another. */
  private String viewId(
      @Nullable String session,
      String videoId,
      EventIdentity identity,
      EventTime time,
      Delivery delivery) {
    return session == null || session.isBlank()
        ? identity.eventId().toString()
        : viewers.trackingKey(delivery.caller().name(), session, videoId, time.client());
  }

  private static Origin origin(
      EventIdentity identity, EventTime time, Viewer viewer, Context context, Delivery delivery) {
    boolean namesApp = !context.getAppVersion().equals(Label.UNKNOWN.text());
    var origin = new Origin();
    origin.setWriteKey(delivery.caller().name());
    origin.setSource(delivery.endpoint().source());
    origin.setTrafficClass(delivery.sender().trafficClass(namesApp, null));
    origin.setViewerId(viewer.id());
    origin.setAnonymous(viewer.anonymous());
    origin.setSessionId(viewer.sessionId());
    origin.setClientTime(time.client());
    origin.setReceivedTime(delivery.received());
    origin.setBodyHash(identity.bodyHash());
    return origin;
  }

  private Outcome rejected(Slice raw, InvalidEventException invalid) {
    return new Outcome.Rejected(
        raw.index(),
        null,
        invalid.reason(),
        invalid.field(),
        invalid.detail(),
        payloads.keep(raw.bytes()));
  }
}
