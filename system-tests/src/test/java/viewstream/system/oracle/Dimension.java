package viewstream.system.oracle;

import java.util.Map;
import java.util.Set;

/** What views are divided by. */
public enum Dimension {
  DEVICE("device", Set.of("mobile", "tablet", "desktop", "tv", "console", "other")),
  OS("os", Set.of()),
  BROWSER("browser", Set.of()),
  COUNTRY("country", Set.of()),
  PLATFORM("platform", Set.of()),
  TRAFFIC_SOURCE(
      "traffic_source",
      Set.of(
          "search",
          "suggested",
          "browse",
          "channel",
          "playlist",
          "external",
          "embed",
          "notification",
          "ads",
          "direct",
          "other")),
  AGE_GROUP("age_group", Set.of("13-17", "18-24", "25-34", "35-44", "45-54", "55-64", "65+")),
  GENDER("gender", Set.of("female", "male", "other"));

  private static final String UNKNOWN = "unknown";

  private final String field;
  private final Set<String> known;

  /**
   * @param known the only values; empty when any will do
   */
  Dimension(String field, Set<String> known) {
    this.field = field;
    this.known = known;
  }

  /** What the event says, else what its user agent tells, else {@code unknown}. */
  String of(Reading event) {
    String said =
        switch (this) {
          case COUNTRY -> country(event);
          case DEVICE -> (String) event.fields().getOrDefault(field, event.agent().device());
          case OS -> (String) event.fields().getOrDefault(field, event.agent().os());
          case BROWSER -> (String) event.fields().getOrDefault(field, event.agent().browser());
          case PLATFORM, TRAFFIC_SOURCE, AGE_GROUP, GENDER ->
              (String) event.fields().getOrDefault(field, UNKNOWN);
        };
    return known.isEmpty() || known.contains(said) ? said : UNKNOWN;
  }

  private static String country(Reading event) {
    return event.fields().get("location") instanceof Map<?, ?> location
            && location.get("country") instanceof String country
            && country.length() == 2
        ? country
        : UNKNOWN;
  }
}
