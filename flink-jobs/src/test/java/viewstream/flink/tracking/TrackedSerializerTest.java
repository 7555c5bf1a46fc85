package viewstream.flink.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import viewstream.flink.Events;
import viewstream.flink.serial.Bytes;
import viewstream.flink.source.Logged;
import viewstream.schema.event.PlaybackType;

class TrackedSerializerTest {
  @Test
  void readsWhatItWrote() throws IOException {
    Tracked tracked =
        new Tracked(
            new Logged<>(Events.playback(PlaybackType.heartbeat, 1).build(), 123, 456),
            true,
            789,
            true,
            false,
            List.of(new Correction("video-1", 99, 1, -1, 0, 1)));
    TrackedSerializer serializer = new TrackedSerializer();

    assertThat(Bytes.read(Bytes.of(tracked, serializer), serializer.duplicate()))
        .isEqualTo(tracked);
  }
}
