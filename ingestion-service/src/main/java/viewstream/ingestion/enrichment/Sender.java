package viewstream.ingestion.enrichment;

import org.jspecify.annotations.Nullable;
import viewstream.ingestion.validation.EventObject;

/**
 * Where a request came from. Personal: it is looked at and forgotten, never stored or logged.
 *
 * @param address IP address
 * @param userAgent empty if there was none
 * @param trusted came with a secret key
 */
public record Sender(String address, String userAgent, boolean trusted) {
  /**
   * Whom an event is about: behind a secret key stands a server, whose events say in {@code ip} and
   * {@code user_agent} whom they speak for.
   */
  Sender spokenFor(EventObject context) {
    if (!trusted) {
      return this;
    }
    String address = context.text("ip");
    String userAgent = context.text("user_agent");
    return new Sender(or(address, this.address), or(userAgent, this.userAgent), true);
  }

  private static String or(@Nullable String given, String otherwise) {
    return given == null ? otherwise : given;
  }

  @Override
  public String toString() {
    return "Sender[trusted=" + trusted + "]";
  }
}
