package viewstream.ingestion.tool;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * What the service makes of an event, configured as the service is, without the service: nothing
 * listens, nothing connects, and the spool is left to the process that has it.
 */
final class ServiceParts implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private ServiceParts(ConfigurableApplicationContext context) {
    this.context = context;
  }

  static ServiceParts open(Connection connection) {
    Map<String, Object> environment = Map.copyOf(connection.environment());
    return new ServiceParts(
        new SpringApplicationBuilder(Parts.class)
            .web(WebApplicationType.NONE)
            .lazyInitialization(true)
            .registerShutdownHook(false)
            .logStartupInfo(false)
            .properties("logging.level.root=error", "logging.structured.format.console=")
            .initializers(
                starting ->
                    starting
                        .getEnvironment()
                        .getPropertySources()
                        .addFirst(
                            new SystemEnvironmentPropertySource(
                                "tool-systemEnvironment", environment)))
            .run());
  }

  <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }

  /** The packages on an event's way from bytes to a record. */
  @ComponentScan({
    "viewstream.ingestion.cmcd",
    "viewstream.ingestion.databases",
    "viewstream.ingestion.enrichment",
    "viewstream.ingestion.metrics",
    "viewstream.ingestion.network",
    "viewstream.ingestion.pipeline",
    "viewstream.ingestion.privacy",
    "viewstream.ingestion.rejection",
    "viewstream.ingestion.replay",
    "viewstream.ingestion.validation"
  })
  @ConfigurationPropertiesScan("viewstream.ingestion")
  static class Parts {
    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    @Bean
    MeterRegistry meters() {
      return new SimpleMeterRegistry();
    }
  }
}
