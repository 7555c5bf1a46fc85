package viewstream.flink.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static viewstream.flink.Events.playback;
import static viewstream.schema.event.PlaybackType.complete;
import static viewstream.schema.event.PlaybackType.error;
import static viewstream.schema.event.PlaybackType.first_frame;
import static viewstream.schema.event.PlaybackType.heartbeat;
import static viewstream.schema.event.PlaybackType.play;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import viewstream.flink.Events;
import viewstream.flink.serial.Bytes;
import viewstream.schema.event.PlaybackEvent;

class ViewSerializerTest {
  private static final String VERSION_1 =
      "010ab456bcfc34c2cb2cd66ad737d54c55750b5181c509f8d8ce3abf2a20650683e747900468a8f01875"
          + "0a80f8c08b9767b817e0d403e88401a09c010800020202010007766964656f2d3180f8c08b9767010007"
          + "766964656f2d31b88fc18b9767e0d40300a0fe0a010000019cb8b8e1500000019cb8b8e150";

  private final ViewSerializer serializer = new ViewSerializer();

  @Test
  void writesTheSameBytesAsEver() {
    assertThat(Bytes.hex(view(), serializer)).isEqualTo(VERSION_1);
  }

  @Test
  void readsWhatEarlierReleasesWrote() throws IOException {
    assertThat(Bytes.read(VERSION_1, serializer))
        .usingRecursiveComparison()
        .isEqualTo(view().copy());
  }

  @Test
  void viewThatWasReadGoesOnAsTheOneThatWasWritten() throws IOException {
    View written = view();
    View read = Bytes.read(Bytes.of(written, serializer), serializer);
    PlaybackEvent next = playback(heartbeat, 55).setWatchedMs(99_000).setSeq(4).build();
    long logTime = next.getEventTime().toEpochMilli();

    assertThat(read.fold(next, logTime, 100)).isEqualTo(written.fold(next, logTime, 100));
    assertThat(Bytes.hex(read, serializer)).isEqualTo(Bytes.hex(written, serializer));
  }

  @Test
  void copyIsIndependent() {
    View view = view();
    View copy = serializer.copy(view);
    copy.fold(playback(heartbeat, 55).build(), Events.NOON.toEpochMilli() + 60_000, 100);

    assertThat(Bytes.hex(view, serializer)).isEqualTo(VERSION_1);
  }

  @Test
  void refusesBytesOfANewerRelease() {
    assertThatThrownBy(() -> Bytes.read("02", serializer))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("versions 1 to 1, found 2");
  }

  private static View view() {
    return ViewLog.of(
            playback(play, 0).setSeq(0).setEventId(new UUID(0, 1)),
            playback(first_frame, 1.5).setSeq(1).setEventId(new UUID(0, 2)).setDurationMs(90_000L),
            playback(heartbeat, 31.5).setSeq(2).setEventId(new UUID(0, 3)).setWatchedMs(30_000),
            playback(complete, 40).setSeq(3).setEventId(new UUID(0, 4)),
            playback(error, 50).setEventId(new UUID(0, 5)).setFatal(true))
        .view;
  }
}
