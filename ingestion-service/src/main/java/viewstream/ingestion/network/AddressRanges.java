package viewstream.ingestion.network;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Ranges of addresses of one kind, by their first 64 bits; networks smaller than that are one. */
final class AddressRanges {
  private static final int IPV4_BYTES = 4;

  private final long[] firsts;
  private final long[] lasts;

  private AddressRanges(List<Range> ranges) {
    this.firsts = ranges.stream().mapToLong(Range::first).toArray();
    this.lasts = ranges.stream().mapToLong(Range::last).toArray();
  }

  /** Whether one of the ranges has this address. */
  boolean contain(InetAddress address) {
    long bits = bits(address);
    int low = 0;
    int high = firsts.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (Long.compareUnsigned(firsts[middle], bits) > 0) {
        high = middle - 1;
      } else if (Long.compareUnsigned(lasts[middle], bits) < 0) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }

  int size() {
    return firsts.length;
  }

  private static long bits(InetAddress address) {
    ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
    return bytes.capacity() == IPV4_BYTES
        ? Integer.toUnsignedLong(bytes.getInt())
        : bytes.getLong();
  }

  /** Collects ranges that do not overlap, in any order. */
  static final class Builder {
    private final List<Range> ranges = new ArrayList<>();

    void add(InetAddress first, InetAddress last) {
      ranges.add(new Range(bits(first), bits(last)));
    }

    AddressRanges build() {
      ranges.sort(Comparator.comparingLong(range -> range.first() + Long.MIN_VALUE));
      return new AddressRanges(ranges);
    }
  }

  private record Range(long first, long last) {}
}
