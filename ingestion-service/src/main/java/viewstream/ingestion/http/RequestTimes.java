package viewstream.ingestion.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Times the requests that do not pass Spring MVC, under Spring's name and with its labels. */
final class RequestTimes {
  private static final String NAME = "http.server.requests";
  private static final String NONE = "none";

  private final Map<Answer, Timer> timers = new ConcurrentHashMap<>();
  private final MeterRegistry meters;
  private final String path;

  RequestTimes(MeterRegistry meters, String path) {
    this.meters = meters;
    this.path = path;
  }

  /** Counts a request that was answered. */
  void record(String method, int status, long nanos) {
    timers
        .computeIfAbsent(new Answer(label(method), status), this::timer)
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  /** Anyone may send any method; a label has few values. */
  private static String label(String method) {
    return switch (method) {
      case "POST", "OPTIONS" -> method;
      default -> "OTHER";
    };
  }

  private Timer timer(Answer answer) {
    return Timer.builder(NAME)
        .tag("error", NONE)
        .tag("exception", NONE)
        .tag("method", answer.method)
        .tag("outcome", Outcome.forStatus(answer.status).name())
        .tag("status", Integer.toString(answer.status))
        .tag("uri", path)
        .register(meters);
  }

  private record Answer(String method, int status) {}
}
