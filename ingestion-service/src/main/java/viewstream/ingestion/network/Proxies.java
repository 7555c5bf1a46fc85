package viewstream.ingestion.network;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Finds the client behind proxies. A proxy adds to the end of a header whom it speaks for; what
 * stands before that may be anybody's invention. So the list is read from its end, as long as those
 * who wrote it are trusted: the client is the last address that is not a trusted proxy's.
 */
@Component
public final class Proxies {
  /** What stands for a client that cannot be told. It is no address, so nothing is told by it. */
  public static final String UNKNOWN = "unknown";

  private final Networks trusted;

  public Proxies(ProxyProperties properties) {
    this.trusted = Networks.parse(properties.trusted());
  }

  /**
   * The client's address.
   *
   * @param peer who opened the connection
   * @param forwardedFor values of {@code X-Forwarded-For}, in order
   * @param forwarded values of {@code Forwarded}, in order
   * @return the peer itself unless it is a trusted proxy that says otherwise; {@link #UNKNOWN} if
   *     both headers are there and name different clients, for one of them is not the proxy's
   */
  public String client(String peer, List<String> forwardedFor, List<String> forwarded) {
    if (forwardedFor.isEmpty() && forwarded.isEmpty() || !trusts(peer)) {
      return peer;
    }
    if (forwarded.isEmpty()) {
      return lastUntrusted(ForwardedHeader.simple(forwardedFor));
    }
    String client = lastUntrusted(ForwardedHeader.standard(forwarded));
    boolean agree =
        forwardedFor.isEmpty()
            || client.equals(lastUntrusted(ForwardedHeader.simple(forwardedFor)));
    return agree ? client : UNKNOWN;
  }

  /** If all are trusted, whoever is farthest away. */
  private String lastUntrusted(List<String> hops) {
    return hops.reversed().stream()
        .filter(hop -> !trusts(hop))
        .findFirst()
        .orElseGet(hops::getFirst);
  }

  private boolean trusts(String address) {
    return trusted.contain(Address.parse(address));
  }
}
