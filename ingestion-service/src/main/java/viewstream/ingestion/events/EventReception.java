package viewstream.ingestion.events;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import viewstream.ingestion.body.BodyFormat;
import viewstream.ingestion.body.Intake;
import viewstream.ingestion.cmcd.PlayerParameters;
import viewstream.ingestion.enrichment.Sender;
import viewstream.ingestion.enrichment.Senders;
import viewstream.ingestion.fast.Reading;
import viewstream.ingestion.keys.Caller;
import viewstream.ingestion.keys.Callers;
import viewstream.ingestion.metrics.IngestionMetrics;
import viewstream.ingestion.pipeline.Delivery;
import viewstream.ingestion.pipeline.Endpoint;
import viewstream.ingestion.quota.RateLimits;
import viewstream.ingestion.validation.EventObject;
import viewstream.ingestion.validation.EventTime;

/** The way of one request: who calls, what is in the body, what becomes of each event. */
@Component
class EventReception {
  private final Callers callers;
  private final Intake intake;
  private final RateLimits limits;
  private final EventReader reader;
  private final EventStore store;
  private final Senders senders;
  private final IngestionMetrics metrics;
  private final Clock clock;

  EventReception(
      Callers callers,
      Intake intake,
      RateLimits limits,
      EventReader reader,
      EventStore store,
      Senders senders,
      IngestionMetrics metrics,
      Clock clock) {
    this.callers = callers;
    this.intake = intake;
    this.limits = limits;
    this.reader = reader;
    this.store = store;
    this.senders = senders;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Receives a batch; when this returns, what became of its events is durable. */
  Receipt receive(
      HttpServletRequest request,
      HttpServletResponse reply,
      Endpoint endpoint,
      Set<BodyFormat> formats) {
    return receive(request, reply, endpoint, formats, false);
  }

  /** Does all that {@link #receive} does except to store it. */
  Receipt rehearse(
      HttpServletRequest request,
      HttpServletResponse reply,
      Endpoint endpoint,
      Set<BodyFormat> formats) {
    return receive(request, reply, endpoint, formats, true);
  }

  /** Receives the reports of a player whose write key stands in the path. */
  Receipt receiveCmcd(HttpServletRequest request, HttpServletResponse reply, String writeKey) {
    Instant received = clock.instant();
    Caller caller = callers.identify(writeKey, request);
    var formats = EnumSet.of(BodyFormat.CMCD, BodyFormat.JSON);
    return receive(request, reply, Endpoint.CMCD, formats, false, received, caller);
  }

  private Receipt receive(
      HttpServletRequest request,
      HttpServletResponse reply,
      Endpoint endpoint,
      Set<BodyFormat> formats,
      boolean rehearsal) {
    Instant received = clock.instant();
    Caller known =
        endpoint.isForServers() ? callers.requireServer(request) : callers.identify(request);
    return receive(request, reply, endpoint, formats, rehearsal, received, known);
  }

  private Receipt receive(
      HttpServletRequest request,
      HttpServletResponse reply,
      Endpoint endpoint,
      Set<BodyFormat> formats,
      boolean rehearsal,
      Instant received,
      @Nullable Caller known) {
    return intake.take(
        request,
        formats,
        (format, body, room) -> {
          Delivery delivery;
          Receipt receipt;
          try (Reading reading = reader.open(body)) {
            Batch batch = reader.cut(reading, body, format, endpoint);
            Caller caller = known != null ? known : callers.identify(batch.key(), request);
            limits.admit(caller, request.getRemoteAddr(), batch.events().size(), reply::setHeader);
            delivery =
                new Delivery(
                    endpoint,
                    received,
                    caller,
                    sender(request, caller),
                    shared(batch, endpoint, request),
                    batch.sentAt());
            metrics.skew(EventTime.skew(batch.sentAt(), received));
            receipt =
                rehearsal
                    ? reader.rehearse(batch, delivery)
                    : reader.process(reading, batch, delivery);
          }
          if (!rehearsal) {
            store.keep(receipt, delivery, room);
          }
          return receipt;
        });
  }

  /** Reports cannot say which player they come from; the URL that they are sent to can. */
  private static EventObject shared(Batch batch, Endpoint endpoint, HttpServletRequest request) {
    return endpoint == Endpoint.CMCD ? PlayerParameters.of(request) : batch.context();
  }

  private Sender sender(HttpServletRequest request, Caller caller) {
    String userAgent = request.getHeader(HttpHeaders.USER_AGENT);
    return senders.of(
        request.getRemoteAddr(), userAgent == null ? "" : userAgent, caller.trusted());
  }
}
