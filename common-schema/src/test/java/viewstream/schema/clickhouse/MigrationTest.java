package viewstream.schema.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MigrationTest {
  /** A table in which a row written twice is one row. */
  private static final String REPLACING = "INSERT INTO viewstream.channel_videos ";

  @Test
  void migrationsAreNumberedWithoutGaps() {
    assertThat(Migration.all())
        .extracting(Migration::number)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, Migration.all().size()).boxed().toList());
  }

  @Test
  void everyStatementMayRunTwice() {
    assertThat(Migration.all())
        .flatExtracting(Migration::statements)
        .allSatisfy(statement -> assertThat(statement).containsAnyOf("IF NOT EXISTS", REPLACING));
  }

  @Test
  void splitsAFileAtSemicolonsThatEndALine() {
    Migration migration = Migration.parse("012-two.sql", "SELECT ';x';\n\nSELECT 2;\n");

    assertThat(migration.number()).isEqualTo(12);
    assertThat(migration.statements()).containsExactly("SELECT ';x'", "SELECT 2");
  }

  @Test
  void anyChangeOfTheTextChangesTheChecksum() {
    assertThat(Migration.parse("001-a.sql", "SELECT 1;").checksum())
        .isNotEqualTo(Migration.parse("001-a.sql", "SELECT 1 ;").checksum());
  }
}
