package viewstream.query.metric;

import java.util.Locale;

/**
 * What views can be broken down by. The one place to add one. Every one is kept as views by value
 * and minute; the lower-case name is public API.
 */
public enum Dimension {
  AGE_GROUP("age_groups", true, "Age group of the viewer, as the player reports it."),
  GENDER("genders", true, "Gender of the viewer, as the player reports it."),
  COUNTRY("countries", true, "Country of the viewer, ISO 3166-1 alpha-2."),
  REGION("regions", true, "Region of the viewer, ISO 3166-2."),
  DEVICE("devices", false, "Kind of device: mobile, tablet, desktop, tv, console or other."),
  OS("operating_systems", false, "Operating system."),
  BROWSER("browsers", false, "Browser."),
  PLATFORM("platforms", false, "Platform of the app, such as web, android or ios."),
  TRAFFIC_SOURCE("traffic_sources", false, "Where the viewer came from, such as search.");

  private final String plural;
  private final boolean demographic;
  private final String definition;

  Dimension(String plural, boolean demographic, String definition) {
    this.plural = plural;
    this.demographic = demographic;
    this.definition = definition;
  }

  /** As it is written in requests. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The field of a video's figures that holds its shares. */
  public String plural() {
    return plural;
  }

  /** Whether that field stands under {@code demographics}. */
  public boolean demographic() {
    return demographic;
  }

  /** What it means, in a sentence. */
  public String definition() {
    return definition;
  }

  /** Whether a metric is kept by this dimension; so far only views are. */
  public boolean breaksDown(Metric metric) {
    return metric == Metric.VIEWS;
  }

  /** The column of {@code video_minute} that holds its views by value. */
  public String column() {
    return "views_by_" + label();
  }
}
