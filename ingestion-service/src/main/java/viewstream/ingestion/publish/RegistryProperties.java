package viewstream.ingestion.publish;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where schemas are registered.
 *
 * @param url of the registry's Confluent API
 */
@ConfigurationProperties("viewstream.schema-registry")
public record RegistryProperties(@DefaultValue("") String url) {
  public RegistryProperties {
    if (url.isBlank()) {
      throw new IllegalArgumentException(
          "Set VIEWSTREAM_SCHEMA_REGISTRY_URL to the registry's Confluent API, for example"
              + " http://127.0.0.1:8085/apis/ccompat/v7");
    }
  }
}
