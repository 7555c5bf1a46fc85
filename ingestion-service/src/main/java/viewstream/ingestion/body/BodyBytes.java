package viewstream.ingestion.body;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import viewstream.ingestion.http.Refusal;
import viewstream.ingestion.http.RefusedException;

/**
 * Reads streams into memory. Room is taken as bytes arrive, never for what a sender says will come:
 * one that announces much and sends little takes little.
 */
final class BodyBytes {
  private static final int FIRST_BYTES = 16 << 10;

  private final Admission admission;
  private final long deadline;

  /**
   * @param admission is widened to what is held
   * @param patience for all bytes together, from now on
   */
  BodyBytes(Admission admission, Duration patience) {
    this.admission = admission;
    this.deadline = System.nanoTime() + patience.toNanos();
  }

  /**
   * Reads to the end.
   *
   * @param expected bytes that will probably come
   * @param limit bytes that may come
   * @throws RefusedException if more come, there is no room for them, or they take too long
   */
  byte[] read(InputStream in, int expected, int limit) throws IOException {
    byte[] bytes = take(0, Math.min(expected, FIRST_BYTES));
    int count = 0;
    while (true) {
      int read = count == bytes.length ? in.read() : in.read(bytes, count, bytes.length - count);
      if (read < 0) {
        return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
      }
      if (count == bytes.length) {
        if (count >= limit) {
          throw tooLarge();
        }
        byte[] larger = take(count, Math.min(limit, Math.max(2 * count, FIRST_BYTES)));
        System.arraycopy(bytes, 0, larger, 0, count);
        larger[count++] = (byte) read;
        bytes = larger;
      } else {
        count += read;
      }
      if (System.nanoTime() > deadline) {
        throw new RefusedException(
            Refusal.BODY_TIMEOUT, "The body took too long to arrive; send smaller batches.");
      }
    }
  }

  static RefusedException tooLarge() {
    return new RefusedException(
        Refusal.BODY_TOO_LARGE,
        "Send at most 1 MiB over the wire and 4 MiB decompressed: split the batch.");
  }

  private byte[] take(int before, int size) {
    admission.grow(size - before);
    return new byte[size];
  }
}
