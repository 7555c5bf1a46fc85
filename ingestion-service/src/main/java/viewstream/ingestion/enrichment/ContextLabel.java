package viewstream.ingestion.enrichment;

import java.util.Locale;
import java.util.Set;
import viewstream.ingestion.validation.EventObject;

/** The labels of a context that events may say in a field of the same name, each with its rule. */
public enum ContextLabel {
  DEVICE("mobile", "tablet", "desktop", "tv", "console", "other"),
  PLATFORM,
  OS,
  BROWSER,
  APP_VERSION,
  PLAYER,
  PLAYER_VERSION,
  TRAFFIC_SOURCE(
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
      "other"),
  AGE_GROUP("13-17", "18-24", "25-34", "35-44", "45-54", "55-64", "65+"),
  GENDER("female", "male", "other");

  private final String field = name().toLowerCase(Locale.ROOT);
  private final Set<String> known;

  /**
   * @param known all that it may be; nothing means any text
   */
  ContextLabel(String... known) {
    this.known = Set.of(known);
  }

  /** What the fields say; what cannot be used is unknown. */
  public Label of(EventObject fields) {
    return Label.of(
        known.isEmpty() ? Labels.free(fields, field) : Labels.oneOf(known, fields, field));
  }
}
