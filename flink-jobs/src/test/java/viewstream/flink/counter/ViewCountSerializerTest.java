package viewstream.flink.counter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import viewstream.flink.serial.Bytes;

class ViewCountSerializerTest {
  private static final String VERSION_1 = "01d804";

  private final ViewCountSerializer serializer = new ViewCountSerializer();

  @Test
  void writesTheSameBytesAsEver() {
    assertThat(Bytes.hex(new ViewCount(300), serializer)).isEqualTo(VERSION_1);
  }

  @Test
  void readsWhatEarlierReleasesWrote() throws IOException {
    assertThat(Bytes.read(VERSION_1, serializer).views()).isEqualTo(300);
  }
}
