package viewstream.ingestion.network;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several networks.
 *
 * @param networks in any order
 */
public record Networks(List<Network> networks) {
  public Networks {
    networks = List.copyOf(networks);
  }

  /**
   * Reads networks as they stand in the configuration.
   *
   * @throws IllegalArgumentException if one is none; says what is expected
   */
  public static Networks parse(List<String> texts) {
    return new Networks(
        texts.stream()
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(Network::parse)
            .toList());
  }

  /** Whether an address belongs to one of them; what is no address belongs to none. */
  public boolean contain(@Nullable InetAddress address) {
    if (address == null) {
      return false;
    }
    for (Network network : networks) {
      if (network.contains(address)) {
        return true;
      }
    }
    return false;
  }
}
