package viewstream.stack.supervisor;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import viewstream.stack.Part;

/**
 * What the supervisor knows of its fleet, as it lies in a file for others to read.
 *
 * @param ready whether every part has been healthy once
 * @param healthy which parts answered when last asked
 */
public record FleetStatus(boolean ready, Map<Part, Boolean> healthy) {
  private static final String READY = "ready";

  public FleetStatus {
    healthy = Map.copyOf(healthy);
  }

  /** Before the supervisor has said anything. */
  static FleetStatus unknown() {
    return new FleetStatus(false, Map.of());
  }

  /** While the first part is not healthy yet. */
  static FleetStatus starting(Set<Part> parts) {
    return new FleetStatus(
        false, parts.stream().collect(Collectors.toMap(Function.identity(), part -> false)));
  }

  public boolean isHealthy(Part part) {
    return healthy.getOrDefault(part, false);
  }

  /** The parts of the fleet, in their usual order. */
  public Set<Part> parts() {
    return new TreeSet<>(healthy.keySet());
  }

  static FleetStatus read(Path file) throws IOException {
    Properties lines = new Properties();
    try {
      lines.load(new StringReader(Files.readString(file)));
    } catch (NoSuchFileException absent) {
      return unknown();
    }
    Map<Part, Boolean> healthy = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      if (lines.containsKey(part.label())) {
        healthy.put(part, Boolean.valueOf(lines.getProperty(part.label())));
      }
    }
    return new FleetStatus(Boolean.parseBoolean(lines.getProperty(READY)), healthy);
  }

  void write(Path file) throws IOException {
    String lines =
        healthy.entrySet().stream()
            .map(entry -> entry.getKey().label() + "=" + entry.getValue() + "\n")
            .collect(Collectors.joining("", READY + "=" + ready + "\n", ""));
    Path complete = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), lines);
    Files.move(complete, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
