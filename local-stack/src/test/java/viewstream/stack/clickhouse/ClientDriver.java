package viewstream.stack.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ServerException;
import com.clickhouse.client.api.command.CommandResponse;
import com.clickhouse.client.api.data_formats.ClickHouseBinaryFormatReader;
import com.clickhouse.client.api.query.QueryResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** client-v2. */
final class ClientDriver implements Driver {
  private static final long TIMEOUT_SECONDS = 60;

  private final Client client;

  ClientDriver(String address, String database, UnaryOperator<Client.Builder> options) {
    this.client =
        options
            .apply(
                new Client.Builder()
                    .addEndpoint(address)
                    .setUsername("default")
                    .setPassword("")
                    .setDefaultDatabase(database))
            .build();
  }

  Client client() {
    return client;
  }

  @Override
  public void execute(String sql) throws Exception {
    try (CommandResponse done = client.execute(sql).get(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
      assert done != null;
    }
  }

  @Override
  public List<List<@Nullable Object>> query(String sql) throws Exception {
    try (QueryResponse response = client.query(sql).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        ClickHouseBinaryFormatReader reader = client.newBinaryFormatReader(response)) {
      List<List<@Nullable Object>> rows = new ArrayList<>();
      while (reader.next() != null) {
        List<@Nullable Object> row = new ArrayList<>();
        for (int column = 1; column <= reader.getSchema().getColumns().size(); column++) {
          row.add(Values.canonical(reader.readValue(column)));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  @Override
  public long sum(String sql) throws Exception {
    try (QueryResponse response = client.query(sql).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        ClickHouseBinaryFormatReader reader = client.newBinaryFormatReader(response)) {
      long sum = 0;
      while (reader.next() != null) {
        sum += reader.getLong(1);
      }
      return sum;
    }
  }

  @Override
  public ServerError error(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof ServerException e) {
        return new ServerError(e.getCode(), e.getMessage());
      }
    }
    return new ServerError(0, thrown.toString());
  }

  @Override
  public void close() {
    client.close();
  }
}
