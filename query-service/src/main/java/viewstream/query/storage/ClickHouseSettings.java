package viewstream.query.storage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How ClickHouse is reached.
 *
 * @param url address of its HTTP interface
 * @param user whom to read as
 * @param password of that user
 * @param poolSize how many queries run at the same time
 * @param connectTimeout how long to wait for a connection
 * @param queryTimeout how long to wait for the answer to a query
 * @param pause how long ClickHouse is left alone once half of the latest queries failed
 */
@ConfigurationProperties("viewstream.clickhouse")
record ClickHouseSettings(
    @DefaultValue("http://127.0.0.1:8123") String url,
    @DefaultValue("default") String user,
    @DefaultValue("") String password,
    @DefaultValue("8") int poolSize,
    @DefaultValue("1s") Duration connectTimeout,
    @DefaultValue("5s") Duration queryTimeout,
    @DefaultValue("1s") Duration pause) {
  @Override
  public String toString() {
    return "ClickHouseSettings[url=" + url + ", user=" + user + ", password=***]";
  }
}
