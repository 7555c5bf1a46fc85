package viewstream.flink.trending;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import viewstream.schema.redis.TrendingWindow;

class BoardsTest {
  private final Boards boards = new Boards(0);

  /** A checkpoint is written while the task goes on. */
  @Test
  void whatIsInStateDoesNotChangeWithWhatLivesOn() {
    boards.add("a", 0, view());
    Rings saved = boards.rings("a", "US");
    boards.add("a", 0, view());
    assertThat(views(saved)).isEqualTo(1);

    Boards restored = new Boards(0);
    restored.restore("a", "US", saved);
    restored.add("a", 0, view());
    assertThat(views(saved)).isEqualTo(1);
    assertThat(views(restored.rings("a", "US"))).isEqualTo(2);
  }

  @Test
  void onlyWhatChangedIsSaved() {
    boards.add("a", 0, view());
    assertThat(boards.drainChanged()).containsOnlyKeys("a");
    assertThat(boards.drainChanged()).isEmpty();

    boards.add("b", 0, view());
    assertThat(boards.drainChanged()).containsOnlyKeys("b");
  }

  private static RegionViews view() {
    RegionViews views = new RegionViews();
    views.add("US");
    return views;
  }

  private static long views(Rings rings) {
    return rings.byWindow().get(TrendingWindow.HOUR).between(0, 1);
  }
}
