package viewstream.ingestion.enrichment;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells addresses of the internet from those of private and special networks. */
public final class PublicAddress {
  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");

  private PublicAddress() {}

  /** Whether the text is an address that is routed in the internet. */
  public static boolean test(String text) {
    InetAddress address = parse(text);
    if (address == null
        || address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet6Address ? publicIpv6(bytes) : publicIpv4(bytes);
  }

  /** Names are never looked up: what is no address is none. */
  private static @Nullable InetAddress parse(String text) {
    if (!IPV4.matcher(text).matches() && text.indexOf(':') < 0) {
      return null;
    }
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException unreadable) {
      return null;
    }
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
