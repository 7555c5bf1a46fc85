package viewstream.ingestion.quota;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import viewstream.ingestion.enrichment.PublicAddress;

/**
 * Who shares a bound: an IPv4 address is one customer's, and of IPv6 a customer has at least 2⁶⁴.
 */
final class AddressGroup {
  private static final int SITE_BYTES = 8;

  private AddressGroup() {}

  /** What to remember a public address by; null if it is none. */
  static @Nullable String of(String text) {
    if (!PublicAddress.test(text)) {
      return null;
    }
    return text.indexOf(':') < 0 ? text : site(text);
  }

  private static String site(String ipv6) {
    try {
      return HexFormat.of().formatHex(InetAddress.getByName(ipv6).getAddress(), 0, SITE_BYTES);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("an address was just read and now is none", impossible);
    }
  }
}
