package viewstream.ingestion.running;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import viewstream.schema.topic.Topic;
import viewstream.schema.topic.TopicCreation;
import viewstream.stack.LocalStack;
import viewstream.stack.Part;
import viewstream.stack.Servers;
import viewstream.stack.container.TestServers;

/** Kafka with all topics, and the schema registry. */
public final class Backend implements AutoCloseable {
  private static final int PARTITIONS = 2;

  private final Servers servers;

  private Backend(Servers servers) {
    this.servers = servers;
  }

  /** Starts both and makes the topics. */
  public static Backend start() {
    var backend = new Backend(TestServers.start(Part.KAFKA, Part.REGISTRY));
    backend.createTopics();
    return backend;
  }

  /** The same with processes of this machine, which can be frozen. */
  public static Backend startProcesses() {
    var backend = new Backend(LocalStack.start(Part.KAFKA, Part.REGISTRY));
    backend.createTopics();
    return backend;
  }

  /** What {@link #startProcesses} started. */
  public LocalStack processes() {
    return (LocalStack) servers;
  }

  public Servers servers() {
    return servers;
  }

  public String kafka() {
    return servers.address(Part.KAFKA);
  }

  public String registry() {
    return servers.address(Part.REGISTRY);
  }

  /** Starts the service on it, with these settings on top. */
  public Ingestion ingestion(Map<String, String> more) {
    return Ingestion.start(kafka(), registry(), new HashMap<>(more));
  }

  private void createTopics() {
    Map<String, Object> connection = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka());
    try (Admin admin = Admin.create(connection)) {
      var creation = new TopicCreation(admin, PARTITIONS, (short) 1);
      for (Topic topic : Topic.values()) {
        creation.create(topic);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    servers.close();
  }
}
