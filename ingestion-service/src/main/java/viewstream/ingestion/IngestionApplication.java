package viewstream.ingestion;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts the ingestion service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IngestionApplication {
  /** Starts the service; configuration comes from the environment. */
  public static void main(String[] arguments) {
    SpringApplication.run(IngestionApplication.class, arguments);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
