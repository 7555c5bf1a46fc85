package viewstream.stack.cli;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import viewstream.stack.Part;
import viewstream.stack.StackException;
import viewstream.stack.network.Port;

/** The options that say what a new fleet is made of. */
final class StartOptions {
  @Option(
      names = "--port",
      paramLabel = "PART=PORT",
      split = ",",
      description = "another port for a part; may be repeated",
      defaultValue = "${env:VIEWSTREAM_PORTS}")
  private @Nullable Map<String, Integer> ports;

  @Option(
      names = "--only",
      paramLabel = "PART",
      split = ",",
      description = "start only these parts and what they need",
      converter = PartConverter.class)
  private @Nullable Set<Part> only;

  /** The ports that are not the usual ones. */
  Map<Port, Integer> ports() {
    Map<Port, Integer> numbers = new EnumMap<>(Port.class);
    if (ports != null) {
      ports.forEach((name, number) -> numbers.put(port(name), checked(name, number)));
    }
    return numbers;
  }

  /** What belongs to this fleet. */
  Set<Part> parts() {
    return Part.withNeeds(only == null ? EnumSet.allOf(Part.class) : only);
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
