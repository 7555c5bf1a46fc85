package viewstream.flink.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import viewstream.flink.sink.RetryableException;
import viewstream.schema.redis.RedisKeys;
import viewstream.schema.redis.Sink;
import viewstream.schema.redis.VersionedCount;
import viewstream.stack.LocalStack;
import viewstream.stack.Part;

/** Values and progress on a real Redis. */
class RedisDestinationIT {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static LocalStack stack;

  private final String url = stack.address(Part.REDIS);
  private final RedisClient client = RedisClient.create(url);
  private RedisDestination destination;

  @BeforeAll
  static void startRedis() {
    stack = LocalStack.start(Part.REDIS);
  }

  @AfterAll
  static void stopRedis() {
    stack.close();
  }

  @BeforeEach
  void open() {
    destination = new RedisDestination(url, VersionedWrite::all);
  }

  @AfterEach
  void close() {
    destination.close();
    client.shutdown();
  }

  @Test
  void higherOrEqualVersionHolds() {
    write(
        value("a", "day-1", 1L << 50, 5),
        value("a", "day-1", 9, 4),
        value("a", "day-2", 9, 6),
        value("a", "day-2", 9, 7));

    assertThat(hash("a")).isEqualTo(Map.of("day-1", (1L << 50) + ":5", "day-2", "9:7"));
  }

  @Test
  void goesOnAfterRedisWasKilled() {
    write(value("b", "day-1", 1, 1));
    stack.kill(Part.REDIS);

    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(destination.write(value("b", "day-1", 2, 2))).succeedsWithin(PATIENCE));
    assertThat(hash("b")).containsEntry("day-1", "2:2");
  }

  @Test
  void failureThatMayPassIsRetryable() {
    var nowhere = new RedisDestination("redis://127.0.0.1:1", VersionedWrite::all);

    assertThat(nowhere.write(value("c", "day-1", 1, 1)))
        .failsWithin(PATIENCE)
        .withThrowableThat()
        .withCauseInstanceOf(RetryableException.class);
    nowhere.close();
  }

  @Test
  void keyOfAnotherTypeIsABug() {
    try (var redis = client.connect()) {
      redis.sync().set("text", "not a hash");
    }

    assertThat(destination.write(value("text", "day-1", 1, 1)))
        .failsWithin(PATIENCE)
        .withThrowableThat()
        .havingCause()
        .isNotInstanceOf(RetryableException.class)
        .withMessageContaining("WRONGTYPE");
  }

  @Test
  void progressForgetsSubtasksThatAreNoMore() {
    try (var redis = client.connect()) {
      redis.sync().hset(RedisKeys.progress(Sink.VIDEOS), Map.of("0", "1", "1", "1", "7", "1"));
    }
    try (var progress = new RedisProgress(url, Sink.VIDEOS, 0, 2)) {
      progress.reached(99);

      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(hash(RedisKeys.progress(Sink.VIDEOS)))
                      .isEqualTo(Map.of("0", "99", "1", "1")));
    }
  }

  private void write(byte[]... writes) {
    var batch = new ByteArrayOutputStream();
    for (byte[] write : writes) {
      batch.writeBytes(write);
    }
    assertThat(destination.write(batch.toByteArray())).succeedsWithin(PATIENCE);
  }

  private Map<String, String> hash(String key) {
    try (var redis = client.connect()) {
      return redis.sync().hgetall(key);
    }
  }

  private static byte[] value(String key, String field, long version, long count) {
    return new VersionedWrite(key, field, new VersionedCount(version, count)).toBytes();
  }
}
