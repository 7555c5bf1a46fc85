package viewstream.benchmarks.freshness;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import viewstream.benchmarks.fleet.Fleet;
import viewstream.stack.Part;
import viewstream.system.api.Http;
import viewstream.system.api.Reply;
import viewstream.system.api.Tokens;

/** Where the views of a video can be seen. */
final class Places {
  private static final String TRENDING =
      "/api/v1/analytics/trending?timeRange=1h&limit=50&region=" + Probe.COUNTRY;

  private final Fleet fleet;
  private final Http query;
  private final Map<String, String> reader;

  Places(Fleet fleet) {
    this.fleet = fleet;
    this.query = new Http(fleet.address(Part.QUERY));
    this.reader =
        Map.of(
            "Authorization",
            "Bearer " + new Tokens(fleet.stack().secrets().jwtSecret()).operator());
  }

  /** All of them, by what a reader calls them. */
  Map<String, Probe.Place> all() throws IOException {
    Map<String, Probe.Place> places = new LinkedHashMap<>();
    places.put("public counter", this::counter);
    places.put("dashboard", this::dashboard);
    places.put("minute row in ClickHouse", this::minuteRow);
    if (query.get(TRENDING, Map.of()).successful()) {
      places.put("trending of a country", this::trending);
    }
    return places;
  }

  private long trending(String video) throws IOException {
    Reply reply = query.get(TRENDING, Map.of());
    if (!reply.successful()) {
      return 0;
    }
    for (Object row : (List<?>) reply.json().get("trending")) {
      Map<?, ?> fields = (Map<?, ?>) row;
      if (video.equals(fields.get("video_id"))) {
        return number(fields.get("views"));
      }
    }
    return 0;
  }

  private long counter(String video) throws IOException {
    Reply reply = query.get("/api/v1/videos/" + video + "/views", Map.of());
    return reply.successful() ? number(reply.json().get("views")) : 0;
  }

  private long dashboard(String video) throws IOException {
    Reply reply = query.get("/api/v1/analytics/video/" + video + "?timeRange=1h", reader);
    return reply.successful() ? number(((Map<?, ?>) reply.json().get("metrics")).get("views")) : 0;
  }

  private long minuteRow(String video) throws IOException {
    return fleet.count(
        "SELECT sum(views) FROM viewstream.video_minute FINAL WHERE video_id = '" + video + "'");
  }

  private static long number(Object value) {
    return ((BigDecimal) value).longValue();
  }
}
