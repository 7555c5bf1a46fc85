package viewstream.stack.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import viewstream.stack.clickhouse.EngineCache;
import viewstream.stack.databases.DatabaseCache;

@Command(
    name = "fetch",
    hidden = true,
    description =
        "Fetches what the fleet needs and the build does not bring: the ClickHouse engine"
            + " and databases.")
final class FetchCommand implements Callable<Integer> {
  @Override
  public Integer call() throws Exception {
    EngineCache.ofUser().library();
    DatabaseCache.ofUser().provide();
    return 0;
  }
}
