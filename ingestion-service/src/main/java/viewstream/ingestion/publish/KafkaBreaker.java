package viewstream.ingestion.publish;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import viewstream.ingestion.metrics.IngestionMetrics;

/**
 * Knows whether Kafka acknowledges. Requests only ask and tell; whether it does again is tried by
 * the replayer alone, so that no request pays for it.
 */
@Component
final class KafkaBreaker {
  private static final Logger log = LoggerFactory.getLogger(KafkaBreaker.class);

  /** Half of so few: a request that has waited its time in vain is strong evidence. */
  private static final int REQUESTS_LOOKED_AT = 4;

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final CircuitBreaker breaker =
      CircuitBreaker.of(
          "kafka",
          CircuitBreakerConfig.custom()
              .slidingWindow(
                  REQUESTS_LOOKED_AT, REQUESTS_LOOKED_AT / 2, SlidingWindowType.COUNT_BASED)
              .failureRateThreshold(50)
              .waitDurationInOpenState(PAUSE)
              .permittedNumberOfCallsInHalfOpenState(1)
              .build());

  KafkaBreaker(IngestionMetrics metrics) {
    metrics.kafkaWorks(this::isClosed);
    breaker
        .getEventPublisher()
        .onStateTransition(
            change -> {
              switch (change.getStateTransition().getToState()) {
                case CLOSED -> log.info("Kafka takes records again");
                case OPEN -> log.warn("Kafka does not take records; they go to the spool");
                default -> {}
              }
            });
  }

  /** Whether requests go to Kafka. */
  boolean isClosed() {
    return breaker.getState() == State.CLOSED;
  }

  /** Whether it is time to try; if so, one of the two below must follow. */
  boolean mayTry() {
    return breaker.tryAcquirePermission();
  }

  /** Kafka has taken records. */
  void worked() {
    breaker.onSuccess(0, TimeUnit.NANOSECONDS);
  }

  /** Kafka has not. */
  void failed(Throwable cause) {
    breaker.onError(0, TimeUnit.NANOSECONDS, cause);
  }
}
