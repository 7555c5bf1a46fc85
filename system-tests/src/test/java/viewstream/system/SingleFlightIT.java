package viewstream.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import viewstream.system.api.QueryApi;
import viewstream.system.fleet.Fleet;
import viewstream.system.fleet.SharedFleet;
import viewstream.system.traffic.Video;

/** A crowd that asks the same at once costs ClickHouse one query. */
@ExtendWith(SharedFleet.class)
class SingleFlightIT {
  private static final String QUERIES = "viewstream_clickhouse_queries_total";
  private static final int READERS = 100;

  @Test
  void concurrentColdReadsMakeOneQuery(Fleet fleet) throws Exception {
    fleet.catalog(new Video("crowded", "crowded-channel", Duration.ofMinutes(1)));
    QueryApi query = fleet.query();
    double before = queries(fleet);

    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
      List<Future<Integer>> replies =
          IntStream.range(0, READERS)
              .mapToObj(
                  reader ->
                      readers.submit(
                          () -> {
                            start.await();
                            String path = "/api/v1/analytics/video/crowded?timeRange=28d";
                            return query.get(path).status();
                          }))
              .toList();
      start.countDown();
      for (Future<Integer> reply : replies) {
        assertThat(reply.get()).isEqualTo(200);
      }
    }

    assertThat(queries(fleet) - before).isEqualTo(1);
  }

  private static double queries(Fleet fleet) throws IOException {
    return fleet
        .queryManagement()
        .get("/actuator/prometheus", Map.of())
        .body()
        .lines()
        .filter(line -> line.startsWith(QUERIES))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
