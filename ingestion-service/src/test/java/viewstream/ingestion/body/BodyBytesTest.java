package viewstream.ingestion.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import viewstream.ingestion.http.Refusal;
import viewstream.ingestion.http.RefusedException;

class BodyBytesTest {
  private static final int LIMIT = 1 << 20;

  private final AdmissionControl control = new AdmissionControl(DataSize.ofMegabytes(4));

  @Test
  void readsBodiesOfEverySizeWhateverWasAnnounced() throws IOException {
    var random = new Random(1);
    for (int size : new int[] {0, 1, 16_383, 16_384, 16_385, 100_000, LIMIT - 1, LIMIT}) {
      byte[] body = new byte[size];
      random.nextBytes(body);
      for (int expected : new int[] {0, 1, size / 2, size, LIMIT}) {
        try (Admission admission = control.admit()) {
          assertThat(read(new ByteArrayInputStream(body), expected, admission)).isEqualTo(body);
          assertThat(control.bytesInFlight()).isBetween((long) size, (long) LIMIT);
        }
      }
    }
    assertThat(control.bytesInFlight()).isZero();
  }

  @Test
  void refusesOneByteTooMany() {
    assertRefused(new ByteArrayInputStream(new byte[LIMIT + 1]), LIMIT, Refusal.BODY_TOO_LARGE);
  }

  @Test
  void takesNoRoomForWhatIsOnlyAnnounced() {
    InputStream stuck =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("nothing more will come");
          }
        };
    try (Admission admission = control.admit()) {
      assertThatThrownBy(() -> read(stuck, LIMIT, admission)).isInstanceOf(IOException.class);
      assertThat(control.bytesInFlight()).isLessThanOrEqualTo(16 << 10);
    }
  }

  @Test
  void refusesBodiesThatNeverEnd() {
    InputStream drip =
        new InputStream() {
          @Override
          public int read() {
            return 'x';
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            Thread.onSpinWait();
            bytes[offset] = 'x';
            return 1;
          }
        };
    try (Admission admission = control.admit()) {
      assertThatThrownBy(
              () -> new BodyBytes(admission, Duration.ofNanos(1)).read(drip, LIMIT, LIMIT))
          .isInstanceOfSatisfying(
              RefusedException.class,
              refused -> assertThat(refused.refusal()).isEqualTo(Refusal.BODY_TIMEOUT));
    }
  }

  private static byte[] read(InputStream in, int expected, Admission admission) throws IOException {
    return new BodyBytes(admission, Duration.ofMinutes(1)).read(in, expected, LIMIT);
  }

  private void assertRefused(InputStream in, int expected, Refusal refusal) {
    try (Admission admission = control.admit()) {
      assertThatThrownBy(() -> read(in, expected, admission))
          .isInstanceOfSatisfying(
              RefusedException.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
  }
}
