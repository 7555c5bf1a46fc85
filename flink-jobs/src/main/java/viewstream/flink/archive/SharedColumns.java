package viewstream.flink.archive;

import java.util.List;
import java.util.function.Function;
import viewstream.flink.clickhouse.Column;
import viewstream.flink.clickhouse.RowBinary;
import viewstream.schema.event.Context;
import viewstream.schema.event.Origin;

/** The columns that facts of every kind have. */
final class SharedColumns {
  private SharedColumns() {}

  static <T> List<Column<T>> context(Function<T, Context> of) {
    return List.of(
        text("country", of, Context::getCountry),
        text("region", of, Context::getRegion),
        text("city", of, Context::getCity),
        text("device", of, Context::getDevice),
        text("platform", of, Context::getPlatform),
        text("os", of, Context::getOs),
        text("browser", of, Context::getBrowser),
        text("app_version", of, Context::getAppVersion),
        text("player", of, Context::getPlayer),
        text("player_version", of, Context::getPlayerVersion),
        text("traffic_source", of, Context::getTrafficSource),
        text("referrer", of, Context::getReferrer),
        text("age_group", of, Context::getAgeGroup),
        text("gender", of, Context::getGender),
        new Column<>(
            "subscribed",
            (row, fact) -> row.nullable(of.apply(fact).getSubscribed(), RowBinary::bool)),
        new Column<>(
            "live", (row, fact) -> row.nullable(of.apply(fact).getLive(), RowBinary::bool)),
        new Column<>(
            "props",
            (row, fact) ->
                row.map(of.apply(fact).getProps(), RowBinary::string, RowBinary::string)));
  }

  static <T> List<Column<T>> origin(Function<T, Origin> of) {
    return List.of(
        text("write_key", of, Origin::getWriteKey),
        text("source", of, origin -> origin.getSource().name()),
        text("traffic_class", of, origin -> origin.getTrafficClass().name()),
        new Column<>("viewer_id", (row, fact) -> row.int64(of.apply(fact).getViewerId())),
        new Column<>("anonymous", (row, fact) -> row.bool(of.apply(fact).getAnonymous())),
        text("session_id", of, Origin::getSessionId),
        new Column<>("client_time", (row, fact) -> row.dateTime64(of.apply(fact).getClientTime())),
        new Column<>(
            "received_time", (row, fact) -> row.dateTime64(of.apply(fact).getReceivedTime())));
  }

  private static <T, P> Column<T> text(
      String name, Function<T, P> part, Function<P, String> value) {
    return new Column<>(name, (row, fact) -> row.text(value.apply(part.apply(fact))));
  }
}
