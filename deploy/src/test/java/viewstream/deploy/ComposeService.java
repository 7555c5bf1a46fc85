package viewstream.deploy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One service of the compose file.
 *
 * @param name by which the others reach it
 * @param yaml what the file says of it, anchors resolved
 */
record ComposeService(String name, Map<String, Object> yaml) {
  /** A file or a named volume, and where the container sees it. */
  record Mount(String source, String target) {
    boolean isFile() {
      return source.startsWith("./");
    }
  }

  String image() {
    return text("image");
  }

  /** The Dockerfile it is built from; empty for somebody else's image. */
  Optional<String> dockerfile() {
    return Optional.ofNullable(yaml.get("build"))
        .map(build -> Compose.map(build).get("dockerfile").toString());
  }

  Map<String, String> environment() {
    return strings("environment");
  }

  /** Published ports, {@code address:host:container}. */
  List<String> ports() {
    return list("ports");
  }

  List<Mount> mounts() {
    return list("volumes").stream()
        .map(mount -> mount.split(":", -1))
        .map(parts -> new Mount(parts[0], parts[1]))
        .toList();
  }

  /** The words of the process, the image's own entry point left out. */
  List<String> words() {
    return Stream.concat(list("entrypoint").stream(), list("command").stream()).toList();
  }

  List<String> command() {
    return list("command");
  }

  /** The services it waits for, each with what it waits for. */
  Map<String, String> dependencies() {
    return Compose.map(yaml.getOrDefault("depends_on", Map.of())).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                needed -> Compose.map(needed.getValue()).get("condition").toString()));
  }

  /** The command of its health check, {@code CMD} or {@code CMD-SHELL} first; empty without. */
  List<String> healthCheck() {
    return yaml.get("healthcheck") == null
        ? List.of()
        : strings(Compose.map(yaml.get("healthcheck")).get("test"));
  }

  /** Its bound of memory in MiB. */
  int memoryMib() {
    String limit = text("mem_limit");
    int number = Integer.parseInt(limit.substring(0, limit.length() - 1));
    return limit.endsWith("g") ? 1024 * number : number;
  }

  /** Whether it ends by itself once its work is done. */
  boolean isOneShot() {
    return name.equals("migrate");
  }

  String text(String key) {
    Object value = yaml.get(key);
    if (value == null) {
      throw new IllegalStateException(name + " has no " + key);
    }
    return value.toString();
  }

  private Map<String, String> strings(String key) {
    return Compose.map(yaml.getOrDefault(key, Map.of())).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().toString()));
  }

  private List<String> list(String key) {
    return strings(yaml.getOrDefault(key, List.of()));
  }

  private static List<String> strings(Object yamlList) {
    return ((List<?>) yamlList).stream().map(Object::toString).toList();
  }
}
