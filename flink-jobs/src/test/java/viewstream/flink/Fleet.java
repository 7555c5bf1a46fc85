package viewstream.flink;

import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import viewstream.schema.clickhouse.Migration;
import viewstream.schema.redis.RedisKeys;
import viewstream.schema.redis.Sink;
import viewstream.schema.registry.SchemaRegistry;
import viewstream.schema.topic.Topic;
import viewstream.schema.topic.TopicCreation;
import viewstream.stack.Part;
import viewstream.stack.Servers;
import viewstream.stack.container.TestServers;

/** Real servers with topics and tables, and what a test asks of them. */
final class Fleet implements AutoCloseable {
  private static final int PARTITIONS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration POLL = Duration.ofMillis(200);

  final Servers servers = TestServers.start(Part.KAFKA, Part.REGISTRY, Part.CLICKHOUSE, Part.REDIS);
  final SchemaRegistry registry = new SchemaRegistry(servers.address(Part.REGISTRY));

  private final HttpClient http = HttpClient.newHttpClient();
  private final RedisClient redisClient = RedisClient.create(servers.address(Part.REDIS));
  private final StatefulRedisConnection<String, String> redis = redisClient.connect();
  private final KafkaProducer<String, byte[]> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", servers.address(Part.KAFKA)),
          new StringSerializer(),
          new ByteArraySerializer());

  Fleet() throws IOException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.address(Part.KAFKA)))) {
      TopicCreation topics = new TopicCreation(admin, PARTITIONS, (short) 1);
      for (Topic topic : Topic.values()) {
        topics.create(topic);
      }
    }
    query("CREATE DATABASE IF NOT EXISTS viewstream");
    for (Migration migration : Migration.all()) {
      for (String statement : migration.statements()) {
        query(statement);
      }
    }
  }

  /** Options for a job on these servers, with short intervals. */
  JobOptions options(String... more) {
    Stream<String> intervals = Stream.of("--emit-interval", "500ms", "--checkpoint-interval", "1s");
    return JobOptions.parse(
        Stream.concat(intervals, Stream.of(more)).toArray(String[]::new), servers.environment());
  }

  /** Appends records; returns when the log has them all. */
  void append(Topic topic, Collection<Keyed> records)
      throws ExecutionException, InterruptedException {
    for (Keyed keyed : records) {
      producer.send(new ProducerRecord<>(topic.topicName(), keyed.key(), keyed.value()));
    }
    producer.flush();
  }

  /** Waits until the sinks have told that they have written all that the log has now. */
  void awaitProgress(Sink... sinks) throws ExecutionException, InterruptedException {
    // The broker's own clock says when now is.
    long now =
        producer
            .send(new ProducerRecord<>(Topic.VIDEO_VIEW_EVENTS.topicName(), null))
            .get()
            .timestamp();
    for (Sink sink : sinks) {
      await("progress of " + sink).atMost(PATIENCE).until(() -> progress(sink) >= now);
    }
  }

  /**
   * Waits until a consumer group has committed all that a topic has now: its lag is seen by that.
   */
  void awaitCommitted(String group, Topic topic) throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> ends =
        IntStream.range(0, PARTITIONS)
            .mapToObj(partition -> new TopicPartition(topic.topicName(), partition))
            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.address(Part.KAFKA)))) {
      var now = admin.listOffsets(ends).all().get();
      await("offsets of " + group)
          .atMost(PATIENCE)
          .until(
              () -> {
                var committed =
                    admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
                return now.entrySet().stream()
                    .allMatch(
                        end ->
                            committed.containsKey(end.getKey())
                                && committed.get(end.getKey()).offset() >= end.getValue().offset());
              });
    }
  }

  private long progress(Sink sink) {
    return redis.sync().hvals(RedisKeys.progress(sink)).stream()
        .mapToLong(Long::parseLong)
        .min()
        .orElse(Long.MIN_VALUE);
  }

  /** The values of a topic's records, from its beginning until there is at least one. */
  List<byte[]> values(Topic topic) {
    Map<String, Object> settings = Map.of("bootstrap.servers", servers.address(Part.KAFKA));
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.topicName()).stream()
              .map(partition -> new TopicPartition(topic.topicName(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      List<byte[]> values = new ArrayList<>();
      await("records of " + topic)
          .atMost(PATIENCE)
          .pollInSameThread()
          .until(
              () -> {
                consumer.poll(POLL).forEach(record -> values.add(record.value()));
                return !values.isEmpty();
              });
      return values;
    }
  }

  Map<String, String> hash(String key) {
    return redis.sync().hgetall(key);
  }

  /** The answer as text: tab-separated lines. */
  String query(String sql) throws IOException, InterruptedException {
    HttpResponse<String> reply =
        http.send(
            HttpRequest.newBuilder(URI.create(servers.address(Part.CLICKHOUSE) + "/"))
                .POST(HttpRequest.BodyPublishers.ofString(sql))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (reply.statusCode() != 200) {
      throw new IllegalStateException(reply.body());
    }
    return reply.body().strip();
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(1));
    redis.close();
    redisClient.shutdown();
    servers.close();
  }

  /** A record to append. */
  record Keyed(String key, byte[] value) {}
}
