package viewstream.ingestion.enrichment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the ISO 3166-2 code of a region by its English name, as Unicode CLDR lists them. Names are
 * compared without accents and without words like region or state, which everybody uses otherwise.
 */
final class Regions {
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern KINDS =
      Pattern.compile(
          "\\b(the|state of|republic of|region|province|prefecture|governorate|district|county"
              + "|city|oblast|krai)\\b");
  private static final Pattern OTHERS = Pattern.compile("[^a-z]+");
  private static final int COUNTRY = 2;

  private final Map<String, String> codes;

  private Regions(Map<String, String> codes) {
    this.codes = codes;
  }

  /**
   * Reads {@code {"subdivisions":{"localeDisplayNames":{"subdivisions":{"usca":"California",…}}}}}.
   *
   * @throws IOException if it is something else
   */
  static Regions read(Path file) throws IOException {
    var codes = new HashMap<String, String>();
    for (Map.Entry<String, JsonNode> region : names(file).properties()) {
      String code = region.getKey().toUpperCase(Locale.ROOT);
      String country = code.substring(0, COUNTRY);
      codes.putIfAbsent(
          country + plain(region.getValue().asString()), country + "-" + code.substring(COUNTRY));
    }
    if (codes.isEmpty()) {
      throw new IOException("there are no subdivisions in it");
    }
    return new Regions(codes);
  }

  private static JsonNode names(Path file) throws IOException {
    try {
      return JsonMapper.shared()
          .readTree(Files.readAllBytes(file))
          .at("/subdivisions/localeDisplayNames/subdivisions");
    } catch (JacksonException unreadable) {
      throw new IOException(unreadable);
    }
  }

  /** The code, as in US-CA; unknown if no region of the country has that name. */
  String code(String country, String name) {
    return codes.getOrDefault(country + plain(name), Labels.UNKNOWN);
  }

  private static String plain(String name) {
    String letters =
        ACCENTS
            .matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    return OTHERS.matcher(KINDS.matcher(letters).replaceAll("")).replaceAll("");
  }
}
