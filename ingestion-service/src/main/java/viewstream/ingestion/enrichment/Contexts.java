package viewstream.ingestion.enrichment;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import viewstream.ingestion.validation.EventObject;
import viewstream.schema.event.Context;

/** On what and where something was watched: what the event says, then what the request shows. */
public final class Contexts {
  private static final int LONGEST_REFERRER = 1024;
  private static final Set<String> DEVICES =
      Set.of("mobile", "tablet", "desktop", "tv", "console", "other");
  private static final Set<String> TRAFFIC_SOURCES =
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
          "other");
  private static final Set<String> AGE_GROUPS =
      Set.of("13-17", "18-24", "25-34", "35-44", "45-54", "55-64", "65+");
  private static final Set<String> GENDERS = Set.of("female", "male", "other");

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
    context.setPlatform(Labels.free(fields, "platform"));
    context.setAppVersion(Labels.free(fields, "app_version"));
    context.setPlayer(Labels.free(fields, "player"));
    context.setPlayerVersion(Labels.free(fields, "player_version"));
    context.setTrafficSource(Labels.oneOf(TRAFFIC_SOURCES, fields, "traffic_source"));
    context.setReferrer(referrer(fields.value("referrer")));
    context.setAgeGroup(Labels.oneOf(AGE_GROUPS, fields, "age_group"));
    context.setGender(Labels.oneOf(GENDERS, fields, "gender"));
    context.setSubscribed(truth(fields.value("subscribed")));
    context.setLive(truth(fields.value("live")));
    context.setProps(Props.read(fields));
    return context;
  }

  private static void copyPlace(EventObject fields, Sender viewer, Context context) {
    Place said = viewer.believedAboutPlace() ? Place.read(fields.value("location")) : Place.UNKNOWN;
    Place place = said.known() ? said : viewer.place();
    context.setCountry(place.country().text());
    context.setRegion(place.region().text());
    context.setCity(place.city().text());
  }

  private static void copyAgent(EventObject fields, Sender viewer, Context context) {
    String device = Labels.oneOf(DEVICES, fields, "device");
    String os = Labels.free(fields, "os");
    String browser = Labels.free(fields, "browser");
    boolean complete = Labels.isKnown(device) && Labels.isKnown(os) && Labels.isKnown(browser);
    Agent agent = complete ? Agent.UNKNOWN : viewer.agent();
    context.setDevice(Labels.isKnown(device) ? device : agent.device().text());
    context.setOs(Labels.isKnown(os) ? os : agent.os().text());
    context.setBrowser(Labels.isKnown(browser) ? browser : agent.browser().text());
  }

  private static @Nullable String referrer(@Nullable JsonNode value) {
    if (value == null || !value.isString() || value.stringValue().isBlank()) {
      return null;
    }
    String referrer = value.stringValue();
    return referrer.length() <= LONGEST_REFERRER
        ? referrer
        : referrer.substring(0, LONGEST_REFERRER);
  }

  private static @Nullable Boolean truth(@Nullable JsonNode value) {
    return value != null && value.isBoolean() ? value.booleanValue() : null;
  }
}
