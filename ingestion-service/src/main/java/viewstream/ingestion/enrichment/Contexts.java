package viewstream.ingestion.enrichment;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import viewstream.ingestion.validation.EventObject;
import viewstream.schema.event.Context;

/** On what and where something was watched: what the event says, then what the request shows. */
public final class Contexts {
  /** Characters kept of a referrer. */
  public static final int LONGEST_REFERRER = 1024;

  private Contexts() {}

  /**
   * The context of an event, with every label set.
   *
   * @param fields the event's fields over its batch's
   * @param viewer whom the event is about
   * @throws viewstream.ingestion.validation.InvalidEventException if {@code props} break their rule
   */
  public static Context read(EventObject fields, Sender viewer) {
    var context = new Context();
    copyPlace(fields, viewer, context);
    copyAgent(fields, viewer, context);
    context.setPlatform(ContextLabel.PLATFORM.of(fields).text());
    context.setAppVersion(ContextLabel.APP_VERSION.of(fields).text());
    context.setPlayer(ContextLabel.PLAYER.of(fields).text());
    context.setPlayerVersion(ContextLabel.PLAYER_VERSION.of(fields).text());
    context.setTrafficSource(ContextLabel.TRAFFIC_SOURCE.of(fields).text());
    context.setReferrer(referrer(fields));
    context.setAgeGroup(ContextLabel.AGE_GROUP.of(fields).text());
    context.setGender(ContextLabel.GENDER.of(fields).text());
    context.setSubscribed(truth(fields, "subscribed"));
    context.setLive(truth(fields, "live"));
    context.setProps(Props.read(fields));
    return context;
  }

  private static void copyPlace(EventObject fields, Sender viewer, Context context) {
    Place said = viewer.believedAboutPlace() ? Place.of(fields) : Place.UNKNOWN;
    Place place = said.known() ? said : viewer.place();
    context.setCountry(place.country().text());
    context.setRegion(place.region().text());
    context.setCity(place.city().text());
  }

  private static void copyAgent(EventObject fields, Sender viewer, Context context) {
    Label device = ContextLabel.DEVICE.of(fields);
    Label os = ContextLabel.OS.of(fields);
    Label browser = ContextLabel.BROWSER.of(fields);
    Agent agent = viewer.agent();
    context.setDevice(device.or(agent.device()).text());
    context.setOs(os.or(agent.os()).text());
    context.setBrowser(browser.or(agent.browser()).text());
  }

  /** Where the viewer came from, cut to a bearable length; null if that is not said. */
  public static @Nullable String referrer(EventObject fields) {
    JsonNode value = fields.value("referrer");
    if (value == null || !value.isString() || value.stringValue().isBlank()) {
      return null;
    }
    String referrer = value.stringValue();
    return referrer.length() <= LONGEST_REFERRER
        ? referrer
        : referrer.substring(0, LONGEST_REFERRER);
  }

  /** A truth value; null if the field is none. */
  public static @Nullable Boolean truth(EventObject fields, String field) {
    JsonNode value = fields.value(field);
    return value != null && value.isBoolean() ? value.booleanValue() : null;
  }
}
