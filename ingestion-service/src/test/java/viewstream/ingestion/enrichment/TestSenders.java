package viewstream.ingestion.enrichment;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import viewstream.ingestion.databases.DatabaseProperties;
import viewstream.ingestion.databases.Databases;
import viewstream.ingestion.metrics.IngestionMetrics;
import viewstream.ingestion.network.DataCenters;
import viewstream.ingestion.privacy.Pseudonyms;
import viewstream.ingestion.privacy.Secrets;

/** Senders without servers. */
public final class TestSenders {
  public static final Pseudonyms PSEUDONYMS = new Pseudonyms(Secrets.of("pseudonyms-of-the-tests"));

  private static final TrafficProperties NOBODY = new TrafficProperties(Set.of(), List.of());

  private TestSenders() {}

  /** That know user agents; one for all tests, for their parser takes seconds. */
  public static Senders knowing() {
    return Knowing.SENDERS;
  }

  /** That do not know user agents. */
  public static Senders create() {
    return create("", NOBODY, new IngestionMetrics(new SimpleMeterRegistry()));
  }

  /** That look things up in a folder. */
  static Senders create(String folder, TrafficProperties internal, IngestionMetrics metrics) {
    var databases = new Databases(new DatabaseProperties(folder, Duration.ofDays(1)), metrics);
    return new Senders(
        new UserAgents(
            new UserAgentProperties(1_000, 1_000), databases, metrics, Clock.systemUTC()),
        new Places(databases, metrics),
        new TrafficRules(internal, new DataCenters(databases, metrics)),
        PSEUDONYMS,
        metrics);
  }

  /** That look things up in a folder and know user agents. */
  static Senders knowing(Path folder, TrafficProperties internal, IngestionMetrics metrics) {
    Senders senders = create(folder.toString(), internal, metrics);
    senders.userAgents.load();
    return senders;
  }

  /** Made when first asked for. */
  private static final class Knowing {
    static final Senders SENDERS = create();

    static {
      SENDERS.userAgents.load();
    }
  }
}
