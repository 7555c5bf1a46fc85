package viewstream.flink.minute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import viewstream.flink.Events;
import viewstream.flink.serial.Bytes;
import viewstream.schema.event.PlaybackType;

class MinuteSumsSerializerTest {
  private static final String VERSION_1 =
      "0104c0a9073000040406080acc0c0e10121416181a1c1e20222426282a2c2e02a20502120200"
          + "02444502020007756e6b6e6f776e02020007756e6b6e6f776e02020007756e6b6e6f776e02020007756e"
          + "6b6e6f776e02020007756e6b6e6f776e02020007756e6b6e6f776e02020007756e6b6e6f776e02020007756e6b6e6f776e02";

  private final MinuteSumsSerializer serializer = new MinuteSumsSerializer();

  @Test
  void writesTheSameBytesAsEver() {
    assertThat(Bytes.hex(minute(), serializer)).isEqualTo(VERSION_1);
  }

  @Test
  void readsWhatEarlierReleasesWrote() throws IOException {
    assertThat(Bytes.read(VERSION_1, serializer)).usingRecursiveComparison().isEqualTo(minute());
  }

  @Test
  void readsWhatWasWrittenBeforeMeasuresAndDimensionsWereAppended() throws IOException {
    MinuteSums read = Bytes.read("01" + "0c" + "00" + "02" + "0e" + "00" + "00", serializer);

    assertThat(read.contributions()).isEqualTo(6);
    assertThat(read.value(Measure.PLAY_ATTEMPTS)).isEqualTo(7);
    assertThat(read.value(Measure.CLICKS)).isZero();
  }

  @Test
  void copyIsIndependent() {
    MinuteSums minute = minute();
    serializer.copy(minute).add(minute());

    assertThat(minute).usingRecursiveComparison().isEqualTo(minute());
  }

  private static MinuteSums minute() {
    MinuteSums sums = new MinuteSums().contribution().contribution();
    for (Measure measure : Measure.values()) {
      sums.add(measure, measure.ordinal());
    }
    return sums.longest(60_000)
        .startup(800)
        .view(Events.playback(PlaybackType.first_frame, 0).build().getContext());
  }
}
