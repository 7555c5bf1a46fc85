package viewstream.ingestion.pipeline;

import static viewstream.ingestion.metrics.Step.CONTEXT;
import static viewstream.ingestion.metrics.Step.FIELDS;
import static viewstream.ingestion.metrics.Step.IDENTIFY;
import static viewstream.ingestion.metrics.Step.PARSE;
import static viewstream.ingestion.metrics.Step.TIME;
import static viewstream.ingestion.metrics.Step.VIEWER;

import java.util.UUID;
import org.springframework.stereotype.Component;
import viewstream.ingestion.body.Slice;
import viewstream.ingestion.enrichment.Contexts;
import viewstream.ingestion.enrichment.Label;
import viewstream.ingestion.enrichment.Sender;
import viewstream.ingestion.enrichment.Viewer;
import viewstream.ingestion.enrichment.Viewers;
import viewstream.ingestion.metrics.IngestionMetrics;
import viewstream.ingestion.metrics.StepWatch;
import viewstream.ingestion.rejection.Payloads;
import viewstream.ingestion.validation.EventObject;
import viewstream.ingestion.validation.EventParser;
import viewstream.ingestion.validation.EventTime;
import viewstream.ingestion.validation.EventType;
import viewstream.ingestion.validation.InvalidEventException;
import viewstream.schema.event.Context;
import viewstream.schema.event.TrafficClass;

/** The way of one event from its bytes to a record. What one event does never touches another. */
@Component
public final class EventPipeline {
  private final EventParser parser;
  private final Viewers viewers;
  private final Records records;
  private final Payloads payloads;
  private final IngestionMetrics metrics;

  public EventPipeline(
      EventParser parser, Viewers viewers, Payloads payloads, IngestionMetrics metrics) {
    this.parser = parser;
    this.viewers = viewers;
    this.records = new Records(viewers);
    this.payloads = payloads;
    this.metrics = metrics;
  }

  /** The same way for events whose viewers, and the views made of them, are named by others. */
  public EventPipeline namedBy(Viewers others) {
    return new EventPipeline(parser, others, payloads, metrics);
  }

  /** Takes an event through all steps, or until one rejects it. */
  public Outcome process(Slice raw, Delivery delivery) {
    StepWatch watch = metrics.watch();
    UUID eventId = null;
    try {
      EventObject event = parser.parse(raw.body(), raw.offset(), raw.length());
      EventObject fields = event.over(delivery.shared());
      watch.done(PARSE);

      EventIdentity identity = EventIdentity.of(event, raw, delivery.caller().name());
      eventId = identity.eventId();
      EventType type = delivery.endpoint().typeOf(event);
      watch.done(IDENTIFY);

      EventTime time = delivery.endpoint().timeOf(event, delivery);
      watch.done(TIME);

      Sender sender = delivery.sender().spokenFor(fields);
      Viewer viewer = viewers.identify(fields, sender, time.client());
      watch.done(VIEWER);

      Context context = Contexts.read(fields, sender);
      TrafficClass traffic = trafficClass(sender, fields, context);
      watch.done(CONTEXT);

      var findings =
          new Findings(event, fields, delivery, identity, time, viewer, context, traffic);
      Outcome accepted =
          switch (type) {
            case EventType.Playback playback -> records.playback(playback.type(), findings);
            case EventType.Engagement engagement -> records.engagement(engagement.type(), findings);
          };
      watch.done(FIELDS);
      return accepted;
    } catch (InvalidEventException invalid) {
      return new Outcome.Rejected(
          raw.index(),
          eventId,
          invalid.reason(),
          invalid.field(),
          invalid.detail(),
          payloads.keep(raw.bytes()));
    }
  }

  private static TrafficClass trafficClass(Sender sender, EventObject fields, Context context) {
    boolean namesApp = !context.getAppVersion().equals(Label.UNKNOWN.text());
    return sender.trafficClass(namesApp, fields.text("user_id"));
  }
}
