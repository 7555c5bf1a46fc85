package viewstream.flink.sink;

import java.io.Serializable;
import java.time.Duration;

/**
 * How a sink batches.
 *
 * @param batchBytes a batch is written when it has grown to this
 * @param batchAge a batch is written when its first entry is this old
 * @param inFlight how many batches are written at a time
 * @param unwrittenBytes with more than this not yet taken by the store, the sink takes no more:
 *     what comes before it waits, at last in Kafka
 */
public record Limits(int batchBytes, Duration batchAge, int inFlight, long unwrittenBytes)
    implements Serializable {
  public Limits {
    if (batchBytes < 1 || inFlight < 1 || unwrittenBytes < batchBytes) {
      throw new IllegalArgumentException(
          "batchBytes and inFlight must be positive and unwrittenBytes at least batchBytes, are "
              + batchBytes
              + ", "
              + inFlight
              + " and "
              + unwrittenBytes);
    }
  }
}
