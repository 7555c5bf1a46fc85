package viewstream.ingestion.network;

import java.math.BigInteger;
import java.net.InetAddress;

/**
 * Addresses that begin with the same bits.
 *
 * @param first the lowest of them
 * @param bits how many are the same
 */
public record Network(InetAddress first, int bits) {
  /**
   * Reads a network such as {@code 10.0.0.0/8}, or an address alone.
   *
   * @throws IllegalArgumentException if it is none; says what is expected
   */
  public static Network parse(String text) {
    int slash = text.indexOf('/');
    InetAddress first = Address.parse(slash < 0 ? text : text.substring(0, slash));
    if (first == null) {
      throw new IllegalArgumentException(
          "a network must be like 10.0.0.0/8, 2001:db8::/32 or 127.0.0.1, is " + text);
    }
    int all = first.getAddress().length * Byte.SIZE;
    int bits = slash < 0 ? all : bits(text.substring(slash + 1), all, text);
    return new Network(first, bits);
  }

  private static int bits(String text, int all, String network) {
    if (text.matches("\\d{1,3}") && Integer.parseInt(text) <= all) {
      return Integer.parseInt(text);
    }
    throw new IllegalArgumentException(
        "the number after the slash must be from 0 to " + all + " in the network " + network);
  }

  /** Whether an address is one of them. */
  public boolean contains(InetAddress address) {
    byte[] these = first.getAddress();
    byte[] those = address.getAddress();
    return these.length == those.length && prefix(these).equals(prefix(those));
  }

  private BigInteger prefix(byte[] address) {
    return new BigInteger(1, address).shiftRight(address.length * Byte.SIZE - bits);
  }
}
