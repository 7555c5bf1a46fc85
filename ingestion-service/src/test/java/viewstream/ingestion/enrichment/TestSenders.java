package viewstream.ingestion.enrichment;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import viewstream.ingestion.metrics.IngestionMetrics;
import viewstream.ingestion.privacy.Pseudonyms;
import viewstream.ingestion.privacy.Secrets;

/** Senders without servers. */
public final class TestSenders {
  public static final Pseudonyms PSEUDONYMS = new Pseudonyms(Secrets.of("pseudonyms-of-the-tests"));

  private TestSenders() {}

  /** That know all there is to know; one for all tests, for the user agent parser takes seconds. */
  public static Senders knowing() {
    return Knowing.SENDERS;
  }

  /** That do not know user agents. */
  public static Senders create() {
    return new Senders(userAgents(), PSEUDONYMS);
  }

  private static UserAgents userAgents() {
    var metrics = new IngestionMetrics(new SimpleMeterRegistry());
    return new UserAgents(new UserAgentProperties(10, 10), metrics, Clock.systemUTC());
  }

  /** Made when first asked for. */
  private static final class Knowing {
    static final Senders SENDERS = create();

    static {
      SENDERS.userAgents().start();
    }
  }
}
