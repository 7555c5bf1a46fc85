package viewstream.flink.trending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import viewstream.schema.redis.RedisKeys;
import viewstream.schema.redis.TrendingList;
import viewstream.schema.redis.TrendingWindow;

/**
 * Any views, in any order, late by up to an hour or early by some minutes, on any number of tasks
 * that start again from checkpoints: what is published is what the contract says.
 */
class TrendingPropertyTest {
  private static final List<String> COUNTRIES = List.of("US", "DE", "IN", "unknown");
  private static final List<String> REGIONS = List.of(RedisKeys.GLOBAL, "US", "DE", "IN");
  private static final int ROUNDS = 120;

  static List<Long> seeds() {
    return new Random(20_260_304).longs(40).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void publishesTheContractsLists(long seed) {
    Random random = new Random(seed);
    Contract contract = new Contract();
    Tasks tasks = new Tasks(1 + random.nextInt(3));
    long logTime = Duration.ofDays(20_000).toMillis() + random.nextInt(86_400_000);
    for (int round = 0; round < ROUNDS; round++) {
      logTime += pause(random).toMillis();
      for (int views = random.nextInt(12); views > 0; views--) {
        Contract.View view = view(random, logTime);
        contract.add(view);
        tasks.add(view);
      }
      if (random.nextInt(10) == 0) {
        tasks.restart(1 + random.nextInt(4));
      }
      tasks.advance(logTime);
      assertEqual(tasks, contract, logTime);
    }
  }

  private static void assertEqual(Tasks tasks, Contract contract, long logTime) {
    for (String region : REGIONS) {
      for (TrendingWindow window : TrendingWindow.values()) {
        Scope scope = new Scope(region, window);
        long end = scope.time(scope.step(logTime));
        TrendingList published = tasks.published(scope);
        if (contract.knows(scope, end)) {
          assertThat(published.windowEnd().toEpochMilli()).isEqualTo(end);
          assertThat(published.rows()).isEqualTo(contract.list(scope, end));
        } else {
          assertThat(published.rows()).isEmpty();
        }
      }
    }
  }

  /** The log time is in the view's minute or less than an hour after it, or a little before. */
  private static Contract.View view(Random random, long logTime) {
    long late = random.nextInt(3) == 0 ? random.nextInt(60 * 60_000) : random.nextInt(70_000);
    long time = random.nextInt(10) == 0 ? logTime + random.nextInt(300_000) : logTime - late;
    return new Contract.View(
        "v" + (int) Math.abs(random.nextGaussian() * 6),
        COUNTRIES.get(random.nextInt(COUNTRIES.size())),
        time);
  }

  private static Duration pause(Random random) {
    return switch (random.nextInt(20)) {
      case 0 -> Duration.ofHours(1 + random.nextInt(200));
      case 1, 2 -> Duration.ofMinutes(random.nextInt(240));
      default -> Duration.ofSeconds(random.nextInt(200));
    };
  }
}
