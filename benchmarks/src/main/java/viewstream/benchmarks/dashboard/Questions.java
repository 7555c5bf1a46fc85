package viewstream.benchmarks.dashboard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import viewstream.benchmarks.fleet.Fleet;
import viewstream.benchmarks.load.Requests;
import viewstream.stack.Part;
import viewstream.system.api.Http;
import viewstream.system.api.Reply;
import viewstream.system.api.Tokens;

/** Dashboards to ask for, and what they ask of ClickHouse at least. */
final class Questions {
  static final String SCENARIO = "board";

  private static final int VIDEOS = 500;
  private static final int HOT_VIDEOS = 16;
  private static final Duration LENGTH = Duration.ofMinutes(45);

  private final Fleet fleet;
  private final Instant end;
  private final Map<String, String> headers;
  private final String columns;

  /**
   * @param now when the last event happened
   */
  Questions(Fleet fleet, Instant now) throws IOException {
    this.fleet = fleet;
    this.end = now.truncatedTo(ChronoUnit.MINUTES);
    String token = new Tokens(fleet.stack().secrets().jwtSecret()).operator();
    this.headers = Map.of("Authorization", "Bearer " + token);
    // Every measure and every breakdown, like the dashboard itself.
    this.columns =
        fleet.sql(
            """
            SELECT arrayStringConcat(groupArray(
                if(startsWith(type, 'Map'), 'sumMap', 'sum') || '(' || name || ')'), ', ')
            FROM system.columns WHERE database = 'viewstream' AND table = 'video_minute'
            AND (type = 'UInt64' OR startsWith(type, 'Map')) AND name != 'version'
            """);
  }

  /** The reply to the first of {@link #same}. */
  String reply() throws IOException {
    Reply reply = new Http(fleet.address(Part.QUERY)).get(recent(0), headers);
    if (!reply.successful()) {
      throw new IOException("the query service answers " + reply);
    }
    return reply.body();
  }

  /** A few dashboards of the last day, which are held after the first time. */
  List<byte[]> same() {
    return requests(HOT_VIDEOS, i -> get(recent(i)));
  }

  /** So many dashboards, no two of the same video and range. */
  List<byte[]> different(int count) {
    return requests(
        count,
        i ->
            get(
                "/api/v1/analytics/video/%s?from=%s&to=%s"
                    .formatted(video(i), from(i), from(i).plus(LENGTH))));
  }

  /** For each of {@link #different} a statement that reads the same rows and adds them up. */
  List<byte[]> statements(int count) {
    return requests(count, i -> statement(video(i), from(i), from(i).plus(LENGTH)));
  }

  private byte[] statement(String video, Instant from, Instant to) {
    String sql =
        """
        SELECT %1$s, (SELECT uniqCombined64Merge(17)(viewers) FROM viewstream.video_viewers
          WHERE video_id = '%2$s' AND quarter_hour >= toDateTime(%3$d) AND quarter_hour < toDateTime(%4$d))
        FROM viewstream.video_minute FINAL
        WHERE video_id = '%2$s' AND minute >= toDateTime(%3$d) AND minute < toDateTime(%4$d)
        """
            .formatted(columns, video, from.getEpochSecond(), to.getEpochSecond());
    return Requests.post(
        fleet.address(Part.CLICKHOUSE), "/", Map.of(), sql.getBytes(StandardCharsets.UTF_8));
  }

  /** Each round over the videos looks a minute further back. */
  private Instant from(int index) {
    return end.minus(LENGTH).minus(Duration.ofMinutes(index / VIDEOS));
  }

  private byte[] get(String path) {
    return Requests.get(fleet.address(Part.QUERY), path, headers);
  }

  private static String recent(int index) {
    return "/api/v1/analytics/video/%s?timeRange=24h".formatted(video(index));
  }

  private static String video(int index) {
    return "%s-%04d".formatted(SCENARIO, index % VIDEOS);
  }

  private static List<byte[]> requests(int count, IntFunction<byte[]> request) {
    return IntStream.range(0, count).mapToObj(request).toList();
  }
}
