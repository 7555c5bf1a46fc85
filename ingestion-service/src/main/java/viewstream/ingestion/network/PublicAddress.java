package viewstream.ingestion.network;

import java.net.Inet6Address;
import java.net.InetAddress;

/** Tells addresses of the internet from those of private and special networks. */
public final class PublicAddress {
  private PublicAddress() {}

  /** Whether the address is routed in the internet. */
  public static boolean test(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet6Address ? publicIpv6(bytes) : publicIpv4(bytes);
  }

  private static boolean publicIpv4(byte[] address) {
    int first = address[0] & 0xff;
    int second = address[1] & 0xff;
    int third = address[2] & 0xff;
    boolean thisNetwork = first == 0;
    boolean carrierGrade = first == 100 && (second & 0xc0) == 64;
    boolean protocols = first == 192 && second == 0 && (third == 0 || third == 2);
    boolean benchmarks = first == 198 && (second & 0xfe) == 18;
    boolean documentation =
        first == 198 && second == 51 && third == 100 || first == 203 && second == 0 && third == 113;
    boolean reserved = first >= 240;
    return !(thisNetwork || carrierGrade || protocols || benchmarks || documentation || reserved);
  }

  private static boolean publicIpv6(byte[] address) {
    boolean uniqueLocal = (address[0] & 0xfe) == 0xfc;
    boolean documentation =
        address[0] == 0x20 && address[1] == 0x01 && address[2] == 0x0d && address[3] == (byte) 0xb8;
    return !(uniqueLocal || documentation);
  }
}
