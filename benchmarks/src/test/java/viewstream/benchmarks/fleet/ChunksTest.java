package viewstream.benchmarks.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChunksTest {
  @Test
  void areReadAsTheyWereWritten(@TempDir Path folder) throws IOException {
    List<byte[]> chunks = List.of(new byte[] {1, 2, 3}, new byte[0], new byte[] {-1});

    Path file = Chunks.write(folder.resolve("chunks"), chunks);

    assertThat(Chunks.read(file)).containsExactlyElementsOf(chunks);
  }
}
