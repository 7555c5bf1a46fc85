package viewstream.ingestion.publish;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How records go to Kafka.
 *
 * @param bootstrapServers brokers to ask first, host:port with commas
 * @param linger how long a batch waits to be filled
 * @param batchSize at which a batch goes before that
 * @param buffer memory for batches that wait
 * @param patience how long to wait for room or for the cluster's layout before giving up
 * @param acknowledgeWithin how long a request waits for Kafka before its records go to the spool
 * @param deliveryTimeout how long the producer tries, and a request waits whose records must not
 *     come late and so cannot go to the spool
 */
@ConfigurationProperties("viewstream.kafka")
public record PublishProperties(
    @DefaultValue("") String bootstrapServers,
    @DefaultValue("5ms") Duration linger,
    @DefaultValue("256KB") DataSize batchSize,
    @DefaultValue("32MB") DataSize buffer,
    @DefaultValue("500ms") Duration patience,
    @DefaultValue("1s") Duration acknowledgeWithin,
    @DefaultValue("8s") Duration deliveryTimeout) {
  public PublishProperties {
    if (bootstrapServers.isBlank()) {
      throw new IllegalArgumentException(
          "Set VIEWSTREAM_KAFKA_BOOTSTRAP_SERVERS to the brokers, for example 127.0.0.1:9092");
    }
  }
}
