package viewstream.stack.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompressionTest {
  @ParameterizedTest
  @EnumSource
  void givesBackWhatItTook(Compression compression) throws Exception {
    Random random = new Random(1);
    for (int size : new int[] {0, 1, 100, 65_536, 3_000_000}) {
      byte[] data = new byte[size];
      random.nextBytes(data);
      ByteArrayOutputStream encoded = new ByteArrayOutputStream();
      try (OutputStream out = compression.encode(encoded)) {
        out.write(data);
      }

      assertThat(compression.decode(new ByteArrayInputStream(encoded.toByteArray())).readAllBytes())
          .isEqualTo(data);
    }
  }

  @Test
  void followsTheHeaders() throws Exception {
    assertThat(Compression.ofContentEncoding(null)).isEqualTo(Compression.NONE);
    assertThat(Compression.ofContentEncoding("GZIP")).isEqualTo(Compression.GZIP);
    assertThat(Compression.ofAcceptEncoding("br, gzip;q=0.5, lz4")).isEqualTo(Compression.LZ4);
    assertThat(Compression.ofAcceptEncoding("br")).isEqualTo(Compression.NONE);
    assertThatExceptionOfType(EngineException.class)
        .isThrownBy(() -> Compression.ofContentEncoding("br"))
        .withMessageContaining("lz4, gzip and deflate are");
  }
}
