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

  private AddressGroup() {}

  /** What to remember a public address by; null if it is none. */
  static @Nullable String of(String text) {
    InetAddress address = Address.parse(text);
    if (address == null || !PublicAddress.test(address)) {
      return null;
    }
    byte[] bytes = address.getAddress();
    int significant = address instanceof Inet4Address ? bytes.length : SITE_BYTES;
    return HexFormat.of().formatHex(bytes, 0, significant);
  }
}
