package viewstream.ingestion.enrichment;

import org.springframework.stereotype.Component;
import viewstream.ingestion.metrics.IngestionMetrics;
import viewstream.ingestion.privacy.Pseudonyms;

/** All that is needed to tell what a request shows about its sender. */
@Component
public final class Senders {
  final UserAgents userAgents;
  final Places places;
  final TrafficRules traffic;
  final Pseudonyms pseudonyms;
  final IngestionMetrics metrics;

  Senders(
      UserAgents userAgents,
      Places places,
      TrafficRules traffic,
      Pseudonyms pseudonyms,
      IngestionMetrics metrics) {
    this.userAgents = userAgents;
    this.places = places;
    this.traffic = traffic;
    this.pseudonyms = pseudonyms;
    this.metrics = metrics;
  }

  /**
   * The sender of a request.
   *
   * @param address IP address
   * @param userAgent empty if there was none
   * @param trusted came with a secret key
   */
  public Sender of(String address, String userAgent, boolean trusted) {
    return Sender.of(this, address, userAgent, trusted);
  }
}
