package viewstream.rollup.day;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import viewstream.rollup.fleet.Stores;

class RolledTableIT {
  @ParameterizedTest
  @EnumSource(RolledTable.class)
  void everyColumnOfTheTableIsWritten(RolledTable table) {
    String written = table.keys() + ", " + Figures.columns(table.ownColumns());

    assertThat(
            Stores.shared()
                .rows(
                    "SELECT name FROM system.columns WHERE database = 'viewstream' AND table = '%s'"
                        .formatted(table.id())))
        .extracting(row -> row.getFirst())
        .containsExactlyInAnyOrder(written.split(", "));
  }
}
