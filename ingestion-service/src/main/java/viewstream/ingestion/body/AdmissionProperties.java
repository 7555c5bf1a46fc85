package viewstream.ingestion.body;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much work is taken on at once.
 *
 * @param maxBytesInFlight bodies, and the records made of them, that may be in memory at a time,
 *     all together; beyond it callers are told to come back
 * @param bodyWithin how long a body may take to arrive
 */
@ConfigurationProperties("viewstream.admission")
record AdmissionProperties(
    @DefaultValue("32MB") DataSize maxBytesInFlight, @DefaultValue("20s") Duration bodyWithin) {
  /** As it came, inflated, and as records. */
  private static final DataSize LARGEST_REQUEST = DataSize.ofMegabytes(16);

  AdmissionProperties {
    if (maxBytesInFlight.compareTo(LARGEST_REQUEST) < 0) {
      throw new IllegalArgumentException(
          "viewstream.admission.max-bytes-in-flight must be at least 16MB, the largest request, is "
              + maxBytesInFlight);
    }
  }
}
