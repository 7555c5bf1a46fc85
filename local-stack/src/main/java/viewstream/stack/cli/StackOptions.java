package viewstream.stack.cli;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import viewstream.stack.Checkout;
import viewstream.stack.DataFolder;
import viewstream.stack.StackException;
import viewstream.stack.network.Port;

/** The options that say which fleet is meant. */
final class StackOptions {
  @Option(
      names = "--data-dir",
      paramLabel = "FOLDER",
      description = "where the fleet keeps its data (default: .viewstream in the checkout)",
      defaultValue = "${env:VIEWSTREAM_DATA_DIR}")
  private @Nullable Path dataDir;

  @Option(
      names = "--port",
      paramLabel = "PART=PORT",
      split = ",",
      description = "another port for a part; may be repeated",
      defaultValue = "${env:VIEWSTREAM_PORTS}")
  private @Nullable Map<String, Integer> ports;

  DataFolder data() {
    return new DataFolder(
        dataDir == null ? Checkout.locate().root().resolve(".viewstream") : dataDir);
  }

  /** The ports that are not the usual ones. */
  Map<Port, Integer> ports() {
    Map<Port, Integer> numbers = new EnumMap<>(Port.class);
    if (ports != null) {
      ports.forEach((name, number) -> numbers.put(port(name), checked(name, number)));
    }
    return numbers;
  }

  private static Port port(String name) {
    try {
      return Port.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException unknown) {
      throw new StackException("--port: there is no part '" + name + "' with a port");
    }
  }

  private static int checked(String name, int number) {
    if (number < 1 || number > 65_535) {
      throw new StackException("--port: " + name + "=" + number + " is not between 1 and 65535");
    }
    return number;
  }
}
