package viewstream.ingestion.keys;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import viewstream.ingestion.topic.Entry;
import viewstream.ingestion.topic.Listener;
import viewstream.ingestion.topic.Start;
import viewstream.ingestion.topic.TopicFollower;
import viewstream.ingestion.topic.Topics;
import viewstream.schema.event.AccessKey;
import viewstream.schema.topic.Topic;

/**
 * The keys of the topic {@code write_keys}, followed as they change. At start they are those of the
 * last run, until Kafka has told the newest.
 */
@Component
final class KeyDirectory implements Listener<AccessKey>, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(KeyDirectory.class);

  private final KeyTable table = new KeyTable();
  private final KeySnapshot snapshot;
  private final TopicFollower<AccessKey> follower;

  /** Set for good when keys are known, from Kafka or from the last run. */
  private volatile boolean ready;

  KeyDirectory(KeyProperties properties, Topics topics) {
    this.snapshot = new KeySnapshot(properties.keys().snapshot());
    List<AccessKey> remembered = snapshot.read();
    if (remembered != null) {
      remembered.forEach(key -> apply(new Entry<>(key.getName(), key, key.getChangedTime())));
      ready = true;
    }
    this.follower = topics.follow(Topic.WRITE_KEYS, AccessKey.class, new Start.Oldest(), this);
  }

  /** What a write key is good for; null if there is none such. */
  @Nullable KnownKey ofWriteKey(String key) {
    return table.ofWriteKey(key);
  }

  /** What a secret key is good for; null if there is none such. */
  @Nullable KnownKey ofSecret(String key) {
    return table.ofSecret(key);
  }

  /**
   * Whether a key that is not here is none. Otherwise it may be one that Kafka could not tell yet.
   */
  boolean isComplete() {
    return follower.isCurrent();
  }

  /** Whether keys are known at all yet, be they of the last run. */
  boolean ready() {
    return ready;
  }

  @Override
  public void close() throws InterruptedException {
    follower.close();
  }

  @Override
  public void accept(List<Entry<AccessKey>> changes) {
    changes.forEach(this::apply);
    if (ready) {
      snapshot.write(table.all());
    }
  }

  @Override
  public void caughtUp() {
    ready = true;
    snapshot.write(table.all());
    log.atInfo().addKeyValue("keys", table.all().size()).log("keys read");
  }

  /** One bad record must not keep all others from being followed. */
  private void apply(Entry<AccessKey> change) {
    try {
      table.apply(change);
    } catch (IllegalArgumentException invalid) {
      log.atWarn()
          .addKeyValue("key", change.key())
          .addKeyValue("cause", invalid.getMessage())
          .log("a key has a quota that is none; it stays as it was");
    }
  }
}
