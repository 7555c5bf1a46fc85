package viewstream.benchmarks.stream;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import viewstream.benchmarks.fleet.Fleet;
import viewstream.benchmarks.fleet.Progress;
import viewstream.benchmarks.harness.Done;
import viewstream.benchmarks.harness.Work;

/**
 * The product's job, from an empty state until all that is in the log is in every store.
 *
 * <p>Some records repeat others, so how many facts there will be is known from the first run on;
 * from then on records are counted as done when the last fact is there, and not some seconds later,
 * when the sinks have said so.
 */
final class FiguresJob implements Work {
  private static final String MAIN_CLASS = "viewstream.flink.ViewstreamJob";
  private static final List<String> ARGUMENTS = List.of("--emit-interval", "2s");
  private static final List<String> TABLES =
      List.of("events", "engagements", "video_minute", "video_viewers");

  private final Fleet fleet;
  private final Cluster cluster;
  private final Progress progress;
  private final int records;
  private long facts = Long.MAX_VALUE;
  private String job = "";

  /**
   * @param records in the log
   */
  FiguresJob(Fleet fleet, Cluster cluster, Progress progress, int records) {
    this.fleet = fleet;
    this.cluster = cluster;
    this.progress = progress;
    this.records = records;
  }

  @Override
  public void prepare() throws Exception {
    for (String table : TABLES) {
      fleet.sql("TRUNCATE TABLE viewstream." + table);
    }
    progress.forget();
    job = cluster.start(MAIN_CLASS, ARGUMENTS);
  }

  @Override
  public Done run() throws Exception {
    long begin = System.nanoTime();
    Instant logged = Instant.now();
    Progress.await("all facts", () -> facts() >= facts || progress.isPast(logged));
    double seconds = (System.nanoTime() - begin) / 1e9;
    progress.awaitPast(logged);
    facts = facts();
    return new Done(records, Map.of(StreamSuite.RATE, records / seconds));
  }

  @Override
  public void tidy() throws Exception {
    cluster.cancel(job);
  }

  private long facts() throws IOException {
    return fleet.count(
        "SELECT (SELECT count() FROM viewstream.events) + (SELECT count() FROM viewstream.engagements)");
  }
}
