package viewstream.deploy;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;

/**
 * {@code docker-compose.yml} with the values of {@code .env}, as docker compose reads both.
 *
 * @param services by name
 * @param volumes declared for all of them
 * @param variables named in the file
 */
record Compose(Map<String, ComposeService> services, Set<String> volumes, Set<String> variables) {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$\\$|\\$\\{(?<name>[A-Z_]+)(?::(?<kind>[-?])(?<otherwise>[^}]*))?}");

  /** That of this repository. */
  static Compose load() {
    String text = Repository.text("docker-compose.yml");
    Map<String, Object> yaml = new Yaml().load(interpolate(text, environment()));
    Map<String, ComposeService> services = new TreeMap<>();
    map(yaml, "services")
        .forEach((name, service) -> services.put(name, new ComposeService(name, map(service))));
    Set<String> variables = new TreeSet<>();
    VARIABLE
        .matcher(text)
        .results()
        .map(found -> found.group("name"))
        .filter(name -> name != null)
        .forEach(variables::add);
    return new Compose(services, map(yaml, "volumes").keySet(), variables);
  }

  ComposeService service(String name) {
    ComposeService service = services.get(name);
    if (service == null) {
      throw new IllegalArgumentException(name + ": is no service");
    }
    return service;
  }

  /** What {@code .env} sets. */
  static Map<String, String> environment() {
    return Repository.text(".env")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("=", 2))
        .collect(toMap(pair -> pair[0], pair -> pair[1]));
  }

  private static String interpolate(String text, Map<String, String> values) {
    return VARIABLE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(value(found, values)));
  }

  private static String value(MatchResult found, Map<String, String> values) {
    String name = found.group("name");
    if (name == null) {
      return "$";
    }
    String value = values.get(name);
    if (value == null && !"-".equals(found.group("kind"))) {
      throw new IllegalStateException(name + " has neither a default nor a value in .env");
    }
    return value == null ? found.group("otherwise") : value;
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object yaml) {
    return new LinkedHashMap<>((Map<String, Object>) yaml);
  }

  private static Map<String, Object> map(Map<String, Object> yaml, String key) {
    return map(yaml.getOrDefault(key, Map.of()));
  }
}
