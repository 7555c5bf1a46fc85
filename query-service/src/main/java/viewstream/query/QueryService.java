package viewstream.query;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts the query service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class QueryService {
  /** Settings come from environment variables and {@code application.yaml}. */
  public static void main(String[] args) {
    SpringApplication.run(QueryService.class, args);
  }

  /** The one clock; tests put their own in its place. */
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
