package viewstream.stack.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import viewstream.stack.clickhouse.EngineCache;

@Command(
    name = "fetch",
    hidden = true,
    description =
        "Fetches what the fleet needs and the build does not bring: the ClickHouse engine.")
final class FetchCommand implements Callable<Integer> {
  @Override
  public Integer call() throws Exception {
    EngineCache.ofUser().library();
    return 0;
  }
}
