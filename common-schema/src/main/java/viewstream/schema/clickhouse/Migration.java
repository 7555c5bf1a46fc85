package viewstream.schema.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * One numbered file of idempotent SQL statements.
 *
 * @param number its place in the order
 * @param name the file's name
 * @param checksum SHA-256 of the file's text, hexadecimal
 * @param statements in the order of the file, without their semicolons
 */
public record Migration(int number, String name, String checksum, List<String> statements) {
  private static final List<String> FILES =
      List.of(
          "001-events.sql",
          "002-engagements.sql",
          "003-revenue.sql",
          "004-video-minute.sql",
          "005-video-viewers.sql",
          "006-catalog.sql",
          "007-trending.sql",
          "008-rollup-ledger.sql",
          "009-video-quarter-hour.sql",
          "010-video-day.sql",
          "011-channel-day.sql",
          "012-platform-day.sql",
          "013-channel-videos.sql");

  public Migration {
    statements = List.copyOf(statements);
  }

  /** All migrations of this version of the product, in order. */
  public static List<Migration> all() {
    return FILES.stream().map(Migration::read).toList();
  }

  private static Migration read(String file) {
    return parse(file, resource(file));
  }

  static Migration parse(String file, String text) {
    int number = Integer.parseInt(file.substring(0, file.indexOf('-')));
    List<String> statements =
        Arrays.stream(text.split(";\\s*(\\n|$)"))
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .toList();
    return new Migration(number, file, sha256(text), statements);
  }

  private static String resource(String file) {
    try (InputStream in = Migration.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("migration " + file + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
