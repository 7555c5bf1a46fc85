package viewstream.stack.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import viewstream.stack.Checkout;
import viewstream.stack.DataFolder;

/** The option that says which fleet is meant: a fleet is known by its folder. */
final class DataOption {
  @Option(
      names = "--data-dir",
      paramLabel = "FOLDER",
      description = "where the fleet keeps its data (default: .viewstream in the checkout)",
      defaultValue = "${env:VIEWSTREAM_DATA_DIR}")
  private @Nullable Path dataDir;

  DataFolder folder() {
    return new DataFolder(
        dataDir == null ? Checkout.locate().root().resolve(".viewstream") : dataDir);
  }
}
