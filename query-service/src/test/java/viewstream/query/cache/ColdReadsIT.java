package viewstream.query.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import viewstream.query.fleet.Api;
import viewstream.query.fleet.OnRealStores;
import viewstream.query.fleet.Stores;
import viewstream.query.fleet.Tokens;
import viewstream.query.observability.QueryMetrics;
import viewstream.schema.redis.RedisKeys;

@OnRealStores
class ColdReadsIT {
  private static final int READERS = 100;

  private final Stores stores = Stores.shared();

  @LocalServerPort private int port;
  @LocalManagementPort private int managementPort;
  @Autowired private MeterRegistry meters;

  @Test
  void askClickHouseOnceHoweverManyThereAre() throws Exception {
    stores.catalogue("rush", "crowd");
    Api api = new Api(port);
    String token = Tokens.creator("crowd");
    double before = queries();

    CyclicBarrier start = new CyclicBarrier(READERS);
    List<Future<Api.Answer>> answers = new ArrayList<>();
    try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < READERS; i++) {
        answers.add(
            readers.submit(
                () -> {
                  start.await();
                  return api.get("/api/v1/analytics/video/rush?timeRange=7d", token);
                }));
      }
    }

    for (Future<Api.Answer> answer : answers) {
      assertThat(answer.get().status()).isEqualTo(200);
    }
    assertThat(queries() - before).isEqualTo(1);
    assertThat(new Api(managementPort).get("/actuator/prometheus").response().body())
        .contains("viewstream_clickhouse_queries_total{");
  }

  @Test
  void leaveTheirReplyToOtherInstances() {
    stores.catalogue("shared", "crowd");
    new Api(port).get("/api/v1/analytics/video/shared?timeRange=7d", Tokens.creator("crowd"));

    String key = RedisKeys.videoMetrics("shared", "7d", "UTC");
    // The answer does not wait for Redis.
    await()
        .untilAsserted(
            () -> assertThat(stores.redis().get(key)).contains("\"channel_id\":\"crowd\""));
    assertThat(stores.redis().ttl(key)).isBetween(1L, 300L);
  }

  private double queries() {
    return meters
        .find(QueryMetrics.CLICKHOUSE_QUERIES)
        .tag(QueryMetrics.QUERY, "video")
        .counters()
        .stream()
        .mapToDouble(Counter::count)
        .sum();
  }
}
