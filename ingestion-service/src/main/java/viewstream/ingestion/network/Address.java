package viewstream.ingestion.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads IP addresses. Names are never looked up: what is no address is none. */
public final class Address {
  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");

  /** Nothing else may reach the resolver, which would ask the network for a name. */
  private static final Pattern IPV6 =
      Pattern.compile("[0-9a-fA-F:]{2,39}(\\d{0,3}(\\.\\d{1,3}){3})?");

  private static final int LONGEST = 45;

  private Address() {}

  /** The address; an IPv4 address that is written as IPv6 is IPv4. Null if the text is none. */
  public static @Nullable InetAddress parse(String text) {
    if (text.length() > LONGEST || !literal(text)) {
      return null;
    }
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException unreadable) {
      return null;
    }
  }

  private static boolean literal(String text) {
    return text.indexOf(':') < 0 ? IPV4.matcher(text).matches() : IPV6.matcher(text).matches();
  }
}
