package viewstream.flink.source;

import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import viewstream.schema.event.RejectedEvent;
import viewstream.schema.registry.RecordEncoder;
import viewstream.schema.registry.SchemaRegistry;
import viewstream.schema.topic.Topic;

/** Writes rejected records, each at least once; place and bytes tell repeats apart. */
final class RejectedRecords implements KafkaRecordSerializationSchema<Logged<RejectedEvent>> {
  private static final long serialVersionUID = 1;

  private final String registryUrl;
  private transient @Nullable RecordEncoder<RejectedEvent> encoder;

  private RejectedRecords(String registryUrl) {
    this.registryUrl = registryUrl;
  }

  static KafkaSink<Logged<RejectedEvent>> sink(String bootstrapServers, String registryUrl) {
    return KafkaSink.<Logged<RejectedEvent>>builder()
        .setBootstrapServers(bootstrapServers)
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setRecordSerializer(new RejectedRecords(registryUrl))
        .build();
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Logged<RejectedEvent> rejected, KafkaSinkContext context, @Nullable Long timestamp) {
    return new ProducerRecord<>(
        Topic.REJECTED_EVENTS.topicName(), encoder().encode(rejected.value()));
  }

  private RecordEncoder<RejectedEvent> encoder() {
    if (encoder == null) {
      try {
        encoder =
            RegistryPatience.await(
                () ->
                    new RecordEncoder<>(
                        Topic.REJECTED_EVENTS,
                        RejectedEvent.class,
                        new SchemaRegistry(registryUrl)));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("stopped while waiting for the schema registry", stopped);
      }
    }
    return encoder;
  }
}
