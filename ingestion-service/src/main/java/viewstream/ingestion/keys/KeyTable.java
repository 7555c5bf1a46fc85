package viewstream.ingestion.keys;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import viewstream.ingestion.topic.Entry;
import viewstream.schema.event.AccessKey;
import viewstream.schema.event.KeyQuota;

/**
 * All keys, in memory: whether a key is known or not, one look into a map tells, and there is no
 * cache that made-up keys could fill. Many threads may look, one at a time may change.
 */
final class KeyTable {
  private final Map<String, AccessKey> byName = new ConcurrentHashMap<>();
  private final Map<String, KnownKey> byWriteKey = new ConcurrentHashMap<>();
  private final Map<String, KnownKey> bySecretHash = new ConcurrentHashMap<>();

  /** What a write key is good for; null if there is none such. */
  @Nullable KnownKey ofWriteKey(String key) {
    return byWriteKey.get(key);
  }

  /** What a secret key is good for; null if there is none such. */
  @Nullable KnownKey ofSecret(String key) {
    return bySecretHash.get(SecretHash.of(key));
  }

  /** The keys as they were put. */
  Collection<AccessKey> all() {
    return List.copyOf(byName.values());
  }

  /** Takes over what the topic says about one key. */
  void apply(Entry<AccessKey> change) {
    if (change.value() != null) {
      put(change.value());
    } else if (change.key() != null) {
      remove(change.key());
    }
  }

  /**
   * Adds a key or changes it, unless a later change of it is known.
   *
   * @throws IllegalArgumentException if its quota is none; then nothing changes
   */
  void put(AccessKey key) {
    AccessKey before = byName.get(key.getName());
    if (before != null && before.getChangedTime().isAfter(key.getChangedTime())) {
      return;
    }
    Quota quota = quota(key.getQuota());
    byName.put(key.getName(), key);
    forget(before, key);
    if (key.getWriteKey() != null) {
      Caller caller = new Caller(key.getWriteKey(), false, quota);
      byWriteKey.put(key.getWriteKey(), KnownKey.of(caller, key.getDisabled(), key.getOrigins()));
    } else if (key.getSecretSha256() != null) {
      Caller caller = new Caller(key.getName(), true, quota);
      bySecretHash.put(key.getSecretSha256(), KnownKey.of(caller, key.getDisabled(), List.of()));
    }
  }

  private void remove(String name) {
    forget(byName.remove(name), null);
  }

  /** Drops what the key was known by, unless it is known by the same from now on. */
  private void forget(@Nullable AccessKey before, @Nullable AccessKey now) {
    if (before == null) {
      return;
    }
    String writeKey = before.getWriteKey();
    if (writeKey != null && (now == null || !writeKey.equals(now.getWriteKey()))) {
      byWriteKey.remove(writeKey);
    }
    String hash = before.getSecretSha256();
    if (hash != null && (now == null || !hash.equals(now.getSecretSha256()))) {
      bySecretHash.remove(hash);
    }
  }

  private static @Nullable Quota quota(@Nullable KeyQuota quota) {
    return quota == null ? null : new Quota(quota.getEventsPerSecond(), quota.getBurst());
  }
}
