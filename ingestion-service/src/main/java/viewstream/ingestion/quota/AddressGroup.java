package viewstream.ingestion.quota;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import viewstream.ingestion.network.Address;
import viewstream.ingestion.network.PublicAddress;

/**
 * Who shares a bound: an IPv4 address is one customer's, and of IPv6 a customer has at least 2⁶⁴.
 */
final class AddressGroup {
  private static final int SITE_BYTES = 8;

  /** All whose address cannot be told. If they had no bound, hiding it would be worth while. */
  private static final String HIDDEN = "hidden";

  private AddressGroup() {}

  /** What to remember an address by; null if it is a private one. */
  static @Nullable String of(String text) {
    InetAddress address = Address.parse(text);
    if (address == null) {
      return HIDDEN;
    }
    if (!PublicAddress.test(address)) {
      return null;
    }
    byte[] bytes = address.getAddress();
    int significant = address instanceof Inet4Address ? bytes.length : SITE_BYTES;
    return HexFormat.of().formatHex(bytes, 0, significant);
  }
}
