package viewstream.flink.source;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import viewstream.flink.metrics.JobMetrics;
import viewstream.flink.serial.SerializedType;
import viewstream.schema.event.RejectedEvent;
import viewstream.schema.registry.RecordDecoder;
import viewstream.schema.registry.SchemaRegistry;
import viewstream.schema.registry.UnknownSchemaException;
import viewstream.schema.registry.WireFormatException;

/**
 * Reads records. A tick has done its work when its time was taken and ends here; what cannot be
 * read goes to {@link #REJECTED} and harms no other record.
 *
 * @param <T> the topic's record type
 */
final class Decode<T extends SpecificRecord> extends ProcessFunction<RawRecord, Logged<T>> {
  /** Records that cannot be read, with the place where they lie. */
  static final OutputTag<Logged<RejectedEvent>> REJECTED =
      new OutputTag<>(
          "rejected", SerializedType.of(Logged.class, new LoggedSerializer<>(RejectedEvent.class)));

  private static final long serialVersionUID = 1;

  private final Class<T> type;
  private final String registryUrl;
  private transient RecordDecoder<T> decoder;
  private transient Counter poison;

  Decode(Class<T> type, String registryUrl) {
    this.type = type;
    this.registryUrl = registryUrl;
  }

  @Override
  public void open(OpenContext context) {
    decoder = new RecordDecoder<>(type, new SchemaRegistry(registryUrl));
    poison =
        getRuntimeContext().getMetricGroup().addGroup(JobMetrics.GROUP).counter(JobMetrics.POISON);
  }

  @Override
  public void processElement(RawRecord record, Context context, Collector<Logged<T>> out)
      throws InterruptedException {
    byte[] value = record.value();
    if (value == null) {
      return;
    }
    T read;
    try {
      read = RegistryPatience.await(() -> decoder.decode(value));
    } catch (WireFormatException | UnknownSchemaException unreadable) {
      poison.inc();
      context.output(
          REJECTED,
          new Logged<>(
              rejected(record, value, unreadable.getMessage()), record.time(), record.offset()));
      return;
    }
    out.collect(new Logged<>(read, record.time(), record.offset()));
  }

  private static RejectedEvent rejected(RawRecord record, byte[] value, String detail) {
    return RejectedEvent.newBuilder()
        .setReason("poison_record")
        .setDetail(detail)
        .setEndpoint("stream")
        .setPayload(ByteBuffer.wrap(value))
        .setReceivedTime(Instant.ofEpochMilli(record.time()))
        .setTopic(record.topic())
        .setPartition(record.partition())
        .setOffset(record.offset())
        .build();
  }
}
