package viewstream.ingestion.events;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import viewstream.ingestion.body.BodyFormat;
import viewstream.ingestion.body.Lines;
import viewstream.ingestion.body.Slice;
import viewstream.ingestion.cmcd.CmcdPipeline;
import viewstream.ingestion.cmcd.ReportBody;
import viewstream.ingestion.enrichment.Viewers;
import viewstream.ingestion.fast.Envelope;
import viewstream.ingestion.fast.FastPath;
import viewstream.ingestion.fast.Reading;
import viewstream.ingestion.metrics.IngestionMetrics;
import viewstream.ingestion.metrics.Step;
import viewstream.ingestion.metrics.StepWatch;
import viewstream.ingestion.pipeline.Delivery;
import viewstream.ingestion.pipeline.Endpoint;
import viewstream.ingestion.pipeline.EventPipeline;
import viewstream.ingestion.pipeline.Outcome;
import viewstream.ingestion.pipeline.RevenuePipeline;
import viewstream.ingestion.privacy.Pseudonyms;
import viewstream.ingestion.publish.Message;
import viewstream.ingestion.validation.EventParser;

/** From a body to what becomes of its events: the fast path where it is sure, else the pipeline. */
@Component
final class EventReader {
  private final FastPath fastPath;
  private final EventPipeline pipeline;

  /** Whoever reads the topics could otherwise ask here who is who, one user id after the other. */
  private final EventPipeline rehearsals;

  private final RevenuePipeline revenue;
  private final CmcdPipeline cmcd;
  private final BatchReader batches;
  private final IngestionMetrics metrics;

  EventReader(
      FastPath fastPath,
      EventPipeline pipeline,
      RevenuePipeline revenue,
      CmcdPipeline cmcd,
      EventParser parser,
      IngestionMetrics metrics) {
    this.fastPath = fastPath;
    this.pipeline = pipeline;
    this.rehearsals = pipeline.namedBy(new Viewers(Pseudonyms.throwaway()));
    this.revenue = revenue;
    this.cmcd = cmcd;
    this.batches = new BatchReader(parser);
    this.metrics = metrics;
  }

  /** Begins to read a body; to be closed before anything is waited for. */
  Reading open(byte[] body) {
    return fastPath.read(body);
  }

  /**
   * Finds the events in a body.
   *
   * @throws viewstream.ingestion.http.RefusedException if it is no batch, or has too many events
   */
  Batch cut(Reading reading, byte[] body, BodyFormat format, Endpoint endpoint) {
    StepWatch watch = metrics.watch();
    Batch batch = found(reading, body, format, endpoint);
    watch.done(Step.CUT);
    return batch;
  }

  private Batch found(Reading reading, byte[] body, BodyFormat format, Endpoint endpoint) {
    return switch (endpoint) {
      case VIEW, ENGAGEMENT, REVENUE -> known(reading, Batch.of(List.of(Slice.whole(body))));
      case IMPORT -> known(reading, Batch.of(Lines.cut(body)));
      case CMCD -> known(reading, Batch.of(ReportBody.cut(body, format)));
      case BEACON, BATCH ->
          format == BodyFormat.LINES
              ? known(reading, Batch.of(Lines.cut(body)))
              : batch(reading, body);
    };
  }

  /** What becomes of each event. */
  Receipt process(Reading reading, Batch batch, Delivery delivery) {
    StepWatch watch = metrics.watch();
    reading.share(delivery);
    int events = batch.events().size();
    int fast = 0;
    var outcomes = new ArrayList<Outcome>(events);
    for (int i = 0; i < events; i++) {
      Message written = reading.write(i);
      if (written != null) {
        outcomes.add(new Outcome.Written(written));
        fast++;
      } else {
        outcomes.add(process(batch.events().get(i), delivery));
      }
    }
    metrics.read(fast, events - fast);
    watch.done(Step.READ);
    return Receipt.of(outcomes);
  }

  /**
   * What would become of each event of a batch, as records that can be shown: pseudonyms in them
   * are none that are ever stored.
   */
  Receipt rehearse(Batch batch, Delivery delivery) {
    return Receipt.of(
        batch.events().stream().map(event -> rehearsals.process(event, delivery)).toList());
  }

  private Outcome process(Slice event, Delivery delivery) {
    return switch (delivery.endpoint()) {
      case REVENUE -> revenue.process(event, delivery);
      case CMCD -> cmcd.process(event, delivery);
      case BEACON, BATCH, VIEW, ENGAGEMENT, IMPORT -> pipeline.process(event, delivery);
    };
  }

  private Batch batch(Reading reading, byte[] body) {
    Envelope envelope = reading.cut();
    return envelope == null
        ? known(reading, batches.read(body))
        : new Batch(envelope.key(), envelope.sentAt(), envelope.context(), reading.events());
  }

  private static Batch known(Reading reading, Batch batch) {
    reading.take(batch.events());
    return batch;
  }
}
