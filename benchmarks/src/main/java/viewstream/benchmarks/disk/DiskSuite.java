package viewstream.benchmarks.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import viewstream.benchmarks.Suite;
import viewstream.benchmarks.fleet.Fleet;
import viewstream.benchmarks.fleet.Progress;
import viewstream.benchmarks.harness.Line;
import viewstream.benchmarks.harness.Result;
import viewstream.benchmarks.kafka.KafkaLog;
import viewstream.benchmarks.load.EventRequests;
import viewstream.benchmarks.load.Load;
import viewstream.stack.Part;
import viewstream.system.traffic.Scenario;

/**
 * What an event takes on disk, beside the JSON it came as. Sizes do not vary: there are no pairs.
 */
public final class DiskSuite implements Suite {
  private static final int BATCH = 100;
  private static final int CONNECTIONS = 16;

  @Override
  public String name() {
    return "disk";
  }

  @Override
  public String question() {
    return "How much disk does an event take, beside the JSON it came as?";
  }

  @Override
  public List<Result> run(int pairs) throws Exception {
    try (Fleet fleet = Fleet.start(Part.INGESTION, Part.FLINK);
        Progress progress = new Progress(fleet)) {
      EventRequests traffic =
          EventRequests.generate(
              Scenario.full("disk", 1, Instant.now()),
              BATCH,
              fleet.address(Part.INGESTION),
              fleet.stack().secrets().writeKey());
      fleet.catalog(traffic.videos());
      try (Load load =
          Load.http(
              fleet.address(Part.INGESTION),
              CONNECTIONS,
              traffic.requests(),
              fleet.file("requests"))) {
        load.send(traffic.requests().size());
      }
      progress.awaitPast(Instant.now());
      JsonSizes json = JsonSizes.of(traffic);
      String events = "%,d events".formatted(traffic.events());
      return List.of(
          result(
              "facts in ClickHouse, merged; " + events, "events, engagements", json, facts(fleet)),
          result("log of Kafka, lz4; " + events, "topics", json, log(fleet, traffic.events())));
    }
  }

  private static Result result(String title, String product, JsonSizes json, double bytes) {
    return new Result(
        title,
        product,
        "JSON",
        0,
        null,
        List.of(
            Line.of("bytes per event, beside plain JSON", "B", bytes, json.plain()),
            Line.of("beside JSON, gzip", "B", bytes, json.gzip()),
            Line.of("beside JSON, zstd", "B", bytes, json.zstd())));
  }

  private static double facts(Fleet fleet) throws IOException {
    fleet.sql("OPTIMIZE TABLE viewstream.events FINAL");
    fleet.sql("OPTIMIZE TABLE viewstream.engagements FINAL");
    return Double.parseDouble(
        fleet.sql(
            """
            SELECT sum(bytes_on_disk) / sum(rows) FROM system.parts
            WHERE active AND database = 'viewstream' AND table IN ('events', 'engagements')
            """));
  }

  private static double log(Fleet fleet, int records) throws IOException {
    long bytes = 0;
    for (String topic : KafkaLog.EVENT_TOPICS) {
      try (Stream<Path> files = Files.walk(fleet.file("kafka"))) {
        for (Path file : files.filter(path -> isSegmentOf(topic, path)).toList()) {
          bytes += Files.size(file);
        }
      }
    }
    return (double) bytes / records;
  }

  private static boolean isSegmentOf(String topic, Path file) {
    return file.toString().endsWith(".log")
        && file.getParent().getFileName().toString().startsWith(topic + "-");
  }
}
