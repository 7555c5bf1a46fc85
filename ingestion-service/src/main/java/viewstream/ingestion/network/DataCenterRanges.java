package viewstream.ingestion.network;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** Picks the networks of data centres from a list of all networks. */
final class DataCenterRanges {
  private DataCenterRanges() {}

  /**
   * Reads lines {@code first address,last address,number of the autonomous system,its name}.
   *
   * @throws IOException if none of them belongs to a data centre: it is another file
   */
  static AddressRanges read(Path file, Set<String> systems) throws IOException {
    var ranges = new AddressRanges.Builder();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int first = line.indexOf(',');
        int last = line.indexOf(',', first + 1);
        int system = line.indexOf(',', last + 1);
        if (system > 0 && systems.contains(line.substring(last + 1, system))) {
          InetAddress from = Address.parse(line.substring(0, first));
          InetAddress to = Address.parse(line.substring(first + 1, last));
          if (from != null && to != null) {
            ranges.add(from, to);
          }
        }
      }
    }
    AddressRanges read = ranges.build();
    if (read.size() == 0) {
      throw new IOException("there is no network of a data centre in it");
    }
    return read;
  }
}
