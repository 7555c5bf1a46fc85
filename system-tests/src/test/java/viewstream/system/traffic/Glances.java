package viewstream.system.traffic;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import viewstream.system.traffic.Batch.Route;

/** Views of one report each: of these videos, from these countries, at any time one likes. */
public final class Glances {
  private static final int BATCH = 200;
  private static final double NOWHERE_PERCENT = 10;
  private static final double ROBOT_PERCENT = 5;
  private static final double TWICE_PERCENT = 20;

  private final Chance chance;
  private final List<Video> videos;
  private final List<String> countries;
  private final Zipf popularity;

  /**
   * @param videos the most popular first
   * @param countries the most frequent first; some views come from nobody knows where
   */
  public Glances(long seed, List<Video> videos, List<String> countries) {
    this.chance = new Chance(seed);
    this.videos = List.copyOf(videos);
    this.countries = List.copyOf(countries);
    this.popularity = new Zipf(videos.size());
  }

  /** So many views, evenly from a time up to another; some requests are to be sent twice. */
  public List<Batch> batches(int views, Instant from, Instant to) {
    List<Batch> batches = new ArrayList<>();
    for (int left = views; left > 0; left -= BATCH) {
      Origin origin =
          Origin.player(
              chance.of(chance.percent(ROBOT_PERCENT) ? UserAgent.ROBOTS : UserAgent.VIEWERS));
      List<Draft> drafts =
          IntStream.range(0, Math.min(left, BATCH)).mapToObj(i -> view(origin, from, to)).toList();
      Instant youngest = drafts.stream().map(Draft::at).max(Instant::compareTo).orElseThrow();
      batches.add(
          new Batch(
              Route.BATCH,
              false,
              chance.percent(TWICE_PERCENT),
              youngest,
              drafts.stream().map(Draft::event).toList()));
    }
    return batches;
  }

  private Draft view(Origin origin, Instant from, Instant to) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", "view");
    fields.put("event_id", chance.uuid());
    fields.put("video_id", videos.get(popularity.rank(chance)).id());
    fields.put("user_id", chance.uuid());
    if (!chance.percent(NOWHERE_PERCENT)) {
      fields.put("location", Map.of("country", chance.ofSkewed(countries)));
    }
    Instant at = Instant.ofEpochMilli(chance.between(from.toEpochMilli(), to.toEpochMilli() - 1));
    return new Draft(at, origin, Form.Stamp.MILLIS, fields);
  }
}
