package viewstream.ingestion.spool;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where records wait that Kafka has not acknowledged.
 *
 * @param folder of this process alone, on a disk that keeps what was forced to it
 * @param capacity bytes of files in it at most; beyond it requests are answered 503
 * @param maxWaiting bytes that may wait in memory for the disk; beyond it requests are answered 503
 * @param segmentSize at which a new file begins; a file goes when all in it is acknowledged
 */
@ConfigurationProperties("viewstream.spool")
public record SpoolProperties(
    @DefaultValue("spool") Path folder,
    @DefaultValue("1GB") DataSize capacity,
    @DefaultValue("64MB") DataSize maxWaiting,
    @DefaultValue("16MB") DataSize segmentSize) {
  public SpoolProperties {
    if (segmentSize.toBytes() <= 0 || capacity.compareTo(segmentSize) < 0) {
      throw new IllegalArgumentException(
          "viewstream.spool.segment-size must be positive and at most viewstream.spool.capacity;"
              + " they are %s and %s".formatted(segmentSize, capacity));
    }
  }
}
