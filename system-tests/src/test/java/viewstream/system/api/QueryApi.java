package viewstream.system.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The query service as a dashboard sees it. */
public final class QueryApi {
  private final Http http;
  private final Map<String, String> headers;

  /**
   * @param token bearer token of the reader
   */
  public QueryApi(String address, String token) {
    this.http = new Http(address);
    this.headers = Map.of("Authorization", "Bearer " + token);
  }

  /** The dashboard of a video over the last 24 hours. */
  public Answer video(String videoId) {
    return answer("/api/v1/analytics/video/%s?timeRange=24h".formatted(videoId), headers);
  }

  /** The dashboard of a video from a minute to before another. */
  public Answer video(String videoId, Instant from, Instant to) {
    return answer("/api/v1/analytics/video/%s?from=%s&to=%s".formatted(videoId, from, to), headers);
  }

  /** The dashboard of the last 24 hours with a plan of how it was answered. */
  public Answer videoWithPlan(String videoId) {
    Map<String, String> asking =
        Map.of("Authorization", headers.get("Authorization"), "X-Viewstream-Debug", "plan");
    return answer("/api/v1/analytics/video/%s?timeRange=24h".formatted(videoId), asking);
  }

  /** Metrics by minute, hour or day. */
  public Answer timeseries(
      String videoId, Collection<String> metrics, String granularity, Instant from, Instant to) {
    return answer(
        "/api/v1/analytics/video/%s/timeseries?metrics=%s&granularity=%s&from=%s&to=%s"
            .formatted(videoId, String.join(",", metrics), granularity, from, to),
        headers);
  }

  /** The dashboard of a channel over seven UTC days. */
  public Answer creator(String channelId) {
    return answer("/api/v1/analytics/creator/%s?period=7d".formatted(channelId), headers);
  }

  /** The public lifetime counter. */
  public Answer counter(String videoId) {
    return answer("/api/v1/videos/%s/views".formatted(videoId), Map.of());
  }

  /** What is trending, as many rows as there are. */
  public Answer trending(String region, String window) {
    return answer(
        "/api/v1/analytics/trending?region=%s&timeRange=%s&limit=200".formatted(region, window),
        Map.of());
  }

  /** Whether a video is in the catalogue. */
  public boolean knows(String videoId) {
    return get("/api/v1/analytics/video/%s?timeRange=1h".formatted(videoId)).status() != 404;
  }

  /** Any path, as it is answered. */
  public Reply get(String path) {
    try {
      return http.get(path, headers);
    } catch (IOException failed) {
      throw new UncheckedIOException(path, failed);
    }
  }

  private Answer answer(String path, Map<String, String> asking) {
    try {
      Reply reply = http.get(path, asking);
      if (reply.status() == 503) {
        throw new UnavailableException("GET " + path + " answers " + reply);
      }
      if (reply.status() != 200) {
        throw new IllegalStateException("GET " + path + " answers " + reply);
      }
      return new Answer(reply.json());
    } catch (IOException failed) {
      throw new UncheckedIOException(path, failed);
    }
  }

  /** The service cannot answer now, and the contract lets a reader ask again. */
  public static final class UnavailableException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    UnavailableException(String message) {
      super(message);
    }
  }

  /** A reply's JSON, read by dotted paths. */
  public record Answer(Map<String, Object> json) {

    /**
     * The value at a path such as {@code metrics.views}.
     *
     * @throws IllegalStateException when the reply has no such field
     */
    public Object at(String path) {
      Object value = json;
      for (String name : path.split("\\.")) {
        if (!(value instanceof Map<?, ?> map) || map.get(name) == null) {
          throw new IllegalStateException("no " + path + " in " + Json.write(json));
        }
        value = map.get(name);
      }
      return value;
    }

    public BigDecimal number(String path) {
      return (BigDecimal) at(path);
    }

    public Instant instant(String path) {
      return Instant.parse((String) at(path));
    }

    /** Everything whose log time is before this is in the answer. */
    public Instant dataThrough() {
      return instant("freshness.data_through");
    }

    /** Numbers by name. */
    public Map<String, BigDecimal> numbers(String path) {
      Map<String, BigDecimal> numbers = new TreeMap<>();
      ((Map<?, ?>) at(path))
          .forEach((name, value) -> numbers.put((String) name, (BigDecimal) value));
      return numbers;
    }

    /** The points of a time series. */
    public NavigableMap<Instant, Map<String, BigDecimal>> points() {
      NavigableMap<Instant, Map<String, BigDecimal>> points = new TreeMap<>();
      for (Object element : (List<?>) at("points")) {
        Map<String, BigDecimal> numbers = new TreeMap<>();
        Map<?, ?> point = (Map<?, ?>) element;
        point.forEach(
            (name, value) -> {
              if (value instanceof BigDecimal number) {
                numbers.put((String) name, number);
              }
            });
        points.put(Instant.parse((String) point.get("time")), numbers);
      }
      return points;
    }

    /** The objects of a list. */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> objects(String path) {
      return (List<Map<String, Object>>) at(path);
    }

    /** Whether no figure in the answer is an estimate. */
    public boolean exact() {
      return (Boolean) at("freshness.exact");
    }

    /** The texts of a list. */
    public List<String> texts(String path) {
      List<String> texts = new ArrayList<>();
      ((List<?>) at(path)).forEach(value -> texts.add(String.valueOf(value)));
      return texts;
    }
  }
}
