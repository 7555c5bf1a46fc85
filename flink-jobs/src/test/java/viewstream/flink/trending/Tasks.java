package viewstream.flink.trending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import viewstream.flink.serial.Bytes;
import viewstream.schema.redis.TrendingList;

/** Tasks that share the videos, the merging of their parts, and their state, all without Flink. */
final class Tasks {
  private static final TrendingList NEVER =
      new TrendingList(Instant.MIN, Instant.MIN, Instant.MIN, 0, List.of());

  private final Map<String, Map<String, byte[]>> state = new HashMap<>();
  private final Map<Scope, TrendingList> published = new HashMap<>();
  private final List<Boards> tasks = new ArrayList<>();
  private Map<Scope, Gathering> gatherings = new HashMap<>();

  Tasks(int parallelism) {
    restart(parallelism);
  }

  void add(Contract.View view) {
    RegionViews views = new RegionViews();
    views.add(view.country());
    task(view.videoId()).add(view.videoId(), view.time() / 60_000 * 60_000, views);
  }

  /** Takes a checkpoint and goes on from it. */
  void restart(int parallelism) {
    tasks.forEach(this::save);
    tasks.clear();
    gatherings = new HashMap<>();
    for (int i = 0; i < parallelism; i++) {
      tasks.add(new Boards(i));
    }
    state.forEach(
        (videoId, regions) ->
            regions.forEach(
                (region, bytes) -> task(videoId).restore(videoId, region, read(bytes))));
  }

  void advance(long logTime) {
    for (Boards boards : tasks) {
      boards.rank(
          logTime, part -> gatherings.computeIfAbsent(part.scope(), Gathering::new).take(part));
    }
    for (Map.Entry<Scope, Gathering> gathering : gatherings.entrySet()) {
      if (gathering.getValue().isDue(gathering.getKey().step(logTime))) {
        publish(gathering.getValue().publish(logTime, 0));
      }
    }
    gatherings.values().removeIf(Gathering::isEmpty);
  }

  TrendingList published(Scope scope) {
    return published.getOrDefault(scope, NEVER);
  }

  private void publish(RegionList list) {
    TrendingList before = published(list.scope());
    if (before.windowEnd().equals(list.list().windowEnd())) {
      assertThat(list.list().version()).isGreaterThanOrEqualTo(before.version());
    }
    published.put(list.scope(), list.list());
  }

  private Boards task(String videoId) {
    return tasks.get(Math.floorMod(videoId.hashCode(), tasks.size()));
  }

  private void save(Boards boards) {
    boards
        .drainChanged()
        .forEach((videoId, regions) -> regions.forEach(region -> save(boards, videoId, region)));
  }

  private void save(Boards boards, String videoId, String region) {
    Rings rings = boards.rings(videoId, region);
    Map<String, byte[]> saved = state.computeIfAbsent(videoId, absent -> new HashMap<>());
    if (rings.isEmpty()) {
      saved.remove(region);
    } else {
      saved.put(region, Bytes.of(rings, new RingsSerializer()));
    }
  }

  private static Rings read(byte[] bytes) {
    try {
      return Bytes.read(bytes, new RingsSerializer());
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
