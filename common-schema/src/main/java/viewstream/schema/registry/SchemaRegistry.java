package viewstream.schema.registry;

import java.io.IOException;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import viewstream.schema.topic.Topic;

/**
 * The schema registry, through the genuine Confluent client. This is the only class that sees that
 * client: it is relocated inside a Flink artifact, the one place where Maven Central has it, and so
 * is its Avro; schemas cross as JSON text. Answers are cached; safe for use by many threads.
 */
public final class SchemaRegistry {
  private static final int CACHED_SCHEMAS = 1_000;
  private static final String COMPATIBILITY = "BACKWARD_TRANSITIVE";

  private final SchemaRegistryClient client;

  /**
   * @param url of the Confluent API, for example {@code http://127.0.0.1:8085/apis/ccompat/v7};
   *     nothing is contacted yet
   */
  public SchemaRegistry(String url) {
    this.client = new CachedSchemaRegistryClient(url, CACHED_SCHEMAS, Map.of());
  }

  /**
   * Registers a topic's schema, or finds it there.
   *
   * @return its id
   * @throws IncompatibleSchemaException if it cannot read what earlier schemas of the topic wrote
   * @throws RegistryUnavailableException if the registry does not answer, or not well
   */
  public int register(Topic topic) {
    try {
      return client.register(topic.subject(), new AvroSchema(topic.schema().toString()));
    } catch (RestClientException refused) {
      if (refused.getStatus() == 409) {
        throw new IncompatibleSchemaException(topic.subject(), refused);
      }
      throw new RegistryUnavailableException("register the schema of " + topic.subject(), refused);
    } catch (IOException away) {
      throw new RegistryUnavailableException("register the schema of " + topic.subject(), away);
    }
  }

  /**
   * Finds the schema that a record was written with.
   *
   * @throws UnknownSchemaException if there is none of that id
   * @throws RegistryUnavailableException if the registry does not answer, or not well
   */
  public Schema schema(int id) {
    try {
      return new Schema.Parser().parse(client.getSchemaById(id).canonicalString());
    } catch (RestClientException refused) {
      if (refused.getStatus() == 404) {
        throw new UnknownSchemaException(id, refused);
      }
      throw new RegistryUnavailableException("read schema " + id, refused);
    } catch (IOException away) {
      throw new RegistryUnavailableException("read schema " + id, away);
    }
  }

  /**
   * Makes the registry refuse schemas that cannot read all that the topic's earlier schemas wrote.
   *
   * @throws RegistryUnavailableException if the registry does not answer, or not well
   */
  public void requireCompatibility(Topic topic) {
    try {
      client.updateCompatibility(topic.subject(), COMPATIBILITY);
    } catch (RestClientException | IOException failed) {
      throw new RegistryUnavailableException("set the compatibility of " + topic.subject(), failed);
    }
  }
}
