package viewstream.stack.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir private Path folder;

  @Test
  void areMadeOnceForTheirOwnerAlone() throws IOException {
    Path file = folder.resolve("secrets.properties");

    Secrets first = Secrets.loadOrCreate(file);

    assertThat(Secrets.loadOrCreate(file)).isEqualTo(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(first.jwtSecret()).hasSizeGreaterThanOrEqualTo(32);
  }

  @Test
  void areNotPrinted() {
    Secrets secrets = Secrets.generate();

    assertThat(secrets.toString()).doesNotContain(secrets.secretKey(), secrets.jwtSecret());
  }

  @Test
  void aFileThatLacksOneIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("secrets.properties"), "jwt_secret=x\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Secrets.loadOrCreate(file))
        .withMessageContaining("write_key");
  }
}
