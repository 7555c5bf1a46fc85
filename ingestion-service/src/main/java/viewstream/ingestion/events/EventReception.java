package viewstream.ingestion.events;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import viewstream.ingestion.body.BodyFormat;
import viewstream.ingestion.body.Intake;
import viewstream.ingestion.body.Lines;
import viewstream.ingestion.body.Slice;
import viewstream.ingestion.enrichment.Sender;
import viewstream.ingestion.enrichment.Senders;
import viewstream.ingestion.keys.Caller;
import viewstream.ingestion.keys.Callers;
import viewstream.ingestion.pipeline.Delivery;
import viewstream.ingestion.pipeline.Endpoint;
import viewstream.ingestion.pipeline.EventPipeline;
import viewstream.ingestion.pipeline.Outcome;
import viewstream.ingestion.pipeline.RevenuePipeline;
import viewstream.ingestion.validation.EventParser;

/** The way of one request: who calls, what is in the body, what becomes of each event. */
@Component
class EventReception {
  private final Callers callers;
  private final Intake intake;
  private final BatchReader batches;
  private final EventPipeline pipeline;
  private final RevenuePipeline revenue;
  private final EventStore store;
  private final Senders senders;
  private final Clock clock;

  EventReception(
      Callers callers,
      Intake intake,
      EventParser parser,
      EventPipeline pipeline,
      RevenuePipeline revenue,
      EventStore store,
      Senders senders,
      Clock clock) {
    this.callers = callers;
    this.intake = intake;
    this.batches = new BatchReader(parser);
    this.pipeline = pipeline;
    this.revenue = revenue;
    this.store = store;
    this.senders = senders;
    this.clock = clock;
  }

  /** Receives a batch; when this returns, what became of its events is durable. */
  Receipt receive(HttpServletRequest request, Endpoint endpoint, Set<BodyFormat> formats) {
    return receive(request, endpoint, formats, false);
  }

  /** Does all that {@link #receive} does except to store it. */
  Receipt rehearse(HttpServletRequest request, Endpoint endpoint, Set<BodyFormat> formats) {
    return receive(request, endpoint, formats, true);
  }

  private Receipt receive(
      HttpServletRequest request, Endpoint endpoint, Set<BodyFormat> formats, boolean rehearsal) {
    Instant received = clock.instant();
    Caller known =
        endpoint.isForServers() ? callers.requireServer(request) : callers.identify(request);
    return intake.take(
        request,
        formats,
        (format, body) -> {
          Batch batch = cut(body, format, endpoint);
          Caller caller = known != null ? known : callers.identify(batch.key(), request);
          var delivery =
              new Delivery(
                  endpoint,
                  received,
                  caller,
                  sender(request, caller),
                  batch.context(),
                  batch.sentAt());
          Receipt receipt = Receipt.of(process(batch.events(), delivery));
          if (!rehearsal) {
            store.keep(receipt, delivery);
          }
          return receipt;
        });
  }

  private List<Outcome> process(List<Slice> events, Delivery delivery) {
    return switch (delivery.endpoint()) {
      case REVENUE -> events.stream().map(event -> revenue.process(event, delivery)).toList();
      case BEACON, BATCH, VIEW, ENGAGEMENT, IMPORT ->
          events.stream().map(event -> pipeline.process(event, delivery)).toList();
    };
  }

  private Batch cut(byte[] body, BodyFormat format, Endpoint endpoint) {
    return switch (endpoint) {
      case VIEW, ENGAGEMENT, REVENUE -> Batch.of(List.of(Slice.whole(body)));
      case IMPORT -> Batch.of(Lines.cut(body));
      case BEACON, BATCH ->
          switch (format) {
            case JSON -> batches.read(body);
            case LINES -> Batch.of(Lines.cut(body));
          };
    };
  }

  private Sender sender(HttpServletRequest request, Caller caller) {
    String userAgent = request.getHeader(HttpHeaders.USER_AGENT);
    return senders.of(
        request.getRemoteAddr(), userAgent == null ? "" : userAgent, caller.trusted());
  }
}
