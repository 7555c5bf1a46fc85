package viewstream.flink.minute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BreakdownTest {
  @Test
  void inventedLabelsEndUpAsOther() {
    Breakdown breakdown = new Breakdown();
    for (int i = 0; i < Breakdown.MOST_LABELS; i++) {
      breakdown.add("label-" + i, 1);
    }
    breakdown.add("one more", 1);
    breakdown.add("and another", 1);
    breakdown.add("label-0", 1);

    assertThat(breakdown.counts())
        .hasSize(Breakdown.MOST_LABELS + 1)
        .containsEntry("label-0", 2L)
        .containsEntry(Breakdown.OTHER, 2L);
  }
}
