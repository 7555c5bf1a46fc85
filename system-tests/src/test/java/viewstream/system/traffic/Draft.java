package viewstream.system.traffic;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import viewstream.system.api.Json;

/**
 * An event that is not yet bytes.
 *
 * @param at true time, which a player with a wrong clock does not write
 */
record Draft(Instant at, Origin origin, Form.Stamp stamp, Map<String, Object> fields) {

  Event event() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("type", fields.get("type"));
    all.put("timestamp", stamp.of(at.plus(origin.clockSkew())));
    all.putAll(fields);
    return new Event(Json.write(all), origin, null);
  }
}
