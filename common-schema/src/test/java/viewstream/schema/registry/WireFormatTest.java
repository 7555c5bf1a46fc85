package viewstream.schema.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class WireFormatTest {
  @Test
  void theIdFollowsAZeroByteInBigEndianOrder() {
    assertThat(WireFormat.header(0x01020304)).containsExactly(0, 1, 2, 3, 4);
    assertThat(WireFormat.schemaId(new byte[] {0, 1, 2, 3, 4, 99})).isEqualTo(0x01020304);
  }

  @Test
  void refusesBytesWithoutAHeader() {
    assertThatExceptionOfType(WireFormatException.class)
        .isThrownBy(() -> WireFormat.schemaId(new byte[] {0, 0, 0, 1}));
    assertThatExceptionOfType(WireFormatException.class)
        .isThrownBy(() -> WireFormat.schemaId(new byte[] {1, 0, 0, 0, 1, 0}));
  }
}
