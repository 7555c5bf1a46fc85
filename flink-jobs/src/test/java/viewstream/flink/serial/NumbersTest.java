package viewstream.flink.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, 63, 64, -64, -65, 300, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE})
  void readsWhatItWrote(long number) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(10);
    Numbers.write(number, out);

    assertThat(Numbers.read(new DataInputDeserializer(out.getCopyOfBuffer()))).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 63, -64})
  void smallNumbersTakeOneByte(long number) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(10);
    Numbers.write(number, out);

    assertThat(out.length()).isEqualTo(1);
  }
}
