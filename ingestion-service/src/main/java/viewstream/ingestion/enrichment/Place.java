package viewstream.ingestion.enrichment;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import viewstream.ingestion.validation.EventObject;

/**
 * Where a viewer is.
 *
 * @param country ISO 3166-1 alpha-2
 * @param region ISO 3166-2 with its country, as in US-CA
 * @param city name
 */
public record Place(Label country, Label region, Label city) {
  static final Place UNKNOWN = new Place(Label.UNKNOWN, Label.UNKNOWN, Label.UNKNOWN);

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Pattern REGION = Pattern.compile("[A-Z0-9]{1,3}");
  private static final int LONGEST_CITY = 128;

  /** Reads {@code location} {@code {"country","region","city"}}; what is none is unknown. */
  public static Place of(EventObject fields) {
    JsonNode location = fields.value("location");
    if (location == null || !location.isObject()) {
      return UNKNOWN;
    }
    String country = upper(location.get("country"));
    if (!COUNTRIES.contains(country)) {
      return UNKNOWN;
    }
    return new Place(
        Label.of(country),
        Label.of(region(country, upper(location.get("region")))),
        Label.of(Labels.text(location.get("city"), LONGEST_CITY)));
  }

  static boolean isCountry(String code) {
    return COUNTRIES.contains(code);
  }

  /** Whether there is anything known about it. */
  public boolean known() {
    return country.known();
  }

  private static String region(String country, String region) {
    String part = region.startsWith(country + "-") ? region.substring(3) : region;
    return REGION.matcher(part).matches() ? country + "-" + part : Labels.UNKNOWN;
  }

  private static String upper(@Nullable JsonNode value) {
    return Labels.text(value, Labels.LONGEST).toUpperCase(Locale.ROOT);
  }
}
