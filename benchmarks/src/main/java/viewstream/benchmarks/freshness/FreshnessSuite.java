package viewstream.benchmarks.freshness;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import viewstream.benchmarks.Suite;
import viewstream.benchmarks.fleet.Fleet;
import viewstream.benchmarks.fleet.Progress;
import viewstream.benchmarks.harness.Done;
import viewstream.benchmarks.harness.Line;
import viewstream.benchmarks.harness.Measurement;
import viewstream.benchmarks.harness.Meter;
import viewstream.benchmarks.harness.Result;
import viewstream.benchmarks.harness.Spread;
import viewstream.benchmarks.harness.Subject;
import viewstream.benchmarks.kafka.KafkaLog;
import viewstream.benchmarks.load.EventRequests;
import viewstream.benchmarks.load.Load;
import viewstream.stack.Part;
import viewstream.system.traffic.Scenario;
import viewstream.system.traffic.Video;

/**
 * Acknowledged → visible while others are watching, beside the interval at which figures are
 * written, and beside a record's bare way through the broker.
 */
public final class FreshnessSuite implements Suite {
  /** What the local stack starts the job with. */
  private static final Duration EMIT_INTERVAL = Duration.ofSeconds(2);

  private static final int PROBES_PER_PLACE = 6;
  private static final int BATCH = 20;
  private static final int REQUESTS_PER_SECOND = 100;
  private static final int LOAD_SECONDS = 75;
  private static final int CONNECTIONS = 8;
  private static final int BARE_RECORDS = 600;
  private static final String BARE = "bare produce → consume";
  private static final String BARE_TOPIC = "bare_delay";

  @Override
  public String name() {
    return "freshness";
  }

  @Override
  public String question() {
    return "How soon does an acknowledged view show?";
  }

  @Override
  public List<Result> run(int pairs) throws Exception {
    try (Fleet fleet = Fleet.start(Part.values())) {
      EventRequests traffic =
          EventRequests.generate(
              Scenario.full("fresh", 1, Instant.now()),
              BATCH,
              fleet.address(Part.INGESTION),
              fleet.stack().secrets().writeKey());
      fleet.catalog(traffic.videos());
      new KafkaLog(fleet.address(Part.KAFKA)).create(BARE_TOPIC, 1);
      try (Load load =
          Load.http(
              fleet.address(Part.INGESTION),
              CONNECTIONS,
              traffic.requests(),
              fleet.file("requests"))) {
        return measure(fleet, load);
      }
    }
  }

  private static List<Result> measure(Fleet fleet, Load load) throws Exception {
    Map<String, List<Probe>> probes = probes(fleet);
    List<Subject> subjects = new ArrayList<>(fleet.subjects());
    subjects.add(load.subject());
    Map<String, double[]> seconds = new LinkedHashMap<>();
    Measurement block = new Meter(subjects).measure(() -> observe(fleet, load, probes, seconds));
    double[] bare = seconds.remove(BARE);
    double interval = EMIT_INTERVAL.toSeconds();
    double p50 = Spread.percentile(bare, 50);
    double p99 = Spread.percentile(bare, 99);
    return List.of(
        result("the job's emit interval", seconds, block, interval, interval),
        result(BARE, seconds, block, p50, p99));
  }

  /** Watches all places at once while others are watching videos; notes the times of each. */
  private static Done observe(
      Fleet fleet, Load load, Map<String, List<Probe>> probes, Map<String, double[]> seconds)
      throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> others =
          threads.submit(() -> load.send(LOAD_SECONDS * REQUESTS_PER_SECOND, REQUESTS_PER_SECOND));
      Map<String, List<Future<List<Double>>>> running = new LinkedHashMap<>();
      running.put(
          BARE,
          List.of(
              threads.submit(new BareDelay(fleet.address(Part.KAFKA), BARE_TOPIC, BARE_RECORDS))));
      probes.forEach((place, of) -> running.put(place, of.stream().map(threads::submit).toList()));
      for (var place : running.entrySet()) {
        seconds.put(place.getKey(), joined(place.getValue()));
      }
      others.get();
      return Done.of(seconds.values().stream().mapToInt(values -> values.length).sum());
    }
  }

  private static Map<String, List<Probe>> probes(Fleet fleet) throws Exception {
    Map<String, List<Probe>> probes = new LinkedHashMap<>();
    List<Video> videos = new ArrayList<>();
    for (var place : new Places(fleet).all().entrySet()) {
      List<Probe> of = new ArrayList<>();
      for (int i = 0; i < PROBES_PER_PLACE; i++) {
        Video video = new Video("probe-" + videos.size(), "probes", Duration.ofMinutes(1));
        videos.add(video);
        of.add(new Probe(fleet, video.id(), place.getValue()));
      }
      probes.put(place.getKey(), of);
    }
    fleet.catalog(videos);
    try (Progress progress = new Progress(fleet)) {
      progress.awaitPast(Instant.now());
    }
    return probes;
  }

  private static double[] joined(List<Future<List<Double>>> parts) throws Exception {
    List<Double> all = new ArrayList<>();
    for (Future<List<Double>> part : parts) {
      all.addAll(part.get());
    }
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static Result result(
      String peer, Map<String, double[]> seconds, Measurement block, double p50, double p99) {
    List<Line> lines = new ArrayList<>();
    seconds.forEach(
        (place, values) -> {
          lines.add(Line.of(place + ", p50", "s", Spread.percentile(values, 50), p50));
          lines.add(Line.of(place + ", p99", "s", Spread.percentile(values, 99), p99));
        });
    int views = seconds.values().stream().mapToInt(values -> values.length).sum();
    String title =
        "acknowledged → visible at %,d events/s, %d views"
            .formatted(BATCH * REQUESTS_PER_SECOND, views);
    return new Result(title, "Viewstream", peer, 0, Spread.of(block.foreignCores()), lines);
  }
}
