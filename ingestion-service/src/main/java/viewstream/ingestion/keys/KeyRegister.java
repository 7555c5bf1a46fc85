package viewstream.ingestion.keys;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import viewstream.ingestion.topic.Start;
import viewstream.ingestion.topic.TopicReader;
import viewstream.ingestion.topic.TopicWriter;
import viewstream.ingestion.topic.Topics;
import viewstream.ingestion.validation.Ids;
import viewstream.schema.event.AccessKey;
import viewstream.schema.topic.Topic;

/**
 * Changes keys on the topic {@code write_keys}; services follow within a second or two. Two changes
 * of one key at the same moment: the later one holds.
 */
public final class KeyRegister {
  private static final List<String> TAKEN = List.of(Caller.SERVER.name(), Caller.ANONYMOUS.name());

  private final Topics topics;
  private final Clock clock;

  public KeyRegister(Topics topics, Clock clock) {
    this.topics = topics;
    this.clock = clock;
  }

  /** All keys by name. */
  public List<AccessKey> list() {
    return read().all().stream().sorted(Comparator.comparing(AccessKey::getName)).toList();
  }

  /**
   * Adds a key.
   *
   * @param key without times
   * @throws IllegalArgumentException if its name is none, or is taken
   */
  public void create(AccessKey key) {
    String name = key.getName();
    if (!Ids.valid(name)) {
      throw new IllegalArgumentException("a key's name must be " + Ids.RULE);
    }
    if (TAKEN.contains(name) || find(list(), name) != null) {
      throw new IllegalArgumentException(
          "there is a key named %s already; use another name, or keys change".formatted(name));
    }
    Instant now = clock.instant();
    key.setCreatedTime(now);
    key.setChangedTime(now);
    write(key);
  }

  /**
   * Changes a key.
   *
   * @param change what to make of it
   * @return as it is now
   * @throws IllegalArgumentException if there is none of this name
   */
  public AccessKey change(String name, Consumer<AccessKey> change) {
    AccessKey key = find(list(), name);
    if (key == null) {
      throw new IllegalArgumentException(
          "there is no key named %s; keys list shows those there are".formatted(name));
    }
    change.accept(key);
    key.setChangedTime(clock.instant());
    write(key);
    return key;
  }

  private KeyTable read() {
    var table = new KeyTable();
    try (TopicReader<AccessKey> reader =
        topics.read(Topic.WRITE_KEYS, AccessKey.class, new Start.Oldest())) {
      reader.readToEnd(entries -> entries.forEach(table::apply));
    }
    return table;
  }

  private void write(AccessKey key) {
    try (TopicWriter writer = topics.write()) {
      writer.write(Topic.WRITE_KEYS, key.getName(), key);
      writer.flush();
    }
  }

  private static @Nullable AccessKey find(Collection<AccessKey> keys, String name) {
    return keys.stream().filter(key -> key.getName().equals(name)).findFirst().orElse(null);
  }
}
