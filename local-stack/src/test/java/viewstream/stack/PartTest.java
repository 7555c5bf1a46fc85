package viewstream.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PartTest {
  @Test
  void aPartBringsWhatItNeeds() {
    assertThat(Part.withNeeds(Set.of(Part.INGESTION)))
        .containsExactlyInAnyOrder(
            Part.INGESTION, Part.SCHEMA, Part.KAFKA, Part.REGISTRY, Part.CLICKHOUSE);
  }

  @Test
  void everyPartComesAfterWhatItNeedsAndGoesBefore() {
    List<Part> up = Collections.synchronizedList(new ArrayList<>());
    List<Part> down = Collections.synchronizedList(new ArrayList<>());

    Walk.upwards(EnumSet.allOf(Part.class), up::add);
    Walk.downwards(EnumSet.allOf(Part.class), down::add);

    assertThat(up).containsExactlyInAnyOrder(Part.values());
    assertThat(down).containsExactlyInAnyOrder(Part.values());
    for (Part part : Part.values()) {
      for (Part need : part.needs()) {
        assertThat(up.indexOf(need)).isLessThan(up.indexOf(part));
        assertThat(down.indexOf(need)).isGreaterThan(down.indexOf(part));
      }
    }
  }
}
