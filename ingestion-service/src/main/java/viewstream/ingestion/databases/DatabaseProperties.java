package viewstream.ingestion.databases;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where facts about the world lie.
 *
 * @param folder of the files; empty if there are none
 * @param checkEvery how soon a file that was replaced is read again
 */
@ConfigurationProperties("viewstream.databases")
public record DatabaseProperties(
    @DefaultValue("") String folder, @DefaultValue("10s") Duration checkEvery) {
  public DatabaseProperties {
    if (!checkEvery.isPositive()) {
      throw new IllegalArgumentException(
          "viewstream.databases.check-every must be longer than nothing, is " + checkEvery);
    }
  }
}
