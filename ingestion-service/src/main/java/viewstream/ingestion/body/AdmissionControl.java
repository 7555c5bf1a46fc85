package viewstream.ingestion.body;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.util.unit.DataSize;
import viewstream.ingestion.http.Refusal;
import viewstream.ingestion.http.RefusedException;

/** Bounds the bytes of the bodies that are being worked on, from first read to last reply. */
final class AdmissionControl {
  private final long capacity;

  /** Never above capacity: it grows only by compare-and-set from a value that leaves room. */
  private final AtomicLong inFlight = new AtomicLong();

  AdmissionControl(DataSize capacity) {
    this.capacity = capacity.toBytes();
  }

  /** Room that is taken now. */
  long bytesInFlight() {
    return inFlight.get();
  }

  /** Of no room yet; to be closed when its room is free again. */
  Admission admit() {
    return new Admission(this);
  }

  void grow(long bytes) {
    long held = inFlight.get();
    while (true) {
      if (held + bytes > capacity) {
        throw new RefusedException(
            Refusal.OVERLOADED, "The service has all the work it can hold; send it again later.");
      }
      long witness = inFlight.compareAndExchange(held, held + bytes);
      if (witness == held) {
        return;
      }
      held = witness;
    }
  }

  void shrink(long bytes) {
    inFlight.addAndGet(-bytes);
  }
}
