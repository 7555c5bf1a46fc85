package viewstream.flink.trending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import viewstream.flink.serial.Bytes;
import viewstream.schema.redis.TrendingList;
import viewstream.schema.redis.TrendingRow;
import viewstream.schema.redis.TrendingWindow;

class TrendingSerializersTest {
  private static final String RINGS_1 = "01" + "04d0aca91b0a0206" + "0284a2c4050e" + "00";
  private static final String LIST_1 =
      "01"
          + "00025553"
          + "01"
          + "80e0f6efbf64"
          + "809fcdf6bf64"
          + "a4e3cdf6bf64"
          + "06"
          + "04"
          + "000163"
          + "0a"
          + "06"
          + "d00f"
          + "000164"
          + "02"
          + "00"
          + "00";

  private static final Scope SCOPE = new Scope("US", TrendingWindow.DAY);

  @Test
  void ringsKeepTheirBytes() throws IOException {
    Ring minutes = new Ring();
    minutes.add(28_650_280, 5);
    minutes.add(28_650_281, 3);
    Ring tens = new Ring();
    tens.add(5_802_114, 7);
    Rings rings = new Rings(Map.of(TrendingWindow.HOUR, minutes, TrendingWindow.DAY, tens));

    assertThat(Bytes.hex(rings, new RingsSerializer())).isEqualTo(RINGS_1);
    assertThat(Bytes.hex(Bytes.read(RINGS_1, new RingsSerializer()), new RingsSerializer()))
        .isEqualTo(RINGS_1);
    assertThat(Bytes.read(RINGS_1, new RingsSerializer()))
        .usingRecursiveComparison()
        .isEqualTo(rings);
  }

  @Test
  void listsKeepTheirBytes() throws IOException {
    RegionList list =
        new RegionList(
            SCOPE,
            new TrendingList(
                Instant.ofEpochMilli(1_726_560_000_000L),
                Instant.ofEpochMilli(1_726_567_000_000L),
                Instant.ofEpochMilli(1_726_567_004_370L),
                3,
                List.of(new TrendingRow("c", 5, 3, 1000), new TrendingRow("d", 1, 0, null))));

    assertThat(Bytes.hex(list, new RegionListSerializer())).isEqualTo(LIST_1);
    assertThat(Bytes.read(LIST_1, new RegionListSerializer())).isEqualTo(list);
  }

  @Test
  void partsComeAsTheyWent() throws IOException {
    Part part =
        new Part(SCOPE, 7, 3, 1L << 40, List.of(new Tally("v", 5, 0), new Tally("w", 0, 9)));

    assertThat(Bytes.read(Bytes.of(part, new PartSerializer()), new PartSerializer()))
        .isEqualTo(part);
  }

  @Test
  void viewsComeAsTheyWent() throws IOException {
    RegionViews views = new RegionViews();
    views.add("US");
    views.add("unknown");
    views.add("Germany");
    views.add("us");

    RegionViews read =
        Bytes.read(Bytes.of(views, new RegionViewsSerializer()), new RegionViewsSerializer());

    assertThat(read.views()).isEqualTo(Map.of("global", 4L, "US", 1L));
    assertThat(read.contributions()).isEqualTo(4);
  }
}
