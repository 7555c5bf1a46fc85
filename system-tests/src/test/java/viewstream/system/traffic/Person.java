package viewstream.system.traffic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who watches, and how the player of that person reports.
 *
 * @param userId null for somebody without an account
 * @param said what every event says about the person and the place
 */
record Person(@Nullable String userId, Origin origin, Map<String, Object> said) {

  private static final List<String> COUNTRIES =
      List.of("US", "IN", "BR", "DE", "JP", "GB", "FR", "MX", "ID", "NG");
  private static final List<String> AGES =
      List.of("25-34", "18-24", "35-44", "45-54", "13-17", "55-64", "65+");
  private static final List<String> GENDERS = List.of("female", "male", "other");

  /**
   * Somebody seen from the network: a browser, an app, a television, a server's report, a robot.
   */
  static Person random(Chance chance, String name) {
    UserAgent agent = chance.ofSkewed(UserAgent.VIEWERS);
    Map<String, Object> said = new LinkedHashMap<>();
    if (chance.percent(85)) {
      said.put("location", Map.of("country", chance.ofSkewed(COUNTRIES)));
    } else if (chance.percent(20)) {
      said.put("location", Map.of("country", "Germany"));
    }
    if (chance.percent(40)) {
      said.put("age_group", chance.ofSkewed(AGES));
      said.put("gender", chance.of(GENDERS));
    }
    String userId = chance.percent(70) ? "user-" + name : null;
    return new Person(userId, origin(chance, agent, said), said);
  }

  /** The same person at another clock or place of the network. */
  Person at(Origin origin) {
    return new Person(userId, origin, said);
  }

  private static Origin origin(Chance chance, UserAgent agent, Map<String, Object> said) {
    if (chance.percent(5)) {
      said.put("app_version", "7.1");
      said.put("platform", "android");
      said.put("device", "mobile");
      said.put("os", "Android");
      said.put("browser", "Chrome");
      return Origin.player(UserAgent.LIBRARY);
    }
    if (chance.percent(15)) {
      said.put("user_agent", agent.text());
      said.put("ip", "203.0.113." + chance.between(1, 254));
      return Origin.server();
    }
    if (chance.percent(15)) {
      return Origin.embedded(agent);
    }
    if (chance.percent(2)) {
      said.put("device", "console");
    }
    return Origin.player(agent);
  }
}
