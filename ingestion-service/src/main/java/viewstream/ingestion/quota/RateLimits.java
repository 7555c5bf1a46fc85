package viewstream.ingestion.quota;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import viewstream.ingestion.http.Refusal;
import viewstream.ingestion.http.RefusedException;
import viewstream.ingestion.keys.Caller;
import viewstream.ingestion.keys.Quota;
import viewstream.ingestion.metrics.IngestionMetrics;

/**
 * Bounds what each key and each address may send, counted in events. One look per request: what an
 * event does costs nothing here. Each instance counts for itself, so behind n instances the bound
 * is n times as high.
 */
@Component
public final class RateLimits {
  private static final String KEY = "key";
  private static final String ADDRESS = "address";

  /** More keys than are ever busy at a time. */
  private static final int BUSY_KEYS = 100_000;

  private final Cache<Caller, KeyBucket> keys =
      Caffeine.newBuilder().maximumSize(BUSY_KEYS).build();
  private final Cache<String, Share> addresses;
  private final Cache<String, Bucket> groups;
  private final Quota addressQuota;
  private final Policy addressPolicy;
  private final TimeMeter time;
  private final IngestionMetrics metrics;

  @Autowired
  RateLimits(RateLimitProperties properties, IngestionMetrics metrics) {
    this(properties, metrics, TimeMeter.SYSTEM_NANOTIME);
  }

  RateLimits(RateLimitProperties properties, IngestionMetrics metrics, TimeMeter time) {
    this.addresses = Caffeine.newBuilder().maximumSize(properties.addresses()).build();
    this.groups = Caffeine.newBuilder().maximumSize(properties.addresses()).build();
    this.addressQuota = new Quota(properties.eventsPerSecond(), properties.burst());
    this.addressPolicy = new Policy(ADDRESS, addressQuota);
    this.time = time;
    this.metrics = metrics;
  }

  /**
   * Lets events in, or refuses their request. Servers are bound by their key alone, and so is who
   * calls from a private network: there stand proxies that speak for everybody.
   *
   * @param address of the client
   * @param events how many the request has
   * @param headers of the reply: get the caller's quota, if it has one
   * @throws RefusedException {@code rate_limited} if they are too many
   */
  public void admit(Caller caller, String address, int events, BiConsumer<String, String> headers) {
    if (events == 0) {
      return;
    }
    if (!caller.trusted()) {
      admit(address, events, headers);
    }
    if (caller.quota() != null) {
      admit(caller, caller.quota(), events, headers);
    }
  }

  /**
   * What bounds a caller, by the name of the policy in the headers: {@code key}, {@code address},
   * both or neither.
   *
   * @param address of the client
   */
  public Map<String, Quota> quotas(Caller caller, String address) {
    var quotas = new LinkedHashMap<String, Quota>();
    if (caller.quota() != null) {
      quotas.put(KEY, caller.quota());
    }
    if (!caller.trusted() && AddressGroup.of(address) != null) {
      quotas.put(ADDRESS, addressQuota);
    }
    return quotas;
  }

  private void admit(String address, int events, BiConsumer<String, String> headers) {
    Bucket bucket = addresses.get(address, this::share).bucket();
    if (bucket != null && !bucket.tryConsume(events)) {
      long nanos = bucket.estimateAbilityToConsume(events).getNanosToWaitForRefill();
      tell(addressPolicy, bucket.getAvailableTokens(), headers);
      throw refused(events, nanos, "This address sends more events than are taken.");
    }
  }

  private Share share(String address) {
    String group = AddressGroup.of(address);
    return new Share(
        group == null ? null : groups.get(group, unseen -> addressPolicy.bucket(time)));
  }

  private void admit(Caller caller, Quota quota, int events, BiConsumer<String, String> headers) {
    KeyBucket key = keys.get(caller, unseen -> KeyBucket.of(new Policy(KEY, quota), time));
    ConsumptionProbe probe = key.bucket().tryConsumeAndReturnRemaining(events);
    tell(key.policy(), probe.getRemainingTokens(), headers);
    if (!probe.isConsumed()) {
      throw refused(
          events, probe.getNanosToWaitForRefill(), "This key sends more events than its quota.");
    }
  }

  private static void tell(Policy policy, long remaining, BiConsumer<String, String> headers) {
    headers.accept(Policy.POLICY_HEADER, policy.header());
    headers.accept(Policy.LIMIT_HEADER, policy.header(remaining));
  }

  private RefusedException refused(int events, long nanosToWait, String why) {
    metrics.received(events);
    metrics.refused(events);
    return new RefusedException(
        Refusal.RATE_LIMITED,
        why + " Send the same again after the time in Retry-After.",
        Duration.ofNanos(nanosToWait));
  }

  /** What bounds an address, if anything does; its neighbours may have the same bucket. */
  private record Share(@Nullable Bucket bucket) {}

  private record KeyBucket(Policy policy, Bucket bucket) {
    static KeyBucket of(Policy policy, TimeMeter time) {
      return new KeyBucket(policy, policy.bucket(time));
    }
  }
}
