package viewstream.ingestion.body;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;
import viewstream.ingestion.metrics.IngestionMetrics;

/**
 * Takes bodies in: of the right format, within the limits, and no more at once than there is room.
 */
@Component
public final class Intake {
  private final AdmissionControl admissions;
  private final Duration bodyWithin;

  Intake(AdmissionProperties properties, IngestionMetrics metrics) {
    this.admissions = new AdmissionControl(properties.maxBytesInFlight());
    this.bodyWithin = properties.bodyWithin();
    metrics.bytesInFlight(admissions::bytesInFlight);
  }

  /**
   * Reads a request's body and works on it. The body's room is given back when the work is done.
   *
   * @param accepted formats
   * @param work from format and body to the reply
   * @throws viewstream.ingestion.http.RefusedException if the body is of another format, too large
   *     or unreadable, or there is no room
   */
  public <T> T take(HttpServletRequest request, Set<BodyFormat> accepted, Work<T> work) {
    BodyFormat format = BodyFormat.of(request, accepted);
    try (Admission admission = admissions.admit()) {
      byte[] body = BodyReader.read(request, new BodyBytes(admission, bodyWithin));
      return work.apply(format, body, admission::grow);
    }
  }

  /** From a body to the reply. */
  @FunctionalInterface
  public interface Work<T> {
    /**
     * Does it.
     *
     * @param room takes more room, until the work is done, for what is made of the body
     */
    T apply(BodyFormat format, byte[] body, LongConsumer room);
  }
}
