package viewstream.ingestion;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import viewstream.ingestion.tool.Tools;

/** Starts the ingestion service, or one of its tools when the first argument names it. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IngestionApplication {
  /** Starts the service; configuration comes from the environment. */
  public static void main(String[] arguments) {
    if (Tools.areMeantBy(arguments)) {
      Tools.main(arguments);
    } else {
      SpringApplication.run(IngestionApplication.class, arguments);
    }
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
