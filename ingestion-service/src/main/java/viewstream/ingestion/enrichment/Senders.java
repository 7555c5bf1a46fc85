package viewstream.ingestion.enrichment;

import org.springframework.stereotype.Component;
import viewstream.ingestion.privacy.Pseudonyms;

/**
 * All that is needed to tell what a request shows about its sender.
 *
 * @param userAgents describes user agents
 * @param pseudonyms names people
 */
@Component
public record Senders(UserAgents userAgents, Pseudonyms pseudonyms) {
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
