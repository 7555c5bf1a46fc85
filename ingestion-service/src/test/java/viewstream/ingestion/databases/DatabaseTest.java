package viewstream.ingestion.databases;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import viewstream.ingestion.metrics.IngestionMetrics;

class DatabaseTest {
  @TempDir private Path folder;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private Databases databases;

  @BeforeEach
  void open() {
    var properties = new DatabaseProperties(folder.toString(), Duration.ofMillis(20));
    databases = new Databases(properties, new IngestionMetrics(meters));
  }

  @AfterEach
  void close() {
    databases.close();
  }

  @Test
  void isReadWhenItComesAndWhenItChangesAndKeptWhenItBreaksOrGoes() throws IOException {
    Database<Integer> database = databases.open("number", DatabaseTest::number);
    assertThat(database.current()).isNull();
    assertThat(changed()).isZero();

    replace("1");
    await().untilAsserted(() -> assertThat(database.current()).isEqualTo(1));
    assertThat(changed()).isPositive();

    replace("nonsense");
    replace("22");
    await().untilAsserted(() -> assertThat(database.current()).isEqualTo(22));

    replace("broken again");
    Files.delete(folder.resolve("number"));
    Database<Integer> other = databases.open("other", DatabaseTest::number);
    Files.writeString(folder.resolve("other"), "3");
    await().untilAsserted(() -> assertThat(other.current()).isEqualTo(3));
    assertThat(database.current()).isEqualTo(22);
  }

  @Test
  void isThereFromTheStartIfTheFileIs() throws IOException {
    replace("7");

    assertThat(databases.open("number", DatabaseTest::number).current()).isEqualTo(7);
  }

  private double changed() {
    return meters.get(IngestionMetrics.DATABASE).tag("database", "number").gauge().value();
  }

  private void replace(String text) throws IOException {
    Path fresh = Files.writeString(folder.resolve("fresh"), text);
    Files.move(fresh, folder.resolve("number"), ATOMIC_MOVE);
  }

  private static Integer number(Path file) throws IOException {
    return Integer.valueOf(Files.readString(file));
  }
}
