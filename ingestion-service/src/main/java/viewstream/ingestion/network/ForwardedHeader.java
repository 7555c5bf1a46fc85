package viewstream.ingestion.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Reads what proxies say about whom they speak for, nearest last: {@code Forwarded} of RFC 7239 and
 * the older {@code X-Forwarded-For}. What cannot be read stays in its place as a text that is no
 * address, so that nothing before it is believed in its stead.
 */
final class ForwardedHeader {
  private static final String UNREADABLE = "unknown";

  private ForwardedHeader() {}

  /** The addresses in values of {@code X-Forwarded-For}. */
  static List<String> simple(List<String> values) {
    return Stream.of(String.join(",", values).split(",", -1))
        .map(hop -> bare(hop.strip()))
        .toList();
  }

  /** The addresses behind {@code for=} in values of {@code Forwarded}. */
  static List<String> standard(List<String> values) {
    return split(String.join(",", values), ',').stream().map(ForwardedHeader::client).toList();
  }

  private static String client(String element) {
    for (String pair : split(element, ';')) {
      String text = pair.strip();
      if (text.toLowerCase(Locale.ROOT).startsWith("for=")) {
        return bare(unquoted(text.substring(4)));
      }
    }
    return UNREADABLE;
  }

  /** Splits where a separator stands outside of quotes. */
  private static List<String> split(String text, char separator) {
    var parts = new ArrayList<String>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(quoted ? UNREADABLE : text.substring(start));
    return parts;
  }

  private static String unquoted(String text) {
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  /** An address without brackets and port. */
  private static String bare(String node) {
    if (node.startsWith("[")) {
      int end = node.indexOf(']');
      return end < 0 ? UNREADABLE : node.substring(1, end);
    }
    int colon = node.indexOf(':');
    boolean port = colon >= 0 && node.indexOf(':', colon + 1) < 0;
    String address = port ? node.substring(0, colon) : node;
    return address.isEmpty() ? UNREADABLE : address;
  }
}
