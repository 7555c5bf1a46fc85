package viewstream.ingestion.enrichment;

import com.maxmind.db.Reader;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Places by address, in a file of MaxMind's format with flat rows, which is mapped into memory: it
 * costs heap for what is looked at, and goes away when nobody looks at it any more.
 */
final class PlaceDatabase {
  private static final int IPV4 = 4;

  private final Reader reader;
  private final boolean knowsIpv6;
  private final boolean knowsIpv4;

  private PlaceDatabase(Reader reader) {
    this.reader = reader;
    String type = reader.getMetadata().databaseType();
    this.knowsIpv6 = reader.getMetadata().ipVersion() != IPV4;
    this.knowsIpv4 = !knowsIpv6 || !type.endsWith("ipv6");
  }

  /**
   * Opens a file and looks into it once: one whose rows cannot be read is broken, too.
   *
   * @throws IOException if it is broken
   */
  static PlaceDatabase open(Path file) throws IOException {
    var places = new PlaceDatabase(new Reader(file.toFile(), Reader.FileMode.MEMORY_MAPPED));
    places.row(InetAddress.getByName("8.8.8.8"));
    places.row(InetAddress.getByName("2001:4860:4860::8888"));
    return places;
  }

  /**
   * What it says about an address; null if nothing.
   *
   * @throws IOException if the file is broken
   */
  @Nullable PlaceRow row(InetAddress address) throws IOException {
    boolean known = address instanceof Inet4Address ? knowsIpv4 : knowsIpv6;
    return known ? reader.get(address, PlaceRow.class) : null;
  }
}
