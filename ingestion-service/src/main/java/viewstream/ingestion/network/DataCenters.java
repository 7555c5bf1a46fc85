package viewstream.ingestion.network;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import viewstream.ingestion.databases.Database;
import viewstream.ingestion.databases.Databases;
import viewstream.ingestion.metrics.Fact;
import viewstream.ingestion.metrics.IngestionMetrics;

/** Tells addresses of data centres, by the autonomous systems in {@code data-centers.txt}. */
@Component
public final class DataCenters {
  private final Database<AddressRanges> ipv4;
  private final Database<AddressRanges> ipv6;
  private final IngestionMetrics metrics;

  public DataCenters(Databases databases, IngestionMetrics metrics) {
    Set<String> systems = systems();
    this.ipv4 = databases.open("asn-ipv4.csv", file -> DataCenterRanges.read(file, systems));
    this.ipv6 = databases.open("asn-ipv6.csv", file -> DataCenterRanges.read(file, systems));
    this.metrics = metrics;
  }

  /** Whether a public address belongs to a data centre; no, as long as nobody knows. */
  public boolean contain(InetAddress address) {
    AddressRanges ranges = (address instanceof Inet4Address ? ipv4 : ipv6).current();
    if (ranges == null) {
      metrics.unknown(Fact.NETWORK);
      return false;
    }
    return ranges.contain(address);
  }

  private static Set<String> systems() {
    try (InputStream list =
            Objects.requireNonNull(DataCenters.class.getResourceAsStream("data-centers.txt"));
        var lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.substring(0, line.indexOf(' ')))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
